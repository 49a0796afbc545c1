# SPDX-License-Identifier: EUPL-1.2
"""Second factors of the account that asks or logs in; the database gives no others (toegang.md 1).

Each act writes its row in the journaal: which kind, never a code, secret or name.
"""

import secrets
from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from vangnet.gebruikers.codes import stap_van
from vangnet.gebruikers.geheimen import hash_met_sleutel, ontsleutel, versleutel
from vangnet.gebruikers.models import FactorSoort, Gebruiker, TweedeFactor
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import VangnetFout
from vangnet.kern.klok import nu

ECHTE = (FactorSoort.TOTP, FactorSoort.PASSKEY)
HERSTELCODES = 10
MEESTE = 10
# No signs that look like each other; ten of them are fifty bits.
_TEKENS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LENGTE = 10


def factoren_van(gebruiker: UUID) -> Sequence[TweedeFactor]:
    """The factors of an account, the oldest first; recovery codes are not among them."""
    return list(
        TweedeFactor.objects.filter(gebruiker=gebruiker, soort__in=ECHTE).order_by("gemaakt_op")
    )


def herstelcodes_over(gebruiker: UUID) -> int:
    """How many recovery codes are left."""
    return _ongebruikt(gebruiker).count()


def totp_toevoegen(gebruiker: Gebruiker, geheim: str, code: str, naam: str) -> bool:
    """Add an app after it has shown a right `code`; False when the code is wrong."""
    stap = stap_van(geheim, code)
    if stap is None:
        return False
    dicht = versleutel(geheim, van=gebruiker.pk)
    factor_toevoegen(gebruiker, FactorSoort.TOTP, naam=naam, geheim=dicht, teller=stap)
    return True


def factor_toevoegen(
    gebruiker: Gebruiker, soort: FactorSoort, *, naam: str, geheim: str, teller: int
) -> TweedeFactor:
    """Add a factor; geheim: already encrypted. Raises VangnetFout when there are too many."""
    bestaand = factoren_van(gebruiker.pk)
    if len(bestaand) >= MEESTE:
        raise VangnetFout("Je hebt al tien manieren om in te loggen. Haal er eerst een weg.")
    factor = TweedeFactor(gebruiker=gebruiker, soort=soort, naam=naam, geheim=geheim, teller=teller)
    factor.save(force_insert=True)
    _leg_factor_vast("factor.toegevoegd", factor)
    return factor


def code_klopt(gebruiker: UUID, code: str) -> bool:
    """Whether `code` is one of the account's app, now and for the first time."""
    goed = None
    for factor in factoren_van(gebruiker):
        if factor.soort != FactorSoort.TOTP:
            continue
        stap = stap_van(ontsleutel(factor.geheim, van=gebruiker), code)
        goed = (factor, stap) if stap is not None else goed
    if goed is None:
        return False
    factor, stap = goed
    # One statement that waits for the row: of two equal codes at once only one gets in.
    return bool(
        TweedeFactor.objects.filter(pk=factor.pk, teller__lt=stap).update(
            teller=stap, laatst_gebruikt_op=nu()
        )
    )


def herstelcode_klopt(gebruiker: UUID, code: str) -> bool:
    """Whether `code` is an unused recovery code; it is used after this."""
    gevonden = _ongebruikt(gebruiker).filter(geheim=_hash(gebruiker, code))
    return bool(gevonden.update(laatst_gebruikt_op=nu()))


def herstelcodes_maken(gebruiker: Gebruiker) -> list[str]:
    """New recovery codes in place of the old ones; they are nowhere readable after this."""
    codes = ["".join(secrets.choice(_TEKENS) for _ in range(_LENGTE)) for _ in range(HERSTELCODES)]
    TweedeFactor.objects.filter(gebruiker=gebruiker, soort=FactorSoort.HERSTELCODE).delete()
    TweedeFactor.objects.bulk_create(
        TweedeFactor(
            gebruiker=gebruiker, soort=FactorSoort.HERSTELCODE, geheim=_hash(gebruiker.pk, code)
        )
        for code in codes
    )
    leg_vast(Act(handeling="herstelcodes.gemaakt", object_soort="gebruiker", object=gebruiker.pk))
    half = _LENGTE // 2
    return [f"{code[:half]}-{code[half:]}" for code in codes]


def factor_hernoemen(factor: TweedeFactor, naam: str) -> None:
    """Give an own factor another name."""
    TweedeFactor.objects.filter(pk=factor.pk).update(naam=naam)
    _leg_factor_vast("factor.hernoemd", factor)


def factor_verwijderen(factor: TweedeFactor) -> None:
    """Remove an own factor. Raises VangnetFout for the last one."""
    alle = TweedeFactor.objects.filter(gebruiker=factor.gebruiker_id, soort__in=ECHTE)
    # Locked: two removals at once may not each see the other's factor as the one that is left.
    if len(alle.select_for_update()) < 2:
        raise VangnetFout("Dit is je enige tweede stap. Voeg eerst een andere toe.")
    TweedeFactor.objects.filter(pk=factor.pk).delete()
    _leg_factor_vast("factor.verwijderd", factor)


def _ongebruikt(gebruiker: UUID) -> QuerySet[TweedeFactor]:
    return TweedeFactor.objects.filter(
        gebruiker=gebruiker, soort=FactorSoort.HERSTELCODE, laatst_gebruikt_op__isnull=True
    )


def _hash(gebruiker: UUID, code: str) -> str:
    kaal = "".join(teken for teken in code.upper() if teken in _TEKENS)
    return hash_met_sleutel(f"{gebruiker}:{kaal}")


def _leg_factor_vast(handeling: str, factor: TweedeFactor) -> None:
    leg_vast(
        Act(
            handeling=handeling,
            object_soort="tweede_factor",
            object=factor.pk,
            aantallen={str(factor.soort): 1},
            onderwerpen=[("gebruiker", factor.gebruiker_id)],
        )
    )
