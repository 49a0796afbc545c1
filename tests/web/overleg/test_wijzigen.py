# SPDX-License-Identifier: EUPL-1.2
"""Moving and calling off an overleg, leaving somebody out, and the day as a whole."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import in_het_journaal
from tests.web.overleg.stappen import adres_van, als_wie, bespreek, genodigden_van
from vangnet.casus.deelname import Plek, beperkt_zetten, uitnodigen
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Agendapunt, Genodigde, Overleg, Verslag
from vangnet.overleg.services import (
    derde_noemen,
    genodigde_weglaten,
    overleg_afgelasten,
    overleg_wijzigen,
    verslag_vaststellen,
)

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[..., CasusRol]
Plan = Callable[[], UUID]


def _overleg(punt: UUID) -> Overleg:
    with als_wie("amira"):
        return Overleg.objects.get(agendapunten=punt)


def _adres(punt: UUID, deel: str = "") -> str:
    return f"/overleggen/{_overleg(punt).pk}{deel}"


def _gedaan(handeling: str) -> Sequence[UUID]:
    """The casussen that this act names."""
    with als_wie("frank"):
        gedaan = Handeling.objects.filter(handeling=handeling).values("pk")
        van = Onderwerp.objects.filter(handeling__in=gedaan, soort="casus")
        return list(van.values_list("onderwerp", flat=True))


def _velden(dag: date, punt: UUID, **anders: str) -> dict[str, str]:
    return {"datum": f"{dag:%d-%m-%Y}", "versie": str(_overleg(punt).versie)} | anders


def test_verzetten_staat_op_de_agenda_en_in_het_agendabestand(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    later = vandaag() + timedelta(days=9)
    velden = _velden(later, punt, aanvang="13:15", plaats="Zaal 3", titel="Driemaandelijks")

    antwoord = ingelogd("amira").post(_adres(punt, "/wijzigen"), velden)

    assert antwoord.status_code == 302
    bram = ingelogd("bram")
    agenda = bram.get(_adres(punt)).content.decode()
    assert "Driemaandelijks" in agenda
    assert "Waar: Zaal 3" in agenda
    bestand = bram.get(_adres(punt, "/uitnodiging")).content.decode()
    assert f"DTSTART:{later:%Y%m%d}T" in bestand
    assert "SEQUENCE:1\r\n" in bestand
    assert "Zaal" not in bestand
    assert "Driemaandelijks" not in bestand
    assert _gedaan("overleg.gewijzigd") == [id_van("casus")]


def test_afgelasten_maakt_een_annulering_en_is_terug_te_draaien(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    amira, bram = ingelogd("amira"), ingelogd("bram")
    formulier = amira.get(adres_van(punt)).context["formulier"].initial

    amira.post(_adres(punt, "/afgelasten"))

    bestand = bram.get(_adres(punt, "/uitnodiging")).content.decode()
    assert "METHOD:CANCEL\r\n" in bestand
    assert "STATUS:CANCELLED\r\n" in bestand
    assert "SEQUENCE:1\r\n" in bestand
    assert "Dit overleg gaat niet door." in bram.get(_adres(punt)).content.decode()
    assert "Ongedaan maken" not in bram.get(_adres(punt)).content.decode()
    velden = {"tekst": "x", "versie": formulier["versie"]}
    assert amira.post(adres_van(punt), velden).status_code == 409
    assert "Ongedaan maken" in amira.get(_adres(punt)).content.decode()
    amira.post(_adres(punt, "/afgelasten"), {"af": "nee"})
    assert "METHOD:PUBLISH" in bram.get(_adres(punt, "/uitnodiging")).content.decode()
    assert "SEQUENCE:2\r\n" in bram.get(_adres(punt, "/uitnodiging")).content.decode()
    assert bespreek(amira, punt).status_code == 302
    assert _gedaan("overleg.afgelast") == [id_van("casus")]
    assert _gedaan("overleg.weer_gepland") == [id_van("casus")]


def test_over_een_afgelast_overleg_schrijft_ook_de_databank_niets(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    bespreek(ingelogd("amira"), punt)
    with als_wie("amira"):
        overleg_afgelasten(_overleg(punt).pk, af=True)
        with pytest.raises(NietToegestaan):
            verslag_vaststellen(punt)
        with pytest.raises(NietToegestaan):
            overleg_wijzigen(_overleg(punt).pk, gelezen=2, datum=vandaag(), aanvang=None)


def test_wie_later_verzet_ziet_wat_er_nu_staat(ingelogd: Ingelogd, plan_vandaag: Plan) -> None:
    punt = plan_vandaag()
    oud = _velden(vandaag() + timedelta(days=3), punt, plaats="Zaal 4")
    ingelogd("joris").post(
        _adres(punt, "/wijzigen"), _velden(vandaag() + timedelta(days=2), punt, plaats="Zaal 3")
    )

    botst = ingelogd("amira").post(_adres(punt, "/wijzigen"), oud)

    assert botst.status_code == 409
    assert "waar: Zaal 3" in botst.content.decode()
    assert "Zaal 4" in botst.content.decode()
    assert _overleg(punt).plaats == "Zaal 3"
    with als_wie("amira"), pytest.raises(BotsendeVersie):
        overleg_wijzigen(_overleg(punt).pk, gelezen=1, datum=vandaag(), aanvang=None)


def test_een_overleg_gaat_niet_naar_een_dag_die_voorbij_is_of_voor_het_tekenen(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    amira, gisteren = ingelogd("amira"), vandaag() - timedelta(days=1)
    amira.post(_adres(punt, "/wijzigen"), _velden(vandaag() + timedelta(days=3), punt))
    with als_wie("amira"):
        derde_noemen(punt, "J. de Jong", geheimhouding_op=vandaag())

    antwoord = amira.post(_adres(punt, "/wijzigen"), _velden(gisteren, punt))

    assert antwoord.status_code == 422
    assert "Kies vandaag of een dag die nog komt." in antwoord.content.decode()
    with als_wie("amira"), pytest.raises(NietToegestaan):
        overleg_wijzigen(_overleg(punt).pk, gelezen=2, datum=gisteren, aanvang=None)


def test_ook_op_de_dag_die_er_stond_is_het_niet_voor_het_tekenen_van_een_derde(
    ingelogd: Ingelogd,
) -> None:
    """The overleg of the cast was on 1 March 2022; a third party signed the day before."""
    with als_wie("amira"):
        derde_noemen(id_van("punt"), "J. de Jong", geheimhouding_op=date(2022, 3, 1))
        overleg_wijzigen(id_van("overleg"), gelezen=1, datum=date(2022, 3, 1), aanvang=None)
        with pytest.raises(NietToegestaan):
            overleg_wijzigen(id_van("overleg"), gelezen=1, datum=date(2022, 2, 28), aanvang=None)


def test_een_overleg_met_een_vastgesteld_verslag_blijft_zoals_het_was(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    amira = ingelogd("amira")
    bespreek(amira, punt, vaststellen="ja")

    assert amira.get(_adres(punt, "/wijzigen")).status_code == 302
    laat = amira.post(_adres(punt, "/afgelasten"), follow=True).content.decode()
    assert "Het verslag is intussen vastgesteld." in laat
    assert "Afgelasten" not in amira.get(_adres(punt)).content.decode()
    with als_wie("amira"):
        with pytest.raises(NietToegestaan):
            overleg_wijzigen(_overleg(punt).pk, gelezen=1, datum=vandaag(), aanvang=None)
        with pytest.raises(NietToegestaan):
            overleg_afgelasten(_overleg(punt).pk, af=True)


def test_wie_het_verslag_niet_mag_zien_leest_niet_waarom_het_overleg_blijft_zoals_het_is(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    """Joris isn't named on the casus, which is beperkt; Amira is."""
    with als_wie("amira"):
        uitnodigen(id_van("casus"), Plek(id_van("amira"), None, RolSoort.REGISSEUR))
    punt = plan_vandaag()
    bespreek(ingelogd("amira"), punt, vaststellen="ja")
    wijzigen, afgelasten = _adres(punt, "/wijzigen"), _adres(punt, "/afgelasten")
    velden = _velden(vandaag() + timedelta(days=9), punt, plaats="Zaal Kastanje")
    with als_wie("amira"):
        beperkt_zetten(id_van("casus"), beperkt=True)
    joris = ingelogd("joris")

    gewijzigd = joris.post(wijzigen, velden)
    afgelast = joris.post(afgelasten, follow=True).content.decode()

    blad = gewijzigd.content.decode()
    assert gewijzigd.status_code == 409
    assert "Zaal Kastanje" in blad
    for tekst in (blad, afgelast):
        assert "Dit overleg blijft zoals het is." in tekst
        assert "vastgesteld" not in tekst
        assert "Iemand was je voor" not in tekst
    assert in_het_journaal("overleg.geweigerd")[-1].gebruiker == id_van("joris")


def test_een_partner_en_een_trajectbegeleider_verzetten_niets(
    neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    overleg = _overleg(punt).pk
    with als_wie("amira"):
        genodigde = Genodigde.objects.get(agendapunt=punt).pk
    for naam in ("bram", "tineke"):
        with als_wie(naam):
            for daad in (
                lambda: overleg_wijzigen(overleg, gelezen=1, datum=vandaag(), aanvang=None),
                lambda: overleg_afgelasten(overleg, af=True),
                lambda: genodigde_weglaten(genodigde, weg=True),
            ):
                with pytest.raises(NietToegestaan):
                    daad()
    with als_wie("amira"), pytest.raises(ProgrammingError), transaction.atomic():
        Overleg.objects.filter(pk=overleg).update(plaats="Zaal 3")


def test_wie_is_weggelaten_ziet_het_punt_niet_meer_ook_in_sql(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    amira, bram = ingelogd("amira"), ingelogd("bram")
    with als_wie("amira"):
        genodigde = Genodigde.objects.get(agendapunt=punt).pk

    amira.post(f"/overleggen/genodigden/{genodigde}/weg")

    assert bram.get(adres_van(punt)).status_code == 404
    with als_wie("bram"), connection.cursor() as cursor:
        cursor.execute("SELECT id FROM overleg_agendapunt WHERE id = %s", [punt])
        assert cursor.fetchall() == []
    blad = amira.get(adres_van(punt))
    assert "aanwezig" not in blad.context["formulier"].fields
    assert "Toch uitnodigen" in blad.content.decode()
    amira.post(f"/overleggen/genodigden/{genodigde}/weg", {"weg": "nee"})
    assert bram.get(adres_van(punt)).status_code == 200
    assert _gedaan("genodigde.weggelaten") == [id_van("casus")]
    assert _gedaan("genodigde.weer_gevraagd") == [id_van("casus")]


def test_opnieuw_op_de_agenda_zetten_vraagt_wie_is_weggelaten_niet(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    with als_wie("amira"):
        genodigde_weglaten(Genodigde.objects.get(agendapunt=punt).pk, weg=True)

    ingelogd("amira").post(_adres(punt, "/zaken"), {"kenmerk": "ZVH-2022-0001"})

    with als_wie("amira"):
        assert Genodigde.objects.get(agendapunt=punt).weggelaten_op is not None


def test_wie_er_was_of_in_een_vastgesteld_verslag_staat_blijft_staan(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    er_is, er_was_niet = plan_vandaag(), plan_vandaag()
    amira = ingelogd("amira")
    with als_wie("amira"):
        wie = {punt: Genodigde.objects.get(agendapunt=punt).pk for punt in (er_is, er_was_niet)}
    bespreek(amira, er_is, aanwezig=[str(wie[er_is])])
    bespreek(amira, er_was_niet, vaststellen="ja")

    for punt in (er_is, er_was_niet):
        with als_wie("amira"), pytest.raises(NietToegestaan):
            genodigde_weglaten(wie[punt], weg=True)


def test_beginnen_met_iedereen_laat_staan_wie_al_is_opgeschreven(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    for naam in ("bram", "chantal"):
        neem_deel(naam)
    punt = plan_vandaag()
    with als_wie("amira"):
        bram = Genodigde.objects.get(agendapunt=punt, gebruiker=id_van("bram"))
        Genodigde.objects.filter(pk=bram.pk).update(aanwezig=False)

    antwoord = ingelogd("amira").post(_adres(punt, "/begin"))

    assert antwoord["Location"] == adres_van(punt)
    assert genodigden_van(punt) == {"Bram Douma": False, "Chantal Visser": True}
    assert _gedaan("overleg.iedereen_aanwezig") == [id_van("casus")]


def test_niemand_is_er_voor_de_dag_zelf(ingelogd: Ingelogd, plan_vandaag: Plan) -> None:
    punt = plan_vandaag()
    amira = ingelogd("amira")
    amira.post(_adres(punt, "/wijzigen"), _velden(vandaag() + timedelta(days=1), punt))

    assert amira.post(_adres(punt, "/begin")).status_code == 404
    assert "Begin, iedereen is er" not in amira.get(_adres(punt)).content.decode()


def test_alle_verslagen_van_een_overleg_gaan_in_een_keer_vast(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    amira = ingelogd("amira")

    assert amira.post(_adres(punt, "/vaststellen")).status_code == 404
    antwoord = bespreek(amira, punt, alle_vaststellen="ja")

    assert antwoord["Location"] == _adres(punt)
    with als_wie("amira"):
        assert Verslag.objects.get(agendapunt=punt).vastgesteld_op is not None
        assert Agendapunt.objects.filter(pk=punt).exists()
    assert "1 verslag is vastgesteld." in amira.get(_adres(punt)).content.decode()
    assert _gedaan("verslag.vastgesteld") == [id_van("casus")]
