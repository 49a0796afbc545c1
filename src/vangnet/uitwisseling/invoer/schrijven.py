# SPDX-License-Identifier: EUPL-1.2
"""From the workbench into the register: one statement per table, constraints and triggers on."""

from uuid import UUID

from django.db import IntegrityError, transaction
from psycopg import sql
from psycopg.errors import ForeignKeyViolation

from vangnet.uitwisseling.formaat import PER_CASUS, Kolom, Soort
from vangnet.uitwisseling.fouten import Fout
from vangnet.uitwisseling.invoer.bank import Bank
from vangnet.uitwisseling.invoer.eerste_dag import HERKOMST
from vangnet.uitwisseling.invoer.laden import Lading, Voortgang
from vangnet.uitwisseling.invoer.vergelijken import schrijfbaar, vervallend
from vangnet.uitwisseling.tabellen import EERSTE_VERWERKING, Tabel, tabel_van

_VEEL = 5_000
# First what says whether a casus or persoon is shut (`dicht`), then the casus and the persoon: each
# row is then written once, with the right value. Other files point to these.
_VOLGORDE = ("organisaties", "afsluitingen", "casussen", "inzetten", "betrokkenen", "personen")
_ALTIJD = {"organisaties", "casussen", "inzetten", "personen"}
# These look at rows that come later in that order.
_WACHTEND = """
    SELECT quote_ident(conname) FROM pg_constraint
     WHERE conrelid = 'afsluiting_afsluiting'::regclass AND contype = 't'
        OR conrelid = 'afsluiting_afsluiting'::regclass AND confrelid = 'casus_casus'::regclass
        OR conrelid = 'casus_casus'::regclass AND confrelid = 'personen_persoon'::regclass
        OR conrelid = 'casus_betrokkenheid'::regclass AND confrelid = 'personen_persoon'::regclass
"""


def schrijf(
    bank: Bank,
    lading: Lading,
    *,
    invoer: UUID,
    vervang: bool,
    voortgang: Voortgang,
) -> list[Fout]:
    """Delete what a replacement drops, update what differs, insert what is new.

    Every row that comes in is marked with `invoer`. Constraints that may wait do not. Gives the
    file whose rows can't be dropped because casework points to them; then nothing is written.
    """
    if vervang and (fouten := _vervang(bank)):
        return fouten
    eerst = [naam for naam in _VOLGORDE if naam in _ALTIJD or naam in lading.kolommen]
    # Each statement leaves every constraint satisfied, but for a few; a queue of a million checks
    # costs more.
    bank.doe("SET CONSTRAINTS ALL IMMEDIATE")
    wachtend = ", ".join(str(naam) for (naam,) in bank.rijen(_WACHTEND))
    bank.doe(f"SET CONSTRAINTS {wachtend} DEFERRED")
    _schrijf_alle(bank, lading, eerst, invoer=invoer, voortgang=voortgang)
    bank.doe("SET CONSTRAINTS ALL IMMEDIATE")
    daarna = [naam for naam in lading.bestanden if naam not in eerst]
    _schrijf_alle(bank, lading, daarna, invoer=invoer, voortgang=voortgang)
    _analyseer(bank, lading)
    return []


def _vervang(bank: Bank) -> list[Fout]:
    try:
        with transaction.atomic():
            for naam in PER_CASUS:
                bank.doe(sql.SQL("DELETE {}").format(vervallend(tabel_van(naam))))
            bank.doe("SET CONSTRAINTS ALL IMMEDIATE")
    except IntegrityError as fout:
        if not isinstance(fout.__cause__, ForeignKeyViolation):
            raise
        return [Fout(_wijst_naar(bank, fout.__cause__), 0, "", "", "vervang_in_gebruik")]
    return []


def _wijst_naar(bank: Bank, fout: ForeignKeyViolation) -> str:
    """The file with the rows that something still points to."""
    (tabel,) = bank.rijen(
        "SELECT r.relname FROM pg_constraint c JOIN pg_class r ON r.oid = c.confrelid "
        "WHERE c.conname = %(naam)s",
        {"naam": fout.diag.constraint_name},
    )[0]
    return next(naam for naam in PER_CASUS if tabel_van(naam).model._meta.db_table == tabel)


def _schrijf_alle(
    bank: Bank, lading: Lading, namen: list[str], *, invoer: UUID, voortgang: Voortgang
) -> None:
    for naam in namen:
        tabel = tabel_van(naam)
        _wijzig(bank, lading, tabel)
        if naam in lading.kolommen:
            voortgang(f"{naam} schrijven", _voeg_toe(bank, tabel, invoer))


def _analyseer(bank: Bank, lading: Lading) -> None:
    """After many rows the facts would be refreshed by plans that were made for an empty table."""
    gevuld = [
        tabel_van(naam).model._meta.db_table
        for naam, aantal in lading.aantallen.items()
        if aantal > _VEEL
    ]
    if gevuld:
        bank.analyseer_register(gevuld)


def _voeg_toe(bank: Bank, tabel: Tabel, invoer: UUID) -> int:
    velden: dict[str, sql.Composable] = {
        "id": sql.SQL("s.id"),
        "invoer": sql.SQL("%(invoer)s::uuid"),
    }
    for kolom in tabel.bestand.kolommen:
        velden |= _velden(tabel, kolom)
    if tabel.bestand.naam in HERKOMST:
        dag = HERKOMST[tabel.bestand.naam].dag
        velden[EERSTE_VERWERKING] = sql.SQL("coalesce(s.eerste_verwerking, {})::date").format(dag)
        velden["eerste_verwerking_afgeleid"] = sql.SQL("s.eerste_verwerking IS NULL")
    return bank.doe(
        sql.SQL(
            "INSERT INTO {tabel} ({velden}) SELECT {waarden} {van} "
            "WHERE s.stand = 'nieuw' ORDER BY {volgorde}"
        ).format(
            tabel=tabel.naam,
            velden=sql.SQL(", ").join(sql.Identifier(veld) for veld in velden),
            waarden=sql.SQL(", ").join(velden.values()),
            van=_van(tabel, eerste_dag=True),
            volgorde=_volgorde(tabel),
        ),
        {"invoer": invoer},
    )


def _wijzig(bank: Bank, lading: Lading, tabel: Tabel) -> None:
    velden: dict[str, sql.Composable] = {}
    for kolom in schrijfbaar(lading, tabel):
        velden |= _velden(tabel, kolom)
    if EERSTE_VERWERKING in velden:
        velden[EERSTE_VERWERKING] = sql.SQL(
            "coalesce(s.eerste_verwerking::date, r.eerste_verwerking)"
        )
        velden["eerste_verwerking_afgeleid"] = sql.SQL(
            "r.eerste_verwerking_afgeleid AND s.eerste_verwerking IS NULL"
        )
    if not velden:
        return
    zet = [sql.SQL("{} = {}").format(sql.Identifier(veld), w) for veld, w in velden.items()]
    bank.doe(
        sql.SQL(
            "UPDATE {tabel} r SET versie = r.versie + 1, {zet} {van} "
            "WHERE r.id = s.id AND s.stand = 'gewijzigd'"
        ).format(tabel=tabel.naam, zet=sql.SQL(", ").join(zet), van=_van(tabel))
    )


def _velden(tabel: Tabel, kolom: Kolom) -> dict[str, sql.Composable]:
    """The columns of the table with SQL for what a cell puts in them."""
    cel = sql.Identifier("s", kolom.naam)
    if kolom.soort is Soort.VERWIJZING:
        return {tabel.veld(kolom): sql.Identifier(f"naar_{kolom.naam}", "id")}
    if kolom.soort is Soort.BSN:
        return {
            "bsn_index": sql.SQL("decode(b.zoek, 'hex')"),
            "bsn_versleuteld": sql.SQL("b.versleuteld"),
        }
    return {tabel.veld(kolom): tabel.naar_kolom(kolom, cel)}


def _volgorde(tabel: Tabel) -> sql.Identifier:
    """Rows of one casus together: their places in the indexes lie together too."""
    verwijzingen = tabel.bestand.kolommen_van(Soort.VERWIJZING)
    if tabel.bestand.kenmerk or not verwijzingen:
        return sql.Identifier("s", "id")
    return sql.Identifier(f"naar_{verwijzingen[0].naam}", "id")


def _van(tabel: Tabel, *, eerste_dag: bool = False) -> sql.Composed:
    """FROM the staging rows, with the rows that they refer to."""
    delen: list[sql.Composable] = [sql.SQL("FROM {} s").format(tabel.staging)]
    for kolom in tabel.bestand.kolommen_van(Soort.VERWIJZING):
        doel = tabel_van(kolom.verwijst)
        delen.append(
            sql.SQL("LEFT JOIN {} {} ON {} = {}").format(
                doel.staging,
                sql.Identifier(f"naar_{kolom.naam}"),
                sql.Identifier(f"naar_{kolom.naam}", doel.bestand.kenmerk),
                sql.Identifier("s", kolom.naam),
            )
        )
    if tabel.bestand.kolommen_van(Soort.BSN):
        delen.append(sql.SQL("LEFT JOIN invoer.bsn b ON b.zoek = s.bsn"))
    if eerste_dag and tabel.bestand.naam in HERKOMST:
        delen.append(HERKOMST[tabel.bestand.naam].koppeling)
    return sql.SQL(" ").join(delen)
