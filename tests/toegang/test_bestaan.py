# SPDX-License-Identifier: EUPL-1.2
"""Existence stays hidden: what is there and may not be seen answers as what is not there."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.urls.converters import UUIDConverter
from pytest_django import DjangoDbBlocker, Settings

from config import settings as instellingen
from tests.bezetting import id_van
from tests.binnen import log_in, zonder_wat_wisselt
from tests.databank import verbonden_met
from tests.toegang.adressen import paginaregels, patronen
from tests.toegang.proefbank import Proefbank
from tests.toegang.relaties import GEVALLEN, casus_van
from tests.toegang.test_relaties import relatiebank

__all__ = ["relatiebank"]
Ingelogd = Callable[[str], Client]
# One of each kind: a casus that is closed, one that is beperkt, somebody in it, an aanmelding, an
# account, an organisatie and a role.
BESTAAND = (
    casus_van("gesloten"),
    casus_van("beperkt"),
    "hoofd-gesloten",
    "aanmelding",
    "joris",
    "politie",
    "rol-joris",
)
ID_VELDEN = ("casus", "persoon", "aanmelding", "gebruiker", "organisatie", "rol", "taak", "id")
# Names in a form that say which row is meant; `*_id` too.
_VELDEN = [*ID_VELDEN, *(f"{veld}_id" for veld in ID_VELDEN)]
# About the own log-in and factors: no id in them is of anything but the own account.
_EIGEN = ("account", "bevestigen", "inloggen", "sessie", "uitloggen")


@pytest.fixture
def huis(relatiebank: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The product on a database in which there is something to hide."""
    with django_db_blocker.unblock(), verbonden_met(relatiebank):
        yield relatiebank


def _als(naam: str) -> Client:
    return log_in(Client(), naam)


def _alles(antwoord: object, *weg: str) -> tuple[int, bytes, dict[str, str]]:
    """Status, body and headers, without the code of a form and without what was typed."""
    assert isinstance(antwoord, HttpResponse)
    inhoud = zonder_wat_wisselt(antwoord.content)
    koppen = {k: v for k, v in antwoord.headers.items() if k != "Content-Length"}
    for tekst in weg:
        inhoud = inhoud.replace(tekst.encode(), b"#")
        koppen = {k: v.replace(tekst, "#") for k, v in koppen.items()}
    return antwoord.status_code, inhoud, koppen


# What an address takes beside ids.
_VAST: dict[str, dict[str, Any]] = {"documenten:brief": {"soort": "betrokkene"}}


def adressen_met(aantal: int) -> list[tuple[str, tuple[str, ...]]]:
    """Every address with so many ids in it: its name, and the names of the ids."""
    return [
        (naam, tuple(een for een in soorten if een not in _VAST.get(naam, {})))
        for naam, soorten in _adressen()
        if _ids(soorten) == aantal == len(soorten) - len(_VAST.get(naam, {}))
    ]


def _ids(soorten: dict[str, object]) -> int:
    return sum(isinstance(soort, UUIDConverter) for soort in soorten.values())


def _adressen() -> list[tuple[str, dict[str, object]]]:
    """Of every address its name, and what it takes."""
    return [(naam, patroon.pattern.converters) for naam, patroon in patronen()]


def _vraag(client: Client, methode: str, adres: str, ids: dict[str, UUID]) -> object:
    return client.generic(methode, reverse(adres, kwargs=_VAST.get(adres, {}) | ids))


def test_elk_adres_met_een_id_wordt_vergeleken() -> None:
    """With one id to three; another shape needs a comparison of its own."""
    met_id = {naam for naam, soorten in _adressen() if _ids(soorten)}

    assert met_id == {naam for aantal in (1, 2, 3) for naam, _ in adressen_met(aantal)}


@pytest.mark.traag
@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize(
    "naam",
    [
        "chantal",
        # Each asks some thousand pages: these only in bin/test alles.
        *(
            pytest.param(een, marks=pytest.mark.alles)
            for een in ("amira", "tineke", "mirjam", "els", "frank")
        ),
    ],
)
@pytest.mark.parametrize("methode", ["GET", "POST"])
def test_een_id_van_een_ander_antwoordt_als_een_verzonnen_id(
    naam: str, methode: str, huis: str
) -> None:
    verschillen, vergeleken = [], 0
    for adres, (veld,) in adressen_met(1):
        client = _als(naam)
        vraag = partial(_vraag, client, methode, adres)
        verzonnen = uuid4()
        leeg = _alles(vraag({veld: verzonnen}), str(verzonnen))
        for bestaand in BESTAAND:
            gekregen = _alles(vraag({veld: id_van(bestaand)}), str(id_van(bestaand)))
            # What may be seen is the referee's: here it is about what may not.
            vergeleken += gekregen[0] in {403, 404}
            if gekregen[0] in {403, 404} and gekregen != leeg:
                verschillen.append((adres, bestaand))

    assert vergeleken >= 7
    assert verschillen == []


# What an address with two ids says after the casus, and which item of a casus that is.
_ONDERDELEN = {
    "afspraak_id": "afspraak-{}-ggz",
    "bijlage_id": "bijlage",
    "bijdrage_id": "bijdrage-{}-iedereen",
    "contact_id": "contact-{}",
    "document_id": "bijdrage-{}-iedereen",
    "doel_id": "doel-{}",
    "navraag_id": "navraag",
    "aan_id": "hoofd-{}",
    "opschaling_id": "opschaling-{}",
    "risico_id": "veiligheid-{}",
    "overdracht_id": "overdracht-{}-bram",
    "persoon_id": "hoofd-{}",
    "rol_id": "rol-{}",
    "versie_id": "planversie-{}",
    "vraag_id": "vraag-{}-ggz",
}


def _item(veld: str, geval: str) -> UUID:
    """Of casus `geval` the item that an address with `veld` is about."""
    if veld == "betrokkenheid_id":
        return id_van(f"betrokkenheid-{id_van(f'hoofd-{geval}')}")
    if veld == "relatie_id":
        return id_van(f"relatie-{id_van(casus_van(geval))}")
    return id_van(_ONDERDELEN[veld].format(geval))


# Each asker, a casus that they do see (where there is one), and one that they don't.
_EIGEN_EN_ANDER = {
    "bram": ("lopend", "beperkt"),
    "tineke": ("traject", "gesloten"),
    "amira": ("lopend", "gesloten"),
    "mirjam": ("nood", "gesloten"),
    "joris": ("beperkt", "gesloten"),
    "chantal": (None, "lopend"),
    "els": (None, "lopend"),
}


def _paren(veld: str, eigen: str | None, ander: str) -> dict[str, list[tuple[UUID, UUID]]]:
    """Pairs of casus and item that have to answer alike; the first of each is made up.

    One's own casus may be seen, so it has an answer of its own: about the item it tells nothing.
    """
    van_ander, item = id_van(casus_van(ander)), _item(veld, ander)
    paren = {"zaak": [(uuid4(), uuid4()), (van_ander, item), (van_ander, uuid4()), (uuid4(), item)]}
    if eigen:
        eigen_zaak = id_van(casus_van(eigen))
        paren["onderdeel"] = [(eigen_zaak, uuid4()), (eigen_zaak, item)]
    return paren


@pytest.mark.traag
@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize(
    "naam",
    [
        een if een == "bram" else pytest.param(een, marks=pytest.mark.alles)
        for een in _EIGEN_EN_ANDER
    ],
)
@pytest.mark.parametrize("methode", ["GET", "POST"])
def test_twee_ids_waarvan_er_een_verborgen_is_antwoorden_als_twee_verzonnen(
    naam: str, methode: str, huis: str
) -> None:
    verschillen, vergeleken = [], 0
    for adres, (_, veld) in adressen_met(2):
        for wat, paren in _paren(veld, *_EIGEN_EN_ANDER[naam]).items():
            verzonnen, *echte = [_van_paar(naam, methode, adres, paar) for paar in paren]
            vergeleken += len(echte)
            verschillen += [(adres, wat) for echt in echte if echt != verzonnen]

    assert vergeleken >= 9
    assert verschillen == []


def _van_paar(
    naam: str, methode: str, adres: str, paar: tuple[UUID, UUID]
) -> tuple[int, bytes, dict[str, str]]:
    """The answer, to somebody who was told nothing yet; nothing of it stays."""
    (velden,) = (velden for naam_, velden in adressen_met(2) if naam_ == adres)
    with transaction.atomic():
        antwoord = _vraag(_als(naam), methode, adres, dict(zip(velden, paar, strict=True)))
        transaction.set_rollback(True)
    return _alles(antwoord, *map(str, paar))


@pytest.mark.traag
@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize("naam", ["bram", "amira", "chantal"])
@pytest.mark.parametrize("methode", ["GET", "POST"])
def test_een_bestand_dat_verborgen_is_antwoordt_als_een_verzonnen_bestand(
    naam: str, methode: str, huis: str
) -> None:
    """Casus, document and version, each somebody else's or made up."""
    ander = _EIGEN_EN_ANDER[naam][1]
    echt = (
        id_van(casus_van(ander)),
        id_van(f"bijdrage-{ander}-iedereen"),
        id_van(f"documentversie-{ander}-iedereen"),
    )
    client, verschillen = _als(naam), []
    for adres, velden in adressen_met(3):
        antwoorden = []
        for weg in range(len(echt) + 1):
            drie = (*(uuid4() for _ in range(weg)), *echt[weg:])
            ids = dict(zip(velden, drie, strict=True))
            antwoorden.append(_alles(_vraag(client, methode, adres, ids), *map(str, drie)))
        verschillen += [adres for een in antwoorden if een != antwoorden[-1]]

    assert verschillen == []


@pytest.mark.asvs("8.2.2")
@pytest.mark.traag
@pytest.mark.parametrize(
    "naam",
    ["chantal", *(pytest.param(een, marks=pytest.mark.alles) for een in ("amira", "els"))],
)
def test_een_id_in_een_formulier_zegt_niet_of_het_bestaat(naam: str, huis: str) -> None:
    """A field that points to somebody else's row is refused as one that points nowhere."""
    client, verschillen = _als(naam), []
    regels = [
        regel
        for regel in paginaregels()
        if regel.methode == "POST" and not regel.naam.startswith(_EIGEN)
    ]
    for regel in regels:
        antwoorden = set()
        for id_ in (id_van("casus-gesloten"), uuid4()):
            velden = dict.fromkeys(_VELDEN, str(id_)) | {"formaat": "csv"}
            with transaction.atomic():
                cache.clear()
                status, inhoud, _ = _alles(client.post(regel.adres(), velden), str(id_))
                # The second has to find what the first found.
                transaction.set_rollback(True)
            antwoorden.add((status, inhoud))
        if len(antwoorden) > 1 and "*" not in regel.argumenten:
            verschillen.append(regel.naam)

    assert len(regels) > 20
    assert verschillen == []


def _nummer(geval: str) -> str:
    return f"ZVH-2024-{GEVALLEN.index(geval):04}"


# What is there and may not be seen by this asker, and the same word for what is nowhere.
ZOEKWOORDEN = {
    "een kenmerk": (_nummer("gesloten"), "ZVH-2024-9999"),
    "een deel van een kenmerk": (_nummer("gesloten")[4:], "2024-9999"),
    "een naam": ("Kanarie-gesloten-hoofd", "Kanarie-verzonnen-hoofd"),
    "een naam in hoofdletters": ("KANARIE-GESLOTEN-ZUS", "KANARIE-VERZONNEN-ZUS"),
    "jokertekens": ("%gesloten%", "%verzonnen%"),
    "een streepje": ("Kanarie_gesloten", "Kanarie_verzonnen"),
    "een id": (str(id_van(casus_van("gesloten"))), str(uuid4())),
    "een aanleiding": ("Kanarie-gesloten-aanleiding", "Kanarie-verzonnen-aanleiding"),
}
_WEGEN: dict[str, Callable[[Client, str], object]] = {
    "zoeken": lambda client, woord: client.post(reverse("zaken:zoeken"), {"zoek": woord}),
    "filter": lambda client, woord: client.get(reverse("zaken:lijst"), {"kenmerk": woord}),
    "na": lambda client, woord: client.get(reverse("zaken:lijst"), {"na": woord}),
    "voor": lambda client, woord: client.get(reverse("zaken:lijst"), {"voor": woord}),
    "gemeente": lambda client, woord: client.get(reverse("zaken:lijst"), {"gemeente": woord}),
    "csv": lambda client, woord: client.post(
        reverse("zaken:uitvoer"), {"kenmerk": woord, "formaat": "csv"}
    ),
}


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize("wat", ZOEKWOORDEN)
@pytest.mark.parametrize("naam", ["bram", "amira", "dirk"])
def test_zoeken_filteren_en_uitvoer_zeggen_niet_wat_er_is(wat: str, naam: str, huis: str) -> None:
    client = _als(naam)
    bestaat, verzonnen = ZOEKWOORDEN[wat]

    for weg, vraag in _WEGEN.items():
        if weg in {"na", "voor"} and not bestaat.startswith("ZVH-"):
            continue  # another place in the order is another page
        eerste = _alles(vraag(client, bestaat), bestaat)
        # A key for which nothing stands in between: the number that would come right after it.
        ander = f"{bestaat}5" if weg in {"na", "voor"} else verzonnen
        assert eerste == _alles(vraag(client, ander), ander), weg


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize("naam", ["bram", "amira"])
def test_de_keuzes_van_een_filter_noemen_alleen_wat_je_ziet(naam: str, huis: str) -> None:
    """The template casus alone has a gemeente; Bram has no rol in it."""
    inhoud = _als(naam).get(reverse("zaken:lijst")).content.decode()

    assert ("GM0080" in inhoud) == (naam == "amira")


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize(("naam", "jaren"), [("amira", ["2024", "2023", "2022"]), ("bram", [])])
def test_de_jaren_lopen_van_de_eerste_tot_de_laatste_aanmelding_die_je_ziet(
    naam: str, jaren: list[str], huis: str
) -> None:
    """Nothing was aangemeld in 2023. A partner, who sees no casus whole, reads no day of it."""
    inhoud = _als(naam).get(reverse("zaken:lijst")).content.decode()

    assert re.findall(r'<option value="(20\d\d)"', inhoud) == jaren


_VREEMDE_SLEUTELS = """
    SELECT format('%%s naar %%s', r.conrelid::regclass, r.confrelid::regclass)
      FROM pg_constraint r
     WHERE r.contype = 'f' AND has_any_column_privilege(%s, r.conrelid, 'INSERT')
       AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = r.confrelid
                    AND a.attname IN ('dicht', 'bsn_index') AND NOT a.attisdropped)
"""
_UNIEK = """
    SELECT format('%%s: %%s', i.indrelid::regclass, string_agg(a.attname, ' ' ORDER BY a.attnum))
      FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
     WHERE i.indisunique AND NOT i.indisprimary
       AND (has_any_column_privilege(%s, i.indrelid, 'INSERT')
            OR has_column_privilege(%s, i.indrelid, a.attnum, 'UPDATE'))
     GROUP BY i.indexrelid, i.indrelid
"""
# Each with why it tells nothing that its writer may not read.
UNIEK_EN_SCHRIJFBAAR = {
    "organisaties_organisatie: kenmerk": "wie organisaties toevoegt, leest ze alle",
    "gebruikers_gebruiker: email": "van het eigen account, en de databank wijzigt dat niet",
    "procrastinate_jobs: status queueing_lock": "ids van taken",
    "procrastinate_jobs: status lock": "ids van taken",
    "procrastinate_jobs: queueing_lock": "ids van taken",
    "procrastinate_jobs: lock": "ids van taken",
    "procrastinate_periodic_defers: task_name defer_timestamp periodic_id": "een klok en een taak",
}


def test_geen_unieke_sleutel_vertelt_de_schrijver_iets(bank: Proefbank) -> None:
    app = instellingen.ROLLEN.app
    gevonden = {str(rij[0]) for rij in bank.beheer.execute(_UNIEK.encode(), [app, app]).fetchall()}

    assert sorted(gevonden - set(UNIEK_EN_SCHRIJFBAAR)) == []


def test_de_toepassing_voegt_niets_toe_dat_naar_een_dossier_wijst(bank: Proefbank) -> None:
    """A foreign key says which ids exist; what is named on a casus goes through definer acts."""
    rijen = bank.beheer.execute(_VREEMDE_SLEUTELS.encode(), [instellingen.ROLLEN.app]).fetchall()

    assert [str(rij[0]) for rij in rijen] == []


@pytest.mark.asvs("16.5.1")
@pytest.mark.parametrize("kenmerk", ["org-ggz", "org-politie"])
@pytest.mark.django_db
def test_een_beperking_in_een_bladzijde_geeft_een_neutrale_zin(
    kenmerk: str, ingelogd: Ingelogd, settings: Settings
) -> None:
    settings.ROOT_URLCONF = "tests.toegang.lek"
    antwoord = ingelogd("els").post("/breuk", {"kenmerk": kenmerk, "keten": "zorg"})

    assert antwoord.status_code == 409
    assert "is niet opgeslagen" in antwoord.content.decode()
    assert kenmerk not in antwoord.content.decode()


@pytest.mark.asvs("16.5.1")
@pytest.mark.django_db
def test_elke_beperking_geeft_dezelfde_bytes(ingelogd: Ingelogd, settings: Settings) -> None:
    """Which constraint it was, and of whom the row is, makes no difference."""
    settings.ROOT_URLCONF = "tests.toegang.lek"
    antwoorden = []
    for kenmerk, keten in (("org-ggz", "zorg"), ("org-politie", "zorg"), ("org-x", "onzin")):
        antwoorden.append(
            _alles(ingelogd("els").post("/breuk", {"kenmerk": kenmerk, "keten": keten}))
        )

    assert antwoorden[0] == antwoorden[1] == antwoorden[2]
