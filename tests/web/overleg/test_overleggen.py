# SPDX-License-Identifier: EUPL-1.2
"""An overleg from planning to verslag, as the pages do it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bezetting import id_van
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
from vangnet.plan.services import afspraak_afvinken
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[..., CasusRol]
Plan = Callable[[], UUID]
NIEUW = "/overleggen/nieuw"


def _punt(pk: UUID) -> str:
    return f"/overleggen/punten/{pk}"


def _als(naam: str) -> Any:
    return als(Vrager(id_van(naam)))


def _bespreek(client: Client, punt: UUID, **velden: Any) -> HttpResponse:
    begin = client.get(_punt(punt)).context["formulier"].initial
    gewoon = {"tekst": "Het gaat beter.", "besluit": "We gaan door.", "versie": begin["versie"]}
    antwoord: Any = client.post(_punt(punt), gewoon | velden)
    assert isinstance(antwoord, HttpResponse)
    return antwoord


def _genodigden(punt: UUID) -> dict[str, bool | None]:
    with _als("amira"):
        rijen = Genodigde.objects.filter(agendapunt=punt)
        return dict(rijen.values_list("gebruiker__naam", "aanwezig"))


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
    with _als("amira"):
        punt = Agendapunt.objects.get(overleg__datum=vandaag() + timedelta(days=14))
    assert list(_genodigden(punt.pk)) == ["Bram Douma"]


def test_hetzelfde_formulier_twee_keer_verstuurd_plant_een_overleg(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    velden = {"datum": "morgen", "soort": "casusoverleg", "eenmalig": str(uuid4())}

    assert [amira.post(NIEUW, velden).status_code for _ in range(2)] == [302, 302]
    with _als("amira"):
        assert Overleg.objects.filter(datum__gt=vandaag()).count() == 1


def test_een_partner_ziet_het_punt_en_pas_na_vaststellen_het_verslag(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    amira, bram = ingelogd("amira"), ingelogd("bram")
    _bespreek(amira, punt)

    assert "Het gaat beter." not in bram.get(_punt(punt)).content.decode()
    assert bram.get(f"{_punt(punt)}/verslag").status_code == 404
    with _als("bram"):
        assert Verslag.objects.count() == 0
    assert _bespreek(amira, punt, vaststellen="ja").status_code == 302
    assert "Het gaat beter." in bram.get(f"{_punt(punt)}/verslag").content.decode()
    assert bram.post(_punt(punt), {"versie": 1, "tekst": "x"}).status_code == 404


def test_wie_een_zijde_heeft_leest_het_verslag_niet(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram", zijde=2)
    punt = plan_vandaag()
    amira, bram = ingelogd("amira"), ingelogd("bram")
    _bespreek(amira, punt)
    _bespreek(amira, punt, vaststellen="ja")

    assert bram.get(_punt(punt)).status_code == 200
    assert bram.get(f"{_punt(punt)}/verslag").status_code == 404
    with _als("bram"):
        assert Verslag.objects.count() == 0


def test_wie_niet_meer_meedoet_ziet_het_overleg_niet_meer(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    rol = neem_deel("bram")
    punt = plan_vandaag()
    bram = ingelogd("bram")
    assert len(bram.get("/overleggen/").context["komend"]) == 1

    with _als("amira"):
        rol_beeindigen(rol.pk)

    assert bram.get(_punt(punt)).status_code == 404
    assert bram.get("/overleggen/").context["komend"] == []
    with _als("bram"):
        assert (Overleg.objects.count(), Genodigde.objects.count()) == (0, 0)


def test_van_een_agenda_ziet_ieder_alleen_de_eigen_zaken(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    """Chantal takes part and wasn't asked yet; Joris isn't named on what is beperkt."""
    neem_deel("bram")
    with _als("amira"):
        uitnodigen(id_van("casus"), Plek(id_van("amira"), None, RolSoort.REGISSEUR))
    punt = plan_vandaag()
    neem_deel("chantal")
    with _als("amira"):
        beperkt_zetten(id_van("casus"), beperkt=True)
        overleg = Agendapunt.objects.get(pk=punt).overleg_id
    agenda = f"/overleggen/{overleg}"

    assert [een.pk for een in ingelogd("bram").get(agenda).context["punten"]] == [punt]
    assert ingelogd("joris").get(agenda).context["punten"] == []
    with _als("joris"), pytest.raises(NietToegestaan):
        op_agenda_zetten(overleg, id_van("casus"))
    assert ingelogd("chantal").get(agenda).status_code == 404

    amira = ingelogd("amira")
    amira.post(f"{agenda}/zaken", {"kenmerk": "zvh-2022-0001"})
    assert ingelogd("chantal").get(agenda).status_code == 200
    assert sorted(_genodigden(punt)) == ["Amira Terpstra", "Bram Douma", "Chantal Visser"]


def test_op_de_dag_gaat_alles_in_een_keer(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()

    antwoord = _bespreek(
        ingelogd("amira"),
        punt,
        gereed=[str(id_van("afspraak"))],
        afspraken="Belt de huisarts @bram over 2 weken\n\nVraagt het aan @ggz morgen",
    )

    assert antwoord.status_code == 302
    assert _genodigden(punt) == {"Bram Douma": False}
    with _als("amira"):
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

    antwoord = _bespreek(ingelogd("amira"), punt, afspraken="Belt @bram vr\nBelt @politie vr")

    assert antwoord.status_code == 422
    assert "Niemand die meedoet heet zo: @politie" in antwoord.content.decode()
    assert "Het gaat beter." in antwoord.content.decode()
    with _als("amira"):
        assert Verslag.objects.get(agendapunt=punt).tekst is None
        assert Afspraak.objects.count() == 1


def test_wie_later_opslaat_ziet_beide_teksten(ingelogd: Ingelogd, plan_vandaag: Plan) -> None:
    punt = plan_vandaag()
    versie = ingelogd("joris").get(_punt(punt)).context["formulier"].initial["versie"]
    _bespreek(ingelogd("amira"), punt, tekst="Wat Amira schreef.")

    botst = ingelogd("joris").post(_punt(punt), {"versie": versie, "tekst": "Wat Joris schreef."})

    assert botst.status_code == 409
    assert "Wat Amira schreef." in botst.content.decode()
    assert "Wat Joris schreef." in botst.content.decode()


def test_na_vaststellen_verandert_niemand_het_verslag(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    _bespreek(ingelogd("amira"), punt)
    with _als("amira"):
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
    with _als("amira"):
        later = Nieuw(datum=vandaag() + timedelta(days=1), soort="casusoverleg")
        overleg = overleg_plannen(later, [id_van("casus")], door=id_van("amira"))
        morgen = Agendapunt.objects.get(overleg=overleg).pk
    _bespreek(ingelogd("amira"), morgen)

    for punt in (leeg, morgen):
        with _als("amira"), pytest.raises(NietToegestaan):
            verslag_vaststellen(punt)


def test_vaststellen_bewaart_wat_in_het_formulier_staat(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()

    antwoord = _bespreek(ingelogd("amira"), punt, tekst="Net getypt.", vaststellen="ja")

    assert antwoord["Location"] == f"{_punt(punt)}/verslag"
    with _als("amira"):
        verslag = Verslag.objects.get(agendapunt=punt)
    assert verslag.tekst == "Net getypt."
    assert verslag.vastgesteld_op is not None


def test_vaststellen_zonder_tekst_of_met_een_fout_stelt_niets_vast(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    amira = ingelogd("amira")

    leeg = _bespreek(amira, punt, tekst="", besluit="", vaststellen="ja")
    fout = _bespreek(amira, punt, tekst="Net getypt.", afspraken="Belt vr", vaststellen="ja")

    assert (leeg.status_code, fout.status_code) == (422, 422)
    assert "Schrijf eerst op wat is besproken of besloten." in leeg.content.decode()
    assert "Net getypt." in fout.content.decode()
    with _als("amira"):
        assert Verslag.objects.get(agendapunt=punt).vastgesteld_op is None


def test_een_vastgesteld_verslag_houdt_de_afspraken_van_toen(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    amira, bram = ingelogd("amira"), ingelogd("bram")
    _bespreek(
        amira,
        punt,
        gereed=[str(id_van("afspraak"))],
        afspraken="Belt de huisarts @bram over 2 weken",
        vaststellen="ja",
    )
    with _als("amira"):
        Afspraak.objects.filter(omschrijving="Belt de huisarts").update(
            omschrijving="Belt de tandarts"
        )
        afspraak_afvinken(id_van("afspraak"), gereed=False)

    def gelezen(client: Client) -> dict[str, int]:
        antwoord = client.get(f"{_punt(punt)}/verslag")
        assert "tandarts" not in antwoord.content.decode()
        return {kop: len(regels) for kop, regels in antwoord.context["afspraken"]}

    assert gelezen(amira) == {
        "Nieuwe afspraken": 1,
        "Afspraken die klaar zijn": 1,
        "Afspraken die open bleven": 0,
    }
    assert "Belt de huisarts" in bram.get(f"{_punt(punt)}/verslag").content.decode()


def test_een_partner_leest_in_het_verslag_alleen_de_eigen_afspraken(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    amira = ingelogd("amira")
    with _als("amira"):
        Afspraak.objects.filter(pk=id_van("afspraak")).update(organisatie=id_van("politie"))
    _bespreek(amira, punt, afspraken="Belt de huisarts @bram over 2 weken", vaststellen="ja")

    def aantal(client: Client) -> list[int]:
        antwoord = client.get(f"{_punt(punt)}/verslag")
        return [len(regels) for _kop, regels in antwoord.context["afspraken"]]

    assert aantal(amira) == [1, 0, 1]
    assert aantal(ingelogd("bram")) == [1, 0, 0]


def test_wie_na_het_overleg_tekende_was_er_niet_bij(ingelogd: Ingelogd) -> None:
    """The overleg of the cast was on 1 March 2022."""
    adres = f"{_punt(id_van('punt'))}/derden"
    amira = ingelogd("amira")
    velden = {"derde": "J. de Jong", "geheimhouding_op": "2-3-2022"}

    antwoord = amira.post(adres, velden)

    assert antwoord.status_code == 422
    assert "Wie pas na het overleg tekende" in antwoord.content.decode()
    with _als("amira"), pytest.raises(NietToegestaan):
        derde_noemen(id_van("punt"), "J. de Jong", geheimhouding_op=date(2022, 3, 2))
    assert amira.post(adres, velden | {"geheimhouding_op": "1-3-2022"}).status_code == 302


def test_een_derde_komt_pas_na_het_tekenen(ingelogd: Ingelogd, plan_vandaag: Plan) -> None:
    adres = f"{_punt(plan_vandaag())}/derden"
    amira = ingelogd("amira")
    later = f"{vandaag() + timedelta(days=1):%d-%m-%Y}"

    for dag in ("", later):
        velden = {"derde": "J. de Jong, woningcorporatie", "geheimhouding_op": dag}
        antwoord = amira.post(adres, velden)
        assert antwoord.status_code == 422
        assert "J. de Jong, woningcorporatie" in antwoord.content.decode()
    punt = UUID(adres.split("/")[3])
    with _als("amira"), pytest.raises(NietToegestaan):
        derde_noemen(punt, "J. de Jong", geheimhouding_op=vandaag() + timedelta(days=1))
    goed = {"derde": "J. de Jong", "geheimhouding_op": "1-1-2022"}
    assert amira.post(adres, goed).status_code == 302


def test_een_punt_waarop_is_geschreven_blijft_op_de_agenda(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    geschreven, leeg = plan_vandaag(), plan_vandaag()
    amira = ingelogd("amira")
    _bespreek(amira, geschreven)

    assert amira.post(f"{_punt(geschreven)}/weg").status_code == 404
    assert amira.post(f"{_punt(leeg)}/weg").status_code == 302
    with _als("amira"):
        assert not Agendapunt.objects.filter(pk=leeg).exists()


def test_een_partner_nodigt_niemand_uit(neem_deel: NeemDeel, plan_vandaag: Plan) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    with _als("amira"):
        overleg = Agendapunt.objects.get(pk=punt).overleg_id

    with _als("bram"):
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
    with _als("amira"):
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
        f"DTSTART;VALUE=DATE:{vandaag():%Y%m%d}",
        "SUMMARY:Overleg",
        f"URL:http://testserver/overleggen/{overleg}",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_het_volgende_overleg_begint_met_wat_open_bleef(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    amira = ingelogd("amira")
    with _als("amira"):
        overleg = Agendapunt.objects.get(pk=punt).overleg_id

    def gekozen() -> list[str]:
        keuze: list[str] = amira.get(f"{NIEUW}?na={overleg}").context["formulier"].initial["zaken"]
        return keuze

    assert gekozen() == [str(id_van("casus"))]
    _bespreek(amira, punt, gereed=[str(id_van("afspraak"))])
    _bespreek(amira, punt, vaststellen="ja")
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

    adressen = ("/overleggen/", NIEUW, _punt(punt), f"{_punt(punt)}/verslag")
    vragen("/overleggen/")
    bij_een = [vragen(adres) for adres in adressen]
    for _ in range(9):
        plan_vandaag()
    _bespreek(
        amira, punt, afspraken="\n".join(f"Afspraak {nummer} @bram vr" for nummer in range(10))
    )

    vragen(_punt(punt))  # Shows what happened, once.
    assert [vragen(adres) for adres in adressen] == bij_een
