# SPDX-License-Identifier: EUPL-1.2
"""A question to a partner: who asks, who sees it, how it is answered or refused."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import ProgrammingError, transaction
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven
from vangnet.beeld.models import Informatievraag
from vangnet.casus.deelname import Plek, rol_beeindigen, uitnodigen
from vangnet.casus.models import Bijdrage, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.kern.klok import nu, vandaag
from vangnet.kern.werkdagen import werkdagen
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
ZAAK = f"/zaken/{id_van('casus')}"
BEELD = f"{ZAAK}/beeld"
VRAAG = f"{ZAAK}/vragen/{id_van('vraag')}"
VELDEN = {
    "organisatie": str(id_van("ggz")),
    "vraag": "Is de behandeling weer begonnen?",
    "leefgebied": "geestelijke_gezondheid",
    "doel": "afstemming",
    "werkdagen": "3",
}
ANTWOORD = {
    "tekst": "Ja, sinds maandag.",
    "publiek": "alleen_huis",
    "categorie": "relaties",
    "doel": "afstemming",
}


def _vraag() -> Informatievraag:
    with als(Vrager(id_van("amira"))):
        return Informatievraag.objects.get(pk=id_van("vraag"))


def _kanarie(client: Client, pad: str) -> bool:
    return "Kanarie-vraag-aan-ggz" in client.get(pad).content.decode()


def test_het_huis_vraagt_een_partner_iets_met_een_termijn_in_werkdagen(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    with opgeschreven() as gedaan:
        antwoord = ingelogd("amira").post(f"{ZAAK}/vragen/nieuw", VELDEN)

    assert (antwoord.status_code, antwoord["location"]) == (302, BEELD)
    with als(Vrager(id_van("amira"))):
        vraag = Informatievraag.objects.get(vraag=VELDEN["vraag"])
    assert werkdagen(vandaag(), vraag.uiterlijk_op) == 3
    assert (vraag.gevraagd_door_id, vraag.organisatie_id) == (id_van("amira"), id_van("ggz"))
    assert "informatievraag.gesteld" in gedaan


def test_twee_keer_hetzelfde_formulier_is_een_vraag(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira, velden = ingelogd("amira"), VELDEN | {"eenmalig": str(uuid4())}

    for _ in range(2):
        amira.post(f"{ZAAK}/vragen/nieuw", velden)

    with als(Vrager(id_van("amira"))):
        assert Informatievraag.objects.filter(vraag=VELDEN["vraag"]).count() == 1


def test_een_organisatie_die_niet_meedoet_is_niet_te_vragen(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    pagina = amira.get(f"{ZAAK}/vragen/nieuw").content.decode()
    antwoord = amira.post(f"{ZAAK}/vragen/nieuw", VELDEN)

    assert "Er doet nog geen partner mee" in pagina
    assert antwoord.status_code == 422
    assert 'href="#id_' not in antwoord.content.decode()


@pytest.mark.parametrize("dagen", ["0", "61", "morgen"])
def test_een_verkeerde_termijn_laat_de_tekst_staan(
    dagen: str, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    antwoord = ingelogd("amira").post(f"{ZAAK}/vragen/nieuw", VELDEN | {"werkdagen": dagen})

    assert antwoord.status_code == 422
    assert VELDEN["vraag"] in antwoord.content.decode()


def test_een_partner_ziet_de_vraag_op_mijn_werk_en_is_met_een_klik_bij_het_formulier(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")

    werk = bram.get("/werk/").content.decode()

    assert "Vragen aan jou" in werk
    assert f'href="{VRAAG}"' in werk
    assert bram.get(VRAAG).status_code == 200
    assert _kanarie(bram, BEELD)


def test_wie_de_vraag_opent_laat_een_spoor_na(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")
    with opgeschreven() as gedaan:
        bram.get(VRAAG)
        bram.get(f"{VRAAG}/weigeren")

    assert gedaan == ["informatievraag.ingezien", "informatievraag.ingezien"]


def test_zonder_lopende_rol_ziet_niemand_van_de_partner_de_vraag(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    rol = neem_deel("bram")
    bram, chantal = ingelogd("bram"), ingelogd("chantal")
    gezien = _kanarie(bram, "/werk/")
    with als(Vrager(id_van("amira"))):
        rol_beeindigen(rol.pk)

    assert gezien
    assert not _kanarie(bram, "/werk/")
    assert not _kanarie(chantal, "/werk/")
    assert {een.get(VRAAG).status_code for een in (bram, chantal)} == {404}


def test_een_antwoord_wordt_een_bijdrage_van_de_partner(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")
    with opgeschreven() as gedaan:
        antwoord = bram.post(VRAAG, ANTWOORD)

    assert (antwoord.status_code, antwoord["location"]) == (302, BEELD)
    assert gedaan == ["bijdrage.toegevoegd", "informatievraag.beantwoord"]
    vraag = _vraag()
    with als(Vrager(id_van("amira"))):
        assert vraag.bijdrage_id
        bijdrage = Bijdrage.objects.get(pk=vraag.bijdrage_id)
    assert (vraag.afhandeling, vraag.afgehandeld_door_id) == ("gegeven", id_van("bram"))
    assert (bijdrage.bron_id, bijdrage.leefgebied) == (id_van("ggz"), "geestelijke_gezondheid")
    assert bijdrage.tekst == "Ja, sinds maandag."
    assert "Ja, sinds maandag." in ingelogd("amira").get(BEELD).content.decode()
    assert bram.get(VRAAG).status_code == 404


def test_twee_keer_hetzelfde_antwoord_is_een_bijdrage(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    bram, velden = ingelogd("bram"), ANTWOORD | {"eenmalig": str(uuid4())}

    standen = [bram.post(VRAAG, velden).status_code for _ in range(2)]

    assert standen == [302, 302]
    with als(Vrager(id_van("bram"))):
        assert Bijdrage.objects.filter(tekst="Ja, sinds maandag.").count() == 1


def test_wat_een_collega_al_beantwoordde_gaat_niet_nog_eens(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    neem_deel("chantal")
    ingelogd("bram").post(VRAAG, ANTWOORD)

    antwoord = ingelogd("chantal").post(VRAAG, ANTWOORD | {"tekst": "Wat Chantal typte."})

    assert antwoord.status_code == 409
    assert "Wat Chantal typte." in antwoord.content.decode()
    with als(Vrager(id_van("amira"))):
        assert not Bijdrage.objects.filter(tekst="Wat Chantal typte.").exists()


def test_een_geheimhouder_zegt_bij_een_antwoord_over_zorg_op_welke_grond(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")

    antwoord = bram.post(VRAAG, ANTWOORD | {"categorie": "gezondheid"})

    assert antwoord.status_code == 422
    assert "zet het vinkje en kies een grond" in antwoord.content.decode()
    assert _vraag().afhandeling is None


def test_een_antwoord_is_niet_alleen_voor_jezelf(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")

    antwoord = ingelogd("bram").post(VRAAG, ANTWOORD | {"publiek": "werknotitie"})

    assert antwoord.status_code == 422
    assert _vraag().afhandeling is None


def test_een_partner_weigert_met_een_reden_die_het_huis_leest(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")
    zonder = bram.post(f"{VRAAG}/weigeren", {"reden": "nee"})
    with opgeschreven() as gedaan:
        met = bram.post(f"{VRAAG}/weigeren", {"reden": "De cliënt heeft dit verboden."})

    assert (zonder.status_code, met.status_code) == (422, 302)
    assert gedaan == ["informatievraag.afgewezen"]
    pagina = ingelogd("amira").get(BEELD).content.decode()
    assert "De cliënt heeft dit verboden." in pagina
    assert "Geweigerd" in pagina


def test_een_ingetrokken_vraag_is_niet_meer_te_beantwoorden(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    with opgeschreven() as gedaan:
        ingelogd("amira").post(f"{VRAAG}/intrekken")

    assert gedaan == ["informatievraag.ingetrokken"]
    bram = ingelogd("bram")
    assert bram.post(VRAAG, ANTWOORD).status_code == 409
    assert _vraag().bijdrage_id is None
    assert not _kanarie(bram, "/werk/")


def test_een_partner_trekt_geen_vraag_in(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")

    assert ingelogd("bram").post(f"{VRAAG}/intrekken").status_code == 404
    assert _vraag().afhandeling is None


def test_de_regisseur_ziet_op_mijn_werk_wat_te_laat_is(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    niet_genoemd = amira.get("/werk/").content.decode()
    with als(Vrager(id_van("amira"))):
        uitnodigen(id_van("casus"), Plek(id_van("amira"), None, RolSoort.REGISSEUR))
    genoemd = amira.get("/werk/").content.decode()

    assert "vraag aan een partner is te laat" not in niet_genoemd
    assert "1 vraag aan een partner is te laat" in genoemd
    assert f'href="{BEELD}#vragen"' in genoemd


@pytest.mark.parametrize(
    ("wie", "anders"),
    [
        # In the name of a colleague; the house for the partner; the partner for the house.
        ("bram", {"afhandeling": "geweigerd", "afgehandeld_door_id": id_van("chantal")}),
        ("amira", {"afhandeling": "geweigerd", "afgehandeld_door_id": id_van("amira")}),
        ("bram", {"afhandeling": "ingetrokken", "reden": None}),
        # With what somebody else contributed.
        ("bram", {"afhandeling": "gegeven", "reden": None, "bijdrage_id": True}),
    ],
)
def test_de_databank_laat_alleen_de_gevraagde_op_eigen_naam_antwoorden(
    wie: str, anders: dict[str, Any], neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    einde = {
        "afgehandeld_op": nu(),
        "afgehandeld_door_id": id_van(wie),
        "reden": "De cliënt heeft dit verboden.",
    } | anders
    if anders.get("bijdrage_id"):
        einde["bijdrage_id"] = id_van("bijdrage-iedereen")

    with als(Vrager(id_van(wie))), pytest.raises(ProgrammingError), transaction.atomic():
        Informatievraag.objects.filter(pk=id_van("vraag")).update(**einde)


@pytest.mark.parametrize(
    "anders",
    [
        {"organisatie_id": id_van("politie")},
        {"gevraagd_door_id": id_van("joris")},
        {"betrokkenheid_id": "elders"},
    ],
    ids=["doet niet mee", "namens een ander", "over iemand van elders"],
)
def test_de_databank_weigert_een_vraag_aan_wie_niet_meedoet_of_namens_een_ander(
    anders: dict[str, Any], neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    velden: dict[str, Any] = {
        "casus_id": id_van("casus"),
        "organisatie_id": id_van("ggz"),
        "leefgebied": "huisvesting",
        "doel": "afstemming",
        "vraag": "Woont hij daar nog?",
        "gevraagd_door_id": id_van("amira"),
        "gevraagd_op": date(2026, 11, 2),
        "uiterlijk_op": date(2026, 11, 2) + timedelta(days=7),
    }
    if anders.get("betrokkenheid_id"):
        anders = {"betrokkenheid_id": uuid4()}
    with als(Vrager(id_van("amira"))):
        Informatievraag.objects.create(**velden)
        with pytest.raises(ProgrammingError), transaction.atomic():
            Informatievraag.objects.create(**velden | anders)


TELEFOON = ANTWOORD | {"gezegd_door": "Sjoukje Verzinsel, arts"}


def test_het_huis_schrijft_een_antwoord_aan_de_telefoon_op_voor_de_partner(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")
    velden = TELEFOON | {"gezegd_op": vandaag().isoformat(), "eenmalig": str(uuid4())}

    for _ in range(2):
        assert amira.post(f"{VRAAG}/namens", velden).status_code == 302

    vraag = _vraag()
    assert (vraag.afhandeling, vraag.gezegd_door) == ("gegeven", "Sjoukje Verzinsel, arts")
    assert (vraag.gezegd_op, vraag.afgehandeld_door_id) == (vandaag(), id_van("amira"))
    with als(Vrager(id_van("amira"))):
        (bijdrage,) = Bijdrage.objects.filter(tekst=ANTWOORD["tekst"])
    assert (bijdrage.bron_id, bijdrage.auteur_id) == (id_van("ggz"), id_van("amira"))
    assert bijdrage.leefgebied == vraag.leefgebied
    pagina = amira.get(BEELD).content.decode()
    assert "aan de telefoon door Sjoukje Verzinsel, arts" in pagina
    assert "opgeschreven door Amira Terpstra" in pagina


@pytest.mark.parametrize(
    "anders",
    [
        {"gezegd_door": " "},
        {"gezegd_op": "2022-02-28"},
    ],
)
def test_zonder_wie_en_wanneer_wordt_er_niets_opgeschreven(
    anders: dict[str, str], ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    velden = TELEFOON | {"gezegd_op": "vandaag"} | anders

    assert ingelogd("amira").post(f"{VRAAG}/namens", velden).status_code == 422
    assert _vraag().afhandeling is None


def test_wat_iemand_morgen_zegt_wordt_niet_opgeschreven(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    velden = TELEFOON | {"gezegd_op": str(vandaag() + timedelta(days=1))}

    assert ingelogd("amira").post(f"{VRAAG}/namens", velden).status_code == 422
    assert _vraag().afhandeling is None


@pytest.mark.parametrize(("naam", "gezegd"), [("amira", None), ("bram", "Sjoukje Verzinsel")])
def test_de_databank_weigert_namens_zonder_wie_en_zelf_met_wie(
    naam: str, gezegd: str | None, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    with als(Vrager(id_van(naam))):
        bijdrage = Bijdrage.objects.create(
            casus_id=id_van("casus"),
            auteur_id=id_van(naam),
            bron_id=id_van("ggz"),
            soort="feit",
            tekst="Ja.",
            categorie="relaties",
            doel="afstemming",
            publiek="alleen_huis",
        )
        with pytest.raises(ProgrammingError), transaction.atomic():
            Informatievraag.objects.filter(pk=id_van("vraag")).update(
                afhandeling="gegeven",
                afgehandeld_op=nu(),
                afgehandeld_door=id_van(naam),
                bijdrage=bijdrage,
                gezegd_door=gezegd,
                gezegd_op=vandaag() if gezegd else None,
            )


def test_open_vragen_staan_met_hun_termijn_op_het_overzicht(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")

    assert _kanarie(ingelogd("amira"), ZAAK)
    assert _kanarie(ingelogd("bram"), ZAAK)
    assert not _kanarie(ingelogd("tineke"), ZAAK)
    ingelogd("amira").post(f"{VRAAG}/intrekken")
    assert not _kanarie(ingelogd("amira"), ZAAK)
