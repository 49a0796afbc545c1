# SPDX-License-Identifier: EUPL-1.2
"""The casework of a casus in the bank of relations: what happened in it, from begin to end."""

from datetime import UTC, date, datetime
from typing import Any

from tests.bezetting import id_van

DAG = date(2024, 3, 1)


def zet_sluitvoorstel(casus: Any, geval: str) -> None:
    """A decision to close that waits, two handovers that were asked, and a nazorg."""
    from vangnet.afsluiting.models import Nazorg, Overdracht

    van_casus = {"casus": casus, "eerste_verwerking": DAG}
    _zet_sluitbesluit(geval, van_casus)
    naar = {"organisatie_id": id_van("ggz"), "functie": f"Kanarie-{geval}-functie"}
    for wie, antwoordt in (("bram", "bram"), ("huis", None)):
        Overdracht.objects.create(
            id=id_van(f"overdracht-{geval}-{wie}"),
            soort="ggz",
            gebruiker_id=id_van(antwoordt) if antwoordt else None,
            warm=True,
            aangeboden_op=DAG,
            aangeboden_door_id=id_van("oda"),
            **van_casus,
            **naar,
        )
    Nazorg.objects.create(
        kenmerk=casus.kenmerk,
        afgesloten_op=DAG,
        uiterlijk_op=DAG,
        beperkt=casus.beperkt,
        door_id=id_van("oda"),
        controleur_id=id_van("oda"),
        **van_casus,
        **naar,
    )


def _zet_sluitbesluit(geval: str, van_casus: dict[str, Any]) -> None:
    from vangnet.afsluiting.models import Besluit, Besluitstem

    besluit = Besluit.objects.create(
        soort="sluiten",
        motivering=f"Kanarie-{geval}-besluit",
        wijze="in_overleg",
        genomen_op=DAG,
        door_id=id_van("oda"),
        afsluitreden="verhuisd",
        resultaat="deels",
        geinformeerd=True,
        **van_casus,
    )
    Besluitstem.objects.create(
        besluit=besluit,
        naam=f"Kanarie-{geval}-stem",
        organisatie_id=id_van("politie"),
        akkoord=True,
    )


VRAGEN = {"ggz": ("ggz", ""), "politie": ("politie", ""), "over_hoofd": ("ggz", "hoofd")}


def zet_beeld(casus: Any, geval: str) -> None:
    """What was asked of whom, about whom; a score, and a verdict on what is said of the hoofd."""
    from vangnet.beeld.models import Hypotheseoordeel, Informatievraag, Score
    from vangnet.casus.models import Betrokkenheid

    van_casus = {"casus": casus, "eerste_verwerking": DAG}
    hoofd = Betrokkenheid.objects.get(casus=casus, persoon_id=id_van(f"hoofd-{geval}"))
    for naam, (aan, over) in VRAGEN.items():
        Informatievraag.objects.create(
            id=id_van(f"vraag-{geval}-{naam}"),
            organisatie_id=id_van(aan),
            betrokkenheid=hoofd if over else None,
            leefgebied="huisvesting",
            doel="afstemming",
            vraag=f"Kanarie-{geval}-vraag-{naam}",
            gevraagd_door_id=id_van("oda"),
            gevraagd_op=DAG,
            uiterlijk_op=date(2024, 3, 8),
            **van_casus,
        )
    Score.objects.create(
        betrokkenheid=hoofd,
        leefgebied="huisvesting",
        moment="start",
        score=2,
        op=DAG,
        door_id=id_van("oda"),
        **van_casus,
    )
    Hypotheseoordeel.objects.create(
        bijdrage_id=id_van(f"bijdrage-{geval}-over_hoofd"),
        oordeel="verworpen",
        reden=f"Kanarie-{geval}-oordeel",
        op=DAG,
        door_id=id_van("oda"),
        **van_casus,
    )


def zet_werk(casus: Any, geval: str, rol: dict[str, Any] | None) -> None:
    """From the aanmelding to the opschaling; rol: who else is asked to come to the overleg."""
    from vangnet.voortgang.models import Contactmoment, Evaluatie, Trajectbegeleiding

    _zet_aanmelding(casus, geval)
    _zet_plan(casus, geval)
    _zet_doel(casus, geval)
    _zet_overleg(casus, geval, rol)
    Trajectbegeleiding.objects.create(casus=casus, vanaf=DAG)
    Contactmoment.objects.create(
        id=id_van(f"contact-{geval}"),
        casus=casus,
        moment=datetime(2024, 3, 2, 13, tzinfo=UTC),
        plek=f"Kanarie-{geval}-plek",
        door_id=id_van("tineke"),
        eerste_verwerking=DAG,
    )
    Evaluatie.objects.create(
        casus=casus, datum=DAG, conclusie=f"Kanarie-{geval}-evaluatie", door_id=id_van("amira")
    )
    _zet_veiligheid(casus, geval)
    afspraken = [_afspraak(casus, geval, van) for van in ("ggz", "politie")]
    _zet_opschaling(casus, geval, afspraken[0])


def _zet_veiligheid(casus: Any, geval: str) -> None:
    from vangnet.voortgang.models import Veiligheidsrisico

    Veiligheidsrisico.objects.create(
        id=id_van(f"veiligheid-{geval}"),
        casus=casus,
        datum=DAG,
        voor=["gezin"],
        soort=["geweld"],
        reden=f"Kanarie-{geval}-veiligheid",
        door_id=id_van("amira"),
        eerste_verwerking=DAG,
    )


def _zet_plan(casus: Any, geval: str) -> None:
    """With a version, and the signature of the hoofdbetrokkene."""
    from vangnet.casus.models import Betrokkenheid
    from vangnet.plan.models import Handtekening, Plan, PlanVersie

    plan = Plan.objects.create(
        kenmerk=f"plan-{geval}",
        casus=casus,
        vastgesteld_op=DAG,
        nadruk="integraal",
        ondertekend_op=DAG,
    )
    hoofd = Betrokkenheid.objects.get(casus=casus, persoon_id=id_van(f"hoofd-{geval}"))
    Handtekening.objects.create(casus=casus, plan=plan, betrokkenheid=hoofd, ondertekend_op=DAG)
    PlanVersie.objects.create(
        id=id_van(f"planversie-{geval}"),
        casus=casus,
        plan=plan,
        nummer=1,
        vastgesteld_op=DAG,
        nadruk="integraal",
        inhoud={
            "afspraken": [{"wat": f"Kanarie-{geval}-versie", "wie": "x", "uiterlijk_op": str(DAG)}]
        },
        door_id=id_van("amira"),
    )


def _zet_doel(casus: Any, geval: str) -> None:
    from vangnet.plan.models import Doel

    Doel.objects.create(
        id=id_van(f"doel-{geval}"),
        casus=casus,
        leefgebied="huisvesting",
        omschrijving=f"Kanarie-{geval}-doel",
        meetbaar=f"Kanarie-{geval}-meetbaar",
        vastgesteld_op=DAG,
        streefdatum=DAG,
    )


def _zet_aanmelding(casus: Any, geval: str) -> None:
    """As the casus began, with what was found of it and by whom."""
    from vangnet.aanmelding.models import Aanmelding, Beslisser, Koppeling

    aanmelding = Aanmelding.objects.create(
        kenmerk=f"a-{geval}",
        ontvangen_op=DAG,
        aanmelder_id=id_van("ggz"),
        aanleiding=f"Kanarie-{geval}-aanleiding",
        triage_op=DAG,
        triage_besluit="procesregie",
        casus=casus,
        eerste_verwerking=DAG,
    )
    _zet_oordelen(aanmelding, geval)
    Beslisser.objects.create(
        aanmelding=aanmelding,
        naam=f"Kanarie-{geval}-beslisser",
        organisatie_id=id_van("politie"),
        akkoord=True,
    )
    Koppeling.objects.create(
        aanmelding=aanmelding,
        persoon_id=id_van(f"hoofd-{geval}"),
        waarom=f"Kanarie-{geval}-koppeling",
    )


def _zet_oordelen(aanmelding: Any, geval: str) -> None:
    from vangnet.aanmelding.models import Criteriumoordeel, Huisoordeel

    Criteriumoordeel.objects.create(
        aanmelding=aanmelding,
        criterium="a_problemen",
        geldt=True,
        motivering=f"Kanarie-{geval}-oordeel",
    )
    Huisoordeel.objects.create(
        aanmelding=aanmelding,
        criterium_id=id_van("huiscriterium"),
        geldt=False,
        motivering=f"Kanarie-{geval}-huisoordeel",
    )


def _zet_overleg(casus: Any, geval: str, rol: dict[str, Any] | None) -> None:
    """With a verslag that is vastgesteld; who has a rol is asked to come, and a third party."""
    from datetime import time

    from vangnet.overleg.models import Agendapunt, Overleg, Verslag

    overleg = Overleg.objects.create(
        id=id_van(f"overleg-{geval}"),
        kenmerk=f"o-{geval}",
        datum=DAG,
        aanvang=time(9, 30),
        soort="casusoverleg",
        casus=casus,
    )
    van_casus = {"casus": casus, "eerste_verwerking": DAG}
    punt = Agendapunt.objects.create(
        id=id_van(f"punt-{geval}"), overleg=overleg, volgnummer=1, **van_casus
    )
    Verslag.objects.create(
        agendapunt=punt,
        tekst=f"Kanarie-{geval}-verslag",
        vastgesteld_op=datetime(2024, 3, 2, tzinfo=UTC),
        vastgesteld_door_id=id_van("amira"),
        **van_casus,
    )
    _zet_vastgelegd(punt, geval)
    _zet_genodigden(punt, geval, rol)


def _zet_vastgelegd(punt: Any, geval: str) -> None:
    """An afspraak of each of two organisations, as the verslag keeps it."""
    from vangnet.overleg.models import VerslagAfspraak

    for nummer, van in enumerate(("ggz", "politie"), 1):
        VerslagAfspraak.objects.create(
            casus=punt.casus,
            agendapunt=punt,
            volgnummer=nummer,
            organisatie_id=id_van(van),
            wie=van,
            wat=f"Kanarie-{geval}-vastgelegd-{van}",
            uiterlijk_op=DAG,
            stand="open",
            eerste_verwerking=DAG,
        )


def _zet_genodigden(punt: Any, geval: str, rol: dict[str, Any] | None) -> None:
    from vangnet.overleg.models import Genodigde

    van_punt = {"casus": punt.casus, "agendapunt": punt, "eerste_verwerking": DAG}
    Genodigde.objects.create(
        id=id_van(f"gast-{geval}"),
        derde=f"Kanarie-{geval}-gast",
        geheimhouding_op=DAG,
        **van_punt,
    )
    if rol:
        Genodigde.objects.create(
            gebruiker_id=id_van(str(rol["gebruiker"])),
            organisatie_id=id_van("ggz"),
            **van_punt,
        )


def _afspraak(casus: Any, geval: str, van: str) -> Any:
    from vangnet.plan.models import Afspraak

    return Afspraak.objects.create(
        id=id_van(f"afspraak-{geval}-{van}"),
        kenmerk=f"af-{geval}-{van}",
        casus=casus,
        organisatie_id=id_van(van),
        domein="zorg",
        omschrijving=f"Kanarie-{geval}-afspraak-{van}",
        vastgesteld_op=DAG,
        uiterlijk_op=DAG,
    )


def _zet_opschaling(casus: Any, geval: str, afspraak: Any) -> None:
    from vangnet.voortgang.models import Opschaling, VastgelopenAfspraak

    gevraagd = geval.startswith(("opgeschaald", "aangesproken")) or geval in {
        "niet_toegelaten",
        "beantwoord",
    }
    wie = "mirjam" if geval == "aangesproken_zonder_rol" else "anja"
    opschaling = Opschaling.objects.create(
        id=id_van(f"opschaling-{geval}"),
        casus=casus,
        datum=DAG,
        niveau="management",
        vraag=f"Kanarie-{geval}-vraag",
        antwoord_voor=date(2100, 1, 1),
        notitie="Twee partners wachten op elkaar.",
        aangesprokene_id=id_van(wie) if gevraagd else None,
        toegelaten_op=DAG if gevraagd and geval != "niet_toegelaten" else None,
        beantwoord_op=DAG if geval == "beantwoord" else None,
    )
    VastgelopenAfspraak.objects.create(casus=casus, opschaling=opschaling, afspraak=afspraak)
