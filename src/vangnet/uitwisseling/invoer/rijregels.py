# SPDX-License-Identifier: EUPL-1.2
"""The rules within one row, checked on the row as it will stand in the register."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from psycopg import sql

from vangnet.kerncijfers.catalogus import CATALOGUS
from vangnet.kerncijfers.uitsplitsing import OngeldigeUitsplitsing, lees_uitsplitsing
from vangnet.uitwisseling.formaat import ALLE, BESTANDEN
from vangnet.uitwisseling.invoer.bank import Bank
from vangnet.uitwisseling.invoer.laden import Lading
from vangnet.uitwisseling.invoer.sleutels import haal, in_gebruik
from vangnet.uitwisseling.invoer.toets import Toets, meld
from vangnet.uitwisseling.tabellen import tabel_van

_LEEG = "''"
_LOS = "los"
# Keys of kerncijfers.md section 4 that a report may hold before the house computes them.
_LATER_BEREKEND = (
    "meldingen",
    "vervolgacties",
    "meldingen_zonder_vervolgactie",
    "plannen_van_aanpak",
    "plannen_ondertekend",
    "plannen_in_volgfase",
    "geprioriteerd",
    "prestatieafspraken",
    "doorlooptijd_triage",
    "doorlooptijd_triage_p90",
    "doorlooptijd_sluiting",
    "doorlooptijd_sluiting_p90",
    "afspraken",
    "interventies",
    "overleggen",
    "opschalingen",
    "signalen_geadresseerd",
    "signalen_beantwoord",
    "hermeldingen",
    "terugkoppeling",
    "verantwoording_privacy",
)
_TOT = ("tot", "s.tot < s.vanaf", "tot_voor_vanaf", "s.vanaf")
_PERIODE = ("tot", "s.tot < s.van", "tot_voor_vanaf", "s.van")
_MET_CASUS = "('procesregie', 'ondersteuning')"

# Of each file: column, when it is wrong, kind of fault, what fills the gap. Dates are compared as
# text: ISO days sort as days.
_REGELS: Mapping[str, tuple[tuple[str, str, str, str], ...]] = MappingProxyType(
    {
        "organisaties": (
            (
                "rapportgroep",
                "lower(s.rapportgroep) IN ('anders', 'onbekend')",
                "rapportgroep",
                _LEEG,
            ),
        ),
        "relaties": (
            ("andere_persoon_id", "s.persoon_id = s.andere_persoon_id", "relatie_zelf", _LEEG),
            _TOT,
        ),
        "aanmeldingen": (
            (
                "triage_op",
                "s.triage_op < s.ontvangen_op",
                "triage_voor_ontvangst",
                "s.ontvangen_op",
            ),
            (
                "casus_id",
                f"s.triage_besluit IN {_MET_CASUS} AND s.casus_id IS NULL",
                "besluit_zonder_casus",
                "s.triage_besluit",
            ),
            (
                "casus_id",
                f"s.casus_id IS NOT NULL AND coalesce(s.triage_besluit, '') NOT IN {_MET_CASUS}",
                "casus_zonder_besluit",
                _LEEG,
            ),
        ),
        "inzetten": (_TOT,),
        "afsluitingen": (
            (
                "heropend_op",
                "s.heropend_op <= s.afgesloten_op",
                "heropend_voor_sluiting",
                "s.afgesloten_op",
            ),
        ),
        "betrokkenen": (_TOT,),
        "trajecten": (_TOT,),
        "afspraken": (
            (
                "vervallen_op",
                "s.gereed_op IS NOT NULL AND s.vervallen_op IS NOT NULL",
                "gereed_en_vervallen",
                _LEEG,
            ),
        ),
        "prioriteringen": (_TOT,),
        "huisoordelen": (("criterium", "length(s.criterium) > 200", "tekst_lang", "'200'"),),
        "doelen": (
            (
                "streefdatum",
                "s.streefdatum < s.vastgesteld_op",
                "streefdatum_vroeg",
                "s.vastgesteld_op",
            ),
            (
                "beoordeeld_op",
                "(s.resultaat IS NULL) <> (s.beoordeeld_op IS NULL)",
                "resultaat_zonder_dag",
                _LEEG,
            ),
        ),
        "bijdragen": (
            (
                "grond",
                "CASE WHEN s.onder_geheim = 'ja' THEN s.grond IS NULL "
                "OR coalesce(s.grond_motivering, '') !~ '\\S.{8,}\\S' "
                "ELSE s.grond IS NOT NULL OR s.grond_motivering IS NOT NULL END",
                "grond_bij_geheim",
                _LEEG,
            ),
        ),
        "documenten": (
            ("nummer", "s.nummer = '0'", "nummer_nul", _LEEG),
            ("sha256", "s.sha256 !~ '^[0-9a-f]{64}$'", "sha256_vorm", _LEEG),
        ),
        "prestatieafspraken": (_PERIODE,),
        "gepubliceerd": (_PERIODE,),
    }
)


def toets_rijregels(bank: Bank, lading: Lading) -> None:
    """Check every row of the package by itself."""
    for naam in lading.alle:
        meld(bank, tabel_van(naam), [*_toetsen(naam)])
    _toets_sleutels(bank, lading)
    _toets_uitsplitsingen(bank, lading)
    _toets_vervolgacties(bank, lading)


def _toetsen(naam: str) -> Iterator[Toets]:
    for kolom, als, soort, over in _REGELS.get(naam, ()):
        yield Toets(ALLE[naam].per_naam[kolom], sql.SQL(als), soort, sql.SQL(over))


def _toets_sleutels(bank: Bank, lading: Lading) -> None:
    if lading.heeft("gepubliceerd", "sleutel"):
        kolom = BESTANDEN["gepubliceerd"].per_naam["sleutel"]
        als = sql.SQL("NOT (s.sleutel = ANY(%(sleutels)s))")
        waarden = {"sleutels": [_LOS, *CATALOGUS, *_LATER_BEREKEND]}
        meld(bank, tabel_van("gepubliceerd"), [Toets(kolom, als, "sleutel_onbekend")], waarden)


def _toets_uitsplitsingen(bank: Bank, lading: Lading) -> None:
    """The text form of a breakdown is read by kerncijfers; only different texts are tried."""
    if not lading.heeft("gepubliceerd", "uitsplitsing"):
        return
    teksten = bank.rijen(
        "SELECT DISTINCT uitsplitsing FROM invoer.gepubliceerd WHERE uitsplitsing IS NOT NULL"
    )
    fout = [str(tekst) for (tekst,) in teksten if not _is_uitsplitsing(str(tekst))]
    kolom = BESTANDEN["gepubliceerd"].per_naam["uitsplitsing"]
    als = sql.SQL("s.uitsplitsing = ANY(%(fout)s)")
    meld(bank, tabel_van("gepubliceerd"), [Toets(kolom, als, "uitsplitsing")], {"fout": fout})


def _is_uitsplitsing(tekst: str) -> bool:
    try:
        lees_uitsplitsing(tekst)
    except OngeldigeUitsplitsing:
        return False
    return True


def _toets_vervolgacties(bank: Bank, lading: Lading) -> None:
    """No vervolgactie before its melding, whichever of the two the package brings."""
    geraakt = {"meldingen", "vervolgacties"} & set(lading.kolommen)
    if not geraakt:
        return
    if in_gebruik(bank, tabel_van("meldingen")):
        eigen = sql.SQL("SELECT melding_id FROM invoer.{}")
        haal(bank, "meldingen", "melding_id", eigen.format(sql.Identifier("vervolgacties")))
        haal(bank, "vervolgacties", "melding_id", eigen.format(sql.Identifier("meldingen")))
    bank.doe(
        "INSERT INTO invoer.fout (bestand, rij, kolom, waarde, soort, over) "
        "SELECT CASE WHEN s.rij IS NULL THEN 'meldingen' ELSE 'vervolgacties' END, "
        "coalesce(s.rij, m.rij), 'datum', s.datum, 'vervolgactie_voor_melding', m.datum "
        "FROM invoer.vervolgacties s JOIN invoer.meldingen m USING (melding_id) "
        "WHERE s.datum < m.datum AND (s.rij IS NOT NULL OR m.rij IS NOT NULL)"
    )
