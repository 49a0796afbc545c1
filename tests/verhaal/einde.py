# SPDX-License-Identifier: EUPL-1.2
"""The second half of the story: it stands still, is forced on, closes, and opens again."""

from tests.verhaal.verhaal import Verhaal, dag_van_nu


def stilstand(v: Verhaal) -> None:
    """Five weeks of nothing: the regisseur sees it. Half a year: the manager, without a name."""
    v.later(35)
    assert v.kenmerk in v.bij("amira", "/voortgang/").deel("Zaken waarop jij staat")
    assert v.kenmerk not in v.bij("mirjam", "/voortgang/gremium").tekst
    v.later(140)
    management = v.bij("mirjam", "/voortgang/gremium").tekst
    assert v.kenmerk in management
    assert "Verzonnen" not in management
    assert v.in_zaak("mirjam").stand == 404


def opschaling(v: Verhaal) -> None:
    """Anja of the GGZ answers what is stuck, and sees nothing of it after that."""
    v.in_zaak("amira", "/plan/").stuur(
        "Afspraak toevoegen",
        {"Wat": "Regelt een opslag", "Wie": v.huis.ggz, "Uiterlijk": "over 1 week"},
    )
    v.in_zaak("amira", "/voortgang/opschalen").stuur(
        "Zaak opschalen",
        {
            "Waarheen": "Bestuur",
            "Wie vraag je": v.naam("anja"),
            "Wat vraag je": "Wie betaalt de opslag?",
            "Welke afspraken zitten vast": "Regelt een opslag",
            "Uiterlijk antwoord op": "over 2 weken",
            "Wie besliste dat": "Sjoukje Verzinsel",
            "Namens welke deelnemer": "Politie Noord",
        },
    )
    v.bij("anja", "/opschalingen/").klik(v.kenmerk).stuur(
        "Antwoord versturen", {"Jouw antwoord": "Wij betalen een jaar."}
    )
    assert v.kenmerk not in v.bij("anja", "/opschalingen/").tekst
    v.in_zaak("amira", "/voortgang/").klik("Opschaling afronden").stuur(
        "Opschaling afronden",
        {"Wat is de uitkomst": "Doorbraak", "Wat leverde het op": "Er is een opslag."},
    )


def traject(v: Verhaal) -> None:
    """Tineke goes along; on her phone she writes a line, which the police doesn't read."""
    assert v.bij("tineke", v.zaak.replace("/zaken/", "/onderweg/")).stand == 404
    v.in_zaak("amira", "/voortgang/").stuur(
        "Begeleider toewijzen", {"Wie gaat begeleiden": v.naam("tineke")}
    )
    v.bij("tineke", v.zaak.replace("/zaken/", "/onderweg/")).klik("Notitie").stuur(
        "Notitie opslaan", {"Notitie": "Samen veertien klokken ingepakt."}
    )
    assert "veertien klokken" in v.in_zaak("amira", "/tijdlijn").tekst
    assert "veertien klokken" not in v.in_zaak("piet", "/tijdlijn").tekst


def overdracht(v: Verhaal) -> None:
    """Two months later the GGZ is asked to go on, and Bram says yes."""
    v.later(60)
    v.in_zaak("amira", "/overdrachten/nieuw").stuur(
        "Overdracht vragen",
        {
            "Welke organisatie gaat verder": v.huis.ggz,
            "Wat voor ontvanger": "Ggz",
            "Welke functie": "wijkverpleegkundige",
            "Wie antwoordt daar": v.naam("bram"),
            "Is het een warme overdracht": "Ja",
        },
    )
    v.in_zaak("bram", "/afsluiten/").klik("Antwoord geven").stuur(
        "Antwoord opslaan", {"Wat is het antwoord": "Ja, wij gaan verder"}
    )


def sluiting(v: Verhaal) -> None:
    """The deelnemers decide and a second regisseur agrees; from then on nobody sees it."""
    for wat in ("Zoekt een opkoper", "Regelt een opslag"):
        v.in_zaak("amira", "/plan/").stuur(f"Gereed: {wat}")
    v.in_zaak("amira", "/afsluiten/").klik("Besluit om te sluiten").stuur(
        "Besluit laten nakijken",
        {
            "Doel: Je gang is vrij.": "Doel gerealiseerd",
            "Wat is er bereikt": "Doel gerealiseerd",
            "Waarom sluit de zaak": "Doelen gerealiseerd",
            "Licht het besluit toe": "De gang is vrij en blijft vrij.",
            "Wie gaat verder": v.huis.ggz,
            "Weet de betrokkene": "Ja",
            "Waarom stoppen we eerder": "De GGZ volgt haar zelf.",
            "Hoe is het besluit genomen": "In een overleg",
            "Op welke dag": dag_van_nu(),
            "Naam van beslisser 1": "Sjoukje Verzinsel",
            "Organisatie van beslisser 1": "Politie Noord",
            "Is beslisser 1 het eens": "Ja",
            **v.huis.beslist_mee,
        },
    )
    v.in_zaak("oda", "/afsluiten/").klik("Voorstel nakijken").stuur(
        "Oordeel opslaan", {"Klopt het voorstel": "Ja, sluit de zaak"}
    )
    for wie in ("amira", "oda", "bram", "piet", "tineke", "anja"):
        assert (wie, v.in_zaak(wie).stand) == (wie, 404)


def nazorg(v: Verhaal) -> None:
    """Six weeks later the house asks by kenmerk only: she is not in care."""
    v.later(41)
    assert v.kenmerk not in v.bij("amira", "/nazorg/").deel("Nu vragen")
    v.later(1)
    scherm = v.bij("amira", "/nazorg/")
    assert v.kenmerk in scherm.deel("Nu vragen")
    assert "Verzonnen" not in scherm.tekst
    scherm.stuur(f"Nee: {v.kenmerk}")
    assert v.kenmerk in v.bij("amira", "/nazorg/").deel("Niet in zorg")


def oud_client(v: Verhaal) -> None:
    """She calls Tineke, who counts the call without her name."""
    v.later(3)
    v.bij("tineke", "/onderweg/").klik("Een oud-cliënt belt").stuur("Tel mee")


def heropening(v: Verhaal) -> None:
    """The deelnemers open it again: the same casus, with its people and what they wrote."""
    scherm = (
        v.bij("amira", "/nazorg/")
        .klik(f"Heropenen: {v.kenmerk}")
        .stuur(
            "Zaak heropenen",
            {
                "Waarom gaat de zaak weer open": "De gang staat weer vol en zij krijgt geen zorg.",
                "Hoe is het besluit genomen": "Schriftelijk",
                "Op welke dag": dag_van_nu(),
                "Naam van beslisser 1": "Sjoukje Verzinsel",
                "Organisatie van beslisser 1": "Politie Noord",
                "Is beslisser 1 het eens": "Ja",
                **v.huis.beslist_mee,
            },
        )
    )
    assert scherm.pad.startswith(v.zaak)
    assert "veertien klokken" in v.in_zaak("amira", "/tijdlijn").tekst
    assert v.in_zaak("bram").kop == v.kenmerk
    assert v.kenmerk in v.bij("amira", "/nazorg/").deel("In de volgfase")
