# SPDX-License-Identifier: EUPL-1.2
"""The day of an overleg: who is there, and what a verslag keeps."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import in_het_journaal
from tests.web.overleg.stappen import adres_van, als_wie, bespreek, genodigden_van
from vangnet.casus.deelname import Plek, uitnodigen
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Agendapunt, Genodigde, Verslag
from vangnet.overleg.services import (
    Nieuw,
    derde_noemen,
    overleg_plannen,
)
from vangnet.plan.models import Afspraak
from vangnet.plan.services import afspraak_afvinken

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[..., CasusRol]
Plan = Callable[[], UUID]


def test_vaststellen_bewaart_wat_in_het_formulier_staat(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()

    antwoord = bespreek(ingelogd("amira"), punt, tekst="Net getypt.", vaststellen="ja")

    assert antwoord["Location"] == f"{adres_van(punt)}/verslag"
    with als_wie("amira"):
        verslag = Verslag.objects.get(agendapunt=punt)
    assert verslag.tekst == "Net getypt."
    assert verslag.vastgesteld_op is not None


def test_vaststellen_zonder_tekst_of_met_een_fout_stelt_niets_vast(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    amira = ingelogd("amira")

    leeg = bespreek(amira, punt, tekst="", besluit="", vaststellen="ja")
    fout = bespreek(amira, punt, tekst="Net getypt.", afspraken="Belt vr", vaststellen="ja")

    assert (leeg.status_code, fout.status_code) == (422, 422)
    assert "Schrijf eerst op wat is besproken of besloten." in leeg.content.decode()
    assert "Net getypt." in fout.content.decode()
    with als_wie("amira"):
        assert Verslag.objects.get(agendapunt=punt).vastgesteld_op is None


def test_een_vastgesteld_verslag_houdt_de_afspraken_van_toen(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    amira, bram = ingelogd("amira"), ingelogd("bram")
    bespreek(
        amira,
        punt,
        gereed=[str(id_van("afspraak"))],
        afspraken="Belt de huisarts @bram over 2 weken",
        vaststellen="ja",
    )
    with als_wie("amira"):
        Afspraak.objects.filter(omschrijving="Belt de huisarts").update(
            omschrijving="Belt de tandarts"
        )
        afspraak_afvinken(id_van("afspraak"), gereed=False)

    def gelezen(client: Client) -> dict[str, int]:
        antwoord = client.get(f"{adres_van(punt)}/verslag")
        assert "tandarts" not in antwoord.content.decode()
        return {kop: len(regels) for kop, regels in antwoord.context["afspraken"]}

    assert gelezen(amira) == {
        "Nieuwe afspraken": 1,
        "Afspraken die klaar zijn": 1,
        "Afspraken die open bleven": 0,
    }
    assert "Belt de huisarts" in bram.get(f"{adres_van(punt)}/verslag").content.decode()


def test_een_partner_leest_in_het_verslag_alleen_de_eigen_afspraken(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    amira = ingelogd("amira")
    with als_wie("amira"):
        Afspraak.objects.filter(pk=id_van("afspraak")).update(organisatie=id_van("politie"))
    bespreek(amira, punt, afspraken="Belt de huisarts @bram over 2 weken", vaststellen="ja")

    def aantal(client: Client) -> list[int]:
        antwoord = client.get(f"{adres_van(punt)}/verslag")
        return [len(regels) for _kop, regels in antwoord.context["afspraken"]]

    assert aantal(amira) == [1, 0, 1]
    assert aantal(ingelogd("bram")) == [1, 0, 0]


def _in_sql(naam: str, opdracht: str) -> list[str]:
    """The first column of what somebody reads past every filter of the application."""
    with als_wie(naam), connection.cursor() as cursor:
        cursor.execute(opdracht)
        return [str(rij[0]) for rij in cursor.fetchall()]


def test_in_sql_leest_een_partner_van_een_verslag_alleen_de_eigen_afspraken(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    with als_wie("amira"):
        Afspraak.objects.filter(pk=id_van("afspraak")).update(organisatie=id_van("politie"))
    regel = "Belt de huisarts @bram over 2 weken"
    bespreek(ingelogd("amira"), punt, afspraken=regel, vaststellen="ja")
    bewaard = "SELECT wat FROM overleg_verslagafspraak ORDER BY wat"

    assert _in_sql("amira", bewaard) == [
        "Belt de huisarts",
        "Kanarie-afspraak",
        "Kanarie-vastgelegd",
    ]
    assert _in_sql("bram", bewaard) == ["Belt de huisarts"]
    assert _in_sql("chantal", bewaard) == []
    (verslag,) = _in_sql("bram", "SELECT to_jsonb(v) FROM overleg_verslag v")
    assert "Het gaat beter." in verslag
    assert "Kanarie-afspraak" not in verslag


def test_in_sql_leest_wie_een_zijde_heeft_geen_afspraken_uit_een_verslag(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram", zijde=2)
    punt = plan_vandaag()
    regel = "Belt de huisarts @bram over 2 weken"
    bespreek(ingelogd("amira"), punt, afspraken=regel, vaststellen="ja")

    assert _in_sql("bram", "SELECT wat FROM overleg_verslagafspraak") == []


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE overleg_verslagafspraak SET wat = 'anders'",
        "DELETE FROM overleg_verslagafspraak",
        "SELECT overleg.leg_afspraken_vast(NULL, NULL, NULL)",
    ],
)
def test_wat_een_verslag_van_de_afspraken_bewaart_verandert_ook_het_huis_niet(
    opdracht: str, db: None
) -> None:
    with als_wie("amira"), pytest.raises(ProgrammingError), transaction.atomic():
        connection.cursor().execute(opdracht)


def test_wie_na_het_overleg_tekende_was_er_niet_bij(ingelogd: Ingelogd) -> None:
    """The overleg of the cast was on 1 March 2022."""
    adres = f"{adres_van(id_van('punt'))}/derden"
    amira = ingelogd("amira")
    velden = {"derde": "J. de Jong", "geheimhouding_op": "2-3-2022"}

    antwoord = amira.post(adres, velden)

    assert antwoord.status_code == 422
    assert "Wie pas na het overleg tekende" in antwoord.content.decode()
    with als_wie("amira"), pytest.raises(NietToegestaan):
        derde_noemen(id_van("punt"), "J. de Jong", geheimhouding_op=date(2022, 3, 2))
    assert amira.post(adres, velden | {"geheimhouding_op": "1-3-2022"}).status_code == 302


def test_wie_pas_na_het_openen_is_genodigd_is_niet_afwezig(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    amira = ingelogd("amira")
    formulier = amira.get(adres_van(punt)).context["formulier"]
    velden = {naam: formulier.initial[naam] for naam in ("versie", "genodigd")}
    with als_wie("amira"):
        derde_noemen(punt, "J. de Jong", geheimhouding_op=vandaag())

    assert formulier.initial["aanwezig"] == []
    assert amira.post(adres_van(punt), velden | {"tekst": "Besproken."}).status_code == 302
    with als_wie("amira"):
        rijen = Genodigde.objects.filter(agendapunt=punt)
        assert dict(rijen.values_list("derde", "aanwezig")) == {None: False, "J. de Jong": None}


def test_op_de_bladzijde_met_beide_teksten_van_een_verslag_is_gekeken(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    begin = ingelogd("amira").get(adres_van(punt)).context["formulier"].initial
    velden = {naam: begin[naam] for naam in ("versie", "genodigd")}
    ingelogd("amira").post(adres_van(punt), velden | {"tekst": "Van de een."})

    botst = ingelogd("joris").post(adres_van(punt), velden | {"tekst": "Van de ander."})

    assert botst.status_code == 409
    van_joris = [rij for rij in in_het_journaal("agendapunt.ingezien") if rij[0] == id_van("joris")]
    assert van_joris == [(id_van("joris"), punt, id_van("casus"), True)]


def test_wie_er_was_overschrijft_niemand_ongezien(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    amira, joris = ingelogd("amira"), ingelogd("joris")
    begin = amira.get(adres_van(punt)).context["formulier"].initial
    velden = {naam: begin[naam] for naam in ("versie", "genodigd")}

    er_is = amira.post(adres_van(punt), velden | {"aanwezig": begin["genodigd"].split(":")[0]})
    botst = joris.post(adres_van(punt), velden)

    assert (er_is.status_code, botst.status_code) == (302, 409)
    assert [een.nu for een in botst.context["anders"] if een.veld.name == "aanwezig"] == [
        "Bram Douma, GGZ Noorderlicht"
    ]
    assert genodigden_van(punt) == {"Bram Douma": True}


def test_voorbereiden_zegt_niet_wie_er_is(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    with als_wie("amira"):
        later = Nieuw(datum=vandaag() + timedelta(days=1), soort="casusoverleg")
        overleg = overleg_plannen(later, [id_van("casus")], door=id_van("amira"))
        punt = Agendapunt.objects.get(overleg=overleg).pk
    amira = ingelogd("amira")

    assert bespreek(amira, punt).status_code == 302
    assert genodigden_van(punt) == {"Bram Douma": None}
    assert "Bram Douma" in amira.get(adres_van(punt)).content.decode()


def test_een_vinkje_bij_wat_al_klaar_is_zegt_wat_te_doen(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    amira = ingelogd("amira")
    bespreek(amira, punt, afspraken="Belt de huisarts @bram vr", gereed=[str(id_van("afspraak"))])

    antwoord = bespreek(amira, punt, gereed=[str(id_van("afspraak"))])

    assert antwoord.status_code == 422
    assert "staat niet meer open" in antwoord.content.decode()
    assert "geen beschikbare keuze" not in antwoord.content.decode()


def test_wat_op_dit_overleg_is_afgesproken_staat_niet_bij_de_vorige_afspraken(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt, amira = plan_vandaag(), ingelogd("amira")
    bespreek(amira, punt, afspraken="Belt de huisarts @bram vr")

    pagina = amira.get(adres_van(punt))

    (vorige,) = pagina.context["formulier"].fields["gereed"].choices
    assert vorige[0] == str(id_van("afspraak"))
    assert "Vorige afspraken: wat is klaar?" in pagina.content.decode()
    (nieuw,) = pagina.context["nieuw"]
    assert nieuw.startswith("GGZ Noorderlicht: Belt de huisarts Uiterlijk ")
    na = pagina.content.decode().partition("Afgesproken sinds de dag van dit overleg")[2]
    assert "Belt de huisarts" in na


def test_een_verslag_bewaart_ook_wat_het_huis_doet_en_een_partner_leest_dat_niet(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    with als_wie("amira"):
        uitnodigen(id_van("casus"), Plek(id_van("amira"), None, RolSoort.REGISSEUR))
    neem_deel("bram")
    punt = plan_vandaag()
    regels = "Belt de wijkagent @amira vandaag\nPlant het gesprek @huis vandaag"

    bespreek(ingelogd("amira"), punt, afspraken=regels, vaststellen="ja")

    bewaard = "SELECT wie FROM overleg_verslagafspraak WHERE organisatie_id IS NULL ORDER BY wie"
    assert _in_sql("amira", bewaard) == ["Het huis", "Het huis: Amira Terpstra"]
    assert _in_sql("bram", bewaard) == []
