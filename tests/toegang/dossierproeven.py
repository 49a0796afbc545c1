# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - put together from own words
"""The casework of version 2 of the package, read with an order and added by an import (ADR 0026).

The cells of the referee know only who is refused: what is allowed needs rows before it.
"""

from typing import Any

from tests.bezetting import id_van
from tests.toegang.aanhangproef import Proef

CASUS, BIJDRAGE, INVOER = id_van("casus"), id_van("los"), id_van("invoer")
AANMELDING = id_van("losse aanmelding")
GOED: dict[str, dict[str, Any]] = {
    "aanmelding_aanmelding": {
        "id": AANMELDING, "invoer": INVOER, "kenmerk": "a-los", "ontvangen_op": "2024-01-01",
        "aanmelder_id": id_van("politie"), "eerste_verwerking": "2024-01-01",
    },
    "casus_bijdrage": {
        "id": BIJDRAGE, "invoer": INVOER, "casus_id": CASUS, "auteur_id": id_van("opdracht"),
        "soort": "document", "categorie": "woonsituatie", "doel": "afstemming",
        "publiek": "organisaties", "tekst": "Een brief",
    },
    "casus_bijdragepubliek": {
        "id": id_van("los publiek"), "invoer": INVOER, "bijdrage_id": BIJDRAGE,
        "organisatie_id": id_van("ggz"),
    },
    "documenten_documentversie": {
        "id": id_van("losse versie"), "invoer": INVOER, "document": BIJDRAGE, "dossier": CASUS,
        "nummer": 1, "naam": "a.txt", "soort": "txt", "omvang": 1, "sha256": "0" * 64, "delen": 1,
        "door_id": id_van("opdracht"),
    },
    "documenten_documentdeel": {
        "id": id_van("los deel"), "van_id": id_van("losse versie"), "nummer": 0, "gesloten": b"x",
    },
    "plan_doel": {
        "id": id_van("los doel"), "invoer": INVOER, "casus_id": CASUS, "leefgebied": "huisvesting",
        "omschrijving": "a", "meetbaar": "b", "vastgesteld_op": "2024-01-01",
        "streefdatum": "2024-02-01",
    },
    "plan_handtekening": {
        "id": id_van("losse handtekening"), "invoer": INVOER, "casus_id": CASUS,
        "plan_id": id_van("plan"), "betrokkenheid_id": id_van("betrokkenheid"),
        "ondertekend_op": "2024-01-01",
    },
    "aanmelding_criteriumoordeel": {
        "id": id_van("los oordeel"), "invoer": INVOER, "aanmelding_id": AANMELDING,
        "criterium": "c_onveilig", "geldt": True, "motivering": "a",
    },
    "aanmelding_huiscriterium": {
        "id": id_van("los criterium"), "invoer": INVOER, "tekst": "a", "vanaf": "2024-01-02",
        "tot": "2024-01-01",
    },
    "aanmelding_huisoordeel": {
        "id": id_van("los huisoordeel"), "invoer": INVOER, "aanmelding_id": AANMELDING,
        "criterium_id": id_van("los criterium"), "geldt": True, "motivering": "a",
    },
    "aanmelding_beslisser": {
        "id": id_van("losse beslisser"), "invoer": INVOER, "aanmelding_id": AANMELDING,
        "naam": "a", "organisatie_id": id_van("politie"), "akkoord": True,
    },
}  # fmt: skip
_MET_OPDRACHT = (
    "INSERT INTO uitwisseling.lopende_uitvoer (opdracht, transactie, moment) VALUES "
    f"('{id_van('dossieropdracht')}', pg_current_xact_id()::text::bigint, now())"
)
# The others an import reads anyway.
DOSSIER = [
    tabel for tabel in GOED if tabel not in ("aanmelding_aanmelding", "aanmelding_huiscriterium")
]


def _letterlijk(waarde: Any) -> str:
    if isinstance(waarde, bytes):
        return f"'\\x{waarde.hex()}'::bytea"
    return str(waarde).lower() if isinstance(waarde, bool | int) else f"'{waarde}'"


def _toevoeging(tabel: str) -> str:
    rij = GOED[tabel]
    waarden = ", ".join(map(_letterlijk, rij.values()))
    return f"INSERT INTO {tabel} ({', '.join(rij)}) VALUES ({waarden})"


def _erbij(tabel: str) -> Proef:
    """Good rows go in, after those that they need."""
    eerder = list(GOED)[: list(GOED).index(tabel)]
    klaar = "; ".join(map(_toevoeging, eerder))
    zin = f"{tabel}: een invoer voegt toe"
    return Proef(zin, "opdrachtregel", _toevoeging(tabel), 1, klaar, "invoer")


def _gelezen(tabel: str) -> Proef:
    zin, vraag = f"{tabel}: met een opdracht", f"SELECT (count(*) > 0)::int FROM {tabel}"
    # Nobody of the cast signed.
    eerst = f"{_toevoeging(tabel)}; " if tabel == "plan_handtekening" else ""
    return Proef(zin, "opdrachtregel", vraag, 1, f"{eerst}{_MET_OPDRACHT}", "invoer")


DOSSIERPROEVEN = [*map(_erbij, GOED), *map(_gelezen, DOSSIER)]
