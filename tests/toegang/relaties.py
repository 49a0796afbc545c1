# SPDX-License-Identifier: EUPL-1.2
"""A casus for each relation of the page on access (section 3), all with the same content.

Run as a module it fills a copy of the template, under the owner role. Each casus: two people with a
relatie, an inzet with an ondersteuning, an aanmelding and an afspraak of the GGZ, an afspraak of
the police, a plan, an overleg, questions to the GGZ and the police, a score, a judged hypothese
about the hoofdbetrokkene, an opschaling with a stuck afspraak, a traject with a contact, an
evaluatie, the police as an organisation, a verstrekking, a bijdrage for each audience (BIJDRAGEN),
a handover that waits for the GGZ (Bram, where he takes part), a proposal to close and a check-back.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.bezetting import id_van
from tests.documenten.rij import zet_document
from tests.toegang.relatiewerk import DAG, zet_beeld, zet_sluitvoorstel, zet_werk

GISTEREN_VOORBIJ = date(2024, 6, 30)
# Somebody's own rol on a casus, as the fields of CasusRol; the casus of which it is, is its key.
ROLLEN: dict[str, dict[str, Any]] = {
    "lopend": {"gebruiker": "bram", "antwoord": "aanvaard", "vanaf": DAG},
    "uitgenodigd": {"gebruiker": "bram"},
    "geweigerd": {"gebruiker": "bram", "antwoord": "geweigerd"},
    "voorbij": {
        "gebruiker": "bram",
        "antwoord": "aanvaard",
        "vanaf": DAG,
        "tot": GISTEREN_VOORBIJ,
    },
    "nog_niet": {"gebruiker": "bram", "antwoord": "aanvaard", "vanaf": date(2100, 1, 1)},
    "overgedragen": {
        "gebruiker": "bram",
        "antwoord": "aanvaard",
        "vanaf": DAG,
        "tot": GISTEREN_VOORBIJ,
    },
    "beeindigd": {
        "gebruiker": "bram",
        "antwoord": "aanvaard",
        "vanaf": DAG,
        "tot": date(2100, 1, 1),
        "beeindigd_op": datetime(2024, 6, 30, 12, tzinfo=UTC),
    },
    "andere_zijde": {"gebruiker": "bram", "antwoord": "aanvaard", "vanaf": DAG, "zijde": 2},
    "beperkt": {"gebruiker": "joris", "antwoord": "aanvaard", "vanaf": DAG},
    "beperkt_met_partner": {"gebruiker": "bram", "antwoord": "aanvaard", "vanaf": DAG},
    "gesloten": {"gebruiker": "bram", "antwoord": "aanvaard", "vanaf": DAG},
    "heropend": {"gebruiker": "bram", "antwoord": "aanvaard", "vanaf": DAG},
    "traject": {"gebruiker": "tineke", "antwoord": "aanvaard", "vanaf": DAG},
    # For the GGZ, that no longer designates him: the police does.
    "vorig_werk": {"gebruiker": "piet", "antwoord": "aanvaard", "vanaf": DAG},
    # A rol that was left to somebody without an account role that reads.
    "overgebleven": {"gebruiker": "mirjam", "antwoord": "aanvaard", "vanaf": DAG},
    # Named as a partner by an organisation for which he is coordinator and no partner.
    "coordinator_genoemd": {"gebruiker": "cor", "antwoord": "aanvaard", "vanaf": DAG},
    # A partner, under a rol that only the house has.
    "andere_pet": {
        "gebruiker": "bram",
        "antwoord": "aanvaard",
        "vanaf": DAG,
        "rol": "trajectbegeleider",
    },
}
SOORTEN = {
    "joris": "procesondersteuner",
    "mirjam": "regisseur",
    "tineke": "trajectbegeleider",
}
OVERIGE = (
    "opgeschaald",
    "opgeschaald_en_gesloten",
    "niet_toegelaten",
    "beantwoord",
    "aangesproken_zonder_rol",
    "nood",
    "nood_voorbij",
    "nood_nog_niet",
    "nood_zonder_rol",
    "nood_gesloten",
    "beperkt_nood",
    "gesloten_controle",
)
GESLOTEN = {
    "gesloten",
    "gesloten_controle",
    "heropend",
    "nood_gesloten",
    "opgeschaald_en_gesloten",
}
GEVALLEN = (*ROLLEN, *OVERIGE)
# What is contributed to each casus: author, audience, the organisation named, and whom it is about.
BIJDRAGEN = {
    "iedereen": ("amira", "iedereen", "", ""),
    "ggz": ("amira", "organisaties", "ggz", ""),
    "politie": ("amira", "organisaties", "politie", ""),
    "huis": ("amira", "alleen_huis", "", ""),
    "over_hoofd": ("amira", "iedereen", "", "hoofd"),
    "over_zus": ("amira", "iedereen", "", "zus"),
    "ingetrokken": ("amira", "iedereen", "", ""),
    "notitie_joris": ("joris", "werknotitie", "", ""),
    "notitie_bram": ("bram", "werknotitie", "", ""),
}
# Those of them that are a file.
DOCUMENTEN = ("iedereen", "huis")
# Looks beside one's roles: who, at which casus, of which kind, and how long ago it began.
INZAGEN = (
    ("mirjam", "nood", "noodtoegang", timedelta(0)),
    ("mirjam", "nood_voorbij", "noodtoegang", timedelta(days=-2)),
    ("mirjam", "nood_nog_niet", "noodtoegang", timedelta(days=400)),
    ("mirjam", "nood_gesloten", "noodtoegang", timedelta(0)),
    ("bram", "nood_zonder_rol", "noodtoegang", timedelta(0)),
    ("frank", "gesloten", "rechtmatigheid", timedelta(0)),
    ("amira", "beperkt_nood", "noodtoegang", timedelta(0)),
    ("karin", "gesloten_controle", "rechtmatigheid", timedelta(0)),
    ("auke", "gesloten_controle", "rechtmatigheid", timedelta(0)),
    # Of a kind that does not go with the role.
    ("joris", "beperkt_nood", "rechtmatigheid", timedelta(0)),
    ("mirjam", "gesloten_controle", "rechtmatigheid", timedelta(0)),
    # Of who supervises, so that a manager judges them: once, and nobody their own.
    ("frank", "heropend", "rechtmatigheid", timedelta(days=-2)),
    ("oda", "traject", "noodtoegang", timedelta(days=-2)),
)
BEOORDEELD = {("frank", "heropend")}
# Oda is a second account of the manager.
ZELFDE_MENS = {"oda": "mirjam+tweede@proef.invalid"}
# Account roles of the GGZ that don't count, each for a reason of its own.
TELT_NIET: dict[str, dict[str, Any]] = {
    "dirk": {"vanaf": date(2100, 1, 1)},
    "oda": {"tot": GISTEREN_VOORBIJ},
    "ties": {"beeindigd_op": datetime(2024, 6, 1, 12, tzinfo=UTC)},
    "wim": {"screening_op": date(2100, 1, 1)},
    "petra": {"bevestigd_op": None},
    "rik": {"taak": None},
    "koos": {"rol": "coordinator"},
}
# Chantal takes part as a partner, also now that she is trajectbegeleider as well.
NOG_EEN: dict[str, dict[str, Any]] = {
    "corrie": {"rol": "aangesprokene"},
    "chantal": {"rol": "trajectbegeleider"},
}
# Who was not one of those who supervise when they looked: not yet, no longer, ended, unconfirmed.
TOEZICHT_ELDERS: dict[str, dict[str, Any]] = {
    "joris": {"vanaf": date(2100, 1, 1)},
    "auke": {"tot": GISTEREN_VOORBIJ},
    "karin": {"beeindigd_op": datetime(2024, 6, 1, 12, tzinfo=UTC)},
    "oda": {"bevestigd_op": None},
}


def casus_van(geval: str) -> str:
    """Name in the cast of the casus of a relation."""
    return f"casus-{geval}"


def zet() -> None:
    """Write the casussen. Runs as owner, in a copy of the template."""
    for nummer, geval in enumerate(GEVALLEN):
        _zet_casus(geval, nummer)
    _draag_over()
    _zet_inzagen()
    _zet_rollen_die_niet_tellen()


def _zet_casus(geval: str, nummer: int) -> None:
    from vangnet.casus.models import Casus, CasusRol, Inzet, Ondersteuning

    mensen = [_persoon(geval, wie, nummer) for wie in ("hoofd", "zus")]
    casus = Casus.objects.create(
        id=id_van(casus_van(geval)),
        kenmerk=f"ZVH-2024-{nummer:04}",
        samenstelling="systeem",
        hoofdbetrokkene=mensen[0],
        beperkt=geval.startswith("beperkt"),
        eerste_verwerking=DAG,
    )
    inzet = Inzet.objects.create(casus=casus, soort="procesregie", vanaf=DAG)
    Ondersteuning.objects.create(
        casus=casus,
        inzet=inzet,
        regie_bij=f"Kanarie-{geval}-regie",
        vraag="Vraag.",
        huis_doet="Meedenken.",
        volgende_blik=DAG,
    )
    _zet_mensen(casus, mensen)
    zet_werk(casus, geval, ROLLEN.get(geval))
    for naam in BIJDRAGEN:
        _zet_bijdrage(casus, geval, naam)
    zet_beeld(casus, geval)
    _zet_verstrekking(casus, geval)
    zet_sluitvoorstel(casus, geval)
    CasusRol.objects.create(casus=casus, organisatie_id=id_van("politie"), rol="deelnemer")
    if eigen := ROLLEN.get(geval):
        _zet_rol(casus, geval, eigen)
    if geval in GESLOTEN:
        _sluit(casus, heropend=geval == "heropend")


def _persoon(geval: str, wie: str, nummer: int) -> Any:
    from vangnet.personen.models import Persoon

    return Persoon.objects.create(
        id=id_van(f"{wie}-{geval}"),
        kenmerk=f"p-{nummer}-{wie}",
        achternaam=f"Kanarie-{geval}-{wie}",
        voornamen="Kanarie",
        eerste_verwerking=DAG,
    )


def _zet_mensen(casus: Any, mensen: list[Any]) -> None:
    from vangnet.casus.models import Betrokkenheid
    from vangnet.personen.models import Relatie

    for zijde, (persoon, rol) in enumerate(
        zip(mensen, ("hoofdbetrokkene", "ander_gezinslid"), strict=True), start=1
    ):
        Betrokkenheid.objects.create(
            # As the rows that hang on it: known by whose it is.
            id=id_van(f"betrokkenheid-{persoon.pk}"),
            casus=casus,
            persoon=persoon,
            rol=rol,
            zijde=zijde,
            eerste_verwerking=DAG,
        )
    Relatie.objects.create(
        id=id_van(f"relatie-{casus.pk}"),
        persoon=mensen[0],
        andere_persoon=mensen[1],
        soort="broer_zus",
    )
    if casus.pk == id_van(casus_van("andere_zijde")):
        # The other way round too: whoever sees one of the two sees neither.
        Relatie.objects.create(persoon=mensen[1], andere_persoon=mensen[0], soort="broer_zus")


def _soort(naam: str) -> str:
    if naam in DOCUMENTEN:
        return "document"
    # As the note field makes them: it undoes no other.
    if naam.startswith("notitie_"):
        return "notitie"
    return "hypothese" if naam == "over_hoofd" else "feit"


def _zet_bijdrage(casus: Any, geval: str, naam: str) -> None:
    from vangnet.casus.models import Betrokkenheid, Bijdrage, BijdragePubliek

    auteur, publiek, genoemd, over = BIJDRAGEN[naam]
    bijdrage = Bijdrage.objects.create(
        id=id_van(f"bijdrage-{geval}-{naam}"),
        casus=casus,
        auteur_id=id_van(auteur),
        bron_id=id_van("ggz") if auteur == "bram" else None,
        betrokkenheid=Betrokkenheid.objects.get(casus=casus, persoon_id=id_van(f"{over}-{geval}"))
        if over
        else None,
        soort=_soort(naam),
        tekst=f"Kanarie-{geval}-bijdrage-{naam}",
        categorie="relaties",
        doel="afstemming",
        publiek=publiek,
        ingetrokken_op=datetime(2024, 4, 1, tzinfo=UTC) if naam == "ingetrokken" else None,
        eerste_verwerking=DAG,
    )
    if naam in DOCUMENTEN:
        versie = id_van(f"documentversie-{geval}-{naam}")
        zet_document(casus, bijdrage.pk, versie, door=id_van(auteur))
    if genoemd:
        BijdragePubliek.objects.create(bijdrage=bijdrage, organisatie_id=id_van(genoemd))


def _zet_verstrekking(casus: Any, geval: str) -> None:
    from vangnet.casus.models import Verstrekking

    Verstrekking.objects.create(
        casus=casus,
        derde=f"Kanarie-{geval}-derde",
        geheimhouding_op=DAG,
        wat="Wat de derde nodig had.",
        grond="derde_in_overleg",
        getoetst="De bron stelde geen voorwaarden.",
        op=DAG,
        door_id=id_van("amira"),
        eerste_verwerking=DAG,
    )


def _zet_rol(casus: Any, geval: str, eigen: dict[str, Any]) -> None:
    from vangnet.casus.models import CasusRol

    wie = str(eigen["gebruiker"])
    CasusRol.objects.create(
        id=id_van(f"rol-{geval}"),
        casus=casus,
        organisatie_id=id_van("ggz"),
        uitgenodigd_op=DAG,
        **{
            "rol": SOORTEN.get(wie, "deelnemer"),
            **eigen,
            "gebruiker": None,
            "gebruiker_id": id_van(wie),
        },
    )
    if geval == "andere_zijde":
        # For the other side alone: not told to who is on this one.
        CasusRol.objects.create(
            casus=casus, organisatie_id=id_van("politie"), rol="deelnemer", zijde=1
        )
        _deel_met_de_andere_zijde(casus)


def _deel_met_de_andere_zijde(casus: Any) -> None:
    """What names Bram's organisation names a shelter too, which he may not know of."""
    from vangnet.casus.models import BijdragePubliek, CasusRol
    from vangnet.organisaties.models import Organisatie

    opvang = Organisatie.objects.create(
        id=id_van("opvang"),
        kenmerk="org-opvang",
        naam="Opvang De Wilg",
        soort="ggz",
        keten="zorg",
        deelnemer="privaat",
    )
    CasusRol.objects.create(casus=casus, organisatie=opvang, rol="deelnemer", zijde=1)
    BijdragePubliek.objects.create(
        bijdrage_id=id_van("bijdrage-andere_zijde-ggz"), organisatie=opvang
    )


def _sluit(casus: Any, *, heropend: bool) -> None:
    from vangnet.afsluiting.models import Afsluiting

    Afsluiting.objects.create(
        casus=casus,
        afgesloten_op=date(2024, 5, 1),
        resultaat="deels",
        heropend_op=date(2024, 6, 1) if heropend else None,
    )


def _draag_over() -> None:
    from vangnet.casus.models import CasusRol

    opvolger = CasusRol.objects.create(
        casus_id=id_van(casus_van("overgedragen")),
        organisatie_id=id_van("ggz"),
        gebruiker_id=id_van("chantal"),
        rol="deelnemer",
        antwoord="aanvaard",
        vanaf=date(2024, 7, 1),
    )
    CasusRol.objects.filter(pk=id_van("rol-overgedragen")).update(overgedragen_aan=opvolger)


def _zet_inzagen() -> None:
    from vangnet.toegang.models import Inzage

    nu = datetime.now(UTC)
    oordeel = {"beoordeeld_op": nu, "beoordeeld_door": id_van("mirjam"), "oordeel": "terecht"}
    for wie, geval, soort, sinds in INZAGEN:
        begin = nu + sinds
        Inzage.objects.create(
            gebruiker=id_van(wie),
            casus=id_van(casus_van(geval)),
            soort=soort,
            reden="acuut_gevaar" if soort == "noodtoegang" else "steekproef",
            toelichting="Er is gebeld vanaf de voordeur.",
            vanaf=begin,
            tot=begin + timedelta(minutes=60),
            beoordelen_voor=begin + timedelta(days=2),
            **(oordeel if (wie, geval) in BEOORDEELD else {}),
        )


def _zet_rollen_die_niet_tellen() -> None:
    from vangnet.gebruikers.models import Gebruiker
    from vangnet.toegang.models import AccountRol

    gewoon = {
        "rol": "ketenpartner",
        "organisatie": id_van("ggz"),
        "taak": "a",
        "screening_op": DAG,
        "vanaf": DAG,
        "bevestigd_op": datetime(2024, 1, 1, tzinfo=UTC),
    }
    for wie, anders in (TELT_NIET | NOG_EEN).items():
        AccountRol.objects.create(gebruiker=id_van(wie), **(gewoon | anders))
    for wie, anders in TOEZICHT_ELDERS.items():
        rol = gewoon | {"rol": "privacy_officer"} | anders
        AccountRol.objects.create(gebruiker=id_van(wie), **rol)
    for wie, email in ZELFDE_MENS.items():
        Gebruiker.objects.filter(pk=id_van(wie)).update(email=email)


if __name__ == "__main__":
    import django

    django.setup()
    zet()
