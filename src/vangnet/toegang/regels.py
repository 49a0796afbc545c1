# SPDX-License-Identifier: EUPL-1.2
"""Account roles, kinds of askers and declared rights (toegang.md sections 1 and 2). No Django."""

from collections.abc import Set as AbstractSet
from datetime import date, datetime
from enum import Enum, StrEnum, auto
from typing import Protocol
from uuid import UUID


class AccountRolSoort(StrEnum):
    """What an account may be, from-to (toegang.md section 2)."""

    PROCESREGISSEUR = "procesregisseur"
    PROCESONDERSTEUNER = "procesondersteuner"
    TRAJECTBEGELEIDER = "trajectbegeleider"
    KETENPARTNER = "ketenpartner"
    COORDINATOR = "coordinator"
    AANGESPROKENE = "aangesprokene"
    MANAGER = "manager"
    KWALITEITSMEDEWERKER = "kwaliteitsmedewerker"
    ANALIST = "analist"
    PRIVACY_OFFICER = "privacy_officer"
    AUDITOR = "auditor"
    CONTACTPUNT = "contactpunt"
    BEHEERDER = "beheerder"
    BESTUUR = "bestuur"
    OPDRACHTREGEL = "opdrachtregel"


class VragerSoort(StrEnum):
    """How somebody asks: it is signed along, so that a page can't pass for an import."""

    MENS = "mens"
    OPDRACHT = "opdracht"
    INVOER = "invoer"
    TAAK = "taak"
    # Has given a password and no second factor yet: nobody, but for the own factors.
    INLOG = "inlog"
    # Said to be there, while the application finds out: for one statement, never for a page.
    HERKENNING = "herkenning"


NOG_NIET_BINNEN = frozenset({VragerSoort.INLOG, VragerSoort.HERKENNING})


class InzageSoort(StrEnum):
    """Why somebody looks at a casus beside their roles (toegang.md section 5)."""

    NOODTOEGANG = "noodtoegang"
    RECHTMATIGHEID = "rechtmatigheid"


class Inzagereden(StrEnum):
    """The reason that somebody gives for such a look; a sentence goes with it."""

    ACUUT_GEVAAR = "acuut_gevaar"
    VERVANGING = "vervanging"
    TERUGGEKEERD = "teruggekeerd"
    VERZOEK_BETROKKENE = "verzoek_betrokkene"
    STEEKPROEF = "steekproef"
    KLACHT_OF_INCIDENT = "klacht_of_incident"
    AUDIT = "audit"


class Oordeel(StrEnum):
    """What the reviewer found of a look."""

    TERECHT = "terecht"
    ONTERECHT = "onterecht"


# "Het huis": staff that does the casework of the house.
HUISROLLEN = frozenset({AccountRolSoort.PROCESREGISSEUR, AccountRolSoort.PROCESONDERSTEUNER})

# Who is named on a casus, with a rol of their own.
GENOEMDEN = HUISROLLEN | {AccountRolSoort.TRAJECTBEGELEIDER, AccountRolSoort.KETENPARTNER}
# Who may break the glass, and who looks for lawfulness (toegang.md sections 2 and 5). A
# kwaliteitsmedewerker is for a drawn sample of dossiers, which nothing draws yet.
NOODTOEGANGROLLEN = HUISROLLEN | {AccountRolSoort.MANAGER}
RECHTMATIGHEIDSROLLEN = frozenset({AccountRolSoort.PRIVACY_OFFICER, AccountRolSoort.AUDITOR})
ROLLEN_PER_INZAGE = {
    InzageSoort.NOODTOEGANG: NOODTOEGANGROLLEN,
    InzageSoort.RECHTMATIGHEID: RECHTMATIGHEIDSROLLEN,
}
# The FG judges looks, and a manager those of the FG.
BEOORDELAARS = frozenset({AccountRolSoort.PRIVACY_OFFICER, AccountRolSoort.MANAGER})

CIJFERROLLEN = HUISROLLEN | {
    AccountRolSoort.MANAGER,
    AccountRolSoort.KWALITEITSMEDEWERKER,
    AccountRolSoort.ANALIST,
    AccountRolSoort.BESTUUR,
    AccountRolSoort.OPDRACHTREGEL,
}

INVOERROLLEN = frozenset({AccountRolSoort.PROCESONDERSTEUNER, AccountRolSoort.OPDRACHTREGEL})


# Who goes through all roles once a year, and who watches that it happens.
NALOPERS = frozenset({AccountRolSoort.MANAGER, AccountRolSoort.BEHEERDER})
TOEZICHTROLLEN = frozenset({AccountRolSoort.PRIVACY_OFFICER, AccountRolSoort.AUDITOR})


# These read nothing of a casus or a person (toegang.md section 2). Any other role, also one that is
# added later, reads content: it asks for a designation and for the word of a second person.
ROLLEN_ZONDER_INHOUD = frozenset(
    {
        AccountRolSoort.BEHEERDER,
        AccountRolSoort.ANALIST,
        AccountRolSoort.BESTUUR,
        AccountRolSoort.OPDRACHTREGEL,
    }
)
INHOUDSROLLEN = frozenset(AccountRolSoort) - ROLLEN_ZONDER_INHOUD

# These work for a partner, so the house itself can't be who designated them.
ROLLEN_VAN_EEN_PARTNER = frozenset(
    {
        AccountRolSoort.KETENPARTNER,
        AccountRolSoort.COORDINATOR,
        AccountRolSoort.AANGESPROKENE,
    }
)

# These are work of the house, so an account of another organisation with one is looked at twice.
# Who controls the house, decides on requests or governs it comes from elsewhere.
ROLLEN_VAN_HET_HUIS = (
    frozenset(AccountRolSoort)
    - ROLLEN_VAN_EEN_PARTNER
    - {
        AccountRolSoort.AUDITOR,
        AccountRolSoort.CONTACTPUNT,
        AccountRolSoort.BESTUUR,
        AccountRolSoort.OPDRACHTREGEL,
    }
)

# Given for a while: never without a last day.
ROLLEN_MET_EINDE = frozenset({AccountRolSoort.AUDITOR})

# For what somebody may process (WGS 1.8(2)).
TAKEN = {"a": "uitvoering", "b": "rechtmatigheid", "c": "ondersteuning"}

# What a review of rights says of a role.
BLIJFT, EINDIGT = OORDELEN = ("blijft", "eindigt")


class Rolstand(Enum):
    """How a role stands on a day."""

    GELDT = auto()
    WACHT = auto()
    ONVOLLEDIG = auto()
    BEGINT_LATER = auto()
    VOORBIJ = auto()


class Rolvelden(Protocol):
    """What decides how a role stands; a row of AccountRol has it."""

    rol: str
    organisatie: UUID | None
    taak: str | None
    screening_op: date | None
    vanaf: date
    tot: date | None
    bevestigd_op: datetime | None
    beeindigd_op: datetime | None


def rolstand(rol: Rolvelden, dag: date) -> Rolstand:
    """How `rol` stands on `dag`: the sentence of `geldend`, with the reason why it doesn't."""
    if rol.beeindigd_op is not None or (rol.tot is not None and rol.tot < dag):
        return Rolstand.VOORBIJ
    if rol.rol in INHOUDSROLLEN:
        if rol.organisatie is None or rol.taak is None or _is_later(rol.screening_op, dag):
            return Rolstand.ONVOLLEDIG
        if rol.bevestigd_op is None:
            return Rolstand.WACHT
    return Rolstand.BEGINT_LATER if rol.vanaf > dag else Rolstand.GELDT


def _is_later(moment: date | None, dag: date) -> bool:
    return moment is None or moment > dag


def bezwaar_tegen(rollen: AbstractSet[AccountRolSoort]) -> str:
    """Why one account may not hold `rollen` together; empty when it may."""
    if not rollen:
        return "Geef minstens één rol."
    if AccountRolSoort.OPDRACHTREGEL in rollen:
        return "De rol opdrachtregel is van het besturingssysteem, niet van een mens."
    if AccountRolSoort.BEHEERDER in rollen and rollen & INHOUDSROLLEN:
        return (
            "Een beheerder ziet geen inhoud: die rol gaat niet samen met een rol die dat wel ziet."
        )
    return ""


class Recht(StrEnum):
    """What a page asks of the account that opens it; every URL declares exactly one."""

    OPENBAAR = "openbaar"
    INGELOGD = "ingelogd"
    HALVERWEGE = "halverwege"
    CIJFERS_INZIEN = "cijfers_inzien"
    CIJFERS_HERLEIDEN = "cijfers_herleiden"
    ZAKEN_INZIEN = "zaken_inzien"
    ZAKEN_UITVOEREN = "zaken_uitvoeren"
    CASUS_INZIEN = "casus_inzien"
    PERSOON_INZIEN = "persoon_inzien"
    INZAGE_OPENEN = "inzage_openen"
    INZAGEN_BEOORDELEN = "inzagen_beoordelen"
    MEEDOEN = "meedoen"
    AANMELDEN = "aanmelden"
    TRIAGE_DOEN = "triage_doen"
    NAVRAAG_DOEN = "navraag_doen"
    DEELNAME_REGELEN = "deelname_regelen"
    PERSONEN_VASTLEGGEN = "personen_vastleggen"
    ROLLEN_OVERDRAGEN = "rollen_overdragen"
    VERSTREKKEN = "verstrekken"
    OVERDRAGEN = "overdragen"
    AFSLUITEN = "afsluiten"
    NAZORG_DOEN = "nazorg_doen"
    GEGEVENS_INVOEREN = "gegevens_invoeren"
    DOSSIERPAKKET_INZIEN = "dossierpakket_inzien"
    DOSSIERPAKKET_VRAGEN = "dossierpakket_vragen"
    DOSSIERPAKKET_BESLUITEN = "dossierpakket_besluiten"
    BEHEREN = "beheren"
    ROLLEN_BEVESTIGEN = "rollen_bevestigen"
    RECHTEN_NALOPEN = "rechten_nalopen"
    RONDES_INZIEN = "rondes_inzien"
    TOEZICHT_HOUDEN = "toezicht_houden"
    STEEKPROEF_NEMEN = "steekproef_nemen"
    TRAJECT_DOEN = "traject_doen"
    VOORTGANG_INZIEN = "voortgang_inzien"
    GREMIUM_INZIEN = "gremium_inzien"
    WERKLAST_INZIEN = "werklast_inzien"
    OPSCHALEN = "opschalen"
    ANTWOORDEN = "antwoorden"


ROLLEN_PER_RECHT: dict[Recht, frozenset[AccountRolSoort]] = {
    Recht.CIJFERS_INZIEN: CIJFERROLLEN,
    Recht.CIJFERS_HERLEIDEN: HUISROLLEN,
    Recht.ZAKEN_INZIEN: GENOEMDEN,
    Recht.ZAKEN_UITVOEREN: HUISROLLEN,
    # Which casus, that follows from rollen and looks: this only says who could have one.
    Recht.CASUS_INZIEN: GENOEMDEN | NOODTOEGANGROLLEN | RECHTMATIGHEIDSROLLEN,
    Recht.PERSOON_INZIEN: GENOEMDEN | NOODTOEGANGROLLEN | RECHTMATIGHEIDSROLLEN,
    Recht.INZAGE_OPENEN: NOODTOEGANGROLLEN | RECHTMATIGHEIDSROLLEN,
    Recht.INZAGEN_BEOORDELEN: BEOORDELAARS,
    Recht.MEEDOEN: GENOEMDEN,
    Recht.AANMELDEN: HUISROLLEN | {AccountRolSoort.KETENPARTNER},
    # The deciders are people of a deelnemer (WGS 2.27(1)); the house records what they decided.
    Recht.TRIAGE_DOEN: HUISROLLEN,
    Recht.NAVRAAG_DOEN: HUISROLLEN,
    Recht.DEELNAME_REGELEN: frozenset({AccountRolSoort.PROCESREGISSEUR}),
    Recht.PERSONEN_VASTLEGGEN: HUISROLLEN,
    Recht.ROLLEN_OVERDRAGEN: frozenset({AccountRolSoort.COORDINATOR}),
    Recht.VERSTREKKEN: HUISROLLEN,
    Recht.OVERDRAGEN: HUISROLLEN | {AccountRolSoort.TRAJECTBEGELEIDER},
    # Who writes the decision down, who checks it, and who reopens (toegang.md section 5).
    Recht.AFSLUITEN: frozenset({AccountRolSoort.PROCESREGISSEUR}),
    Recht.NAZORG_DOEN: HUISROLLEN,
    Recht.GEGEVENS_INVOEREN: INVOERROLLEN,
    # By order of manager and FG (uitwisseling.md, version 2); two people, so two rights.
    Recht.DOSSIERPAKKET_INZIEN: frozenset(
        {AccountRolSoort.MANAGER, AccountRolSoort.PRIVACY_OFFICER}
    ),
    Recht.DOSSIERPAKKET_VRAGEN: frozenset({AccountRolSoort.MANAGER}),
    Recht.DOSSIERPAKKET_BESLUITEN: frozenset({AccountRolSoort.PRIVACY_OFFICER}),
    Recht.BEHEREN: frozenset({AccountRolSoort.BEHEERDER}),
    Recht.ROLLEN_BEVESTIGEN: frozenset({AccountRolSoort.MANAGER}),
    Recht.RECHTEN_NALOPEN: NALOPERS,
    Recht.RONDES_INZIEN: NALOPERS | TOEZICHTROLLEN,
    Recht.TOEZICHT_HOUDEN: TOEZICHTROLLEN,
    Recht.STEEKPROEF_NEMEN: frozenset({AccountRolSoort.PRIVACY_OFFICER}),
    Recht.TRAJECT_DOEN: frozenset({AccountRolSoort.TRAJECTBEGELEIDER}),
    Recht.VOORTGANG_INZIEN: HUISROLLEN | {AccountRolSoort.TRAJECTBEGELEIDER},
    Recht.OPSCHALEN: frozenset({AccountRolSoort.PROCESREGISSEUR}),
    Recht.ANTWOORDEN: frozenset({AccountRolSoort.AANGESPROKENE}),
    # Without content: kenmerk, clock, and notes without names.
    Recht.GREMIUM_INZIEN: frozenset({AccountRolSoort.MANAGER, AccountRolSoort.BESTUUR}),
    # Numbers, terms and the queue: the manager divides the work, and reads none of it.
    Recht.WERKLAST_INZIEN: frozenset({AccountRolSoort.MANAGER}),
}
