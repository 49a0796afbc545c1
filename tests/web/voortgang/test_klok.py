# SPDX-License-Identifier: EUPL-1.2
"""What stands still, who sees it, and an evaluation that sets the clock anew."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.test import Client

from tests.bezetting import id_van
from tests.databank import cluster
from vangnet.casus.deelname import inzet_wisselen
from vangnet.inrichting.selectors import het_huis
from vangnet.inrichting.services import VELDEN, huis_wijzigen
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Agendapunt, Verslag
from vangnet.overleg.services import Nieuw, overleg_plannen, verslag_vaststellen
from vangnet.plan.models import Afspraak
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.models import Evaluatie
from vangnet.voortgang.querysets import klokken
from vangnet.voortgang.selectors import klok_van, termijnen, voor_management

Ingelogd = Callable[[str], Client]
CASUS = id_van("casus")
VOORTGANG = f"/zaken/{CASUS}/voortgang/"
KENMERK = "ZVH-2022-0001"


def _evalueer(client: Client, **anders: str) -> Any:
    velden = {"datum": vandaag().strftime("%d-%m-%Y"), "conclusie": "Het gaat beter."} | anders
    return client.post(f"{VOORTGANG}evaluatie", velden)


def _spreek_af(**velden: Any) -> None:
    with als(Vrager(id_van("amira"))):
        Afspraak.objects.create(
            kenmerk=f"af-{velden}",
            casus_id=CASUS,
            organisatie_id=id_van("ggz"),
            domein="zorg",
            **velden,
        )


def test_de_lijst_zegt_waarom_een_zaak_stilstaat(ingelogd: Ingelogd) -> None:
    pagina = ingelogd("amira").get("/voortgang/").content.decode()

    assert KENMERK in pagina
    # The evaluation of 15 March is later than the plan of 1 March.
    assert "Geen voortgang sinds 15 mrt 2022" in pagina
    assert "Een afspraak is te laat sinds 1 apr 2022" in pagina
    assert "evaluaties achter elkaar gemist" in pagina
    assert "Ook bij de manager" in pagina
    assert "Kanarie" not in pagina


def test_de_zaak_zelf_zegt_het_ook(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    assert "Deze zaak staat stil" in amira.get(f"/zaken/{CASUS}").content.decode()
    assert "Kanarie-evaluatie" in amira.get(VOORTGANG).content.decode()


def test_de_manager_ziet_alleen_kenmerk_en_klok(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("mirjam").get("/voortgang/gremium")
    pagina = antwoord.content.decode()

    assert KENMERK in pagina
    assert "Kanarie" not in pagina
    assert str(CASUS) not in pagina
    (een,) = antwoord.context["gemeld"]
    assert een.bewogen_op == date(2022, 3, 15)
    with als(Vrager(id_van("frank"))):
        gezien = Handeling.objects.get(handeling="gremium.ingezien")
        assert gezien.onderwerpen.filter(soort="casus", onderwerp=CASUS).exists()


def test_de_manager_ziet_dat_een_antwoord_te_laat_is_en_niet_wat_er_is_gevraagd(
    ingelogd: Ingelogd,
) -> None:
    antwoord = ingelogd("mirjam").get("/voortgang/gremium")

    ((laat, niveau),) = antwoord.context["laat"]
    assert (laat.kenmerk, laat.antwoord_voor, niveau) == (KENMERK, date(2022, 4, 18), "Management")
    assert "Een antwoord is te laat" in antwoord.content.decode()
    assert "Kanarie" not in antwoord.content.decode()
    assert (
        "Een antwoord is te laat" not in ingelogd("bas").get("/voortgang/gremium").content.decode()
    )


def test_het_bestuur_ziet_geen_klok(ingelogd: Ingelogd) -> None:
    assert KENMERK not in ingelogd("bas").get("/voortgang/gremium").content.decode()


def test_een_evaluatie_zet_de_klok_opnieuw(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    assert _evalueer(amira).status_code == 302

    pagina = amira.get("/voortgang/").content.decode()
    assert "Een afspraak is te laat sinds 1 apr 2022" in pagina
    assert "Geen voortgang" not in pagina
    assert "gemist" not in pagina.replace("gemiste evaluaties ziet de manager", "")
    assert ingelogd("mirjam").get("/voortgang/gremium").context["gemeld"] == []


def test_twee_keer_klikken_geeft_een_evaluatie(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    assert [_evalueer(amira).status_code for _ in range(2)] == [302, 302]
    anders = _evalueer(amira, conclusie="Het gaat slechter.")

    assert anders.status_code == 422
    assert "Van deze dag staat er al een evaluatie." in anders.content.decode()
    assert "Het gaat slechter." in anders.content.decode()
    with als(Vrager(id_van("amira"))):
        assert Evaluatie.objects.filter(casus=CASUS).count() == 2


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"datum": "1-1-2099"}, "datum"),
        ({"datum": ""}, "datum"),
        # The casus began on 1 March.
        ({"datum": "28-2-2022"}, "datum"),
        ({"conclusie": " "}, "conclusie"),
    ],
)
def test_een_evaluatie_die_niet_klopt_blijft_in_het_formulier(
    anders: dict[str, str], veld: str, ingelogd: Ingelogd
) -> None:
    antwoord = _evalueer(ingelogd("amira"), **anders)

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == [veld]


def test_na_een_evaluatie_begint_alleen_een_klok_die_loopt_opnieuw(ingelogd: Ingelogd) -> None:
    amira, blad = ingelogd("amira"), f"/zaken/{CASUS}/voortgang/"
    _evalueer(amira)
    met_klok = amira.get(blad).content.decode()
    with als(Vrager(id_van("amira"))):
        inzet_wisselen(CASUS, naar="ondersteuning")
    _evalueer(amira, conclusie="Het gaat beter.", datum="gisteren")

    zonder_klok = amira.get(blad).content.decode()

    assert "De klok begint opnieuw." in met_klok
    assert "De evaluatie is vastgelegd." in zonder_klok
    assert "De klok begint opnieuw." not in zonder_klok


def test_een_ondersteuning_heeft_geen_klok(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    with als(Vrager(id_van("amira"))):
        inzet_wisselen(CASUS, naar="ondersteuning")

    assert KENMERK not in amira.get("/voortgang/").content.decode()
    assert "loopt geen klok" in amira.get(VOORTGANG).content.decode()
    assert ingelogd("mirjam").get("/voortgang/gremium").context["gemeld"] == []


@pytest.mark.parametrize(
    "velden",
    [
        {"vastgesteld_op": date(2022, 9, 1), "uiterlijk_op": date(2099, 1, 1)},
        # Not before it is there.
        {"vastgesteld_op": date(2099, 1, 1), "uiterlijk_op": date(2099, 1, 1)},
    ],
)
def test_de_manager_ziet_dezelfde_klok_als_de_regisseur(velden: dict[str, Any], db: None) -> None:
    _spreek_af(**velden)
    with als(Vrager(id_van("amira"))):
        van_het_huis: Any = klokken(Q(pk=CASUS), vandaag()).get()
    with als(Vrager(id_van("mirjam"))):
        (van_de_manager,) = voor_management(vandaag())

    verwacht = min(date(2022, 9, 1), max(date(2022, 3, 15), velden["vastgesteld_op"]))
    if velden["vastgesteld_op"] > vandaag():
        verwacht = date(2022, 3, 15)
    assert (van_het_huis.bewogen_op, van_de_manager.bewogen_op) == (verwacht, verwacht)


@pytest.mark.parametrize("vastgesteld", [True, False])
def test_een_overleg_telt_als_het_verslag_is_vastgesteld(vastgesteld: bool, db: None) -> None:
    with als(Vrager(id_van("amira"))):
        nieuw = Nieuw(datum=vandaag(), soort="casusoverleg")
        overleg = overleg_plannen(nieuw, [CASUS], door=id_van("amira"))
        punt = Agendapunt.objects.get(overleg=overleg).pk
        Verslag.objects.filter(agendapunt=punt).update(tekst="De partners spraken af.")
        if vastgesteld:
            verslag_vaststellen(punt)
        van_het_huis: Any = klokken(Q(pk=CASUS), vandaag()).get()
    with als(Vrager(id_van("mirjam"))):
        (van_de_manager,) = voor_management(vandaag())

    verwacht = vandaag() if vastgesteld else date(2022, 3, 15)
    assert (van_het_huis.bewogen_op, van_de_manager.bewogen_op) == (verwacht, verwacht)


def test_na_het_heropenen_begint_de_klok_opnieuw(eigen_databank: str) -> None:
    """Nobody was to evaluate while it was closed."""
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(
            "INSERT INTO afsluiting_afsluiting "
            "(id, casus_id, afgesloten_op, heropend_op, resultaat, dicht) "
            "VALUES (%s, %s, '2022-05-01', '2022-06-01', 'doel_gerealiseerd', false)",
            [uuid4(), CASUS],
        )
        beheer.execute("UPDATE casus_casus SET aangemaakt_op = '2022-01-01' WHERE id = %s", [CASUS])
    with als(Vrager(id_van("amira"))):
        van_het_huis: Any = klokken(Q(pk=CASUS), vandaag()).get()
    with als(Vrager(id_van("mirjam"))):
        (van_de_manager,) = voor_management(vandaag())

    assert van_het_huis.bewogen_op == van_de_manager.bewogen_op == date(2022, 6, 1)
    assert van_het_huis.evaluatie_vanaf == date(2022, 6, 1)


def test_op_een_eerdere_dag_telt_een_heropening_van_daarna_niet_mee(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(
            "INSERT INTO afsluiting_afsluiting "
            "(id, casus_id, afgesloten_op, heropend_op, resultaat, dicht) "
            "VALUES (%s, %s, '2022-05-01', '2022-06-01', 'doel_gerealiseerd', false)",
            [uuid4(), CASUS],
        )
        beheer.execute("UPDATE casus_casus SET aangemaakt_op = '2022-01-01' WHERE id = %s", [CASUS])
    with als(Vrager(id_van("amira"))):
        eerder: Any = klokken(Q(pk=CASUS), date(2022, 5, 31)).get()
        die_dag: Any = klokken(Q(pk=CASUS), date(2022, 6, 1)).get()

    assert eerder.evaluatie_vanaf < date(2022, 6, 1) == die_dag.evaluatie_vanaf
    assert eerder.bewogen_op < date(2022, 6, 1) == die_dag.bewogen_op


def test_de_termijn_is_die_van_het_huis(db: None) -> None:
    _spreek_af(vastgesteld_op=vandaag() - timedelta(days=40), uiterlijk_op=date(2099, 1, 1))
    _zet_weken(8)
    with als(Vrager(id_van("amira"))):
        klok = klok_van(CASUS, wie=kijker(Recht.VOORTGANG_INZIEN), dag=vandaag(), gezet=termijnen())
    assert klok is not None
    assert klok.stil_sinds is None

    _zet_weken(4)
    with als(Vrager(id_van("amira"))):
        klok = klok_van(CASUS, wie=kijker(Recht.VOORTGANG_INZIEN), dag=vandaag(), gezet=termijnen())
    assert klok is not None
    assert klok.stil_sinds == vandaag() - timedelta(days=40)


@pytest.mark.parametrize(
    ("veld", "meeste"),
    [
        ("stilstand_weken", 26),
        ("te_laat_dagen", 90),
        ("evaluatie_weken", 52),
        ("gemiste_evaluaties", 10),
    ],
)
def test_een_termijn_van_niets_of_van_jaren_kan_niet(veld: str, meeste: int, db: None) -> None:
    for waarde in (0, meeste + 1):
        with pytest.raises(IntegrityError, match="huis_termijnen"), transaction.atomic():
            _zet(veld, waarde)
    for waarde in (1, meeste):
        _zet(veld, waarde)


def _zet_weken(weken: int) -> None:
    _zet("stilstand_weken", weken)


def _zet(termijn: str, waarde: int) -> None:
    with als(Vrager(id_van("els"))):
        huis = het_huis()
        nu = {veld: getattr(huis, veld) for veld in VELDEN}
        huis_wijzigen(nu | {termijn: waarde}, versie=huis.versie)
