# SPDX-License-Identifier: EUPL-1.2
"""Who was asked to an overleg and takes no part in the casus on its day."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.databank import cluster
from tests.web.overleg.stappen import adres_van, als_wie, bespreek, genodigden_van
from tests.web.overleg.test_verslagbestand import _plat, _tekst
from tests.web.zaken.test_rollen_per_kant import doet_mee
from vangnet.casus.deelname import Plek, rol_beeindigen, uitnodigen
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Agendapunt, Genodigde
from vangnet.overleg.selectors import agenda_van
from vangnet.overleg.services import (
    Nieuw,
    derde_noemen,
    iedereen_aanwezig,
    overleg_plannen,
)
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[..., CasusRol]
Plan = Callable[[], UUID]
CASUS = id_van("casus")


def _over(dagen: int) -> date:
    return vandaag() + timedelta(days=dagen)


def _plan(dagen: int) -> UUID:
    """An overleg with the casus of the cast; its point."""
    with als_wie("amira"):
        nieuw = Nieuw(datum=_over(dagen), soort="casusoverleg")
        overleg = overleg_plannen(nieuw, [CASUS], door=id_van("amira"))
        return Agendapunt.objects.get(overleg=overleg).pk


def _bram_doet_mee() -> CasusRol:
    """In a database of its own, where the fixture has none."""
    doet_mee("bram", "ggz", None)
    with als_wie("amira"):
        return CasusRol.objects.get(casus=CASUS, gebruiker=id_van("bram"))


def _stopt(rol: CasusRol) -> None:
    with als_wie("amira"):
        rol_beeindigen(rol.pk)


def _agenda(punt: UUID) -> str:
    with als_wie("amira"):
        return f"/overleggen/{Agendapunt.objects.get(pk=punt).overleg_id}"


def _blad(client: Client, adres: str) -> str:
    return client.get(adres).content.decode().partition("<main")[2]


def _genodigd(punt: UUID) -> Sequence[str]:
    """Whom the agenda names to the house."""
    with als_wie("amira"):
        overleg = Agendapunt.objects.get(pk=punt).overleg
        wie = kijker_van(Vrager(id_van("amira")))
        (een,) = agenda_van(overleg, wie=wie)
        namen: Sequence[str] = een.namen
        return namen


def _zet(databank: str, wat: str, *waarden: Any) -> None:
    with cluster().verbind(BEHEERDER, databank) as beheer:
        beheer.execute(wat.encode(), waarden)


@pytest.mark.parametrize("lezer", ["amira", "chantal"])
def test_wie_niet_meer_meedoet_staat_niet_bij_genodigd(
    lezer: str, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    bram = neem_deel("bram")
    neem_deel("chantal")
    punt, client = _plan(3), ingelogd(lezer)
    adressen = (_agenda(punt), adres_van(punt))
    assert ["Bram Douma" in _blad(client, een) for een in adressen] == [True, True]

    _stopt(bram)

    for een in adressen:
        assert "Bram Douma" not in _blad(client, een)
        assert "Chantal Visser" in _blad(client, een)


@pytest.mark.parametrize("vorm", ["docx", "pdf"])
def test_iedereen_is_er_zet_wie_niet_meer_meedoet_niet_in_het_verslag(
    vorm: str, ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    bram, amira = neem_deel("bram"), ingelogd("amira")
    neem_deel("chantal")
    punt = plan_vandaag()
    _stopt(bram)

    amira.post(f"{_agenda(punt)}/begin")

    assert genodigden_van(punt) == {"Bram Douma": None, "Chantal Visser": True}
    er_is = amira.get(adres_van(punt)).context["formulier"].initial["aanwezig"]
    bespreek(amira, punt, aanwezig=er_is, vaststellen="ja")
    bestand = _plat(_tekst(amira.get(f"{adres_van(punt)}/verslag.{vorm}"), vorm))
    for tekst in (_blad(amira, f"{adres_van(punt)}/verslag"), bestand):
        assert "Chantal Visser, GGZ Noorderlicht" in tekst
        assert "Bram Douma" not in tekst


def test_wie_er_de_laatste_dag_toch_was_is_met_de_hand_aan_te_vinken(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    bram, amira, punt = neem_deel("bram"), ingelogd("amira"), plan_vandaag()
    _stopt(bram)

    formulier = amira.get(adres_van(punt)).context["formulier"]
    ((bram_pk, zin),) = formulier.fields["aanwezig"].choices
    assert zin == "Bram Douma, GGZ Noorderlicht (doet die dag niet mee)"
    assert formulier.initial["aanwezig"] == []
    bespreek(amira, punt, aanwezig=[bram_pk], vaststellen="ja")

    verslag = _blad(amira, f"{adres_van(punt)}/verslag")
    assert "<p>Bram Douma, GGZ Noorderlicht</p>" in verslag


def test_wie_stopt_terwijl_het_formulier_openstaat_wordt_niet_afwezig_genoemd(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    bram, amira, punt = neem_deel("bram"), ingelogd("amira"), plan_vandaag()
    begin = amira.get(adres_van(punt)).context["formulier"].initial
    _stopt(bram)

    bespreek(amira, punt, genodigd=begin["genodigd"])

    assert genodigden_van(punt) == {"Bram Douma": None}


@pytest.mark.parametrize("was_er", [True, False])
def test_wat_al_is_opgeschreven_blijft_staan_als_de_rol_daarna_eindigt(
    was_er: bool, ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    bram, amira, punt = neem_deel("bram"), ingelogd("amira"), plan_vandaag()
    with als_wie("amira"):
        pk = str(Genodigde.objects.get(agendapunt=punt).pk)
    bespreek(amira, punt, aanwezig=[pk] if was_er else [])

    _stopt(bram)
    amira.post(f"{_agenda(punt)}/begin")

    assert genodigden_van(punt) == {"Bram Douma": was_er}
    assert _genodigd(punt) == ["Bram Douma"]
    formulier = amira.get(adres_van(punt)).context["formulier"]
    assert formulier.initial["aanwezig"] == ([pk] if was_er else [])
    assert "Bram Douma, GGZ Noorderlicht" in _blad(amira, f"{adres_van(punt)}/verslag")


@pytest.mark.parametrize(("eindigt", "genodigd"), [(0, ["Bram Douma"]), (-1, []), (-2, [])])
def test_van_een_overleg_van_gisteren_telt_wie_er_toen_meedeed(
    eindigt: int, genodigd: Sequence[str], eigen_databank: str
) -> None:
    rol, punt = _bram_doet_mee(), _plan(0)
    _stopt(rol)
    _zet(
        eigen_databank,
        "UPDATE overleg_overleg SET datum = %s WHERE datum > '2022-03-01'",
        _over(-1),
    )
    _zet(
        eigen_databank,
        "UPDATE casus_casusrol SET vanaf = '2022-01-01', tot = %s::date,"
        " beeindigd_op = %s::date + time '12:00' WHERE id = %s",
        _over(eindigt),
        _over(eindigt),
        rol.pk,
    )

    assert _genodigd(punt) == genodigd
    with als_wie("amira"):
        een = Agendapunt.objects.get(pk=punt)
        iedereen_aanwezig(een.overleg_id, [een], dag=_over(-1))
    assert genodigden_van(punt) == {"Bram Douma": True if genodigd else None}


@pytest.mark.parametrize(
    ("vanaf", "tot", "genodigd"),
    [(0, 3, ["Bram Douma"]), (0, 2, []), (2, None, ["Bram Douma"]), (4, None, [])],
)
def test_de_dag_van_het_overleg_telt_en_niet_die_van_vandaag(
    vanaf: int, tot: int | None, genodigd: Sequence[str], eigen_databank: str
) -> None:
    rol, punt = _bram_doet_mee(), _plan(3)
    tot_en_met = None if tot is None else _over(tot)
    zet = "UPDATE casus_casusrol SET vanaf = %s, tot = %s WHERE id = %s"
    _zet(eigen_databank, zet, _over(vanaf), tot_en_met, rol.pk)

    assert _genodigd(punt) == genodigd


def test_voor_een_andere_organisatie_meedoen_is_een_andere_uitnodiging(eigen_databank: str) -> None:
    rol, punt = _bram_doet_mee(), _plan(3)
    zet = "UPDATE casus_casusrol SET organisatie_id = %s WHERE id = %s"
    _zet(eigen_databank, zet, id_van("politie"), rol.pk)

    assert _genodigd(punt) == []


def test_wie_voor_het_huis_niet_meer_op_de_zaak_staat_is_niet_genodigd(db: None) -> None:
    with als_wie("amira"):
        uitnodigen(CASUS, Plek(id_van("amira"), None, RolSoort.REGISSEUR))
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("amira"))
    punt = _plan(3)
    assert _genodigd(punt) == ["Amira Terpstra"]

    _stopt(rol)

    assert _genodigd(punt) == []


def test_een_organisatie_zonder_naam_die_niet_meer_meedoet_is_niet_genodigd(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    with als_wie("amira"):
        uitnodigen(CASUS, Plek(None, id_van("ggz"), RolSoort.DEELNEMER))
        rol = CasusRol.objects.get(casus=CASUS, organisatie=id_van("ggz"))
    punt, amira = plan_vandaag(), ingelogd("amira")
    assert _genodigd(punt) == ["GGZ Noorderlicht"]

    _stopt(rol)

    assert _genodigd(punt) == []
    begonnen = amira.post(f"{_agenda(punt)}/begin", follow=True)
    assert "Niet aangevinkt" not in begonnen.content.decode()
    assert begonnen.context["formulier"].functievelden() == []


def test_wie_er_zonder_naam_toch_was_blijft_niet_ongelezen(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    with als_wie("amira"):
        uitnodigen(CASUS, Plek(None, id_van("ggz"), RolSoort.DEELNEMER))
        rol = CasusRol.objects.get(casus=CASUS, organisatie=id_van("ggz"))
    punt, amira = plan_vandaag(), ingelogd("amira")
    with als_wie("amira"):
        pk = Genodigde.objects.get(agendapunt=punt).pk
    _stopt(rol)

    bespreek(amira, punt, **{f"functie_{pk.hex}": "Arts"})

    assert "GGZ Noorderlicht, Arts" in _blad(amira, f"{adres_van(punt)}/verslag")


def test_een_derde_heeft_geen_rol_en_komt(ingelogd: Ingelogd, plan_vandaag: Plan) -> None:
    punt, amira = plan_vandaag(), ingelogd("amira")
    with als_wie("amira"):
        derde_noemen(punt, "J. de Jong", geheimhouding_op=vandaag())

    amira.post(f"{_agenda(punt)}/begin")

    assert "J. de Jong (derde" in _blad(amira, f"{adres_van(punt)}/verslag")
