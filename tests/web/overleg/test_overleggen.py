# SPDX-License-Identifier: EUPL-1.2
"""An overleg from planning to verslag, as the pages do it."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bezetting import id_van
from tests.web.overleg.stappen import adres_van, als_wie, bespreek, genodigden_van
from vangnet.casus.deelname import Plek, beperkt_zetten, rol_beeindigen, uitnodigen
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Agendapunt, Genodigde, Overleg, Verslag
from vangnet.overleg.services import (
    Nieuw,
    derde_noemen,
    op_agenda_zetten,
    overleg_plannen,
    van_agenda_halen,
    verslag_vaststellen,
)
from vangnet.plan.models import Afspraak

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[..., CasusRol]
Plan = Callable[[], UUID]
NIEUW = "/overleggen/nieuw"


def test_plannen_nodigt_uit_wie_bij_naam_meedoet(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")
    keuzes = amira.get(NIEUW).context["formulier"].fields["zaken"].choices

    antwoord = amira.post(
        NIEUW,
        {
            "datum": "over 2 weken",
            "aanvang": "9:30",
            "soort": "casusoverleg",
            "zaken": [keuzes[0][0]],
        },
    )

    assert [sleutel for sleutel, _woorden in keuzes] == [str(id_van("casus"))]
    assert antwoord.status_code == 302
    with als_wie("amira"):
        punt = Agendapunt.objects.get(overleg__datum=vandaag() + timedelta(days=14))
    assert list(genodigden_van(punt.pk)) == ["Bram Douma"]


def test_hetzelfde_formulier_twee_keer_verstuurd_plant_een_overleg(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    velden = {"datum": "morgen", "soort": "casusoverleg", "eenmalig": str(uuid4())}

    assert [amira.post(NIEUW, velden).status_code for _ in range(2)] == [302, 302]
    with als_wie("amira"):
        assert Overleg.objects.filter(datum__gt=vandaag()).count() == 1


def test_een_partner_ziet_het_punt_en_pas_na_vaststellen_het_verslag(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    amira, bram = ingelogd("amira"), ingelogd("bram")
    bespreek(amira, punt)

    assert "Het gaat beter." not in bram.get(adres_van(punt)).content.decode()
    assert bram.get(f"{adres_van(punt)}/verslag").status_code == 404
    with als_wie("bram"):
        assert Verslag.objects.count() == 0
    assert bespreek(amira, punt, vaststellen="ja").status_code == 302
    assert "Het gaat beter." in bram.get(f"{adres_van(punt)}/verslag").content.decode()
    assert bram.post(adres_van(punt), {"versie": 1, "tekst": "x"}).status_code == 404


def test_wie_een_zijde_heeft_leest_het_verslag_niet(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram", zijde=2)
    punt = plan_vandaag()
    amira, bram = ingelogd("amira"), ingelogd("bram")
    bespreek(amira, punt)
    bespreek(amira, punt, vaststellen="ja")

    assert bram.get(adres_van(punt)).status_code == 200
    assert bram.get(f"{adres_van(punt)}/verslag").status_code == 404
    with als_wie("bram"):
        assert Verslag.objects.count() == 0


@pytest.mark.parametrize("vast", [False, True])
@pytest.mark.parametrize("zijde", [None, 2])
def test_wie_een_zijde_heeft_leest_waarom_er_geen_verslag_staat(
    zijde: int | None, vast: bool, ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    """The same whether there is a verslag: that it is vastgesteld, is not told either."""
    neem_deel("bram", zijde=zijde)
    punt = plan_vandaag()
    with als_wie("amira"):
        agenda = f"/overleggen/{Agendapunt.objects.get(pk=punt).overleg_id}"
    if vast:
        bespreek(ingelogd("amira"), punt)
        bespreek(ingelogd("amira"), punt, vaststellen="ja")
    tab = f"/zaken/{id_van('casus')}/overleggen"

    for adres in (adres_van(punt), agenda, tab):
        gezegd = "Je doet mee aan één kant" in ingelogd("bram").get(adres).content.decode()
        assert gezegd == (zijde is not None)
        assert "Je doet mee aan één kant" not in ingelogd("amira").get(adres).content.decode()


def test_wie_niet_meer_meedoet_ziet_het_overleg_niet_meer(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    rol = neem_deel("bram")
    punt = plan_vandaag()
    bram = ingelogd("bram")
    assert len(bram.get("/overleggen/").context["komend"]) == 1

    with als_wie("amira"):
        rol_beeindigen(rol.pk)

    assert bram.get(adres_van(punt)).status_code == 404
    assert bram.get("/overleggen/").context["komend"] == []
    with als_wie("bram"):
        assert (Overleg.objects.count(), Genodigde.objects.count()) == (0, 0)


def test_van_een_agenda_ziet_ieder_alleen_de_eigen_zaken(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    """Chantal takes part and wasn't asked yet; Joris isn't named on what is beperkt."""
    neem_deel("bram")
    with als_wie("amira"):
        uitnodigen(id_van("casus"), Plek(id_van("amira"), None, RolSoort.REGISSEUR))
    punt = plan_vandaag()
    neem_deel("chantal")
    with als_wie("amira"):
        beperkt_zetten(id_van("casus"), beperkt=True)
        overleg = Agendapunt.objects.get(pk=punt).overleg_id
    agenda = f"/overleggen/{overleg}"

    assert [een.pk for een in ingelogd("bram").get(agenda).context["punten"]] == [punt]
    assert ingelogd("joris").get(agenda).context["punten"] == []
    with als_wie("joris"), pytest.raises(NietToegestaan):
        op_agenda_zetten(overleg, id_van("casus"))
    assert ingelogd("chantal").get(agenda).status_code == 404

    amira = ingelogd("amira")
    amira.post(f"{agenda}/zaken", {"kenmerk": "zvh 2022 1"})
    assert ingelogd("chantal").get(agenda).status_code == 200
    assert sorted(genodigden_van(punt)) == ["Amira Terpstra", "Bram Douma", "Chantal Visser"]


def test_op_de_dag_gaat_alles_in_een_keer(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()

    antwoord = bespreek(
        ingelogd("amira"),
        punt,
        gereed=[str(id_van("afspraak"))],
        afspraken="Belt de huisarts @bram over 2 weken\n\nVraagt het aan @ggz morgen",
    )

    assert antwoord.status_code == 302
    assert genodigden_van(punt) == {"Bram Douma": False}
    with als_wie("amira"):
        assert Afspraak.objects.get(pk=id_van("afspraak")).gereed_op == vandaag()
        nieuwe = Afspraak.objects.exclude(pk=id_van("afspraak")).order_by("-uiterlijk_op")
        assert [(een.omschrijving, een.gebruiker_id, een.domein) for een in nieuwe] == [
            ("Belt de huisarts", id_van("bram"), "zorg"),
            ("Vraagt het aan", None, "zorg"),
        ]
        verslag = Verslag.objects.get(agendapunt=punt)
        assert (verslag.tekst, verslag.besluit) == ("Het gaat beter.", "We gaan door.")


def test_een_onleesbare_afspraak_houdt_de_tekst_en_bewaart_niets(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()

    antwoord = bespreek(ingelogd("amira"), punt, afspraken="Belt @bram vr\nBelt @politie vr")

    assert antwoord.status_code == 422
    assert "Niemand die meedoet heet zo: @politie" in antwoord.content.decode()
    assert "Het gaat beter." in antwoord.content.decode()
    with als_wie("amira"):
        assert Verslag.objects.get(agendapunt=punt).tekst is None
        assert Afspraak.objects.count() == 1


def test_wie_later_opslaat_ziet_beide_teksten(ingelogd: Ingelogd, plan_vandaag: Plan) -> None:
    punt = plan_vandaag()
    versie = ingelogd("joris").get(adres_van(punt)).context["formulier"].initial["versie"]
    bespreek(ingelogd("amira"), punt, tekst="Wat Amira schreef.")

    botst = ingelogd("joris").post(
        adres_van(punt), {"versie": versie, "tekst": "Wat Joris schreef."}
    )

    assert botst.status_code == 409
    assert "Wat Amira schreef." in botst.content.decode()
    assert "Wat Joris schreef." in botst.content.decode()
    assert "Verslag samenvoegen" in botst.content.decode()


def test_wie_samenvoegt_houdt_allebei_en_de_afspraken(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    joris = ingelogd("joris")
    begin = joris.get(adres_van(punt)).context["formulier"].initial
    bespreek(ingelogd("amira"), punt, tekst="Wat Amira schreef.", afspraken="")
    getypt = {
        "versie": begin["versie"],
        "genodigd": begin["genodigd"],
        "tekst": "Wat Joris schreef.",
        "besluit": "We gaan door.",
        "afspraken": "Belt de huisarts @bram morgen",
    }
    samen = joris.post(adres_van(punt), getypt).context["formulier"]

    keuzes = {naam: samen[naam].value() for naam in ("versie", "genodigd")}
    joris.post(adres_van(punt), getypt | keuzes | {"kies-tekst": "allebei"})

    with als_wie("amira"):
        verslag = Verslag.objects.get(agendapunt=punt)
        assert verslag.tekst == "Wat Amira schreef.\n\nWat Joris schreef."
        assert Afspraak.objects.filter(omschrijving__startswith="Belt de huisarts").count() == 1


def test_wie_hetzelfde_schreef_verliest_zijn_afspraken_niet(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    joris = ingelogd("joris")
    versie = joris.get(adres_van(punt)).context["formulier"].initial["versie"]
    bespreek(ingelogd("amira"), punt, tekst="Hetzelfde.", besluit="Ja.", afspraken="")

    getypt = {"tekst": "Hetzelfde.", "besluit": "Ja.", "versie": versie}
    getypt |= {"afspraken": "Belt de huisarts @bram morgen"}

    assert joris.post(adres_van(punt), getypt).status_code == 302
    with als_wie("amira"):
        assert Afspraak.objects.filter(omschrijving__startswith="Belt de huisarts").count() == 1


def test_wie_na_het_vaststellen_opslaat_houdt_zijn_tekst(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    joris = ingelogd("joris")
    versie = joris.get(adres_van(punt)).context["formulier"].initial["versie"]
    bespreek(ingelogd("amira"), punt)
    with als_wie("amira"):
        verslag_vaststellen(punt)

    te_laat = joris.post(adres_van(punt), {"versie": versie, "tekst": "Wat Joris schreef."})

    assert te_laat.status_code == 409
    assert "Wat Joris schreef." in te_laat.content.decode()
    assert "intussen vastgesteld" in te_laat.content.decode()
    with als_wie("amira"):
        assert Verslag.objects.get(agendapunt=punt).tekst == "Het gaat beter."


def test_na_vaststellen_verandert_niemand_het_verslag(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    bespreek(ingelogd("amira"), punt)
    with als_wie("amira"):
        verslag_vaststellen(punt)
        assert Verslag.objects.filter(agendapunt=punt).update(tekst="anders") == 0
        assert Genodigde.objects.filter(agendapunt=punt).update(aanwezig=True) == 0
        for daad in (
            lambda: verslag_vaststellen(punt),
            lambda: van_agenda_halen(punt),
            lambda: derde_noemen(punt, "J. de Jong", geheimhouding_op=vandaag()),
        ):
            with pytest.raises(NietToegestaan):
                daad()
        with pytest.raises(ProgrammingError), transaction.atomic():
            Verslag.objects.filter(agendapunt=punt).update(vastgesteld_op=None)


def test_een_verslag_is_pas_vast_te_stellen_als_er_iets_in_staat_en_de_dag_er_is(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    leeg = plan_vandaag()
    with als_wie("amira"):
        later = Nieuw(datum=vandaag() + timedelta(days=1), soort="casusoverleg")
        overleg = overleg_plannen(later, [id_van("casus")], door=id_van("amira"))
        morgen = Agendapunt.objects.get(overleg=overleg).pk
    bespreek(ingelogd("amira"), morgen)

    for punt in (leeg, morgen):
        with als_wie("amira"), pytest.raises(NietToegestaan):
            verslag_vaststellen(punt)


def test_een_derde_komt_pas_na_het_tekenen(ingelogd: Ingelogd, plan_vandaag: Plan) -> None:
    adres = f"{adres_van(plan_vandaag())}/derden"
    amira = ingelogd("amira")
    later = f"{vandaag() + timedelta(days=1):%d-%m-%Y}"

    for dag in ("", later):
        velden = {"derde": "J. de Jong, woningcorporatie", "geheimhouding_op": dag}
        antwoord = amira.post(adres, velden)
        assert antwoord.status_code == 422
        assert "J. de Jong, woningcorporatie" in antwoord.content.decode()
    punt = UUID(adres.split("/")[3])
    with als_wie("amira"), pytest.raises(NietToegestaan):
        derde_noemen(punt, "J. de Jong", geheimhouding_op=vandaag() + timedelta(days=1))
    goed = {"derde": "J. de Jong", "geheimhouding_op": "1-1-2022"}
    assert amira.post(adres, goed).status_code == 302


def test_een_punt_waarop_is_geschreven_blijft_op_de_agenda(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    geschreven, leeg = plan_vandaag(), plan_vandaag()
    amira = ingelogd("amira")
    bespreek(amira, geschreven)

    assert amira.post(f"{adres_van(geschreven)}/weg").status_code == 404
    assert amira.post(f"{adres_van(leeg)}/weg").status_code == 302
    with als_wie("amira"):
        assert not Agendapunt.objects.filter(pk=leeg).exists()


def test_een_partner_nodigt_niemand_uit(neem_deel: NeemDeel, plan_vandaag: Plan) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    with als_wie("amira"):
        overleg = Agendapunt.objects.get(pk=punt).overleg_id

    with als_wie("bram"):
        for daad in (
            lambda: op_agenda_zetten(overleg, id_van("casus")),
            lambda: van_agenda_halen(punt),
            lambda: verslag_vaststellen(punt),
            lambda: derde_noemen(punt, "J. de Jong", geheimhouding_op=vandaag()),
        ):
            with pytest.raises(NietToegestaan):
                daad()
        assert Genodigde.objects.update(aanwezig=True) == 0


def test_de_uitnodiging_noemt_niemand(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    with als_wie("amira"):
        overleg = Agendapunt.objects.get(pk=punt).overleg_id

    antwoord = ingelogd("bram").get(f"/overleggen/{overleg}/uitnodiging")

    regels = antwoord.content.decode().split("\r\n")
    assert antwoord["Content-Type"].startswith("text/calendar")
    assert [regel for regel in regels if not regel.startswith("DTSTAMP:")] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Vangnet//Overleg//NL",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{overleg}",
        "SEQUENCE:0",
        f"DTSTART;VALUE=DATE:{vandaag():%Y%m%d}",
        "SUMMARY:Overleg",
        f"URL:http://testserver/overleggen/{overleg}",
        "CLASS:PRIVATE",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_het_volgende_overleg_begint_met_wat_open_bleef(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    amira = ingelogd("amira")
    with als_wie("amira"):
        overleg = Agendapunt.objects.get(pk=punt).overleg_id

    def gekozen() -> list[str]:
        keuze: list[str] = amira.get(f"{NIEUW}?na={overleg}").context["formulier"].initial["zaken"]
        return keuze

    assert gekozen() == [str(id_van("casus"))]
    bespreek(amira, punt, gereed=[str(id_van("afspraak"))])
    bespreek(amira, punt, vaststellen="ja")
    assert gekozen() == []


def test_agenda_en_punt_vragen_bij_1_en_10_evenveel(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    amira = ingelogd("amira")

    def vragen(adres: str) -> int:
        with CaptureQueriesContext(connection) as gesteld:
            assert amira.get(adres).status_code == 200
        return len(gesteld)

    with als_wie("amira"):
        overleg = Agendapunt.objects.get(pk=punt).overleg_id
    adressen = (
        "/overleggen/",
        NIEUW,
        f"/overleggen/{overleg}",
        f"/overleggen/{overleg}/wijzigen",
        adres_van(punt),
        f"{adres_van(punt)}/verslag",
        f"/zaken/{id_van('casus')}/overleggen",
    )
    vragen("/overleggen/")
    bij_een = [vragen(adres) for adres in adressen]
    for _ in range(9):
        plan_vandaag()
    bespreek(
        amira, punt, afspraken="\n".join(f"Afspraak {nummer} @bram vr" for nummer in range(10))
    )

    vragen(adres_van(punt))  # Shows what happened, once.
    assert [vragen(adres) for adres in adressen] == bij_een
