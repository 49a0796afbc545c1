# SPDX-License-Identifier: EUPL-1.2
"""What a manager is told of the clock of a casus (issue on casework, monitoring and opschaling).

Everything in the bank of relations happened on 1 March 2024; a house evaluates every 12 weeks, and
tells the manager after two evaluations that were missed.
"""

from typing import NamedTuple


class Proef(NamedTuple):
    """One sentence: who asks, the question, its answer; klaar: what the owner does first."""

    zin: str
    vrager: str
    vraag: str
    antwoord: object
    klaar: str = ""


# When something last moved, and since when an evaluation is waited for.
_DAGEN = (
    "SELECT bewogen_op || ' ' || evaluatie_vanaf FROM voortgang.voor_management() "
    "WHERE casus = %({casus})s"
)
# A row like that of a casus, with some of it otherwise.
_KOPIE = (
    "INSERT INTO {tabel} SELECT (jsonb_populate_record(NULL::{tabel}, to_jsonb(t) || "
    "jsonb_build_object({anders}))).* FROM {tabel} t WHERE casus_id = %({van})s LIMIT 1"
)


def _kopie(tabel: str, van: str = "lopend", **anders: str) -> str:
    """`anders`: SQL for each column that differs; van: the casus that has such a row."""
    anders = {"id": "gen_random_uuid()"} | anders
    paren = ", ".join(f"'{kolom}', {waarde}" for kolom, waarde in anders.items())
    return _KOPIE.format(tabel=tabel, anders=paren, van=van)


def _van_drie(tabel: str, kolom: str, **anders: str) -> str:
    """Here on 1 May, in another casus on 1 June, and here on a day that has yet to come.

    {nummer} in `anders` is another for each.
    """
    return "; ".join(
        _kopie(
            tabel,
            **{naam: waarde.format(nummer=nummer) for naam, waarde in anders.items()},
            casus_id=f"%({casus})s",
            **{kolom: f"'{dag}'"},
        )
        for nummer, (casus, dag) in enumerate(
            (("lopend", "2024-05-01"), ("traject", "2024-06-01"), ("lopend", "2100-01-01")), start=2
        )
    )


def _verslagen() -> str:
    """Of an overleg of no casus: the three, and one of 1 July that was never vastgesteld."""
    opdrachten = []
    for nummer, (casus, dag, vast) in enumerate(
        (
            ("lopend", "2024-05-01", "now()"),
            ("traject", "2024-06-01", "now()"),
            ("lopend", "2100-01-01", "now()"),
            ("lopend", "2024-07-01", "NULL"),
        )
    ):
        overleg, punt = (f"md5('{soort} {nummer}')::uuid" for soort in ("overleg", "punt"))
        opdrachten += [
            _kopie(
                "overleg_overleg",
                id=overleg,
                kenmerk=f"'tafel-{nummer}'",
                casus_id="NULL",
                datum=f"'{dag}'",
            ),
            _kopie("overleg_agendapunt", id=punt, overleg_id=overleg, casus_id=f"%({casus})s"),
            _kopie(
                "overleg_verslag", agendapunt_id=punt, casus_id=f"%({casus})s", vastgesteld_op=vast
            ),
        ]
    return "; ".join(opdrachten)


_DOORBRAAK = _van_drie(
    "voortgang_opschaling",
    "afgerond_op",
    datum="'2024-04-0{nummer}'",
    uitkomst="'doorbraak'",
)
_GEEN_DOORBRAAK = _kopie(
    "voortgang_opschaling",
    datum="'2024-03-20'",
    uitkomst="'geen_doorbraak'",
    afgerond_op="'2024-07-01'",
)
_KENMERK = {"kenmerk": "gen_random_uuid()"}
# Each answers with its day here: not that of another casus, and not one that has yet to come.
_BEWEGINGEN = {
    "een nieuwe afspraak": _van_drie(
        "plan_afspraak", "vastgesteld_op", uiterlijk_op="'2100-01-01'", **_KENMERK
    ),
    "een afspraak die klaar is": _van_drie("plan_afspraak", "gereed_op", **_KENMERK),
    "een plan": _van_drie("plan_plan", "vastgesteld_op", **_KENMERK),
    "een nieuwe versie van het plan": _van_drie(
        "plan_planversie", "vastgesteld_op", nummer="{nummer}"
    ),
    "een overleg": _van_drie("overleg_overleg", "datum", **_KENMERK),
    "een vastgesteld verslag": _verslagen(),
    "een doorbraak, en geen einde zonder": f"{_DOORBRAAK}; {_GEEN_DOORBRAAK}",
}
_EVALUATIES = _van_drie("voortgang_evaluatie", "datum")
# Here on 1 May, in another casus on 1 June, and here on a day that has yet to come.
_HEROPEND = "; ".join(
    _kopie(
        "afsluiting_afsluiting",
        van="gesloten",
        casus_id=f"%({casus})s",
        afgesloten_op=f"'{dicht}'",
        heropend_op=f"'{dag}'",
    )
    for casus, dicht, dag in (
        ("lopend", "2024-04-01", "2024-05-01"),
        ("traject", "2024-04-01", "2024-06-01"),
        ("lopend", "2024-06-01", "2100-01-01"),
    )
)
# 12 weeks twice: on day 168 the second evaluation can still be held.
_GEEVALUEERD = "UPDATE voortgang_evaluatie SET datum = casus.dag() - {} WHERE casus_id = %(lopend)s"
_INZET = (
    "DELETE FROM voortgang_trajectbegeleiding WHERE casus_id = %(lopend)s; "
    "UPDATE casus_inzet SET {} WHERE casus_id = %(lopend)s"
)

# The plan of the casus is signed, and followed until then.
_GETEKEND = (
    "UPDATE plan_plan SET ondertekend_op = '2024-03-01', volgen_tot = '{}' WHERE casus_id = %({})s"
)
_GEVOLGD = _GETEKEND.format("2100-01-01", "lopend")
_ONGETEKEND = "UPDATE plan_plan SET ondertekend_op = NULL WHERE casus_id = %(lopend)s"
_KLAAR = "UPDATE plan_afspraak SET gereed_op = '2024-03-01' WHERE casus_id = %(lopend)s"
_VERVALLEN = (
    "UPDATE plan_afspraak SET vervallen_op = '2024-03-01', vervallen_reden = 'anders' "
    "WHERE casus_id = %(lopend)s"
)
_NIEUW = _kopie(
    "plan_afspraak",
    vastgesteld_op="'2024-05-01'",
    uiterlijk_op="'2100-01-01'",
    gereed_op="NULL",
    **_KENMERK,
)


def _klok(zin: str, antwoord: object, klaar: str = "", *, casus: str = "lopend") -> Proef:
    vraag = _DAGEN.format(casus=casus)
    return Proef(f"voor_management: {zin}", "manager", vraag, antwoord, klaar)


KLOKPROEVEN = [
    _klok("een zaak die stilstaat", "2024-03-01 2024-03-01"),
    *(
        _klok(f"beweging is {wat}", "2024-05-01 2024-03-01", klaar)
        for wat, klaar in _BEWEGINGEN.items()
    ),
    _klok("na een evaluatie begint de termijn opnieuw", "2024-05-01 2024-05-01", _EVALUATIES),
    _klok("na het heropenen begint de klok opnieuw", "2024-05-01 2024-05-01", _HEROPEND),
    _klok("niet in de volgfase als elke afspraak klaar is", None, f"{_GEVOLGD}; {_KLAAR}"),
    _klok("niet in de volgfase als elke afspraak verviel", None, f"{_GEVOLGD}; {_VERVALLEN}"),
    _klok("wel in de volgfase als er een afspraak openstaat", "2024-03-01 2024-03-01", _GEVOLGD),
    _klok(
        "in de volgfase begint de klok met een nieuwe afspraak",
        "2024-05-01 2024-05-01",
        f"{_GEVOLGD}; {_KLAAR}; {_NIEUW}",
    ),
    _klok(
        "wat al openstond toen zij werd gemaakt, liet de klok lopen",
        "2024-06-01 2024-03-01",
        f"{_GEVOLGD}; {_KLAAR.replace('2024-03-01', '2024-06-01')}; {_NIEUW}",
    ),
    _klok(
        "wat openstond toen er werd getekend, liet de klok lopen",
        "2024-05-01 2024-03-01",
        f"{_GEVOLGD.replace('2024-03-01', '2024-06-01')}; {_KLAAR}; {_NIEUW}",
    ),
    _klok(
        "wat openstond toen het volgen ophield, liet de klok lopen",
        "2024-03-01 2024-03-01",
        _GETEKEND.format("2024-04-01", "lopend"),
    ),
    _klok(
        "na de volgfase begint de klok opnieuw",
        "2024-04-01 2024-04-01",
        f"{_GETEKEND.format('2024-04-01', 'lopend')}; {_KLAAR}",
    ),
    _klok(
        "een plan van een andere zaak houdt haar niet stil",
        "2024-03-01 2024-03-01",
        f"{_GETEKEND.format('2100-01-01', 'traject')}; {_KLAAR}",
    ),
    _klok(
        "zonder handtekening wordt er niets gevolgd",
        "2024-03-01 2024-03-01",
        f"{_GEVOLGD}; {_KLAAR}; {_ONGETEKEND}",
    ),
    _klok("niet voor twee evaluaties zijn gemist", None, _GEEVALUEERD.format(168)),
    Proef(
        "voor_management: wel als er twee zijn gemist",
        "manager",
        "SELECT count(*) FROM voortgang.voor_management() WHERE casus = %(lopend)s",
        1,
        _GEEVALUEERD.format(169),
    ),
    _klok("niet van een gesloten zaak", None, casus="gesloten"),
    _klok("niet bij ondersteuning", None, _INZET.format("soort = 'ondersteuning'")),
    _klok("niet als de procesregie voorbij is", None, _INZET.format("tot = '2024-06-30'")),
    _klok("niet als de procesregie nog begint", None, _INZET.format("vanaf = '2100-01-01'")),
]
