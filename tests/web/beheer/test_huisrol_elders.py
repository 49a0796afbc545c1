# SPDX-License-Identifier: EUPL-1.2
"""A role of the house for an account of a partner: warned about, and given with a tick."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.inrichting.selectors import het_huis
from vangnet.toegang.models import AccountRol
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
pytestmark = pytest.mark.django_db
CHANTAL = f"/beheer/gebruikers/{id_van('chantal')}/rol"
ROL = {
    "rol": "procesregisseur",
    "taak": "a",
    "screening_op": "5-1-2026",
    "vanaf": "1-1-2099",
    "organisatie": str(id_van("ggz")),
}


def _huisrol() -> UUID:
    with als(Vrager(id_van("mirjam"))):
        return AccountRol.objects.get(gebruiker=id_van("chantal"), rol="procesregisseur").pk


@pytest.fixture
def gegeven(ingelogd: Ingelogd) -> UUID:
    """Chantal of the GGZ is to be procesregisseur, and waits for a manager."""
    ingelogd("els").post(CHANTAL, ROL | {"toch": "on"})
    return _huisrol()


def test_een_rol_van_het_huis_voor_een_account_van_een_partner_geeft_de_beheerder_met_een_vinkje(
    ingelogd: Ingelogd,
) -> None:
    els = ingelogd("els")

    zonder = els.post(CHANTAL, ROL)
    van_het_huis = {"organisatie": str(het_huis().pk)}

    zin = "Dit is een rol van het huis, en het account is van GGZ Noorderlicht."
    assert zonder.status_code == 422
    assert zin in zonder.content.decode()
    assert els.post(CHANTAL, ROL | van_het_huis).status_code == 422
    assert els.post(CHANTAL, ROL | {"toch": "on"}).status_code == 302


def test_een_eigen_rol_van_de_partner_en_een_account_van_het_huis_vragen_geen_vinkje(
    ingelogd: Ingelogd,
) -> None:
    els, dirk = ingelogd("els"), f"/beheer/gebruikers/{id_van('dirk')}/rol"

    assert els.post(CHANTAL, ROL | {"rol": "coordinator"}).status_code == 302
    assert "Deze persoon werkt voor het huis" not in els.get(dirk).content.decode()
    assert els.post(dirk, ROL).status_code == 302


def test_bij_bevestigen_staan_de_organisatie_de_andere_rollen_en_de_waarschuwing(
    gegeven: UUID, ingelogd: Ingelogd
) -> None:
    pagina = ingelogd("mirjam").get("/beheer/bevestigen").content.decode()

    assert "<dt>Account van</dt><dd>GGZ Noorderlicht</dd>" in pagina
    assert "<dt>Andere rollen</dt><dd>Ketenpartner</dd>" in pagina
    assert "Bevestig alleen als deze persoon voor het huis werkt." in pagina


def test_zonder_vinkje_wordt_zo_n_rol_niet_bevestigd_en_wel_afgewezen(
    gegeven: UUID, ingelogd: Ingelogd
) -> None:
    mirjam = ingelogd("mirjam")
    antwoord = mirjam.post(f"/beheer/bevestigen/{gegeven}", {"oordeel": "ja"})
    with als(Vrager(id_van("mirjam"))):
        stand = AccountRol.objects.get(pk=gegeven)

    assert antwoord.status_code == 422
    assert "Zet een vinkje als deze persoon voor het huis werkt" in antwoord.content.decode()
    assert stand.bevestigd_op is None
    assert mirjam.post(f"/beheer/bevestigen/{gegeven}", {"oordeel": "nee"}).status_code == 302


def test_met_een_vinkje_wordt_zo_n_rol_bevestigd(gegeven: UUID, ingelogd: Ingelogd) -> None:
    mirjam = ingelogd("mirjam")
    antwoord = mirjam.post(f"/beheer/bevestigen/{gegeven}", {"oordeel": "ja", "toch": "on"})
    with als(Vrager(id_van("mirjam"))):
        stand = AccountRol.objects.get(pk=gegeven)

    assert antwoord.status_code == 302
    assert stand.bevestigd_op is not None


def test_bij_nalopen_staat_het_ook_en_blijft_zo_n_rol_niet_zonder_vinkje(
    gegeven: UUID, ingelogd: Ingelogd
) -> None:
    mirjam = ingelogd("mirjam")
    pagina = mirjam.get("/beheer/ronde")
    tekst = " ".join(pagina.content.decode().split())
    velden = dict.fromkeys(pagina.context["formulier"].fields, "blijft") | {"getekend": "on"}
    del velden[f"toch-{gegeven}"]

    assert (
        "account van GGZ Noorderlicht · aangewezen door GGZ Noorderlicht · "
        "andere rollen: Ketenpartner"
    ) in tekst
    assert "Blijft de rol, zeg dan dat deze persoon voor het huis werkt." in tekst
    assert mirjam.post("/beheer/ronde", velden).status_code == 422
    eindigt = velden | {f"rol-{gegeven}": "eindigt"}
    assert mirjam.post("/beheer/ronde", eindigt).status_code == 302
