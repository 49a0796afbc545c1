# SPDX-License-Identifier: EUPL-1.2
"""Which table of the register stands behind a file, and how the two say the same thing.

A file holds text and identifiers, a table typed columns and keys: `beeld` shows the rows of a table
as the file would hold them, so that export and comparison use one and the same sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from django.apps import apps
from django.db.models import Field, Model
from psycopg import sql

from vangnet.uitwisseling.formaat import (
    ALLE,
    KENMERK_LENGTE,
    TEKST_LENGTE,
    Bestand,
    Kolom,
    Soort,
)

EERSTE_VERWERKING = "eerste_verwerking"

_MODELLEN: Mapping[str, str] = MappingProxyType(
    {
        "organisaties": "organisaties.Organisatie",
        "personen": "personen.Persoon",
        "relaties": "personen.Relatie",
        "casussen": "casus.Casus",
        "aanmeldingen": "aanmelding.Aanmelding",
        "inzetten": "casus.Inzet",
        "afsluitingen": "afsluiting.Afsluiting",
        "betrokkenen": "casus.Betrokkenheid",
        "trajecten": "voortgang.Trajectbegeleiding",
        "plannen": "plan.Plan",
        "afspraken": "plan.Afspraak",
        "overleggen": "overleg.Overleg",
        "opschalingen": "voortgang.Opschaling",
        "adviezen": "advies.Advies",
        "tellingen": "advies.Telling",
        "meldingen": "registers.Melding",
        "vervolgacties": "registers.Vervolgactie",
        "prioriteringen": "registers.Prioritering",
        "prestatieafspraken": "kerncijfers.Prestatieafspraak",
        "signalen": "signalen.Signaal",
        "financien": "financien.FinancielePost",
        "gepubliceerd": "kerncijfers.GepubliceerdCijfer",
        "kanten": "casus.Betrokkenheid",
        "handtekeningen": "plan.Handtekening",
        "criteriumoordelen": "aanmelding.Criteriumoordeel",
        "huisoordelen": "aanmelding.Huisoordeel",
        "beslissers": "aanmelding.Beslisser",
        "doelen": "plan.Doel",
        "bijdragen": "casus.Bijdrage",
        "bijdragepubliek": "casus.BijdragePubliek",
        "documenten": "documenten.Documentversie",
    }
)

# Where a column of a file has the word of the house, and that of the table is another.
_VELDEN: Mapping[tuple[str, str], str] = MappingProxyType({("kanten", "kant"): "zijde"})

# What a cell becomes in its column; other types are text already.
_NAAR_KOLOM: Mapping[Soort, str] = MappingProxyType(
    {
        Soort.DATUM: "{}::date",
        Soort.JA_NEE: "({} = 'ja')",
        Soort.GELD: "{}::numeric",
        Soort.GETAL: "{}::numeric",
        Soort.GEHEEL: "{}::integer",
    }
)
_NAAR_CEL: Mapping[Soort, str] = MappingProxyType(
    {
        Soort.DATUM: "{}::text",
        Soort.JA_NEE: "CASE WHEN {0} THEN 'ja' WHEN NOT {0} THEN 'nee' END",
        Soort.GELD: "{}::text",
        Soort.GETAL: "{}::text",
        Soort.GEHEEL: "{}::text",
    }
)


_BSN_INDEX = sql.SQL("encode(r.bsn_index, 'hex')")


@dataclass(frozen=True)
class Tabel:
    """A file of the package with the table behind it."""

    bestand: Bestand
    model: type[Model]

    @property
    def naam(self) -> sql.Identifier:
        """The table."""
        return sql.Identifier(self.model._meta.db_table)

    @property
    def staging(self) -> sql.Identifier:
        """The table of the same file in which an import is checked."""
        return sql.Identifier("invoer", self.bestand.naam)

    def veld(self, kolom: Kolom) -> str:
        """The column of the table behind a column of the file."""
        if kolom.soort is Soort.KENMERK:
            return "kenmerk"
        if kolom.soort is Soort.BSN:
            return "bsn_index"
        return str(self._veld(kolom).column)

    def lengte(self, kolom: Kolom) -> int:
        """Most characters that a cell of this column may hold."""
        if kolom.soort is Soort.KENMERK:
            return KENMERK_LENGTE
        return self._veld(kolom).max_length or TEKST_LENGTE

    def _veld(self, kolom: Kolom) -> "Field[Any, Any]":
        naam = _VELDEN.get((self.bestand.naam, kolom.naam), kolom.naam.removesuffix("_id"))
        veld = self.model._meta.get_field(naam)
        if not isinstance(veld, Field):
            raise TypeError(f"{kolom.naam} is no column of {self.model}")
        return veld

    def naar_kolom(self, kolom: Kolom, cel: sql.Composable) -> sql.Composable:
        """SQL for the typed value of a cell that has been found right."""
        return sql.SQL(_NAAR_KOLOM.get(kolom.soort, "{}")).format(cel)

    def beeld(self, *, bsn: sql.Composable = _BSN_INDEX) -> sql.Composed:
        """A query for the rows as the file holds them, with `id`; `bsn` says how a BSN is shown."""
        kolommen = [
            sql.SQL("{} AS {}").format(
                bsn if kolom.soort is Soort.BSN else self._cel(kolom), sql.Identifier(kolom.naam)
            )
            for kolom in self.bestand.kolommen
        ]
        return sql.SQL("SELECT r.id, {} FROM {} r {}").format(
            sql.SQL(", ").join(kolommen), self.naam, sql.SQL(" ").join(self._koppelingen())
        )

    def _cel(self, kolom: Kolom) -> sql.Composable:
        if kolom.soort is Soort.VERWIJZING:
            return sql.Identifier(f"naar_{kolom.naam}", "kenmerk")
        veld = sql.Identifier("r", self.veld(kolom))
        if kolom.naam == EERSTE_VERWERKING:
            # A day that an import worked out was not in the package.
            return sql.SQL("CASE WHEN NOT r.eerste_verwerking_afgeleid THEN {}::text END").format(
                veld
            )
        return sql.SQL(_NAAR_CEL.get(kolom.soort, "{}")).format(veld)

    def _koppelingen(self) -> list[sql.Composed]:
        return [
            sql.SQL("{} JOIN {} {} ON {} = {}").format(
                sql.SQL("" if kolom.verplicht else "LEFT"),
                tabel_van(kolom.verwijst).naam,
                sql.Identifier(f"naar_{kolom.naam}"),
                sql.Identifier(f"naar_{kolom.naam}", "id"),
                sql.Identifier("r", self.veld(kolom)),
            )
            for kolom in self.bestand.kolommen_van(Soort.VERWIJZING)
        ]


@lru_cache
def tabel_van(bestand: str) -> Tabel:
    """The table behind a file of the package."""
    return Tabel(ALLE[bestand], apps.get_model(_MODELLEN[bestand]))
