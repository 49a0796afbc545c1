# SPDX-License-Identifier: EUPL-1.2
"""Goals of a casus, as the pages and the database do them."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from vangnet.casus.models import CasusRol
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.plan.doelen import doel_beoordelen
from vangnet.plan.models import Afspraak, Doel, PlanVersie
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
ZAAK = f"/zaken/{id_van('casus')}"
PLAN, NIEUW, EEN = f"{ZAAK}/plan/", f"{ZAAK}/doelen/nieuw", f"{ZAAK}/doelen/{id_van('doel')}"


def _velden(**anders: Any) -> dict[str, Any]:
    velden = {
        "leefgebied": "financien",
        "omschrijving": "Geen nieuwe schulden",
        "meetbaar": "De huur is drie maanden betaald.",
        "streefdatum": "over 3 maanden",
    }
    return velden | anders


def _doel(pk: UUID | None = None) -> Doel:
    with als(Vrager(id_van("amira"))):
        return Doel.objects.get(pk=pk or id_van("doel"))


def _nieuwste() -> Doel:
    with als(Vrager(id_van("amira"))):
        return Doel.objects.exclude(pk=id_van("doel")).get()


def _gedaan(*handelingen: str) -> list[int]:
    with als(Vrager(id_van("frank"))):
        return [Handeling.objects.filter(handeling=een).count() for een in handelingen]


def test_het_huis_maakt_een_doel_en_tweemaal_klikken_maakt_er_een(ingelogd: Ingelogd) -> None:
    amira, velden = ingelogd("amira"), _velden(eenmalig=str(uuid4()))

    assert [amira.post(NIEUW, velden).status_code for _ in range(2)] == [302, 302]

    doel = _nieuwste()
    assert (doel.leefgebied, doel.meetbaar) == ("financien", "De huur is drie maanden betaald.")
    assert (doel.vastgesteld_op, doel.resultaat) == (vandaag(), None)
    assert _gedaan("doel.toegevoegd") == [1]
    assert "Geen nieuwe schulden" in amira.get(PLAN).content.decode()


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("meetbaar", " "), ("streefdatum", "1-1-2020"), ("leefgebied", ""), ("omschrijving", "")],
)
def test_een_doel_zonder_maat_dag_of_leefgebied_houdt_de_tekst(
    veld: str, waarde: str, ingelogd: Ingelogd
) -> None:
    antwoord = ingelogd("amira").post(NIEUW, _velden(**{veld: waarde}))

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == [veld]
    gebleven = "Geen nieuwe schulden" if veld != "omschrijving" else "De huur is drie maanden"
    assert gebleven in antwoord.content.decode()


def test_wie_later_opslaat_ziet_beide_teksten(ingelogd: Ingelogd) -> None:
    amira, joris = ingelogd("amira"), ingelogd("joris")
    velden = _velden(streefdatum="1-10-2022", versie="1")
    amira.post(EEN, velden | {"omschrijving": "Wat Amira schreef."})

    botst = joris.post(EEN, velden | {"omschrijving": "Wat Joris schreef."})

    assert botst.status_code == 409
    pagina = botst.content.decode()
    assert "Wat Amira schreef." in pagina
    assert "Wat Joris schreef." in pagina
    assert _gedaan("doel.ingezien") == [1]
    opnieuw = botst.context["formulier"].data["versie"]
    assert joris.post(EEN, velden | {"versie": opnieuw}).status_code == 302
    assert _doel().omschrijving == "Geen nieuwe schulden"
    assert _gedaan("doel.gewijzigd") == [2]


def test_een_resultaat_kan_anders_en_weer_weg(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    for resultaat in ("deels", "deels", "niet"):
        amira.post(f"{EEN}/resultaat", {"resultaat": resultaat})
    assert (_doel().resultaat, _doel().beoordeeld_op) == ("niet", vandaag())
    assert amira.get(EEN).status_code == 302
    amira.post(f"{EEN}/resultaat", {"resultaat": ""})

    assert (_doel().resultaat, _doel().beoordeeld_op) == (None, None)
    assert _gedaan("doel.beoordeeld", "doel.weer_open") == [2, 1]


def test_een_partner_en_wie_niet_op_de_zaak_staat_zien_geen_doel(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")
    with als(Vrager(id_van("amira"))):
        Afspraak.objects.filter(pk=id_van("afspraak")).update(doel=id_van("doel"))

    assert bram.post(NIEUW, _velden()).status_code == 404
    assert "Kanarie-doel" not in bram.get(PLAN).content.decode()
    assert "Kanarie-doel" in ingelogd("amira").get(PLAN).content.decode()
    for naam in ("bram", "tineke", "mirjam"):
        with als(Vrager(id_van(naam))), pytest.raises(NietToegestaan):
            doel_beoordelen(id_van("doel"), resultaat="deels")


def test_een_afspraak_kan_bij_een_doel_horen(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")

    ingelogd("amira").post(f"{ZAAK}/afspraken/nieuw", _afspraak(id_van("doel")))

    with als(Vrager(id_van("amira"))):
        gemaakt = Afspraak.objects.get(omschrijving="Belt de verhuurder.")
        assert gemaakt.doel_id == id_van("doel")


def _afspraak(doel: UUID) -> dict[str, str]:
    return {
        "omschrijving": "Belt de verhuurder.",
        "wie": str(id_van("ggz")),
        "uiterlijk_op": "vandaag",
        "domein": "zorg",
        "doel": str(doel),
    }


def test_een_afspraak_hoort_bij_een_doel_van_dezelfde_zaak(eigen_databank: str) -> None:
    ander = _doel_van_een_andere_zaak(eigen_databank)

    vreemd = log_in(Client(), "amira").post(f"{ZAAK}/afspraken/nieuw", _afspraak(ander))

    assert "doel" in vreemd.context["formulier"].errors
    with als(Vrager(id_van("amira"))):
        # She may read both; only what they belong to differs.
        assert Doel.objects.filter(pk__in=[id_van("doel"), ander]).count() == 2
        afspraak = Afspraak.objects.filter(pk=id_van("afspraak"))
        afspraak.update(doel=id_van("doel"))
        with pytest.raises(ProgrammingError), transaction.atomic():
            afspraak.update(doel=ander)
        assert afspraak.get().doel_id == id_van("doel")


def _doel_van_een_andere_zaak(databank: str) -> UUID:
    casus, doel = uuid4(), uuid4()
    with cluster().verbind(BEHEERDER, databank) as beheer:
        beheer.execute(
            "INSERT INTO casus_casus (id, kenmerk, samenstelling, gemeente, eerste_verwerking)"
            " VALUES (%s, 'ZVH-2022-0002', 'individu', 'GM0080', '2022-03-01')",
            [casus],
        )
        beheer.execute(
            "INSERT INTO plan_doel (id, casus_id, leefgebied, omschrijving, meetbaar,"
            " vastgesteld_op, streefdatum) VALUES (%s, %s, 'financien', 'Minder schuld', 'Eén',"
            " '2022-03-01', '2022-09-01')",
            [doel, casus],
        )
    return doel


def test_wie_te_laat_beoordeelt_krijgt_geen_fout(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    def als_het_weg_is(doel: UUID, **gekozen: Any) -> None:
        doel_beoordelen(uuid4(), **gekozen)

    monkeypatch.setattr("vangnet.web.plan.doelen.doel_beoordelen", als_het_weg_is)

    antwoord = ingelogd("amira").post(f"{EEN}/resultaat", {"resultaat": "deels"})

    assert antwoord.status_code == 404
    assert _doel().resultaat is None


def test_een_versie_zegt_de_doelen_die_lopen_met_hun_afspraken(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(NIEUW, _velden())
    amira.post(f"{ZAAK}/doelen/{_nieuwste().pk}/resultaat", {"resultaat": "niet"})
    with als(Vrager(id_van("amira"))):
        Afspraak.objects.filter(pk=id_van("afspraak")).update(doel=id_van("doel"))

    papier = amira.post(f"{PLAN}vaststellen", follow=True)

    (doel,) = papier.context["doelen"]
    assert doel[:4] == ("Wonen", "Kanarie-doel", "Kanarie-meetbaar.", date(2022, 9, 1))
    assert [een.wat for een in doel.afspraken] == ["Kanarie-afspraak."]
    assert "Kanarie-afspraak. Uiterlijk op" in papier.content.decode()
    assert papier.context["regels"] == []
    amira.post(EEN, _velden(omschrijving="Iets anders", versie="1", streefdatum="1-9-2022"))
    with als(Vrager(id_van("amira"))):
        laatste = PlanVersie.objects.order_by("-nummer")[0]
    assert [een["wat"] for een in laatste.inhoud["doelen"]] == ["Kanarie-doel"]


def test_de_bladzijde_vraagt_bij_1_en_10_doelen_evenveel(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    def vragen() -> int:
        with CaptureQueriesContext(connection) as gesteld:
            assert amira.get(PLAN).status_code == 200
        return len(gesteld)

    vragen()
    bij_een = vragen()
    for nummer in range(9):
        amira.post(NIEUW, _velden(omschrijving=f"Doel {nummer}"))

    vragen()  # Shows what happened, once.
    assert vragen() == bij_een
