# SPDX-License-Identifier: EUPL-1.2
"""Vaststellen of a plan, its versions, and the signature."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from datetime import date
from uuid import uuid4

import pytest
from django.db import ProgrammingError, transaction
from django.test import Client

from tests.bezetting import id_van
from tests.databank import cluster
from vangnet.casus.deelname import Plek, beperkt_zetten, uitnodigen
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Afspraak, Plan, PlanVersie
from vangnet.plan.services import plan_ondertekenen, plan_vaststellen
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
PLAN = f"/zaken/{id_van('casus')}/plan/"
VERSIE = f"{PLAN}versies/{id_van('planversie')}"
EEN = f"/zaken/{id_van('casus')}/afspraken/{id_van('afspraak')}"


def _domeinen(*domeinen: str) -> None:
    """Let the casus have an afspraak in each of these domains and no other."""
    with als(Vrager(id_van("amira"))):
        Afspraak.objects.filter(pk=id_van("afspraak")).update(domein=domeinen[0])
        for domein in domeinen[1:]:
            Afspraak.objects.create(
                kenmerk=f"af-{uuid4()}",
                casus_id=id_van("casus"),
                organisatie_id=id_van("ggz"),
                domein=domein,
                omschrijving=f"Kanarie-{domein}",
                vastgesteld_op=vandaag(),
                uiterlijk_op=vandaag(),
            )


def _versies() -> list[PlanVersie]:
    with als(Vrager(id_van("amira"))):
        return list(PlanVersie.objects.filter(casus=id_van("casus")).order_by("nummer"))


@pytest.mark.parametrize(
    ("domeinen", "nadruk"),
    [
        (("strafrechtelijk",), "justitieel"),
        (("strafrechtelijk", "strafrechtelijk"), "justitieel"),
        (("zorg", "zorg"), "nazorg"),
        (("zorg", "strafrechtelijk"), "integraal"),
        (("bestuursrechtelijk",), "integraal"),
        (("zorg", "civielrechtelijk"), "integraal"),
    ],
)
def test_de_nadruk_volgt_uit_de_domeinen(
    domeinen: Sequence[str], nadruk: str, ingelogd: Ingelogd
) -> None:
    _domeinen(*domeinen)

    ingelogd("amira").post(f"{PLAN}vaststellen")

    assert _versies()[-1].nadruk == nadruk


def test_de_nadruk_van_een_jaar_dat_voorbij_is_blijft_zoals_hij_was(ingelogd: Ingelogd) -> None:
    _domeinen("strafrechtelijk")
    amira = ingelogd("amira")

    amira.post(f"{PLAN}vaststellen")

    with als(Vrager(id_van("amira"))):
        plan = Plan.objects.get(casus=id_van("casus"))
    assert (plan.vastgesteld_op, plan.nadruk) == (date(2022, 3, 1), "nazorg")
    assert "Nadruk: Justitieel." in amira.get(PLAN).content.decode()


def test_in_het_jaar_van_het_plan_volgt_de_nadruk_de_laatste_versie(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("UPDATE plan_plan SET vastgesteld_op = %s", [date(vandaag().year, 1, 1)])
        beheer.execute("UPDATE plan_afspraak SET domein = 'strafrechtelijk'")

    with als(Vrager(id_van("amira"))):
        plan_vaststellen(id_van("casus"))

        assert Plan.objects.get(casus=id_van("casus")).nadruk == "justitieel"


def test_een_vervallen_afspraak_telt_niet_mee(ingelogd: Ingelogd) -> None:
    _domeinen("zorg", "strafrechtelijk")
    amira = ingelogd("amira")
    amira.post(f"{EEN}/vervallen", {"reden": "Niet meer nodig."})

    amira.post(f"{PLAN}vaststellen")

    laatste = _versies()[-1]
    assert laatste.nadruk == "justitieel"
    assert [een["wat"] for een in laatste.inhoud["afspraken"]] == ["Kanarie-strafrechtelijk"]


def test_een_nieuwe_versie_laat_de_vorige_lezen(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    naar = amira.post(f"{PLAN}vaststellen").headers["Location"]

    assert [een.nummer for een in _versies()] == [1, 2]
    assert "Kanarie-afspraak" in amira.get(naar).content.decode()
    assert "Kanarie-versie" in amira.get(VERSIE).content.decode()
    with als(Vrager(id_van("frank"))):
        assert Handeling.objects.filter(handeling="plan.vastgesteld").count() == 1
        gelezen = Handeling.objects.filter(handeling="planversie.ingezien")
        assert gelezen.filter(object=id_van("planversie")).count() == 1


def test_twee_keer_klikken_maakt_een_versie(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    adressen = {amira.post(f"{PLAN}vaststellen").headers["Location"] for _ in range(2)}

    assert len(adressen) == 1
    assert len(_versies()) == 2


def test_zonder_afspraken_is_er_niets_vast_te_stellen(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(f"{EEN}/vervallen", {"reden": "Niet meer nodig."})

    antwoord = amira.post(f"{PLAN}vaststellen", follow=True)

    assert "Maak eerst een afspraak." in antwoord.content.decode()
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        plan_vaststellen(id_van("casus"))
    assert len(_versies()) == 1


@pytest.mark.parametrize("naam", ["bram", "tineke", "mirjam"])
def test_alleen_het_huis_stelt_vast(naam: str, ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")

    assert ingelogd(naam).post(f"{PLAN}vaststellen").status_code == 404
    with als(Vrager(id_van(naam))), pytest.raises(NietToegestaan):
        plan_vaststellen(id_van("casus"))


def test_een_partner_ziet_het_plan_niet(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")

    assert bram.get(VERSIE).status_code == 404
    assert "Plan van aanpak" not in bram.get(PLAN).content.decode()
    with als(Vrager(id_van("bram"))):
        assert not PlanVersie.objects.exists()


def test_nadruk_en_versies_schrijft_niemand_zelf(db: None) -> None:
    with als(Vrager(id_van("amira"))):
        for wijzig in (
            lambda: Plan.objects.filter(pk=id_van("plan")).update(nadruk="justitieel"),
            lambda: PlanVersie.objects.filter(pk=id_van("planversie")).update(inhoud={}),
            lambda: PlanVersie.objects.filter(pk=id_van("planversie")).delete(),
        ):
            with pytest.raises(ProgrammingError), transaction.atomic():
                wijzig()


def test_een_handtekening_geeft_drie_jaar_volgen(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    assert amira.post(f"{PLAN}handtekening", {"ondertekend_op": "4-3-2022"}).status_code == 302

    with als(Vrager(id_van("amira"))):
        plan = Plan.objects.get(pk=id_van("plan"))
    assert (plan.ondertekend_op, plan.volgen_tot) == (date(2022, 3, 4), date(2025, 3, 4))
    pagina = amira.get(PLAN).content.decode()
    assert "De betrokkene tekende versie 1 op 4 mrt 2022." in pagina
    assert "We volgden het tot 4 mrt 2025." in pagina


@pytest.mark.parametrize("dag", ["28-2-2022", "1-1-2099", ""])
def test_een_handtekening_ligt_tussen_het_plan_en_vandaag(dag: str, ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("amira").post(f"{PLAN}handtekening", {"ondertekend_op": dag})

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == ["ondertekend_op"]


@pytest.mark.parametrize(
    ("op", "tot"), [(date(2022, 3, 4), date(2025, 3, 4)), (date(2024, 2, 29), date(2027, 2, 28))]
)
def test_drie_jaar_volgen_gaat_van_dag_tot_dag(op: date, tot: date, db: None) -> None:
    with als(Vrager(id_van("amira"))):
        plan_ondertekenen(id_van("plan"), op=op)

        assert Plan.objects.get(pk=id_van("plan")).volgen_tot == tot


def test_de_eerste_handtekening_blijft_staan(ingelogd: Ingelogd) -> None:
    amira, adres = ingelogd("amira"), f"{PLAN}handtekening"
    amira.post(adres, {"ondertekend_op": "4-3-2022"})

    nogmaals = amira.post(adres, {"ondertekend_op": "4-3-2022"})
    anders = amira.post(adres, {"ondertekend_op": "5-6-2023"})

    assert (nogmaals.status_code, anders.status_code) == (302, 422)
    assert list(anders.context["formulier"].errors) == ["reden"]
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        plan_ondertekenen(id_van("plan"), op=date(2023, 6, 5), reden=" ")
    assert _getekend() == date(2022, 3, 4)
    assert _gedaan("plan.ondertekend") == 1


def test_een_handtekening_verbeteren_vraagt_een_reden_en_houdt_wat_er_stond(
    ingelogd: Ingelogd,
) -> None:
    amira, adres = ingelogd("amira"), f"{PLAN}handtekening"
    amira.post(adres, {"ondertekend_op": "4-3-2022"})

    amira.post(adres, {"ondertekend_op": "3-4-2022", "reden": "Dag en maand verwisseld"})

    assert _getekend() == date(2022, 4, 3)
    assert "Dat is verbeterd: Dag en maand verwisseld. We volg" in amira.get(PLAN).content.decode()
    assert (_gedaan("plan.ondertekend"), _gedaan("plan.handtekening_verbeterd")) == (1, 1)


@pytest.mark.parametrize("op", [date(2022, 2, 28), date(2099, 1, 1), None])
def test_ook_de_databank_weigert_een_dag_buiten_plan_en_vandaag(op: date, db: None) -> None:
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        plan_ondertekenen(id_van("plan"), op=op)


@pytest.mark.parametrize(("naam", "mag"), [("tineke", False), ("bram", False), ("joris", True)])
def test_alleen_wie_voor_het_huis_werkt_legt_een_handtekening_vast(
    naam: str, mag: bool, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    with als(Vrager(id_van(naam))), nullcontext() if mag else pytest.raises(NietToegestaan):
        plan_ondertekenen(id_van("plan"), op=date(2022, 3, 4))


def test_een_handtekening_op_een_beperkte_zaak_legt_vast_wie_erop_staat(db: None) -> None:
    with als(Vrager(id_van("amira"))):
        uitnodigen(id_van("casus"), Plek(id_van("amira"), None, RolSoort.REGISSEUR))
        beperkt_zetten(id_van("casus"), beperkt=True)

    with als(Vrager(id_van("joris"))), pytest.raises(NietToegestaan):
        plan_ondertekenen(id_van("plan"), op=date(2022, 3, 4))
    with als(Vrager(id_van("amira"))):
        plan_ondertekenen(id_van("plan"), op=date(2022, 3, 4))
    assert _getekend() == date(2022, 3, 4)


def test_een_handtekening_schrijft_niemand_zelf(db: None) -> None:
    with als(Vrager(id_van("amira"))), pytest.raises(ProgrammingError), transaction.atomic():
        Plan.objects.filter(pk=id_van("plan")).update(ondertekend_op=date(2022, 3, 4))


def _getekend() -> date | None:
    with als(Vrager(id_van("amira"))):
        return Plan.objects.get(pk=id_van("plan")).ondertekend_op


def _gedaan(handeling: str) -> int:
    with als(Vrager(id_van("frank"))):
        return Handeling.objects.filter(handeling=handeling, casus=id_van("casus")).count()


def test_op_het_papier_voor_de_betrokkene_staat_niet_dat_het_vernietigd_moet_worden(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")

    assert "vernietig het na gebruik" in amira.get(PLAN).content.decode()
    assert "vernietig het na gebruik" not in amira.get(VERSIE).content.decode()
