# SPDX-License-Identifier: EUPL-1.2
"""The aanmeldingen of a year and the casussen that their triage opens."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from vangnet.demo.bouw import Bouw, code
from vangnet.demo.dossier import Aanvraag, Dossier, Inzet
from vangnet.demo.huis import Jaar, Organisatie
from vangnet.demo.personen import Persoon, geboren_in_klasse, past_in_klasse
from vangnet.demo.verdeling import deel_uit, kies, spreid

KANS_TERUGKEER = 0.3
KANS_AANGEDRAGEN = 0.06
LANGSTE_TRIAGE = 17


def nieuwe_aanmeldingen(bouw: Bouw, jaar: Jaar) -> list[int]:
    """Make the year's casussen and rejected aanmeldingen.

    Returns the months of the aanmeldingen that are left, which join a casus that is open then.
    """
    per_maand = {str(maand): aantal for maand, aantal in enumerate(jaar.maanden, start=1)}
    maanden = [int(maand) for maand in deel_uit(per_maand, bouw.dobbel)]
    for maand, aantal in enumerate(jaar.maanden, start=1):
        bouw.boek.zet(f"{jaar.jaar}-{maand:02d}", "aanmeldingen", {"": aantal})
    zaken, afgewezen = sum(jaar.zaken.values()), sum(jaar.zonder_casus.values())
    _nieuwe_zaken(bouw, jaar, maanden[:zaken])
    besluiten = deel_uit(jaar.zonder_casus, bouw.dobbel)
    for maand, besluit in zip(maanden[zaken : zaken + afgewezen], besluiten, strict=True):
        weiger(bouw, jaar, bouw.dag_in_maand(jaar.jaar, maand), besluit=besluit)
    return maanden[zaken + afgewezen :]


class Kaart(NamedTuple):
    """What the dealing gave one casus, each dimension apart from the others."""

    dag: date
    inzet: str
    leeftijd: str
    samenstelling: str
    gemeente: str
    aanmelder: Organisatie
    herkomst: str
    gebied: str


def _nieuwe_zaken(bouw: Bouw, jaar: Jaar, maanden: list[int]) -> None:
    bekenden = _bekenden(bouw)
    for kaart in _kaarten(bouw, jaar, maanden):
        _open_zaak(bouw, kaart, bekenden)


def _kaarten(bouw: Bouw, jaar: Jaar, maanden: list[int]) -> Iterator[Kaart]:
    totaal = len(maanden)
    zaak = ("zaken_aangemeld",)
    bouw.boek.zet(jaar.jaar, "zaken_aangemeld", {"": totaal})
    bouw.boek.zet(jaar.jaar, "zaken_aangemeld", jaar.zaken, dimensie="eerste_inzet")
    gemeenten = bouw.deel(jaar, "gemeente", totaal, sleutels=zaak)
    groepen = bouw.deel(jaar, "aanmelder_groep", totaal, sleutels=zaak)
    return map(
        Kaart,
        sorted(bouw.dag_in_maand(jaar.jaar, maand) for maand in maanden),
        deel_uit(jaar.zaken, bouw.dobbel),
        bouw.deel(jaar, "leeftijd", totaal, sleutels=("leeftijd",)),
        bouw.deel(jaar, "samenstelling", totaal, sleutels=("samenstelling",)),
        map(code, gemeenten),
        _aanmelders(bouw, groepen, gemeenten),
        map(code, bouw.deel(jaar, "herkomst", totaal, sleutels=zaak)),
        map(code, bouw.deel(jaar, "aandachtsgebied", totaal, sleutels=zaak)),
    )


def _open_zaak(bouw: Bouw, kaart: Kaart, bekenden: dict[str, list[Persoon]]) -> None:
    """An aanmelding and the casus that its triage opens."""
    triage_op = kaart.dag + timedelta(days=bouw.dobbel.randrange(LANGSTE_TRIAGE))
    dossier = Dossier(
        aangemeld_op=kaart.dag,
        eerste_inzet=kaart.inzet,
        samenstelling=kaart.samenstelling,
        gemeente=kaart.gemeente,
        aandachtsgebied=kaart.gebied,
        hoofdbetrokkene=_hoofdbetrokkene(bouw, kaart, bekenden.get(kaart.gemeente, [])),
        inzetten=[Inzet(kaart.inzet, triage_op)],
    )
    bouw.dossiers.append(dossier)
    aanvraag = Aanvraag(
        ontvangen_op=kaart.dag,
        aanmelder=kaart.aanmelder,
        gemeente=kaart.gemeente,
        herkomst=kaart.herkomst,
        aandachtsgebied=kaart.gebied,
        triage_op=triage_op,
        besluit=kaart.inzet,
        aangedragen_door=_aandrager(bouw),
        dossier=dossier,
        eerste=True,
    )
    bouw.aanvragen.append(aanvraag)


def _aanmelders(bouw: Bouw, groepen: list[str], gemeenten: list[str]) -> list[Organisatie]:
    """An organisation for each casus: of its own gemeente, or else dealt by weight in its group."""
    aanmelders = [bouw.organisatie(*paar) for paar in zip(groepen, gemeenten, strict=True)]
    for groep in dict.fromkeys(groepen):
        plaatsen = [
            plaats
            for plaats, aanmelder in enumerate(aanmelders)
            if groepen[plaats] == groep and not aanmelder.gemeente
        ]
        leden = {lid.organisatie_id: lid for lid in bouw.huis.groepen[groep] if not lid.gemeente}
        delen = spreid(len(plaatsen), {naam: lid.gewicht for naam, lid in leden.items()})
        for plaats, naam in zip(plaatsen, deel_uit(delen, bouw.dobbel), strict=True):
            aanmelders[plaats] = leden[naam]
    return aanmelders


def _bekenden(bouw: Bouw) -> dict[str, list[Persoon]]:
    """Hoofdbetrokkenen of closed casussen, by gemeente: some of them come back."""
    bekenden: dict[str, list[Persoon]] = {}
    for dossier in bouw.dossiers:
        personen = bekenden.setdefault(dossier.gemeente, [])
        if not dossier.is_open and dossier.hoofdbetrokkene not in personen:
            personen.append(dossier.hoofdbetrokkene)
    return bekenden


def _hoofdbetrokkene(bouw: Bouw, kaart: Kaart, bekenden: list[Persoon]) -> Persoon:
    """Somebody known who fits the age class, now and then; else somebody new."""
    if bekenden and bouw.dobbel.random() < KANS_TERUGKEER:
        kandidaat = bouw.dobbel.choice(bekenden)
        if past_in_klasse(kandidaat.geboortedatum, kaart.dag, kaart.leeftijd):
            bekenden.remove(kandidaat)
            return kandidaat
    geboren = geboren_in_klasse(kaart.leeftijd, kaart.dag, bouw.dobbel)
    return bouw.bevolking.nieuw(geboren, gemeente=kaart.gemeente, bekend_op=kaart.dag)


def _aandrager(bouw: Bouw) -> str:
    """A third party that brought it in through a deelnemer: only a deelnemer may aanmelden."""
    derden = [o for o in bouw.huis.organisaties if o.deelnemer == "derde"]
    if not derden or bouw.dobbel.random() >= KANS_AANGEDRAGEN:
        return ""
    return bouw.dobbel.choice(derden).naam


def weiger(bouw: Bouw, jaar: Jaar, dag: date, *, besluit: str, reden: str = "") -> None:
    """An aanmelding whose triage opens no casus."""
    gemeente = code(kies(_als_gewicht(bouw, jaar, "gemeente"), bouw.dobbel))
    groep = kies(_als_gewicht(bouw, jaar, "aanmelder_groep"), bouw.dobbel)
    aanvraag = Aanvraag(
        ontvangen_op=dag,
        aanmelder=bouw.organisatie(groep, gemeente),
        gemeente=gemeente,
        herkomst=code(kies(_als_gewicht(bouw, jaar, "herkomst"), bouw.dobbel)),
        aandachtsgebied="",
        triage_op=dag + timedelta(days=bouw.dobbel.randrange(LANGSTE_TRIAGE)),
        besluit=besluit,
        reden=reden or code(kies(bouw.weging(jaar, "reden"), bouw.dobbel)),
    )
    bouw.aanvragen.append(aanvraag)


def _als_gewicht(bouw: Bouw, jaar: Jaar, dimensie: str) -> dict[str, float]:
    """What the books dealt to the casussen of the year, as weights for an aanmelding beside it."""
    post = bouw.boek.posten[(str(jaar.jaar), "zaken_aangemeld", dimensie)]
    return {klasse: float(aantal) for klasse, aantal in post.items()}


def voeg_aan_zaken_toe(bouw: Bouw, jaar: Jaar, maanden: list[int]) -> None:
    """Aanmeldingen about somebody whose casus is open already; needs the year's course."""
    for maand in maanden:
        dag = bouw.dag_in_maand(jaar.jaar, maand)
        lopend = [dossier for dossier in bouw.dossiers if dossier.open_op(dag)]
        if not lopend:
            weiger(bouw, jaar, dag, besluit="niet_in_behandeling", reden="dubbel")
            continue
        dossier = bouw.dobbel.choice(lopend)
        groep = kies(_als_gewicht(bouw, jaar, "aanmelder_groep"), bouw.dobbel)
        aanvraag = Aanvraag(
            ontvangen_op=dag,
            aanmelder=bouw.organisatie(groep, dossier.gemeente),
            gemeente=dossier.gemeente,
            herkomst=code(kies(_als_gewicht(bouw, jaar, "herkomst"), bouw.dobbel)),
            aandachtsgebied=dossier.aandachtsgebied,
            triage_op=dag + timedelta(days=bouw.dobbel.randrange(5)),
            besluit=dossier.inzet_op(dag),
            dossier=dossier,
        )
        bouw.aanvragen.append(aanvraag)
