# SPDX-License-Identifier: EUPL-1.2
"""Sentences over casussen: which ones somebody may see (toegang.md sections 2 and 3).

The same sentences stand as policies in `sql/rollen.sql`: two locks, each whole without the other.
"""

from django.db.models import F, Q, QuerySet

from vangnet.casus.models import Betrokkenheid, Bijdrage, Casus, CasusRol
from vangnet.casus.regels import Antwoord
from vangnet.delen.regels import Publiek
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker, een_van, lopende_inzagen, organisaties_van
from vangnet.toegang.regels import AccountRolSoort


def lopende_rollen(wie: Kijker) -> QuerySet[CasusRol]:
    """The rollen that `wie` holds by name today, in casussen that are not closed."""
    dag = vandaag()
    return CasusRol.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=dag),
        gebruiker=wie.gebruiker,
        antwoord=Antwoord.AANVAARD,
        beeindigd_op__isnull=True,
        vanaf__lte=dag,
        casus__gesloten=False,
    )


def in_hele(wie: Kijker, casus: str = "casus") -> Q:
    """Rows of casussen that `wie` sees as a whole; casus: path from the row to its casus."""
    voorwaarde = een_van(casus, lopende_inzagen(wie).values("casus"))
    if wie.is_huis:
        voorwaarde |= Q(dicht=False)
    if wie.ziet_genoemde_casussen_heel:
        voorwaarde |= een_van(casus, lopende_rollen(wie).values("casus"))
    return voorwaarde


def in_mijn(wie: Kijker, casus: str = "casus") -> Q:
    """Rows of casussen in which `wie` takes part, also as a partner."""
    return in_hele(wie, casus) | een_van(casus, lopende_rollen(wie).values("casus"))


def zichtbaar_voor(wie: Kijker) -> QuerySet[Casus]:
    """The casussen that `wie` may open."""
    return Casus.objects.filter(in_mijn(wie, "pk"))


def betrokkenen_voor(wie: Kijker) -> QuerySet[Betrokkenheid]:
    """Who is in the casussen of `wie`; of a partner not those on another side."""
    eigen = lopende_rollen(wie)
    zichtbaar = Betrokkenheid.objects.filter(
        Q(zijde__isnull=True)
        | Q(casus__rollen__zijde__isnull=True)
        | Q(casus__rollen__zijde=F("zijde")),
        casus__rollen__in=eigen,
    )
    return Betrokkenheid.objects.filter(in_hele(wie) | een_van("pk", zichtbaar.values("pk")))


def partnerrollen(wie: Kijker) -> QuerySet[CasusRol]:
    """The running rollen of `wie` for an organisation that designates them as a partner."""
    namens = organisaties_van(wie).filter(rol=AccountRolSoort.KETENPARTNER).values("organisatie")
    return lopende_rollen(wie).filter(een_van("organisatie", namens))


def bijdragen_voor(wie: Kijker) -> QuerySet[Bijdrage]:
    """What `wie` sees of what was contributed, in any casus (toegang.md section 4)."""
    van_zichzelf = Q(auteur=wie.gebruiker)
    getoond = Q(ingetrokken_op__isnull=True) & ~Q(publiek=Publiek.WERKNOTITIE)
    zelfde_zijde = (
        Q(betrokkenheid__zijde__isnull=True)
        | Q(casus__rollen__zijde__isnull=True)
        | Q(betrokkenheid__zijde=F("casus__rollen__zijde"))
    )
    gedeeld = Q(publiek=Publiek.IEDEREEN) | Q(
        publiek=Publiek.ORGANISATIES, genoemd__organisatie=F("casus__rollen__organisatie")
    )
    als_partner = Bijdrage.objects.filter(
        van_zichzelf | (Q(ingetrokken_op__isnull=True) & zelfde_zijde & gedeeld),
        casus__rollen__in=partnerrollen(wie),
    )
    return Bijdrage.objects.filter(
        (in_hele(wie) & (getoond | van_zichzelf)) | een_van("pk", als_partner.values("pk"))
    )
