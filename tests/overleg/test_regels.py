# SPDX-License-Identifier: EUPL-1.2
"""An afspraak in one line. Today is Wednesday 4 March 2026."""

from datetime import date

import pytest

from vangnet.overleg.regels import Kandidaat, Onleesbaar, ontleed

VANDAAG = date(2026, 3, 4)
WIE_KAN = (
    Kandidaat("ggz", "GGZ Noorderlicht"),
    Kandidaat("bram", "GGZ Noorderlicht", "Bram Douma"),
    Kandidaat("zoe", "Gemeente Súdwest", "Zoë van Dijk"),
    Kandidaat("politie", "Politie Noord"),
    Kandidaat("politie-zuid", "Politie Zuid"),
    Kandidaat("huis", "Het huis"),
    Kandidaat("tjitske", "Het huis", "Tjitske Brouwer"),
    Kandidaat("huisartsen", "Huisartsen Súdwest"),
)


@pytest.mark.parametrize(
    ("tekst", "wat", "wie", "dag"),
    [
        ("Belt de huisarts @bram vr", "Belt de huisarts", "bram", date(2026, 3, 6)),
        ("@ggz vraagt de indicatie aan 12-3", "vraagt de indicatie aan", "ggz", date(2026, 3, 12)),
        ("Gaat langs, @Zoe, over 2 weken", "Gaat langs", "zoe", date(2026, 3, 18)),
        ("Mailt mail@post.invalid door @politie-noord morgen", None, "politie", date(2026, 3, 5)),
        ("Kijkt het na @dijk 1-4-2026.", "Kijkt het na", "zoe", date(2026, 4, 1)),
        ("Kijkt het na @dijk 12-3-26", "Kijkt het na", "zoe", date(2026, 3, 12)),
        ("Kijkt het na @dijk 31-12-2100", "Kijkt het na", "zoe", date(2100, 12, 31)),
        ("Belt volgende week @bram 12-3", "Belt volgende week", "bram", date(2026, 3, 12)),
        ("Doet 2 dingen @bram vandaag", "Doet 2 dingen", "bram", VANDAAG),
        ("Mailt de school @bram 29-2", "Mailt de school", "bram", date(2028, 2, 29)),
        ("Belt lokaal 8 @bram 12-11", "Belt lokaal 8", "bram", date(2026, 11, 12)),
        ("Belt @bram 1 april 2026", "Belt", "bram", date(2026, 4, 1)),
        ("Belt @tjitske vr", "Belt", "tjitske", date(2026, 3, 6)),
        ("Belt @Tjitske Brouwer vr", "Belt", "tjitske", date(2026, 3, 6)),
        ("Plant het @huis vr", "Plant het", "huis", date(2026, 3, 6)),
        ("Belt terug @huisartsen vr", "Belt terug", "huisartsen", date(2026, 3, 6)),
    ],
)
def test_een_regel_wordt_een_afspraak(tekst: str, wat: str | None, wie: str, dag: date) -> None:
    regel = ontleed(tekst, kandidaten=WIE_KAN, vandaag=VANDAAG)

    assert (regel.wie, regel.uiterlijk_op) == (wie, dag)
    assert regel.wat == (wat or "Mailt mail@post.invalid door")


LANG = (
    *WIE_KAN,
    Kandidaat("fact", "GGZ-instelling met FACT en ForFACT"),
    Kandidaat("politie-kort", "Politie"),
)


@pytest.mark.parametrize(
    ("tekst", "wat", "wie"),
    [
        ("Belt @GGZ-instelling met FACT en ForFACT 5 dec", "Belt", "fact"),
        ("@ggz-instelling met fact en forfact, belt 5 dec", "belt", "fact"),
        ("Belt @GGZ-instelling met de wijkagent 5 dec", "Belt met de wijkagent", "fact"),
        ("Belt @Politie Noord 5 dec", "Belt", "politie"),
        ("Belt @Politie 5 dec", "Belt", "politie-kort"),
        ("Gaat mee @Zoe van dijk langs de school 5 dec", "Gaat mee langs de school", "zoe"),
    ],
)
def test_een_hele_naam_achter_het_apenstaartje_wordt_heel_gelezen(
    tekst: str, wat: str, wie: str
) -> None:
    regel = ontleed(tekst, kandidaten=LANG, vandaag=VANDAAG)

    assert (regel.wat, regel.wie, regel.uiterlijk_op) == (wat, wie, date(2026, 12, 5))


@pytest.mark.parametrize(
    ("tekst", "zegt"),
    [
        ("Belt de huisarts vr", "Zeg wie het doet"),
        ("Belt @niemand vr", "Niemand die meedoet heet zo: @niemand"),
        ("Belt @politie vr", "Politie Noord, Politie Zuid"),
        ("Belt @bram ooit", "Zet de dag achteraan"),
        ("Belt @bram 3-3-2026", "al voorbij. Kies een dag die nog komt"),
        ("Belt @bram gisteren", "al voorbij. Kies een dag die nog komt"),
        ("Belt eergisteren @bram", "al voorbij. Kies een dag die nog komt"),
        ("Bellen @bram @zoe vr", "Maak voor elke naam een eigen regel"),
        ("Belt @bram 31-2", "^31 februari bestaat niet.$"),
        ("Belt @bram 29-2-2027", "^29 februari 2027 bestaat niet.$"),
        ("Belt @bram 1-1-2101", "tot en met het jaar 2100"),
        ("Belt @bram volgende week vrijdag", "niet zeker welke dag"),
        ("Belt volgende week @bram vr", "niet zeker welke dag"),
        ("Belt @bram komende vrijdag", "niet zeker welke dag"),
        ("@bram vr", "Zeg wat er gebeurt"),
        ("Belt @- vr", "Niemand die meedoet"),
    ],
)
def test_een_onleesbare_regel_zegt_wat_ontbreekt(tekst: str, zegt: str) -> None:
    with pytest.raises(Onleesbaar, match=zegt):
        ontleed(tekst, kandidaten=WIE_KAN, vandaag=VANDAAG)
