# SPDX-License-Identifier: EUPL-1.2
"""Account roles, kinds of askers and declared rights (toegang.md sections 1 and 2). No Django."""

from enum import StrEnum


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


# "Het huis": staff that does the casework of the house.
HUISROLLEN = frozenset({AccountRolSoort.PROCESREGISSEUR, AccountRolSoort.PROCESONDERSTEUNER})

CIJFERROLLEN = HUISROLLEN | {
    AccountRolSoort.MANAGER,
    AccountRolSoort.KWALITEITSMEDEWERKER,
    AccountRolSoort.ANALIST,
    AccountRolSoort.BESTUUR,
    AccountRolSoort.OPDRACHTREGEL,
}

INVOERROLLEN = frozenset({AccountRolSoort.PROCESONDERSTEUNER, AccountRolSoort.OPDRACHTREGEL})


class Recht(StrEnum):
    """What a page asks of the account that opens it; every URL declares exactly one."""

    OPENBAAR = "openbaar"
    INGELOGD = "ingelogd"
    CIJFERS_INZIEN = "cijfers_inzien"
    ZAKEN_INZIEN = "zaken_inzien"
    GEGEVENS_INVOEREN = "gegevens_invoeren"


ROLLEN_PER_RECHT: dict[Recht, frozenset[AccountRolSoort]] = {
    Recht.CIJFERS_INZIEN: CIJFERROLLEN,
    Recht.ZAKEN_INZIEN: HUISROLLEN,
    Recht.GEGEVENS_INVOEREN: INVOERROLLEN,
}
