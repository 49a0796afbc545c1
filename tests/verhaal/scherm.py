# SPDX-License-Identifier: EUPL-1.2
"""The pages as somebody uses them: by the words of links, buttons and labels."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urljoin

from django.test import Client
from lxml import html

Ingevuld = str | Sequence[str]


class Scherm:
    """What somebody has before them; client: the browser in which they are logged in."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.pad = ""
        self.stand = 0
        self._blad: Any = None

    @property
    def tekst(self) -> str:
        """All words of the page, with single spaces between them."""
        return _kaal(self._blad)

    @property
    def kop(self) -> str:
        """What the page is about."""
        return _kaal(next(self._blad.iter("h1")))

    def deel(self, kop: str) -> str:
        """All words of the part under a heading."""
        for een in self._blad.iter("section"):
            if any(_heet(boven, kop) for boven in een.iter("h2")):
                return _kaal(een)
        return ""

    def ga(self, pad: str) -> "Scherm":
        """Open an address, and follow where it leads."""
        return self._toon(self._client.get(pad, follow=True), pad)

    def klik(self, naam: str) -> "Scherm":
        """Follow the first link that begins with these words."""
        for link in self._blad.iter("a"):
            if _kaal(link).startswith(naam):
                return self.ga(urljoin(self.pad, link.get("href")))
        raise AssertionError(f"geen link '{naam}' op {self.pad}: {self.tekst}")

    def stuur(self, knop: str, velden: Mapping[str, Ingevuld] | None = None) -> "Scherm":
        """Fill in the form of a button by its labels, and press the button; it must be accepted."""
        formulier, gedrukt = self._formulier_van(knop)
        for label, waarde in (velden or {}).items():
            _vul(formulier, label, waarde)
        inhoud: dict[str, list[str]] = {}
        for naam, waarde in formulier.form_values():
            inhoud.setdefault(naam, []).append(waarde)
        if gedrukt.get("name"):
            inhoud[gedrukt.get("name")] = [gedrukt.get("value", "")]
        pad = urljoin(self.pad, formulier.get("action") or "")
        self._toon(self._client.post(pad, inhoud, follow=True), pad)
        assert self.stand == 200, f"{self.stand} op {pad}: {self._bezwaar()}"
        return self

    def _toon(self, antwoord: Any, pad: str) -> "Scherm":
        keten = getattr(antwoord, "redirect_chain", None)
        self.pad = keten[-1][0] if keten else pad
        self.stand = antwoord.status_code
        self._blad = html.fromstring(antwoord.content.decode())
        return self

    def _bezwaar(self) -> str:
        """What the page says is wrong, and after that what it holds."""
        return self.tekst.partition("Er ging iets mis")[2] or self.tekst

    def _formulier_van(self, knop: str) -> tuple[Any, Any]:
        for formulier in self._blad.forms:
            for een in formulier.iter("button"):
                if _kaal(een).startswith(knop):
                    return formulier, een
        raise AssertionError(f"geen knop '{knop}' op {self.pad}: {self.tekst}")


def _kaal(element: Any) -> str:
    return " ".join(element.text_content().split())


def _vul(formulier: Any, label: str, waarde: Ingevuld) -> None:
    """Write in the fields of a label, or choose by the words of the answers."""
    groepen = [een for een in formulier.iter("fieldset") if _heet(een.find("legend"), label)]
    for groep in groepen:
        _kruis_aan(groep, [waarde] if isinstance(waarde, str) else waarde)
    velden = [] if groepen else _velden_bij(formulier, label)
    for veld in velden:
        if veld.tag == "select":
            veld.value = _keuze(veld, str(waarde))
        elif veld.get("type") == "checkbox":
            veld.checked = waarde == "ja"
        else:
            veld.value = waarde


def _heet(element: Any, label: str) -> bool:
    return element is not None and _kaal(element).startswith(label)


def _velden_bij(waar: Any, label: str) -> list[Any]:
    """The fields whose label begins with these words: more than one in a list of questions."""
    gevonden = [een for een in waar.iter("label") if _heet(een, label)]
    assert gevonden, f"geen veld '{label}': {_kaal(waar)}"
    return [
        een.for_element if een.for_element is not None else next(een.iter("input"))
        for een in gevonden
    ]


def _kruis_aan(groep: Any, antwoorden: Sequence[str]) -> None:
    keuzes = [een for antwoord in antwoorden for een in _velden_bij(groep, antwoord)[:1]]
    for een in groep.iter("input"):
        een.checked = een in keuzes


def _keuze(veld: Any, woorden: str) -> str:
    for keuze in veld.iter("option"):
        if woorden in _kaal(keuze):
            return str(keuze.get("value"))
    raise AssertionError(f"'{woorden}' is niet te kiezen: {_kaal(veld)}")
