# SPDX-License-Identifier: EUPL-1.2
"""The independent plain-Python count of the kerncijfers, straight from the rows of a package.

An oracle: written from the definitions of kerncijfers.md only, and shares no code with the product.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.kerncijfers import telling_regels as regels
from tests.kerncijfers.telling_regels import Rij, Rijen, Vraag, cijfer, dag, gesloten
from tests.kerncijfers.telling_zaken import (
    tel_aanmeldingen,
    tel_personen,
    tel_sluitingen,
    tel_stand,
    tel_trajecten,
    tel_zaken,
    zaken_van,
)

BESTANDEN = regels.lijst(
    "organisaties personen relaties aanmeldingen casussen inzetten afsluitingen betrokkenen "
    "trajecten plannen afspraken overleggen opschalingen adviezen tellingen meldingen "
    "vervolgacties prioriteringen prestatieafspraken signalen financien gepubliceerd"
)
SOM_VAN_TELLINGEN = (
    # sleutel, unit, telling_soorten, dimension
    ("briefing_fahg", "bijeenkomsten", ["briefing_fahg"], "maand"),
    ("briefing_fahg_zaken", "zaken", ["briefing_fahg_zaken"], "maand"),
    ("screening_gedetineerden", "personen", ["gescreend"], "gemeente"),
    ("screening_gedetineerden_plan", "personen", ["gescreend_met_plan"], "gemeente"),
    ("screening_gedetineerden_regietafel", "personen", ["besproken_regietafel"], "gemeente"),
    ("doorzorg_gemeente", "personen", ["doorzorg_gemeente"], "gemeente"),
    ("doorzorg_actief", "personen", ["doorzorg_actief"], "gemeente"),
    ("zelfmelders_benaderd", "personen", ["zelfmelder_benaderd"], "gemeente"),
    ("casustafel_radicalisering", "bijeenkomsten", ["casustafel_radicalisering"], "gemeente"),
    ("drieluik_signalen", "signalen", ["drieluik_signalen"], "gemeente"),
    ("jeugdgroepen", "anders", ["jeugdgroepen"], "gemeente"),
    ("scenarioteams", "anders", ["scenarioteam_a", "scenarioteam_b"], "scenarioteam"),
    ("housing_first_getriageerd", "personen", ["housing_first_getriageerd"], ""),
    ("housing_first_geplaatst", "personen", ["housing_first_geplaatst"], ""),
    ("housing_first_uitval", "personen", ["housing_first_uitval"], ""),
    ("levensloop_aangemeld", "personen", ["levensloop_aangemeld"], ""),
    ("levensloop_geincludeerd", "personen", ["levensloop_geincludeerd"], ""),
    ("levensloop_afgewezen", "personen", ["levensloop_afgewezen"], ""),
    ("levensloop_uitgestroomd", "personen", ["levensloop_uitgestroomd"], ""),
)
SOM_VAN_FINANCIEN = (
    ("begroting", "begroting"),
    ("dekking", "dekking"),
    ("kosten", "kosten"),
    ("resultaat_financieel", "resultaat"),
    ("restant", "restant"),
    ("reserve", "reserve"),
)


def lees_pakket(map_: Path) -> Rijen:
    """The rows of a package folder, by file; a missing file has none."""
    rijen: Rijen = {}
    for naam in BESTANDEN:
        pad = map_ / f"{naam}.csv"
        if pad.exists():
            with pad.open(encoding="utf-8-sig", newline="") as bestand:
                rijen[naam] = list(csv.DictReader(bestand))
    return rijen


def tel(
    pakket: Path | Mapping[str, list[Rij]],
    van: date,
    tot: date,
    peildatum: date | None = None,
    *,
    gemeenten: Iterable[str] = (),
) -> dict[str, Any]:
    """Count every figure of the first set, in the shape of `kerncijfers --formaat json`.

    `gemeenten`: the codes of the house and of their predecessors; without them every code shows.
    """
    gelezen = lees_pakket(pakket) if isinstance(pakket, Path) else pakket
    rijen = {naam: gelezen.get(naam, []) for naam in BESTANDEN}
    vraag = Vraag(van, tot, peildatum or van, frozenset(gemeenten))
    zaken = zaken_van(rijen)
    cijfers = [
        *tel_aanmeldingen(rijen, vraag),
        *tel_zaken(rijen, zaken, vraag),
        *tel_stand(zaken, vraag),
        *tel_sluitingen(zaken, vraag),
        *tel_personen(zaken, vraag),
        *tel_trajecten(zaken, vraag),
        *_tel_adviezen(rijen, vraag),
        *_tel_tellingen(rijen, vraag),
        *_tel_financien(rijen, vraag),
    ]
    return {
        "periode": {"van": van.isoformat(), "tot": tot.isoformat()},
        "peildatum": vraag.peildatum.isoformat(),
        "kerncijfers": cijfers,
    }


def _tel_adviezen(rijen: Rijen, vraag: Vraag) -> Iterator[Any]:
    soort = {o["organisatie_id"]: o["soort"] for o in rijen["organisaties"]}
    binnen = [a for a in rijen["adviezen"] if vraag.bevat(dag(a["datum"]))]
    kort = [a for a in binnen if a["soort"] == "kort_advies"]
    yield cijfer(
        "kort_advies",
        "adviezen",
        len(kort),
        aanmelder_soort=gesloten(
            regels.ORGANISATIE_SOORT, [soort.get(a.get("organisatie_id", ""), "") for a in kort]
        ),
        thema=gesloten(regels.THEMA, [a.get("thema", "") for a in kort]),
        gemeente=regels.gemeenten([(a.get("gemeente", ""), 1) for a in kort], vraag),
        maand=regels.per_maand([(date.fromisoformat(a["datum"]), 1) for a in kort], vraag),
    )
    traject = [a for a in binnen if a["soort"] == "trajectbegeleiding"]
    yield cijfer(
        "advies_trajectbegeleiding",
        "adviezen",
        len(traject),
        aan=gesloten(regels.AAN, [a.get("aan", "") for a in traject]),
    )


def _tel_tellingen(rijen: Rijen, vraag: Vraag) -> Iterator[Any]:
    for sleutel, eenheid, soorten, dimensie in SOM_VAN_TELLINGEN:
        posten = [
            (t["datum"], t["soort"], int(t["aantal"]), t.get("gemeente", ""))
            for t in rijen["tellingen"]
            if t["soort"] in soorten and vraag.bevat(dag(t["datum"]))
        ]
        if sleutel == "casustafel_radicalisering":
            posten += [
                (o["datum"], o["soort"], 1, o.get("gemeente", ""))
                for o in rijen["overleggen"]
                if o["soort"] == sleutel and vraag.bevat(dag(o["datum"]))
            ]
        deel = {}
        if dimensie == "maand":
            deel["maand"] = regels.per_maand(
                [(date.fromisoformat(datum), aantal) for datum, _, aantal, _ in posten], vraag
            )
        if dimensie == "gemeente":
            deel["gemeente"] = regels.gemeenten([(g, aantal) for _, _, aantal, g in posten], vraag)
        if dimensie == "scenarioteam":
            teams = [(soort[-1], aantal) for _, soort, aantal, _ in posten]
            deel["scenarioteam"] = gesloten(["a", "b"], [t for t, n in teams for _ in range(n)])
        yield cijfer(sleutel, eenheid, sum(aantal for _, _, aantal, _ in posten), **deel)


def _tel_financien(rijen: Rijen, vraag: Vraag) -> Iterator[Any]:
    """Only years that lie wholly in the period."""
    for sleutel, soort in SOM_VAN_FINANCIEN:
        posten = [
            (f["post"], f.get("bron") or "onbekend", Decimal(f["bedrag"]))
            for f in rijen["financien"]
            if f["soort"] == soort
            and vraag.bevat(date(int(f["jaar"]), 1, 1))
            and vraag.bevat(date(int(f["jaar"]), 12, 31))
        ]
        posten_van = sorted({post for post, _, _ in posten})
        bronnen = [bron for bron in regels.BRON if bron in {b for _, b, _ in posten}]
        yield cijfer(
            sleutel,
            "euro",
            sum((bedrag for _, _, bedrag in posten), Decimal(0)),
            post=regels.tabel({p: sum(b for q, _, b in posten if q == p) for p in posten_van}),
            bron=regels.tabel({p: sum(b for _, q, b in posten if q == p) for p in bronnen}),
        )
