# SPDX-License-Identifier: EUPL-1.2
"""The fixed cast, written once into the template database by the owner role.

Amira is procesregisseur of the house; Bram is a partner with a rol in the casus; Chantal is of the
same organisation without a rol; Dirk is of another house; Els is functioneel beheerder; Joris is
procesondersteuner; Mirjam is manager; the command line is the account of this machine's user. The
others hold one role each, so that the referee has every account role of toegang.md section 2.
Piet is of the police, which takes part without him. Oda was procesregisseur, Koos will be, and the
account of Ed has ended while his role goes on. The role of Petra waits for a second person, that of
Wim has no screening, that of Rik no organisation, and that of Ties was ended at once.
"""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

NAAMRUIMTE = UUID("5b6f3f5e-8f0a-4c39-9d5c-0a6f1f2f7b11")
MENSEN: dict[str, tuple[str, str | None]] = {
    "amira": ("Amira Terpstra", "procesregisseur"),
    "joris": ("Joris Wiersma", "procesondersteuner"),
    "mirjam": ("Mirjam Hiemstra", "manager"),
    "bram": ("Bram Douma", "ketenpartner"),
    "chantal": ("Chantal Visser", "ketenpartner"),
    "dirk": ("Dirk Rijpma", None),
    "els": ("Els Bosma", "beheerder"),
    "tineke": ("Tineke Bakker", "trajectbegeleider"),
    "cor": ("Cor Veenstra", "coordinator"),
    "anja": ("Anja Postma", "aangesprokene"),
    "karin": ("Karin de Boer", "kwaliteitsmedewerker"),
    "anouk": ("Anouk Smit", "analist"),
    "frank": ("Frank Meijer", "privacy_officer"),
    "auke": ("Auke Zijlstra", "auditor"),
    "corrie": ("Corrie Jansma", "contactpunt"),
    "bas": ("Bas Hoekstra", "bestuur"),
    "opdracht": ("Opdrachtregel", "opdrachtregel"),
    "oda": ("Oda Kramer", "procesregisseur"),
    "koos": ("Koos Bijlsma", "procesregisseur"),
    "ed": ("Ed Wouda", "procesregisseur"),
    "petra": ("Petra Zandstra", "procesregisseur"),
    "wim": ("Wim Hofstra", "procesregisseur"),
    "rik": ("Rik Dijkstra", "procesregisseur"),
    "ties": ("Ties Algra", "procesregisseur"),
    "piet": ("Piet Kooistra", "ketenpartner"),
}
ROL_VANAF = {"koos": date(2100, 1, 1)}
ROL_TOT = {"oda": date(2023, 12, 31)}
ACTIEF_TOT = {"ed": date(2023, 12, 31)}
VAN_EEN_PARTNER = {"ketenpartner", "coordinator", "aangesprokene"}
# What is missing from a role that does nothing, or what ended it.
AFWIJKEND: dict[str, dict[str, object]] = {
    "petra": {"bevestigd_op": None},
    "wim": {"screening_op": None},
    "rik": {"organisatie": None},
    "ties": {"beeindigd_op": datetime(2023, 6, 1, 12, tzinfo=UTC)},
}
WACHTWOORD = "een lange zin om mee te proeven"
# Of a receiving house; nobody has the secret one.
OPENBARE_SLEUTEL = "age1kl4pqcvrf6af5ln8dx4dstxhvmq0c7s965jra6tk44nm4m29uv8s5rdnhc"


def id_van(naam: str) -> UUID:
    """The fixed id of a person or thing of the cast."""
    return uuid5(NAAMRUIMTE, naam)


def zet() -> None:
    """Write the cast. Runs as owner, in an empty template."""
    from django.contrib.auth.hashers import make_password

    from vangnet.gebruikers.models import Gebruiker
    from vangnet.organisaties.models import Organisatie

    ggz = Organisatie.objects.create(
        id=id_van("ggz"),
        kenmerk="org-ggz",
        naam="GGZ Noorderlicht",
        soort="ggz",
        keten="zorg",
        deelnemer="privaat",
    )
    politie = Organisatie.objects.create(
        id=id_van("politie"),
        kenmerk="org-politie",
        naam="Politie Noord",
        soort="politie",
        keten="justitie",
        deelnemer="publiek",
    )
    wachtwoord = make_password(WACHTWOORD)
    for sleutel, (naam, rol) in MENSEN.items():
        gebruiker = Gebruiker(
            id=id_van(sleutel),
            email=f"{sleutel}@proef.invalid",
            naam=naam,
            functie=rol or "",
            organisatie=(politie if sleutel == "piet" else ggz) if rol == "ketenpartner" else None,
            actief_tot=ACTIEF_TOT.get(sleutel),
        )
        gebruiker.password = wachtwoord
        gebruiker.save()
        if rol:
            _geef_rol(sleutel, rol, wie_wijst_aan=_aanwijzer(sleutel, rol))
    _zet_zaak()


def _zet_zaak() -> None:
    """A casus, with what there is of each kind."""
    for zet_deel in (
        _zet_casus,
        _zet_oordeel,
        _zet_antwoord,
        _zet_vaste_beslisser,
        _zet_evaluatie,
        _zet_veiligheid,
        _zet_wachtende,
        _zet_concepten,
        _zet_sluiting,
        _zet_nazorg,
    ):
        zet_deel()


def _aanwijzer(sleutel: str, rol: str) -> UUID:
    """The organisation that designated somebody: a partner's own, else the house."""
    from vangnet.inrichting.models import Huis

    if rol not in VAN_EEN_PARTNER:
        return Huis.objects.get().pk
    return id_van("politie" if sleutel == "piet" else "ggz")


def _geef_rol(sleutel: str, rol: str, *, wie_wijst_aan: UUID) -> None:
    from vangnet.toegang.models import AccountRol

    velden: dict[str, object] = {
        "id": id_van(f"rol-{sleutel}"),
        "rol": rol,
        "organisatie": wie_wijst_aan,
        "taak": "a",
        "screening_op": date(2019, 1, 1),
        "vanaf": ROL_VANAF.get(sleutel, date(2019, 1, 1)),
        "tot": ROL_TOT.get(sleutel),
        "bevestigd_op": datetime(2019, 1, 1, tzinfo=UTC),
    }
    AccountRol.objects.create(gebruiker=id_van(sleutel), **(velden | AFWIJKEND.get(sleutel, {})))


def _zet_casus() -> None:
    from tests.bezettingwerk import zet_werk
    from vangnet.aanmelding.models import Aanmelding
    from vangnet.casus.models import Betrokkenheid, Casus, Inzet
    from vangnet.personen.models import Persoon

    dag = date(2022, 3, 1)
    persoon = Persoon.objects.create(
        id=id_van("betrokkene"),
        kenmerk="p-1",
        achternaam="Kanarie-achternaam",
        voornamen="Kanarie-voornaam",
        geboortedatum=date(1990, 2, 28),
        eerste_verwerking=dag,
    )
    casus = Casus.objects.create(
        id=id_van("casus"),
        kenmerk="ZVH-2022-0001",
        samenstelling="individu",
        hoofdbetrokkene=persoon,
        gemeente="GM0080",
        eerste_verwerking=dag,
    )
    Inzet.objects.create(id=id_van("inzet"), casus=casus, soort="procesregie", vanaf=dag)
    wie = {"id": id_van("betrokkenheid"), "persoon": persoon, "eerste_verwerking": dag}
    Betrokkenheid.objects.create(casus=casus, rol="hoofdbetrokkene", **wie)
    Aanmelding.objects.create(
        id=id_van("aanmelding"),
        kenmerk="a-1",
        ontvangen_op=dag,
        gemeente="GM0080",
        aanmelder_id=id_van("ggz"),
        aanleiding="Kanarie-aanleiding",
        triage_op=dag,
        triage_besluit="procesregie",
        casus=casus,
        eerste_verwerking=dag,
    )
    zet_werk(casus)


def _zet_oordeel() -> None:
    """How the aanmelding of the casus was decided on."""
    from vangnet.aanmelding.models import (
        Beslisser,
        Criteriumoordeel,
        Huiscriterium,
        Huisoordeel,
        Koppeling,
    )

    besloten = id_van("aanmelding")
    # Ended: a decision of today is not asked for it.
    eigen = Huiscriterium.objects.create(
        id=id_van("huiscriterium"),
        tekst="Er zijn kinderen in het gezin",
        vanaf=date(2021, 1, 1),
        tot=date(2022, 12, 31),
    )
    Huisoordeel.objects.create(
        aanmelding_id=besloten, criterium=eigen, geldt=True, motivering="Kanarie-huisoordeel"
    )
    Criteriumoordeel.objects.create(
        aanmelding_id=besloten, criterium="a_problemen", geldt=True, motivering="Kanarie-oordeel"
    )
    Beslisser.objects.create(
        aanmelding_id=besloten,
        naam="Kanarie-beslisser",
        organisatie_id=id_van("politie"),
        akkoord=True,
    )
    Koppeling.objects.create(
        aanmelding_id=besloten, persoon_id=id_van("betrokkene"), waarom="Kanarie-koppeling"
    )


def _zet_vaste_beslisser() -> None:
    """One who decides at the weekly table from a day that has yet to come: nobody is offered."""
    from vangnet.aanmelding.models import VasteBeslisser

    VasteBeslisser.objects.create(
        id=id_van("vastebeslisser"),
        naam="Kanarie-vaste-beslisser",
        organisatie_id=id_van("politie"),
        vanaf=date(2099, 1, 1),
    )


def _zet_antwoord() -> None:
    """What the aanmelder of the casus was told, and what was decided before that."""
    from vangnet.aanmelding.models import Antwoord, Vorigbesluit

    besloten = id_van("aanmelding")
    Antwoord.objects.create(
        aanmelding_id=besloten,
        wijze="in_vangnet",
        toelichting="Kanarie-antwoord",
        gegeven_door_id=id_van("amira"),
        gegeven_op=datetime(2022, 3, 2, 9, tzinfo=UTC),
        eerste_verwerking=date(2022, 3, 2),
    )
    Vorigbesluit.objects.create(
        aanmelding_id=besloten,
        besluit="elders",
        besloten_op=date(2022, 2, 28),
        verwezen_naar="Kanarie-elders",
        hoe={"oordelen": [], "huisoordelen": [], "beslissers": []},
        waarom="Kanarie-waarom",
        gecorrigeerd_door_id=id_van("amira"),
        gecorrigeerd_op=datetime(2022, 3, 1, 9, tzinfo=UTC),
    )


def _zet_wachtende() -> None:
    """One of the police that waits for triage, and for an answer."""
    from vangnet.aanmelding.models import Aanmelding, Navraag

    Aanmelding.objects.create(
        id=id_van("aanmelding-wacht"),
        kenmerk="a-2",
        ontvangen_op=date(2022, 5, 2),
        gemeente="GM0080",
        aanmelder_id=id_van("politie"),
        achternaam="Kanarie-wachtende",
        aanleiding="Kanarie-wacht",
        eerste_verwerking=date(2022, 5, 2),
    )
    Navraag.objects.create(
        id=id_van("navraag"),
        aanmelding_id=id_van("aanmelding-wacht"),
        vraag="Kanarie-navraag",
        gevraagd_door_id=id_van("amira"),
        gevraagd_op=datetime(2022, 5, 3, 9, tzinfo=UTC),
        eerste_verwerking=date(2022, 5, 3),
    )
    _zet_bijlage()
    _zet_dossieropdracht()


def _zet_dossieropdracht() -> None:
    """Mirjam asked whether the dossiers may go along; nobody has decided yet."""
    from vangnet.uitwisseling.models import Dossieropdracht

    Dossieropdracht.objects.create(
        id=id_van("dossieropdracht"),
        ontvanger="Veiligheidshuis Oost",
        sleutel=OPENBARE_SLEUTEL,
        reden="Onze gemeenten gaan over naar een ander huis.",
        gevraagd_door_id=id_van("mirjam"),
        gevraagd_op=datetime.now(UTC),
        besluit_voor=datetime(2100, 1, 1, tzinfo=UTC),
    )


def _zet_bijlage() -> None:
    """A document that Piet sent with it, scanned."""
    from tests.documenten.rij import zet_document
    from vangnet.aanmelding.models import Aanmelding, Bijlage

    wacht = Aanmelding.objects.get(pk=id_van("aanmelding-wacht"))
    Bijlage.objects.create(id=id_van("bijlage"), hoort_bij=wacht.pk, door_id=id_van("piet"))
    zet_document(wacht, id_van("bijlage"), id_van("bijlageversie"), door=id_van("piet"))


def _zet_concepten() -> None:
    """Two that Bram is still typing, of which he throws the second away; a third he threw away."""
    from vangnet.aanmelding.models import Concept

    nu = datetime.now(UTC)
    # Not an hour ago yet, however old the template is that this goes into.
    net = nu + timedelta(days=30)
    for naam, weg_op in (("concept-bram", None), ("concept-weg", None), ("concept-terug", net)):
        Concept.objects.create(
            id=id_van(naam),
            auteur_id=id_van("bram"),
            inhoud={
                "achternaam": "Kanarie-aanmeldconcept",
                "eenmalig": str(id_van(f"{naam}-form")),
            },
            bewaard_op=nu,
            weg_op=weg_op,
            eerste_verwerking=date(2022, 3, 1),
        )
    _zet_formulierconcepten()
    _zet_filters()


def _zet_formulierconcepten() -> None:
    """Two that Amira is typing; the second was thrown away. What they hold can't be read."""
    from vangnet.gebruikers.models import Formulierconcept

    net = datetime.now(UTC) + timedelta(days=30)
    for naam, weg_op in (("formulierconcept", None), ("formulierconcept-weg", net)):
        Formulierconcept.objects.create(
            id=id_van(naam),
            gebruiker_id=id_van("amira"),
            plek=naam,
            inhoud="1.AAAA",
            bewaard_op=datetime.now(UTC),
            weg_op=weg_op,
            eerste_verwerking=date(2022, 3, 1),
        )


def _zet_filters() -> None:
    """Two that Amira keeps of the list of zaken; the second was taken away."""
    from vangnet.gebruikers.models import BewaardFilter

    net = datetime.now(UTC) + timedelta(days=30)
    for naam, weg_op in (("filter", None), ("filter-weg", net)):
        BewaardFilter.objects.create(
            id=id_van(naam),
            gebruiker_id=id_van("amira"),
            naam=f"Kanarie-{naam}",
            keuzes={"inzet": "procesregie"},
            weg_op=weg_op,
        )


def _zet_veiligheid() -> None:
    """A risk that was taken back at once."""
    from vangnet.voortgang.models import Veiligheidsrisico

    Veiligheidsrisico.objects.create(
        id=id_van("veiligheid"),
        casus_id=id_van("casus"),
        datum=date(2022, 3, 15),
        voor=["omgeving"],
        soort=["brand"],
        reden="Kanarie-veiligheid",
        door_id=id_van("amira"),
        ingetrokken_op=datetime(2022, 3, 15, 13, tzinfo=UTC),
        eerste_verwerking=date(2022, 3, 1),
    )


def _zet_evaluatie() -> None:
    """And a contact, and an opschaling that nobody was asked to answer."""
    from vangnet.voortgang.models import Contactmoment, Evaluatie, Opschaling

    Evaluatie.objects.create(
        id=id_van("evaluatie"),
        casus_id=id_van("casus"),
        datum=date(2022, 3, 15),
        conclusie="Kanarie-evaluatie",
        door_id=id_van("amira"),
        eerste_verwerking=date(2022, 3, 1),
    )
    Contactmoment.objects.create(
        id=id_van("contact"),
        casus_id=id_van("casus"),
        moment=datetime(2022, 3, 16, 13, tzinfo=UTC),
        plek="Kanarie-plek",
        door_id=id_van("amira"),
        eerste_verwerking=date(2022, 3, 1),
    )
    Opschaling.objects.create(
        id=id_van("opschaling"),
        casus_id=id_van("casus"),
        datum=date(2022, 4, 4),
        niveau="management",
        vraag="Kanarie-vraag",
        antwoord_voor=date(2022, 4, 18),
        notitie="Twee partners wachten op elkaar.",
    )


def _zet_sluiting() -> None:
    """A handover and a proposal to close that wait."""
    from vangnet.afsluiting.models import Besluit, Besluitstem, Overdracht

    dag = date(2022, 6, 1)
    van_casus = {"casus_id": id_van("casus"), "eerste_verwerking": dag}
    Overdracht.objects.create(
        id=id_van("overdracht"),
        organisatie_id=id_van("ggz"),
        soort="ggz",
        functie="Kanarie-functie",
        warm=True,
        aangeboden_op=dag,
        aangeboden_door_id=id_van("joris"),
        **van_casus,
    )
    besluit = Besluit.objects.create(
        id=id_van("besluit"),
        soort="sluiten",
        motivering="Kanarie-besluit",
        wijze="in_overleg",
        genomen_op=dag,
        door_id=id_van("oda"),
        afsluitreden="verhuisd",
        resultaat="deels",
        geinformeerd=True,
        **van_casus,
    )
    Besluitstem.objects.create(
        besluit=besluit, naam="Kanarie-stem", organisatie_id=id_van("politie"), akkoord=True
    )


def _zet_nazorg() -> None:
    """A check-back of an earlier closing, and a question to reopen."""
    from vangnet.afsluiting.models import Heropenvraag, Nazorg

    Heropenvraag.objects.create(
        id=id_van("heropenvraag"),
        kenmerk="ZVH-2022-0007",
        gevraagd_door_id=id_van("tineke"),
        gevraagd_op=date(2022, 6, 1),
        eerste_verwerking=date(2022, 6, 1),
    )

    Nazorg.objects.create(
        id=id_van("nazorg"),
        kenmerk="ZVH-2022-0001",
        afgesloten_op=date(2022, 4, 1),
        organisatie_id=id_van("ggz"),
        functie="Kanarie-nazorg",
        uiterlijk_op=date(2022, 5, 13),
        beperkt=False,
        door_id=id_van("oda"),
        controleur_id=id_van("amira"),
        casus_id=id_van("casus"),
        eerste_verwerking=date(2022, 6, 1),
    )


if __name__ == "__main__":
    import django

    django.setup()
    zet()
