# SPDX-License-Identifier: EUPL-1.2
"""What the casus of the cast holds; written by tests/bezetting.py under the owner role."""

from datetime import date
from typing import Any

from tests.bezetting import id_van
from tests.documenten.rij import zet_document


def zet_werk(casus: Any) -> None:
    """All that people wrote down in it."""
    for zet_meer in (
        _zet_bijdragen,
        _zet_document,
        _zet_ondersteuning,
        _zet_beeld,
        _zet_doel,
        _zet_afspraak,
        _zet_overleg,
    ):
        zet_meer(casus)
    _zet_sjabloon()


def _zet_ondersteuning(casus: Any) -> None:
    """What was written before the inzet was corrected; it runs no more."""
    from vangnet.casus.models import Ondersteuning

    Ondersteuning.objects.create(
        casus=casus,
        inzet_id=id_van("inzet"),
        regie_bij="Kanarie-regie",
        vraag="Kanarie-vraag-aan-huis",
        huis_doet="Kanarie-huis-doet",
        tafels="Kanarie-tafel",
        volgende_blik=date(2022, 4, 1),
        eerste_verwerking=date(2022, 3, 1),
    )


def _zet_beeld(casus: Any) -> None:
    """A question to the GGZ that waits, a score, and a verdict on a hypothese."""
    from vangnet.beeld.models import Hypotheseoordeel, Informatievraag, Score

    dag = date(2022, 3, 1)
    Informatievraag.objects.create(
        id=id_van("vraag"),
        casus=casus,
        organisatie_id=id_van("ggz"),
        leefgebied="geestelijke_gezondheid",
        doel="afstemming",
        vraag="Kanarie-vraag-aan-ggz",
        gevraagd_door_id=id_van("amira"),
        gevraagd_op=dag,
        uiterlijk_op=date(2022, 3, 8),
        eerste_verwerking=dag,
    )
    Score.objects.create(
        id=id_van("score"),
        casus=casus,
        betrokkenheid=casus.betrokkenen.get(),
        leefgebied="huisvesting",
        moment="start",
        score=2,
        op=dag,
        door_id=id_van("amira"),
        eerste_verwerking=dag,
    )
    Hypotheseoordeel.objects.create(
        id=id_van("oordeel"),
        casus=casus,
        bijdrage_id=id_van("bijdrage-organisaties"),
        oordeel="verworpen",
        reden="Kanarie-oordeel-hypothese",
        op=dag,
        door_id=id_van("amira"),
        eerste_verwerking=dag,
    )


def _zet_doel(casus: Any) -> None:
    from vangnet.plan.models import Doel

    Doel.objects.create(
        id=id_van("doel"),
        casus=casus,
        leefgebied="huisvesting",
        omschrijving="Kanarie-doel",
        meetbaar="Kanarie-meetbaar.",
        vastgesteld_op=date(2022, 3, 1),
        streefdatum=date(2022, 9, 1),
    )


def _zet_afspraak(casus: Any) -> None:
    from vangnet.plan.models import Afspraak, Plan, PlanVersie

    dag = date(2022, 3, 1)
    Afspraak.objects.create(
        id=id_van("afspraak"),
        kenmerk="af-bezetting",
        casus=casus,
        organisatie_id=id_van("ggz"),
        domein="zorg",
        omschrijving="Kanarie-afspraak",
        vastgesteld_op=dag,
        uiterlijk_op=date(2022, 4, 1),
    )
    plan = Plan.objects.create(
        id=id_van("plan"), kenmerk="plan-1", casus=casus, vastgesteld_op=dag, nadruk="nazorg"
    )
    PlanVersie.objects.create(
        id=id_van("planversie"),
        casus=casus,
        plan=plan,
        nummer=1,
        vastgesteld_op=dag,
        nadruk="nazorg",
        inhoud={
            "afspraken": [
                {
                    "wat": "Kanarie-versie",
                    "wie": "GGZ Noorderlicht",
                    "uiterlijk_op": "2022-04-01",
                }
            ]
        },
        door_id=id_van("amira"),
    )


def _zet_overleg(casus: Any) -> None:
    """One with the casus on its agenda; Bram is asked to come and takes no part yet."""
    from vangnet.overleg.models import Agendapunt, Genodigde, Overleg, Verslag

    dag = date(2022, 3, 1)
    overleg = Overleg.objects.create(
        id=id_van("overleg"), kenmerk="o-bezetting", datum=dag, soort="casusoverleg"
    )
    punt = Agendapunt.objects.create(
        id=id_van("punt"), casus=casus, overleg=overleg, volgnummer=1, eerste_verwerking=dag
    )
    Verslag.objects.create(
        id=id_van("verslag"),
        casus=casus,
        agendapunt=punt,
        tekst="Kanarie-verslag",
        eerste_verwerking=dag,
    )
    _zet_vastgelegd(punt)
    Genodigde.objects.create(
        id=id_van("genodigde"),
        casus=casus,
        agendapunt=punt,
        gebruiker_id=id_van("bram"),
        organisatie_id=id_van("ggz"),
        eerste_verwerking=dag,
    )


def _zet_vastgelegd(punt: Any) -> None:
    """An afspraak of the police as a verslag keeps it."""
    from vangnet.overleg.models import VerslagAfspraak

    VerslagAfspraak.objects.create(
        casus=punt.casus,
        agendapunt=punt,
        volgnummer=1,
        organisatie_id=id_van("politie"),
        wie="Politie Noord",
        wat="Kanarie-vastgelegd",
        uiterlijk_op=date(2022, 4, 1),
        stand="open",
        eerste_verwerking=punt.eerste_verwerking,
    )


def _zet_bijdragen(casus: Any) -> None:
    """For everybody, for named organisations, a working note, a concept, and a verstrekking."""
    from vangnet.casus.models import Bijdrage, BijdragePubliek, Notitieconcept, Verstrekking

    dag = date(2022, 3, 1)
    for auteur, publiek in (
        ("amira", "iedereen"),
        ("amira", "organisaties"),
        ("joris", "werknotitie"),
    ):
        Bijdrage.objects.create(
            id=id_van(f"bijdrage-{publiek}"),
            casus=casus,
            auteur_id=id_van(auteur),
            soort="hypothese" if publiek == "organisaties" else "notitie",
            tekst=f"Kanarie-bijdrage-{publiek}",
            categorie="woonsituatie",
            doel="afstemming",
            publiek=publiek,
            eerste_verwerking=dag,
        )
    Notitieconcept.objects.create(
        id=id_van("notitieconcept"),
        casus=casus,
        auteur_id=id_van("joris"),
        tekst="Kanarie-concept",
        eerste_verwerking=dag,
    )
    genoemd = id_van("bijdrage-organisaties")
    BijdragePubliek.objects.create(bijdrage_id=genoemd, organisatie_id=id_van("ggz"))
    Verstrekking.objects.create(
        casus=casus,
        aan_id=id_van("politie"),
        wat="Kanarie-verstrekking",
        grond="deelnemer",
        getoetst="De bron stelde geen voorwaarden.",
        op=dag,
        door_id=id_van("amira"),
        eerste_verwerking=dag,
    )


def _zet_sjabloon() -> None:
    """A template of the house, for a kind of letter that no other test fills."""
    from vangnet.documenten.models import Sjabloonversie
    from vangnet.documenten.regels import Briefsoort
    from vangnet.documenten.standaardsjablonen import standaard

    Sjabloonversie.objects.create(
        id=id_van("sjabloonversie"),
        soort="afsluiten",
        nummer=1,
        naam="kanarie-sjabloon.docx",
        inhoud=standaard(Briefsoort.AFSLUITEN),
        velden=["kenmerk"],
        door_id=id_van("els"),
    )


def _zet_document(casus: Any) -> None:
    """A document for everybody, scanned."""
    from vangnet.casus.models import Bijdrage

    Bijdrage.objects.create(
        id=id_van("document"),
        casus=casus,
        auteur_id=id_van("amira"),
        soort="document",
        tekst="Kanarie-document",
        categorie="woonsituatie",
        doel="afstemming",
        publiek="iedereen",
        eerste_verwerking=date(2022, 3, 1),
    )
    zet_document(casus, id_van("document"), id_van("documentversie"), door=id_van("amira"))
