# SPDX-License-Identifier: EUPL-1.2
"""The files that version 2 of the package adds: the casework (docs/adr/0026)."""

from collections.abc import Mapping
from types import MappingProxyType

from vangnet.aanmelding.regels import Criterium
from vangnet.casus.regels import BijdrageSoort
from vangnet.delen.regels import Publiek
from vangnet.documenten.regels import Bestandssoort
from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.uitwisseling.formaat.bestanden import BESTANDEN
from vangnet.uitwisseling.formaat.kolommen import (
    code,
    dag,
    eigennaam,
    getal,
    kenmerk,
    naar,
    tekst,
    woord,
)
from vangnet.uitwisseling.formaat.typen import Bestand, Kolom, Soort

VERSIE_DOSSIER = "2"
DOCUMENTEN = "documenten/"
"""The folder of the files in the package."""

VASTE_LIJSTEN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "criterium": tuple(map(str, Criterium)),
        "bijdrage_soort": tuple(map(str, BijdrageSoort)),
        # A working note is of its author and stays behind.
        "publiek": tuple(str(een) for een in Publiek if een is not Publiek.WERKNOTITIE),
        "bestandssoort": tuple(map(str, Bestandssoort)),
        "kant": ("1", "2"),
    }
)
"""Lists of the product itself, which no house extends."""

_AANMELDING = naar("aanmelding_id", "aanmeldingen", verplicht=True)
_CASUS = naar("casus_id", "casussen", verplicht=True)
_GELDT = Kolom("geldt", Soort.JA_NEE, verplicht=True)

# Not a column of betrokkenen: version 1 has none, and a side that is here is never changed.
_KANTEN = Bestand(
    "kanten",
    (
        _CASUS,
        naar("persoon_id", "personen", verplicht=True),
        code("kant", verplicht=True),
    ),
    ("casus_id", "persoon_id"),
)
# Not a column of plannen: that file is of version 1 and holds the day of the first of them.
_HANDTEKENINGEN = Bestand(
    "handtekeningen",
    (
        naar("plan_id", "plannen", verplicht=True),
        naar("persoon_id", "personen", verplicht=True),
        dag("ondertekend_op", verplicht=True),
    ),
    ("plan_id", "persoon_id"),
)
_CRITERIUMOORDELEN = Bestand(
    "criteriumoordelen",
    (
        _AANMELDING,
        code("criterium", verplicht=True),
        _GELDT,
        tekst("motivering", verplicht=True),
    ),
    ("aanmelding_id", "criterium"),
)
_HUISOORDELEN = Bestand(
    "huisoordelen",
    (
        _AANMELDING,
        woord("criterium", verplicht=True),
        dag("vanaf", verplicht=True, later_mag=True),
        _GELDT,
        tekst("motivering", verplicht=True),
    ),
    ("aanmelding_id", "criterium", "vanaf"),
)
_BESLISSERS = Bestand(
    "beslissers",
    (
        _AANMELDING,
        naar("organisatie_id", "organisaties", verplicht=True),
        eigennaam("naam", verplicht=True),
        Kolom("akkoord", Soort.JA_NEE, verplicht=True),
    ),
    ("aanmelding_id", "organisatie_id", "naam"),
)
_DOELEN = Bestand(
    "doelen",
    (
        kenmerk("doel_id", uuid=True),
        _CASUS,
        code("leefgebied", verplicht=True),
        tekst("omschrijving", verplicht=True),
        tekst("meetbaar", verplicht=True),
        dag("vastgesteld_op", verplicht=True),
        dag("streefdatum", verplicht=True, later_mag=True),
        code("resultaat"),
        dag("beoordeeld_op"),
    ),
    ("doel_id",),
)
_BIJDRAGEN = Bestand(
    "bijdragen",
    (
        kenmerk("bijdrage_id", uuid=True),
        _CASUS,
        code("soort", "bijdrage_soort", verplicht=True),
        code("leefgebied"),
        naar("over", "personen"),
        naar("bron", "organisaties"),
        code("categorie", verplicht=True),
        code("doel", "deeldoel", verplicht=True),
        Kolom("onder_geheim", Soort.JA_NEE, verplicht=True),
        code("grond", "geheimgrond"),
        tekst("grond_motivering"),
        tekst("voorwaarden"),
        code("publiek", verplicht=True),
        tekst("tekst", verplicht=True),
        dag("eerste_verwerking"),
    ),
    ("bijdrage_id",),
)
_BIJDRAGEPUBLIEK = Bestand(
    "bijdragepubliek",
    (
        naar("bijdrage_id", "bijdragen", verplicht=True),
        naar("organisatie_id", "organisaties", verplicht=True),
    ),
    ("bijdrage_id", "organisatie_id"),
)
_DOCUMENTEN = Bestand(
    "documenten",
    (
        naar("bijdrage_id", "bijdragen", verplicht=True),
        getal("nummer", Soort.GEHEEL, verplicht=True),
        eigennaam("naam", verplicht=True),
        code("soort", "bestandssoort", verplicht=True),
        getal("omvang", Soort.GEHEEL, verplicht=True),
        woord("sha256", verplicht=True),
    ),
    ("bijdrage_id", "nummer"),
)

DOSSIER: Mapping[str, Bestand] = MappingProxyType(
    {
        bestand.naam: bestand
        for bestand in (
            _KANTEN,
            _HANDTEKENINGEN,
            _CRITERIUMOORDELEN,
            _HUISOORDELEN,
            _BESLISSERS,
            _DOELEN,
            _BIJDRAGEN,
            _BIJDRAGEPUBLIEK,
            _DOCUMENTEN,
        )
    }
)
"""The files of the dossier by their name; each stands after what it refers to."""

ALLE: Mapping[str, Bestand] = MappingProxyType({**BESTANDEN, **DOSSIER})
"""Every file of both versions."""


def codes_van(lijst: str) -> tuple[str, ...]:
    """The codes of a list as the product has them."""
    return VASTE_LIJSTEN.get(lijst) or CODELIJSTEN[lijst].waarden


def documentpad(bijdrage: str, nummer: str, soort: str) -> str:
    """Where in the package the file of a version stands."""
    return f"{DOCUMENTEN}{bijdrage}-{nummer}.{soort}"
