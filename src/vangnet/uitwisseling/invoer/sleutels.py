# SPDX-License-Identifier: EUPL-1.2
"""Which row is which: the same key twice, rows that the register has already, and references.

Afterwards every staging row bears the key of its row in the register, and every row that the checks
between rows need stands in the workbench: those of the register under `stand` register.
"""

from collections.abc import Iterator

from psycopg import sql

from vangnet.uitwisseling.formaat import DOSSIER, PER_CASUS, Bestand, Kolom, Soort
from vangnet.uitwisseling.invoer.bank import Bank
from vangnet.uitwisseling.invoer.laden import Lading
from vangnet.uitwisseling.tabellen import EERSTE_VERWERKING, Tabel, tabel_van

CASUSBESTANDEN = frozenset({"casussen", "aanmeldingen", *PER_CASUS})
"""The files whose rows are checked together, casus by casus."""


def haal_dubbele_weg(bank: Bank, lading: Lading) -> None:
    """Report each row whose key stood on an earlier row, and go on with the first."""
    for naam in lading.alle:
        tabel = tabel_van(naam)
        sleutel = sql.SQL(", ").join(_sleuteldelen("s", tabel.bestand))
        gevonden = bank.doe(
            sql.SQL(
                "INSERT INTO invoer.fout (bestand, rij, kolom, waarde, soort, over) "
                "SELECT {bestand}, d.rij, {kolom}, d.waarde, 'dubbel', d.eerste::text FROM ("
                "  SELECT s.rij, {waarde} AS waarde, "
                "  min(s.rij) OVER (PARTITION BY {sleutel}) AS eerste "
                "  FROM {staging} s WHERE ({sleutel}) IN ("
                "    SELECT {sleutel} FROM {staging} s GROUP BY {sleutel} HAVING count(*) > 1)"
                ") d WHERE d.rij <> d.eerste AND NOT EXISTS (SELECT FROM invoer.fout f "
                "WHERE f.bestand = {bestand} AND f.rij = d.rij AND f.kolom = ANY({kolommen}))"
            ).format(
                bestand=sql.Literal(naam),
                kolom=sql.Literal(tabel.bestand.sleutel[0]),
                waarde=sql.Identifier("s", tabel.bestand.sleutel[0]),
                sleutel=sleutel,
                staging=tabel.staging,
                kolommen=sql.Literal(list(tabel.bestand.sleutel)),
            )
        )
        if gevonden:
            _verwijder_dubbele(bank, tabel)


def _verwijder_dubbele(bank: Bank, tabel: Tabel) -> None:
    bank.doe(
        sql.SQL(
            "DELETE FROM {} s USING invoer.fout f "
            "WHERE f.bestand = {} AND f.soort = 'dubbel' AND f.rij = s.rij"
        ).format(tabel.staging, sql.Literal(tabel.bestand.naam))
    )


def koppel(bank: Bank, lading: Lading) -> None:
    """Give each row that the register has its key, and what the package leaves unsaid.

    A column that is absent keeps its value; an empty cell makes it unknown. `eerste_verwerking`
    keeps its value in both cases: empty stands for the day that is known.
    """
    for naam, bestand in lading.bestanden.items():
        tabel = tabel_van(naam)
        if not in_gebruik(bank, tabel):
            continue
        vul: list[sql.Composable] = [
            sql.SQL("{0} = {1}").format(sql.Identifier(kolom.naam), sql.Identifier("b", kolom.naam))
            for kolom in bestand.kolommen
            if not lading.heeft(naam, kolom.naam) and kolom.naam not in bestand.sleutel
        ]
        if lading.heeft(naam, EERSTE_VERWERKING):
            vul.append(
                sql.SQL("eerste_verwerking = coalesce(s.eerste_verwerking, b.eerste_verwerking)")
            )
        bank.doe(
            sql.SQL("UPDATE {staging} s SET {vul} FROM ({beeld}) b WHERE {gelijk}").format(
                staging=tabel.staging,
                vul=sql.SQL(", ").join([sql.SQL("id = b.id, stand = 'gelijk'"), *vul]),
                beeld=tabel.beeld(),
                gelijk=_zelfde_sleutel(bestand),
            )
        )


def toets_kolommen(bank: Bank, lading: Lading) -> None:
    """Report a required column that is absent while a new row needs it."""
    for naam, bestand in lading.alle.items():
        for kolom in bestand.kolommen:
            if kolom.verplicht and not lading.heeft(naam, kolom.naam):
                bank.doe(
                    sql.SQL(
                        "INSERT INTO invoer.fout (bestand, rij, kolom, waarde, soort, over) "
                        "SELECT {}, 0, {}, '', 'kolom_ontbreekt', "
                        "format('rij %s is nieuw', min(rij)) "
                        "FROM {} WHERE stand = 'nieuw' HAVING count(*) > 0"
                    ).format(
                        sql.Literal(naam), sql.Literal(kolom.naam), sql.Identifier("invoer", naam)
                    )
                )


def haal_geraakte_casussen(bank: Bank, lading: Lading, *, vervang: bool) -> None:
    """Fetch what the register knows of every casus that the package touches.

    With `vervang` the four files of a casus that stands in one of them are not fetched: all that
    the package does not hold goes.
    """
    geraakt = sorted(CASUSBESTANDEN & set(lading.kolommen))
    if not geraakt or not in_gebruik(bank, tabel_van("casussen")):
        return
    bronnen: list[sql.Composable] = [
        sql.SQL("SELECT casus_id, {} AS vervang FROM {} WHERE casus_id IS NOT NULL").format(
            sql.Literal(vervang and naam in PER_CASUS), sql.Identifier("invoer", naam)
        )
        for naam in geraakt
    ]
    if "aanmeldingen" in geraakt:
        # An aanmelding that moves to another casus touches the one that it leaves.
        bronnen.append(
            sql.SQL(
                "SELECT b.casus_id, false FROM ({}) b JOIN invoer.aanmeldingen s ON s.id = b.id "
                "WHERE b.casus_id IS NOT NULL"
            ).format(tabel_van("aanmeldingen").beeld())
        )
    bank.doe(
        sql.SQL(
            "INSERT INTO invoer.geraakt SELECT casus_id, bool_or(vervang) FROM ({}) g GROUP BY 1"
        ).format(sql.SQL(" UNION ALL ").join(bronnen))
    )
    bank.analyseer(["geraakt"])
    for naam in sorted(CASUSBESTANDEN):
        blijft = sql.SQL("WHERE NOT vervang" if naam in PER_CASUS else "")
        haal(
            bank, naam, "casus_id", sql.SQL("SELECT casus_id FROM invoer.geraakt {}").format(blijft)
        )


def haal(bank: Bank, bestand: str, kolom: str, kenmerken: sql.Composable) -> None:
    """Fetch rows of the register whose `kolom` is among `kenmerken` and that are not here yet."""
    tabel = tabel_van(bestand)
    namen = [sql.Identifier(een.naam) for een in tabel.bestand.kolommen]
    bank.doe(
        sql.SQL(
            "INSERT INTO {staging} (id, stand, {kolommen}) "
            "SELECT b.id, 'register', {van_b} FROM ({beeld}) b WHERE b.{kolom} IN ({kenmerken}) "
            "AND NOT EXISTS (SELECT FROM {staging} s WHERE s.id = b.id)"
        ).format(
            staging=tabel.staging,
            kolommen=sql.SQL(", ").join(namen),
            van_b=sql.SQL(", ").join(sql.SQL("b.{}").format(naam) for naam in namen),
            beeld=tabel.beeld(),
            kolom=sql.Identifier(kolom),
            kenmerken=kenmerken,
        )
    )


def toets_verwijzingen(bank: Bank, lading: Lading) -> None:
    """Report each reference that exists neither in the package nor in the register."""
    for naam, kolom in _verwijzingen(lading):
        doel = tabel_van(kolom.verwijst)
        ontbreekt = sql.SQL(
            "FROM {staging} s WHERE {cel} IS NOT NULL AND NOT EXISTS "
            "(SELECT FROM {doel} d WHERE d.{kenmerk} = {cel})"
        ).format(
            staging=sql.Identifier("invoer", naam),
            cel=sql.Identifier("s", kolom.naam),
            doel=doel.staging,
            kenmerk=sql.Identifier(doel.bestand.kenmerk),
        )
        # What is here of a dossier this role does not read: it has to be in the package.
        if kolom.verwijst not in DOSSIER and in_gebruik(bank, doel):
            cel = sql.Identifier("s", kolom.naam)
            gezocht = sql.SQL("SELECT DISTINCT {} {}").format(cel, ontbreekt)
            haal(bank, kolom.verwijst, doel.bestand.kenmerk, gezocht)
        if kolom.verwijst not in lading.gebroken:
            _meld_ontbrekend(bank, naam, kolom, ontbreekt)


def _meld_ontbrekend(bank: Bank, naam: str, kolom: Kolom, ontbreekt: sql.Composable) -> None:
    bank.doe(
        sql.SQL(
            "INSERT INTO invoer.fout (bestand, rij, kolom, waarde, soort, over) "
            "SELECT {}, s.rij, {}, {}, 'verwijzing', {} {} AND s.rij IS NOT NULL"
        ).format(
            sql.Literal(naam),
            sql.Literal(kolom.naam),
            sql.Identifier("s", kolom.naam),
            sql.Literal(kolom.verwijst),
            ontbreekt,
        )
    )


def _verwijzingen(lading: Lading) -> Iterator[tuple[str, Kolom]]:
    for naam, kolommen in lading.kolommen.items():
        yield from ((naam, kolom) for kolom in kolommen if kolom.soort is Soort.VERWIJZING)


def in_gebruik(bank: Bank, tabel: Tabel) -> bool:
    """Whether the table behind a file holds anything: for a new house much need not be asked."""
    return bank.waar(sql.SQL("SELECT EXISTS (SELECT FROM {})").format(tabel.naam))


def _sleuteldelen(rij: str, bestand: Bestand) -> list[sql.Composable]:
    """The key as texts; empty equals empty (uitwisseling.md)."""
    delen: list[sql.Composable] = []
    for naam in bestand.sleutel:
        deel = sql.Identifier(rij, naam)
        leeg_mag = not bestand.per_naam[naam].verplicht
        delen.append(sql.SQL("coalesce({}, '')").format(deel) if leeg_mag else deel)
    return delen


def _zelfde_sleutel(bestand: Bestand) -> sql.Composed:
    paren = zip(_sleuteldelen("s", bestand), _sleuteldelen("b", bestand), strict=True)
    return sql.SQL(" AND ").join(sql.SQL("{} = {}").format(s, b) for s, b in paren)
