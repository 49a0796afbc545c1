# SPDX-License-Identifier: EUPL-1.2
"""Trajectbegeleiding is assigned within procesregie; a switch of the inzet asks."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils.formats import date_format
from psycopg.errors import CheckViolation

from tests.bezetting import id_van
from tests.databank import cluster
from vangnet.casus.deelname import Plek, inzet_wisselen, uitnodigen
from vangnet.casus.models import CasusRol, Inzet
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.models import Trajectbegeleiding
from vangnet.voortgang.trajecten import traject_stoppen, traject_toewijzen

Ingelogd = Callable[[str], Client]
WISSEL = {
    "naar": "ondersteuning",
    "regie_bij": "Wijkteam Oost",
    "vraag": "Meekijken.",
    "huis_doet": "Kijkt mee.",
    "volgende_blik": "over 4 weken",
}
CASUS = id_van("casus")
VOORTGANG = f"/zaken/{CASUS}/voortgang/"


def _wijs_toe(aan: str = "tineke", *, door: str = "amira") -> None:
    with als(Vrager(id_van(door))):
        traject_toewijzen(CASUS, aan=id_van(aan))


def _trajecten() -> list[tuple[object, object, object]]:
    with als(Vrager(id_van("amira"))):
        alle = Trajectbegeleiding.objects.filter(casus=CASUS)
        return list(alle.values_list("vanaf", "tot", "einde_reden"))


def _inzet() -> str:
    with als(Vrager(id_van("amira"))):
        return Inzet.objects.get(casus=CASUS, tot__isnull=True).soort


def test_wie_is_toegewezen_begint_vandaag(db: None, ingelogd: Ingelogd) -> None:
    _wijs_toe()

    assert _trajecten() == [(vandaag(), None, None)]
    assert ingelogd("tineke").get(f"/onderweg/{CASUS}").status_code == 200
    assert "Tineke Bakker" in ingelogd("amira").get(VOORTGANG).content.decode()


@pytest.mark.parametrize("door", ["joris", "tineke", "bram", "mirjam", "els", "petra"])
def test_alleen_een_procesregisseur_wijst_toe(door: str, db: None) -> None:
    with pytest.raises(NietToegestaan):
        _wijs_toe(door=door)
    assert _trajecten() == []


@pytest.mark.parametrize("aan", ["joris", "bram", "mirjam"])
def test_alleen_een_trajectbegeleider_wordt_toegewezen(aan: str, db: None) -> None:
    with pytest.raises(NietToegestaan):
        _wijs_toe(aan)


def test_bij_ondersteuning_wordt_niemand_toegewezen(db: None) -> None:
    with als(Vrager(id_van("amira"))):
        inzet_wisselen(CASUS, naar="ondersteuning")

    with pytest.raises(NietToegestaan):
        _wijs_toe()


def test_een_trajectbegeleider_wordt_niet_uitgenodigd(db: None) -> None:
    plek = Plek(id_van("tineke"), None, RolSoort.TRAJECTBEGELEIDER)
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        uitnodigen(CASUS, plek)


def test_stoppen_vraagt_een_reden_en_werkt_bij_het_volgende_verzoek(ingelogd: Ingelogd) -> None:
    _wijs_toe()
    amira, tineke = ingelogd("amira"), ingelogd("tineke")

    zonder = amira.post(f"{VOORTGANG}traject/stoppen", {"reden": " "})
    nog = tineke.get(f"/onderweg/{CASUS}").status_code
    met = amira.post(f"{VOORTGANG}traject/stoppen", {"reden": "Het wijkteam gaat verder."})

    assert (zonder.status_code, nog, met.status_code) == (422, 200, 302)
    assert _trajecten() == [(vandaag(), vandaag(), "Het wijkteam gaat verder.")]
    assert tineke.get(f"/onderweg/{CASUS}").status_code == 404
    assert tineke.get(f"/zaken/{CASUS}").status_code == 404


def test_wie_de_bladzijde_om_te_stoppen_opent_staat_bij_wie_heeft_gekeken(
    ingelogd: Ingelogd,
) -> None:
    _wijs_toe()
    amira = ingelogd("amira")

    assert amira.get(f"{VOORTGANG}traject/stoppen").status_code == 200

    with als(Vrager(id_van("frank"))):
        (blik,) = Handeling.objects.filter(handeling="voortgang.ingezien", casus=CASUS)
    assert blik.gebruiker == id_van("amira")


def test_na_stoppen_staat_er_dat_het_is_gestopt_en_geen_link_meer(ingelogd: Ingelogd) -> None:
    _wijs_toe()
    amira = ingelogd("amira")
    assert f"{VOORTGANG}traject/stoppen" in amira.get(VOORTGANG).content.decode()

    amira.post(f"{VOORTGANG}traject/stoppen", {"reden": "Het wijkteam gaat verder."})
    pagina = amira.get(VOORTGANG).content.decode()

    assert f"Gestopt op {date_format(vandaag(), 'j b Y')}." in pagina
    assert "Er staat nu niemand op naam." not in pagina
    assert f"{VOORTGANG}traject/stoppen" not in pagina


def test_wie_begeleidt_vindt_geen_knop_om_zonder_reden_weg_te_gaan(ingelogd: Ingelogd) -> None:
    _wijs_toe()

    van_tineke = ingelogd("tineke").get(f"/zaken/{CASUS}/delen").content.decode()
    van_amira = ingelogd("amira").get(f"/zaken/{CASUS}/delen").content.decode()

    assert "/beeindigen" not in van_tineke
    assert "/beeindigen" in van_amira


@pytest.mark.parametrize("door", ["joris", "tineke", "bram", "mirjam"])
def test_alleen_een_procesregisseur_stopt(door: str, db: None) -> None:
    _wijs_toe()

    with als(Vrager(id_van(door))), pytest.raises(NietToegestaan):
        traject_stoppen(CASUS, reden="Klaar.")


def test_wisselen_naar_ondersteuning_vraagt_eerst(ingelogd: Ingelogd) -> None:
    _wijs_toe()
    amira = ingelogd("amira")

    antwoord = amira.post(f"/zaken/{CASUS}/inzet", WISSEL)
    assert antwoord.status_code == 422
    assert "Waarom stopt de trajectbegeleiding?" in antwoord.content.decode()
    assert _inzet() == "procesregie"

    amira.post(f"/zaken/{CASUS}/inzet", WISSEL | {"waarom_stopt_traject": "De regie ligt lokaal."})

    assert _inzet() == "ondersteuning"
    # It began today, and yesterday would have been its last day: it was none.
    assert _trajecten() == []
    with als(Vrager(id_van("amira"))):
        assert CasusRol.objects.get(casus=CASUS, gebruiker=id_van("tineke")).beeindigd_op


def _gezegd(amira: Client, **velden: str) -> str:
    """What stands on the page after a switch of the inzet."""
    gelukt = amira.post(f"/zaken/{CASUS}/inzet", velden, follow=True)
    assert gelukt.status_code == 200
    return gelukt.content.decode()


def test_wie_dezelfde_dag_teruggaat_leest_dat_de_begeleiding_gestopt_blijft(
    ingelogd: Ingelogd,
) -> None:
    _wijs_toe()
    amira = ingelogd("amira")

    heen = _gezegd(amira, **WISSEL, waarom_stopt_traject="De regie ligt lokaal.")
    vooraf = amira.get(f"/zaken/{CASUS}/inzet").content.decode()
    terug = _gezegd(amira, naar="procesregie")

    assert "de inzet niet gewisseld, maar blijft de begeleiding gestopt." in heen
    assert "De trajectbegeleiding blijft gestopt. Daarna wijs je haar opnieuw toe" in vooraf
    assert "Je bent terug: de inzet is niet gewisseld. De trajectbegeleiding blijft" in terug
    assert f'<a href="{VOORTGANG}">Opnieuw toewijzen</a>' in terug
    assert "Ga je vandaag nog terug" not in terug


def test_zonder_begeleider_zegt_wie_teruggaat_niets_over_begeleiding(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    heen = _gezegd(amira, **WISSEL)
    vooraf = amira.get(f"/zaken/{CASUS}/inzet").content.decode()
    terug = _gezegd(amira, naar="procesregie")

    assert "Ga je vandaag nog terug, dan is er niets gewisseld." in heen
    assert "De procesregie begint vandaag." not in vooraf
    assert "Je bent terug: de inzet is niet gewisseld." in terug
    assert "blijft gestopt" not in heen + vooraf + terug


def test_wie_terugkomt_op_de_dag_zelf_begint_opnieuw(db: None) -> None:
    _wijs_toe()
    with als(Vrager(id_van("amira"))):
        traject_stoppen(CASUS, reden="Vergissing.")

    _wijs_toe()

    assert _trajecten() == [(vandaag(), None, None)]


def test_de_databank_houdt_een_traject_binnen_procesregie(db: None) -> None:
    _wijs_toe()

    with (
        als(Vrager(id_van("amira"))),
        pytest.raises(IntegrityError, match="trajectbegeleiding hoort bij procesregie"),
        transaction.atomic(),
    ):
        inzet_wisselen(CASUS, naar="ondersteuning")
    assert _inzet() == "procesregie"


def test_wie_een_traject_later_schrijft_houdt_zich_ook_aan_de_inzet(eigen_databank: str) -> None:
    with als(Vrager(id_van("amira"))):
        inzet_wisselen(CASUS, naar="ondersteuning")

    with (
        cluster().verbind(BEHEERDER, eigen_databank) as beheer,
        pytest.raises(CheckViolation, match="trajectbegeleiding hoort bij procesregie"),
    ):
        beheer.execute(
            "INSERT INTO voortgang_trajectbegeleiding (id, casus_id, vanaf) "
            "VALUES (gen_random_uuid(), %s, current_date)",
            [CASUS],
        )


def test_toewijzen_en_stoppen_staan_in_het_journaal(db: None) -> None:
    _wijs_toe()
    with als(Vrager(id_van("amira"))):
        traject_stoppen(CASUS, reden="Klaar.")

    with als(Vrager(id_van("frank"))):
        gedaan = Handeling.objects.filter(casus=CASUS, gebruiker=id_van("amira"))
        assert set(gedaan.values_list("handeling", flat=True)) == {
            "casusrol.toegewezen",
            "traject.begonnen",
            "casusrol.beeindigd",
            "traject.beeindigd",
        }
