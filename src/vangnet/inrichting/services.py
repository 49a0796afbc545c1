# SPDX-License-Identifier: EUPL-1.2
"""What every house has from its first day, and what a house says about itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.inrichting.gemeenten import geldig_op, gemeenten
from vangnet.inrichting.models import Code, Gemeente, Huis
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan, VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.kern.tekens import ZELF_TYPEN, heeft_onzichtbaar

VELDEN = (
    "naam",
    "gemeenten",
    "publicatiegrens",
    "screening_maanden",
    "stilstand_weken",
    "te_laat_dagen",
    "evaluatie_weken",
    "gemiste_evaluaties",
    "vernietig_dagen",
)
_NAAMLOOS = "Zorg- en Veiligheidshuis"


@transaction.atomic
def basisgegevens_zetten() -> None:
    """Bring code lists and gemeenten of this version in, and the one row of the house.

    Runs under the owner role, after each migration.
    A code that a house added itself stays; a label that changed is changed; nothing is removed.
    """
    if not Huis.objects.exists():
        Huis.objects.create(naam=_NAAMLOOS)
    Code.objects.bulk_create(
        _codes(),
        update_conflicts=True,
        unique_fields=["lijst", "code", "vanaf"],
        update_fields=["label", "volgorde"],
    )
    Gemeente.objects.bulk_create(
        _gemeenten(),
        update_conflicts=True,
        unique_fields=["code", "vanaf"],
        update_fields=["naam", "tot", "opvolgers"],
    )


def huis_instellen(*, naam: str, codes: Sequence[str]) -> None:
    """Set the name of the house and its gemeenten (CBS codes of today) as the present asker.

    Raises VangnetFout for an empty name or an unknown code, NietToegestaan when the asker may not.
    """
    if not naam.strip():
        raise VangnetFout("Geef het huis een naam.")
    if heeft_onzichtbaar(naam):
        raise VangnetFout(f"In de naam van het huis staan tekens die je niet ziet. {ZELF_TYPEN}")
    onbekend = [code for code in codes if not geldig_op(code, vandaag())]
    if onbekend:
        raise VangnetFout("\n".join(_uitleg(code) for code in onbekend))
    if not Huis.objects.update(naam=naam.strip(), gemeenten=sorted(set(codes))):
        raise NietToegestaan("Dit account mag het huis niet instellen.")
    leg_vast(
        Act(
            handeling="huis.ingesteld",
            object_soort="huis",
            object=Huis.objects.get().pk,
            herkomst="opdrachtregel",
            velden=["naam", "gemeenten"],
            aantallen={"gemeenten": len(set(codes))},
        )
    )


def huis_wijzigen(velden: Mapping[str, Any], *, versie: int) -> None:
    """Change what the house says about itself, from a page, as the present asker.

    velden: new values by the name of their column. Raises BotsendeVersie when somebody saved the
    house after `versie` was read, or the asker may not.
    """
    oud = Huis.objects.get()
    nieuw = {veld: velden[veld] for veld in VELDEN if velden[veld] != getattr(oud, veld)}
    gelijk = oud.versie == versie
    if not gelijk or (nieuw and not Huis.objects.filter(versie=versie).update(**nieuw)):
        raise BotsendeVersie("Iemand anders heeft de instellingen intussen gewijzigd.")
    if nieuw:
        leg_vast(
            Act(handeling="huis.ingesteld", object_soort="huis", object=oud.pk, velden=list(nieuw))
        )


def _uitleg(code: str) -> str:
    """Why `code` is not a gemeente of today, and what it became."""
    gemeente = gemeenten().get(code)
    if gemeente is None:
        return f"{code} is geen gemeentecode van het CBS; zo'n code ziet eruit als GM0080."
    opgegaan = ", ".join(gemeente.opvolgers)
    return f"{code} ({gemeente.naam}) bestaat niet meer; die gemeente ging op in {opgegaan}."


def _codes() -> list[Code]:
    return [
        Code(lijst=lijst.naam, code=code.code, label=code.label, volgorde=plaats)
        for lijst in CODELIJSTEN.values()
        for plaats, code in enumerate(lijst.codes)
    ]


def _gemeenten() -> list[Gemeente]:
    return [
        Gemeente(
            code=gemeente.code,
            naam=gemeente.naam,
            vanaf=gemeente.vanaf,
            tot=gemeente.tot,
            opvolgers=list(gemeente.opvolgers),
        )
        for gemeente in gemeenten().values()
    ]
