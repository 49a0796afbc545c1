# SPDX-License-Identifier: EUPL-1.2
"""What takes something away can be undone, or the page on undo says why not. No `confirm()`."""

import re

from tests.architectuur.boom import WORTEL, bestanden, kort
from vangnet.toezicht.woorden import WOORDEN

# What an act that takes nothing away is called. Any other word takes away until it stands here.
_NEEMT_NIETS_WEG = """
aangeboden aanvaard afgerond beantwoord begonnen behandeld beoordeeld beproefd berekend besloten
bevestigd bewaard derde doorzocht geactiveerd gedownload gedraaid gegeven gekoppeld gemaakt
geopend gepland gereed gescand gesteld getekend geteld getrokken gevraagd gewijzigd gezet
gezocht handtekening_verbeterd herleid hernoemd heropend hersteld iedereen_aanwezig ingediend
ingelogd ingesteld ingevoerd ingezien inzage_geweigerd mislukt nagekeken oidc_gekoppeld oidc_gezet
onbeperkt ondertekend onzeker opgehaald opgeschaald opgeslagen teruggegeven teruggehaald teruggezet
toegevoegd toegewezen uitgelogd uitgenodigd uitgevoerd uitnodiging vastgelegd vastgesteld
verder_gezocht vergeleken verlopen verzonden voorbereid voorgesteld wachtwoord_gezet weer_gepland
weer_gevraagd weer_open
"""
NEEMT_NIETS_WEG = frozenset(_NEEMT_NIETS_WEG.split())
# `geweigerd` is what was refused to somebody; of these it is an answer that somebody gave.
ANTWOORDEN = {"casusrol.geweigerd"}
# Said with a reason, in a form: nothing goes away, the asker reads the reason.
GEEN_ANTWOORD = {"informatievraag.afgewezen"}


def _blad() -> str:
    return (WORTEL / "docs" / "hoe" / "ongedaan-maken.md").read_text(encoding="utf-8")


def neemt_weg() -> set[str]:
    """The acts of the product, as the journaal calls them, that take something away."""
    wegnemend = {
        naam for naam in WOORDEN if naam.partition(".")[2] not in NEEMT_NIETS_WEG | {"geweigerd"}
    }
    return (wegnemend | ANTWOORDEN) - GEEN_ANTWOORD


def test_elke_handeling_die_iets_wegneemt_staat_op_het_blad_over_ongedaan_maken() -> None:
    op_het_blad = set(re.findall(r"`([a-z]+\.[a-z_]+)`", _blad()))

    assert len(neemt_weg()) > 25
    assert sorted(neemt_weg() - op_het_blad) == []
    assert sorted(op_het_blad - WOORDEN.keys()) == []


def test_elke_regel_noemt_een_handeling_die_terugdraait_of_zegt_waarom_niet() -> None:
    rijen = [regel.split(" | ") for regel in _blad().splitlines() if regel.startswith("| ")][1:]
    zonder = [
        rij[0]
        for rij in rijen
        if not re.search(r"\*\*none\*\*: \w+", rij[2])
        if not (re.search(r"\(`[a-z]+\.[a-z_]+`\)$", rij[2]) and re.search(r"\w", rij[3]))
    ]

    assert len(rijen) > 20
    assert zonder == []


def test_geen_bladzijde_vraagt_of_je_het_zeker_weet() -> None:
    vragend = [
        kort(pad)
        for einde in (".html", ".js", ".py")
        for pad in bestanden("src/vangnet/web", einde=einde)
        if "static/vendor" not in kort(pad)
        if re.search(r"\bconfirm\(|hx-confirm", pad.read_text(encoding="utf-8"))
    ]

    assert vragend == []
