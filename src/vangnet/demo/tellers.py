# SPDX-License-Identifier: EUPL-1.2
"""The work that is not a casus: adviezen, tellingen, meldingen, signalen, money."""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from vangnet.demo.bouw import Bouw, cel, code
from vangnet.demo.dossier import PROCESREGIE
from vangnet.demo.huis import Jaar, Telling
from vangnet.demo.verdeling import kies, spreid

SLEUTEL_VAN_TELLING = {
    "gescreend": "screening_gedetineerden",
    "gescreend_met_plan": "screening_gedetineerden_plan",
    "besproken_regietafel": "screening_gedetineerden_regietafel",
    "zelfmelder_benaderd": "zelfmelders_benaderd",
    "scenarioteam_a": "scenarioteams",
    "scenarioteam_b": "scenarioteams",
}
SLEUTEL_VAN_FINANCIEN = {"resultaat": "resultaat_financieel"}
VERVOLGACTIES = {
    "opvolging_partner": 5.0,
    "casusoverleg": 2.0,
    "casusoverleg_nazorg": 1.0,
    "casusoverleg_justitieel": 1.0,
    "geprioriteerd": 1.0,
}
ADRESSANTEN = ("Zorgkantoor", "Bestuurscommissie", "Adviesgroep", "Ministerie")


def tel_mee(bouw: Bouw, jaar: Jaar) -> None:
    """Everything of the year that stands apart from the casussen."""
    _adviezen(bouw, jaar)
    for telling in jaar.tellingen:
        _telling(bouw, jaar, telling)
    _meldingen(bouw, jaar)
    _prioriteringen(bouw, jaar)
    _signalen(bouw, jaar)
    for post in jaar.financien:
        _geldpost(bouw, jaar, post)


def _geldpost(bouw: Bouw, jaar: Jaar, post: Mapping[str, str]) -> None:
    bedrag = Decimal(post["bedrag"])
    sleutel = SLEUTEL_VAN_FINANCIEN.get(post["soort"], post["soort"])
    bouw.boek.zet(jaar.jaar, sleutel, {"": bedrag})
    bouw.boek.zet(jaar.jaar, sleutel, {post["post"]: bedrag}, dimensie="post")
    bouw.boek.zet(jaar.jaar, sleutel, {post.get("bron", "onbekend"): bedrag}, dimensie="bron")
    bouw.rij("financien", jaar=str(jaar.jaar), **{**post, "bedrag": f"{bedrag:.2f}"})


def _dag(bouw: Bouw, jaar: Jaar) -> date:
    return bouw.dag_in_maand(jaar.jaar, bouw.dobbel.randint(1, 12))


def _gemeente(bouw: Bouw, jaar: Jaar) -> str:
    """Drawn as the casussen of the year were dealt."""
    post = bouw.boek.posten[(str(jaar.jaar), "zaken_aangemeld", "gemeente")]
    return code(kies({klasse: float(aantal) for klasse, aantal in post.items()}, bouw.dobbel))


def _adviezen(bouw: Bouw, jaar: Jaar) -> None:
    organisaties = [o for o in bouw.huis.organisaties if o.gewicht > 0]
    rollen = ("professional", "client", "")
    for soort, aantal in jaar.adviezen.items():
        trajectbegeleiding = soort == "trajectbegeleiding"
        sleutel = "advies_trajectbegeleiding" if trajectbegeleiding else soort
        bouw.boek.zet(jaar.jaar, sleutel, {"": aantal})
        for _ in range(aantal):
            nummer = len(bouw.rijen.get("adviezen", ())) + 1
            bekend = bouw.dobbel.random() < 0.95
            aan = bouw.dobbel.choices(rollen, weights=(6, 4, 1))[0]
            bouw.rij(
                "adviezen",
                advies_id=f"K-{bouw.blok}{nummer:05d}",
                datum=cel(_dag(bouw, jaar)),
                soort=soort,
                organisatie_id=bouw.dobbel.choice(organisaties).organisatie_id if bekend else "",
                aan=aan if trajectbegeleiding else "professional",
                thema=code(kies(bouw.weging(jaar, "thema"), bouw.dobbel)),
                gemeente=_gemeente(bouw, jaar) if bekend else "",
            )


def _telling(bouw: Bouw, jaar: Jaar, telling: Telling) -> None:
    """One row a month and gemeente, dated on the last day of the month."""
    vakken = [(maand, gemeente) for maand in telling.maanden for gemeente in telling.gemeenten]
    bouw.dobbel.shuffle(vakken)
    delen = spreid(telling.aantal, {f"{maand}/{plek}": 1.0 for maand, plek in vakken})
    sleutel = SLEUTEL_VAN_TELLING.get(telling.soort, telling.soort)
    for maand, gemeente in sorted(vakken):
        aantal = delen[f"{maand}/{gemeente}"]
        if not aantal:
            continue
        dag = date(jaar.jaar, maand, calendar.monthrange(jaar.jaar, maand)[1])
        tijdvak = f"{jaar.jaar}-{maand:02d}"
        bouw.boek.zet(tijdvak, sleutel, {"": aantal})
        bouw.boek.zet(tijdvak, sleutel, {gemeente: aantal}, dimensie="gemeente")
        bouw.rij(
            "tellingen",
            datum=cel(dag),
            soort=telling.soort,
            aantal=str(aantal),
            gemeente=gemeente,
        )


def _meldingen(bouw: Bouw, jaar: Jaar) -> None:
    organisaties = [o for o in bouw.huis.organisaties if o.gewicht > 0]
    for _ in range(jaar.meldingen):
        melding_id = f"M-{bouw.blok}{len(bouw.rijen.get('meldingen', ())) + 1:05d}"
        dag = _dag(bouw, jaar)
        bouw.rij(
            "meldingen",
            melding_id=melding_id,
            datum=cel(dag),
            doelgroep=kies(bouw.weging(jaar, "doelgroep"), bouw.dobbel),
            herhaald=bouw.dobbel.choices(("ja", "nee", ""), weights=(3, 6, 1))[0],
            organisatie_id=bouw.dobbel.choice(organisaties).organisatie_id,
            gemeente=_gemeente(bouw, jaar),
            eerste_verwerking=cel(dag),
        )
        acties = bouw.dobbel.sample(list(VERVOLGACTIES), bouw.dobbel.choice((0, 1, 1, 1, 2)))
        for actie in acties:
            datum = dag + timedelta(days=bouw.dobbel.randrange(30))
            zonder_datum = bouw.dobbel.random() < 0.1
            bouw.rij(
                "vervolgacties",
                melding_id=melding_id,
                soort=actie,
                datum="" if zonder_datum else cel(datum),
            )


def _prioriteringen(bouw: Bouw, jaar: Jaar) -> None:
    kandidaten = [
        dossier
        for dossier in bouw.dossiers
        if dossier.aangemeld_op.year == jaar.jaar and dossier.eerste_inzet == PROCESREGIE
    ]
    aantal = min(jaar.prioriteringen, len(kandidaten))
    for dossier in bouw.dobbel.sample(kandidaten, aantal):
        vanaf = dossier.inzetten[0].vanaf
        loopt = bouw.dobbel.random() < 0.5
        bouw.rij(
            "prioriteringen",
            persoon_id=dossier.hoofdbetrokkene.persoon_id,
            doelgroep=kies(bouw.weging(jaar, "doelgroep"), bouw.dobbel),
            vanaf=cel(vanaf),
            tot="" if loopt else cel(vanaf + timedelta(days=bouw.dobbel.randint(60, 500))),
            gemeente=dossier.gemeente,
            criteria_versie="2019-1",
            eerste_verwerking=cel(dossier.aangemeld_op),
        )


def _signalen(bouw: Bouw, jaar: Jaar) -> None:
    soorten = ("trend", "knelpunt", "leemte", "misstand", "succesfactor")
    for _ in range(jaar.signalen):
        nummer = len(bouw.rijen.get("signalen", ())) + 1
        dag = _dag(bouw, jaar)
        geadresseerd = dag + timedelta(days=bouw.dobbel.randint(5, 60))
        antwoord = geadresseerd + timedelta(days=bouw.dobbel.randint(10, 90))
        gestuurd = bouw.dobbel.random() < 0.85
        beantwoord = gestuurd and bouw.dobbel.random() < 0.6
        bouw.rij(
            "signalen",
            signaal_id=f"S-{bouw.blok}{nummer:05d}",
            datum=cel(dag),
            soort=bouw.dobbel.choices(soorten, weights=(2, 4, 2, 1, 1))[0],
            thema=code(kies(bouw.weging(jaar, "thema"), bouw.dobbel)),
            geadresseerd_aan=bouw.dobbel.choice(ADRESSANTEN) if gestuurd else "",
            geadresseerd_op=cel(geadresseerd if gestuurd else None),
            antwoord_op=cel(antwoord if beantwoord else None),
        )
