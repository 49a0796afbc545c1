# SPDX-License-Identifier: EUPL-1.2
"""The first half of the story: from the aanmelding to a plan that is carried out."""

from tests.verhaal.verhaal import Verhaal, dag_van_nu


def aanmelding(v: Verhaal) -> None:
    """Bram of the GGZ reports somebody; another partner doesn't see it."""
    scherm = v.bij("bram", "/aanmeldingen/nieuw").stuur(
        "Aanmelding versturen",
        {
            "Achternaam": "van Verzonnen",
            "Voornamen": "Wiepkje",
            "Geboortedatum": "4-7-1979",
            "Wat is er aan de hand": "Zij bewaart klokken tot in de gang, en stookt ertussen.",
            "Wat moet er anders": "Een huis waarin de brandweer erbij kan.",
            "Wat is er al geprobeerd": "De buurtploeg ruimde twee keer op.",
            "Voor wie is het onveilig": ["De persoon zelf", "De buurt"],
            "Weet de persoon": "Ja",
        },
    )
    v.aanmelding = scherm.pad
    assert "Wiepkje" in scherm.tekst
    assert v.bij("piet", v.aanmelding).stand == 404


def vraag_aan_de_aanmelder(v: Verhaal) -> None:
    """Nine days later the house asks what is missing, and Bram answers."""
    v.later(9)
    v.bij("amira", v.aanmelding).klik("Vraag aan de aanmelder").stuur(
        "Vraag versturen", {"Wat wil je weten": "Is de verhuurder al langs geweest?"}
    )
    v.bij("bram", v.aanmelding).klik("Vraag beantwoorden").stuur(
        "Antwoord versturen", {"Je antwoord": "Ja, twee keer, zonder gevolg."}
    )
    assert "zonder gevolg" in v.bij("amira", v.aanmelding).tekst


def besluit(v: Verhaal) -> None:
    """The deelnemers see all four criteria; a named decider of the police agrees."""
    criteria = ("Er zijn problemen", "Het gaat om meer", "Dat leidt tot", "Zonder samenwerking")
    scherm = (
        v.bij("amira", v.aanmelding)
        .klik("Besluit vastleggen")
        .stuur(
            "Besluit vastleggen",
            {
                **dict.fromkeys(criteria, "Ja"),
                "Waarom vinden de deelnemers": "Het blijkt uit wat partners schreven.",
                "Naam van beslisser 1": "Sjoukje Verzinsel",
                "Organisatie van beslisser 1": "Politie Noord",
                "Is beslisser 1 het eens": "Ja",
                "Wat is het besluit": "Procesregie",
                "Wie wordt procesregisseur": v.naam("amira"),
                **v.huis.criteria,
                **v.huis.beslist_mee,
            },
        )
    )
    v.zaak, v.kenmerk = scherm.pad, scherm.kop
    assert v.in_zaak("bram").stand == 404


def wie_meedoen(v: Verhaal) -> None:
    """Bram and Piet are asked to take part and do; her sister is named."""
    for wie in ("bram", "piet"):
        v.in_zaak("amira", "/delen").stuur("Uitnodigen", {"Wie nodig je uit": v.naam(wie)})
    for wie in ("bram", "piet"):
        v.bij(wie, "/werk/").stuur(f"Ik doe mee: {v.kenmerk}")
        assert "van Verzonnen" in v.in_zaak(wie).tekst
    v.in_zaak("amira", "/personen/nieuw").stuur(
        "Persoon toevoegen",
        {
            "Achternaam": "Gefingeerd",
            "Voornamen": "Tjitske",
            "Rol": "Ander gezinslid",
            "Deze persoon is": "Broer of zus",
        },
    )


def beeld(v: Verhaal) -> None:
    """The GGZ is asked something; what Bram answers for the house, the police doesn't read."""
    v.in_zaak("amira", "/vragen/nieuw").stuur(
        "Vraag stellen",
        {
            "Aan wie vraag je het": v.huis.ggz,
            "Wat wil je weten": "Komt zij op haar afspraken?",
            "Over welk leefgebied": "Geestelijke gezondheid",
        },
    )
    v.bij("bram", "/werk/").klik("Komt zij op haar afspraken").stuur(
        "Antwoord geven",
        {
            "Je antwoord": "Zij kwam drie van de vier keer.",
            "Wie mag dit zien": "Alleen het huis",
            "Wat voor gegeven is het": "Gezondheid",
            "Ik heb een beroepsgeheim": "ja",
            "Waarom mag je het delen": "Uitdrukkelijke toestemming",
            "Leg dat uit": "Zij gaf mij haar toestemming op papier.",
        },
    )
    assert "drie van de vier" in v.in_zaak("amira", "/beeld").tekst
    assert "drie van de vier" not in v.in_zaak("piet", "/beeld").tekst


def overleg(v: Verhaal) -> None:
    """Discussed today, with an afspraak for Bram; he reads the verslag once it is vastgesteld."""
    agenda = v.bij("amira", "/overleggen/nieuw").stuur("Overleg plannen", {"Dag": "vandaag"})
    agenda.stuur("Op de agenda zetten", {"Kenmerk van de zaak": v.kenmerk})
    punt = agenda.stuur("Begin, iedereen is er").pad
    assert "Wij ruimen" not in v.bij("bram", punt).tekst
    v.bij("amira", punt).stuur(
        "Opslaan en verslag vaststellen",
        {
            "Wat is besproken": "Wij ruimen met haar samen, kamer voor kamer.",
            "Wat is besloten": "Eerst de gang.",
            "Nieuwe afspraken": "Maakt een opruimplan @ggz over 2 weken",
        },
    )
    assert "Eerst de gang." in v.bij("bram", f"{punt}/verslag").tekst


def plan(v: Verhaal) -> None:
    """A goal, the plan as it stands, and her signature: it is followed for three years."""
    v.in_zaak("amira", "/doelen/nieuw").stuur(
        "Doel toevoegen",
        {
            "Leefgebied": "Wonen",
            "Wat wordt er beter": "Je gang is vrij.",
            "Waaraan zie je dat": "De brandweer loopt er met een slang door.",
            "Streefdatum": "over 3 maanden",
        },
    )
    v.in_zaak("amira", "/plan/").stuur("Plan vaststellen")
    v.in_zaak("amira", "/plan/").klik("Handtekening vastleggen").stuur(
        "Handtekening opslaan", {"Op welke dag tekende": dag_van_nu()}
    )
    assert v.kenmerk in v.bij("amira", "/nazorg/").deel("In de volgfase")


def voortgang(v: Verhaal) -> None:
    """Ten days later Bram ticks off his afspraak, in time; it can be undone. A new one follows."""
    v.later(10)
    v.bij("bram", "/werk/").stuur("Gereed: Maakt een opruimplan")
    v.bij("bram", "/werk/").stuur("Ongedaan maken: Maakt een opruimplan")
    v.bij("bram", "/werk/").stuur("Gereed: Maakt een opruimplan")
    assert "de klok staat stil" in v.in_zaak("amira", "/voortgang/").tekst
    v.in_zaak("amira", "/plan/").stuur(
        "Afspraak toevoegen",
        {"Wat": "Zoekt een opkoper", "Wie": v.huis.ggz, "Uiterlijk": "over 1 week"},
    )
    v.in_zaak("amira", "/voortgang/").klik("Evaluatie opschrijven").stuur(
        "Evaluatie opslaan", {"Wat kwam eruit": "De gang is half vrij. Zij wil verder."}
    )
    assert "op koers" in v.in_zaak("amira", "/voortgang/").tekst
