# SPDX-License-Identifier: EUPL-1.2
"""The two steps of a log-in, as a browser takes them."""

from django.http import HttpResponse
from django.test import Client

from tests.bezetting import WACHTWOORD, id_van
from vangnet.gebruikers.codes import code_van, nieuw_geheim, stap_nu
from vangnet.gebruikers.factoren import factor_toevoegen, herstelcodes_maken
from vangnet.gebruikers.geheimen import versleutel
from vangnet.gebruikers.models import FactorSoort, Gebruiker
from vangnet.journaal.models import Handeling
from vangnet.toegang.vrager import Vrager, als


def mens(naam: str) -> Gebruiker:
    """The account of somebody of the cast."""
    return Gebruiker.objects.get(pk=id_van(naam))


def met_app(naam: str) -> str:
    """Give somebody an app, which was used long ago; returns its secret."""
    geheim, wie = nieuw_geheim(), mens(naam)
    with als(Vrager(wie.pk)):
        dicht = versleutel(geheim, van=wie.pk)
        factor_toevoegen(wie, FactorSoort.TOTP, naam="telefoon", geheim=dicht, teller=1)
    return geheim


def met_herstelcodes(naam: str) -> list[str]:
    """Give somebody recovery codes."""
    wie = mens(naam)
    with als(Vrager(wie.pk)):
        return herstelcodes_maken(wie)


def code_nu(geheim: str, *, verder: int = 0) -> str:
    """What the app shows now, or so many steps later."""
    return code_van(geheim, stap_nu() + verder)


def fout(geheim: str) -> str:
    """A code that the app doesn't show these minutes."""
    goed = {code_nu(geheim, verder=stap) for stap in range(-3, 4)}
    return next(code for code in ("000000", "111111", "222222", "333333") if code not in goed)


def eerste(client: Client, naam: str = "amira", wachtwoord: str = WACHTWOORD) -> HttpResponse:
    """Send address and password."""
    gegevens = {"email": f"{naam}@proef.invalid", "wachtwoord": wachtwoord}
    antwoord = client.post("/inloggen", gegevens)
    assert isinstance(antwoord, HttpResponse)
    return antwoord


def is_binnen(client: Client) -> bool:
    """Whether this browser gets a page of who is in."""
    return client.get("/account").status_code == 200


def acten(handeling: str, *, als_wie: str = "amira") -> list[tuple[str, bool]]:
    """Rule and outcome of the acts of this name, the oldest first, as who did them reads them."""
    with als(Vrager(id_van(als_wie))):
        gevonden = Handeling.objects.filter(handeling=handeling).order_by("moment")
        return list(gevonden.values_list("regel", "toegestaan"))
