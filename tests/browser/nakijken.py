# SPDX-License-Identifier: EUPL-1.2
"""What can be read from any open page: text that falls away, and the way of the Tab key."""

from typing import Any

from playwright.sync_api import Page

# WCAG 1.4.12; a constructed sheet, which the content policy lets through as the page's own.
RUIM = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }
"""
_ZET_RUIM = """(stijl) => {
    const blad = new CSSStyleSheet();
    blad.replaceSync(stijl);
    document.adoptedStyleSheets = stijl ? [blad] : [];
}"""
# Text outside the window, or outside a box that hides what does not fit. What scrolls shows all.
_WEG = """() => {
    const weg = [];
    const bereik = document.createRange();
    const valtBuiten = (tekst, vak) => tekst.left < vak.left - 1 || tekst.right > vak.right + 1
        || tekst.top < vak.top - 1 || tekst.bottom > vak.bottom + 1;
    const valtWeg = (tekst, element) => {
        for (let e = element; e && e !== document.body; e = e.parentElement) {
            const stijl = getComputedStyle(e);
            if (stijl.clipPath !== "none" || /auto|scroll/.test(stijl.overflow)) return false;
            const kapt = /hidden|clip/.test(stijl.overflow);
            if (kapt && valtBuiten(tekst, e.getBoundingClientRect())) return true;
        }
        return tekst.right > innerWidth + 1 || tekst.left < -1;
    };
    const loper = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (loper.nextNode()) {
        const element = loper.currentNode.parentElement;
        const telt = loper.currentNode.data.trim() && element.checkVisibility()
            && !element.closest("select, textarea, svg, script");
        if (!telt) continue;
        bereik.selectNodeContents(loper.currentNode);
        const vakken = [...bereik.getClientRects()];
        if (vakken.some((vak) => valtWeg(vak, element))) weg.push(element.outerHTML.slice(0, 90));
    }
    return weg;
}"""
# The stops as they should be: in the order of the document, of a group of radios only one.
_HALTES = """() => {
    const kan = "a[href], button, input, select, textarea, summary, [tabindex]";
    const isGekozen = (e) => {
        if (e.type !== "radio" || !e.form) return true;
        const groep = [...e.form.elements].filter((een) => een.name === e.name);
        return e === (groep.find((een) => een.checked) || groep[0]);
    };
    window.haltes = [...document.querySelectorAll(kan)].filter((e) =>
        e.tabIndex >= 0 && !e.disabled && e.type !== "hidden" && e.checkVisibility()
        && getComputedStyle(e).visibility === "visible" && isGekozen(e));
    window.langs = [];
    document.addEventListener("focusin", (g) => window.langs.push(g.target));
    window.haltes[0].focus();
    return window.haltes.length;
}"""
_AFWIJKING = """() => {
    const wat = (e) => e ? e.outerHTML.slice(0, 90) : "niets";
    const fout = window.haltes.findIndex((e, plek) => e !== window.langs[plek]);
    return fout < 0 ? [] : [fout, wat(window.haltes[fout]), wat(window.langs[fout])];
}"""
# The next stop may not be above the former in the same column, nor before it on the same line.
_TERUG = """() => {
    const terug = [];
    const inhoud = window.haltes.filter((e) => e.closest("main"));
    const vakken = inhoud.map((e) => e.getBoundingClientRect());
    for (let plek = 1; plek < inhoud.length; plek += 1) {
        const [vorig, vak] = [vakken[plek - 1], vakken[plek]];
        const hoger = vak.bottom <= vorig.top + 1 && vak.left < vorig.right - 1;
        const eerder = vak.right <= vorig.left + 1 && vak.top < vorig.bottom - 1;
        if (hoger || eerder) terug.push(inhoud[plek].outerHTML.slice(0, 90));
    }
    return terug;
}"""
# After the Tab key the browser shows the focus that a script sets, too.
_VERBORGEN = """() => window.haltes.filter((e) => {
    e.focus();
    const stijl = getComputedStyle(e);
    const rand = stijl.outlineStyle === "none" ? 0 : parseFloat(stijl.outlineWidth);
    const vak = e.getBoundingClientRect();
    const [links, rechts] = [Math.max(vak.left, 0), Math.min(vak.right, innerWidth)];
    const [boven, onder] = [Math.max(vak.top, 0), Math.min(vak.bottom, innerHeight)];
    const raak = [0.5, 0.1, 0.9].some((deel) => {
        const op = document.elementFromPoint(
            links + (rechts - links) * deel, boven + (onder - boven) * deel);
        return op && (e.contains(op) || op.contains(e));
    });
    return rand < 2 || links >= rechts || boven >= onder || !raak;
}).map((e) => e.outerHTML.slice(0, 90))"""

# Fields about which the browser would speak itself, and buttons that cannot be pressed.
_BEL = """() => [...document.querySelectorAll("input, select, textarea")].filter((e) => {
    const streng = e.required || e.pattern || e.minLength > 0 || e.min || e.max
        || ["email", "url", "number", "date", "time", "month"].includes(e.type);
    return streng && e.form && !e.form.noValidate;
}).concat(...document.querySelectorAll("button:disabled, input[type=submit]:disabled"))
    .map((e) => e.outerHTML.slice(0, 90))"""
# What is missing of an error: in the title, in the summary that has the focus, and at the field.
_FOUT = """() => {
    const vak = document.querySelector("[data-foutoverzicht]");
    const mist = document.title.startsWith("Fout: ") ? [] : ["titel"];
    if (!vak || !vak.querySelector("li")) return [...mist, "overzicht"];
    for (const link of vak.querySelectorAll("a")) {
        const veld = document.getElementById(decodeURIComponent(link.hash.slice(1)));
        // The label of a field may hold a colon or a question mark too.
        const stukken = link.textContent.trim().split(/(?<=[:?]) /);
        const teksten = stukken.slice(1).map((_, plek) => stukken.slice(plek + 1).join(" "));
        const bij = veld && veld.closest(".veld--fout");
        const staatErbij = bij && teksten.some((een) => bij.textContent.includes(een));
        if (!staatErbij) mist.push(link.textContent);
    }
    return mist;
}"""


def valt_weg(blad: Page) -> list[str]:
    """The elements of which a reader cannot see all text."""
    return list(blad.evaluate(_WEG))


def zet_ruimte(blad: Page, stijl: str = RUIM) -> None:
    """Put more room in the text, as a reader may; an empty `stijl` takes it out again."""
    blad.evaluate(_ZET_RUIM, stijl)


def loop_langs(blad: Page) -> list[Any]:
    """Tab from the first stop to the last; gives the first that was not the next of the page."""
    for _ in range(blad.evaluate(_HALTES) - 1):
        blad.keyboard.press("Tab")
    return list(blad.evaluate(_AFWIJKING))


def eerste_halte(blad: Page) -> str:
    """After loop_langs: where the first stop leads to."""
    return str(blad.evaluate("window.haltes[0].getAttribute('href')"))


def staat_terug(blad: Page) -> list[str]:
    """After loop_langs: the stops that stand before the former, to a reader's eye."""
    return list(blad.evaluate(_TERUG))


def is_verborgen(blad: Page) -> list[str]:
    """After loop_langs: the stops at which the focus is not to be seen."""
    return list(blad.evaluate(_VERBORGEN))


def klaagt_zelf(blad: Page) -> list[str]:
    """Fields that the browser checks in its own words, and buttons that are switched off."""
    return list(blad.evaluate(_BEL))


def mist_bij_de_fout(blad: Page) -> list[str]:
    """What a page that refuses an answer does not say, or not where it should."""
    return list(blad.evaluate(_FOUT))
