# SPDX-License-Identifier: EUPL-1.2
"""What beheerder, manager and FG read of accounts and roles; row-level security bounds it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Max, Q, QuerySet

from vangnet.gebruikers.models import Activering, Gebruiker
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.klok import HUISTIJD, nu
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.models import AccountRol, Rechtenoordeel, Rechtenronde
from vangnet.toegang.regels import (
    BLIJFT,
    INHOUDSROLLEN,
    ROLLEN_VAN_HET_HUIS,
    AccountRolSoort,
    Rolstand,
    rolstand,
)

PER_PAGINA = 50
_BINNENKORT = timedelta(days=30)
_NALOPEN_NA = timedelta(days=365)


@dataclass(frozen=True)
class Rolregel:
    """One role with the words around it.

    organisatie: who designated them; account_van: of whom the account is; gever, bevestiger: names,
    empty for the installation; nagelopen_op: the last day on which somebody said yes to it; ook:
    the other roles of the account that run or are to begin (lopende_rollen).
    """

    rol: AccountRol
    gebruiker: Gebruiker | None
    organisatie: str
    stand: Rolstand
    gever: str = ""
    bevestiger: str = ""
    nagelopen_op: date | None = None
    account_van: str = ""
    ook: Sequence[str] = ()

    @property
    def huisrol_elders(self) -> bool:
        """Whether it is a role of the house for an account of another organisation."""
        van_een_ander = self.gebruiker is not None and self.gebruiker.organisatie_id is not None
        return van_een_ander and self.rol.rol in ROLLEN_VAN_HET_HUIS

    @property
    def naam(self) -> str:
        return self.gebruiker.naam if self.gebruiker else ""

    @property
    def leest_inhoud(self) -> bool:
        return self.rol.rol in INHOUDSROLLEN


@dataclass(frozen=True)
class Aandacht:
    """What a beheerder has to look at; each a list of roles or accounts."""

    te_bevestigen: Sequence[Rolregel]
    onvolledig: Sequence[Rolregel]
    loopt_af: Sequence[Rolregel]
    screening_oud: Sequence[Rolregel]
    na_te_lopen: Sequence[Rolregel]
    nooit_ingelogd: Sequence[Gebruiker]


def aandacht(dag: date) -> Aandacht:
    """Everything of `dag` that waits for somebody."""
    regels = lopende_rollen(dag)
    maanden = het_huis().screening_maanden
    return Aandacht(
        te_bevestigen=[een for een in regels if een.stand is Rolstand.WACHT],
        onvolledig=[een for een in regels if een.stand is Rolstand.ONVOLLEDIG],
        loopt_af=[een for een in regels if een.rol.tot and een.rol.tot <= dag + _BINNENKORT],
        screening_oud=[een for een in regels if is_screening_oud(een.rol, dag, maanden=maanden)],
        na_te_lopen=[een for een in regels if moet_nagelopen(een, dag)],
        nooit_ingelogd=list(_mensen().filter(_actief(dag), last_login__isnull=True)),
    )


def is_screening_oud(rol: AccountRol, dag: date, *, maanden: int) -> bool:
    """Whether the VOG or screening of this role is over `maanden` months old on `dag`."""
    if rol.screening_op is None:
        return False
    verstreken = (dag.year - rol.screening_op.year) * 12 + dag.month - rol.screening_op.month
    return verstreken > maanden or (verstreken == maanden and dag.day > rol.screening_op.day)


def moet_nagelopen(regel: Rolregel, dag: date) -> bool:
    """Whether nobody has looked at this role for a year."""
    return regel.nagelopen_op is None or regel.nagelopen_op < dag - _NALOPEN_NA


def lopende_rollen(dag: date) -> list[Rolregel]:
    """Every role that runs or is to begin, by name; the command line's is none of ours."""
    rollen = AccountRol.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=dag), beeindigd_op__isnull=True
    ).exclude(rol=AccountRolSoort.OPDRACHTREGEL)
    regels = sorted(met_woorden(rollen, dag), key=lambda een: (een.naam, een.rol.rol))
    van: dict[UUID, list[AccountRol]] = {}
    for een in regels:
        van.setdefault(een.rol.gebruiker, []).append(een.rol)
    return [replace(een, ook=_zonder(een.rol, van[een.rol.gebruiker])) for een in regels]


def _zonder(rol: AccountRol, rollen: Sequence[AccountRol]) -> Sequence[str]:
    return [een.rol for een in rollen if een.pk != rol.pk]


def rollen_van_gebruiker(gebruiker: UUID, dag: date) -> list[Rolregel]:
    """All roles of one account, the newest first."""
    return met_woorden(
        AccountRol.objects.filter(gebruiker=gebruiker).order_by("-vanaf", "-gegeven_op"), dag
    )


def rol_met_woorden(rol: UUID, dag: date) -> Rolregel | None:
    """One role; None when it isn't there or not for the asker."""
    return next(iter(met_woorden(AccountRol.objects.filter(pk=rol), dag)), None)


def met_woorden(rollen: QuerySet[AccountRol], dag: date) -> list[Rolregel]:
    """The roles with whose they are and who designated them; five queries, however many."""
    lijst = list(rollen)
    genoemd = {
        een for rol in lijst for een in (rol.gebruiker, rol.gegeven_door, rol.bevestigd_door) if een
    }
    mensen = Gebruiker.objects.in_bulk(genoemd)
    namen: dict[UUID | None, str] = {pk: mens.naam for pk, mens in mensen.items()}
    huis = het_huis().pk
    eigen = {pk: mens.organisatie_id or huis for pk, mens in mensen.items()}
    organisaties = organisatienamen([*(rol.organisatie for rol in lijst), *eigen.values()])
    nagelopen = _nagelopen(lijst)
    return [
        Rolregel(
            rol=rol,
            gebruiker=mensen.get(rol.gebruiker),
            organisatie=organisaties.get(rol.organisatie, "") if rol.organisatie else "",
            stand=rolstand(rol, dag),
            gever=namen.get(rol.gegeven_door, ""),
            bevestiger=namen.get(rol.bevestigd_door, ""),
            nagelopen_op=nagelopen.get(rol.pk),
            account_van=organisaties.get(eigen[rol.gebruiker], "")
            if rol.gebruiker in eigen
            else "",
        )
        for rol in lijst
    ]


def organisatienamen(ids: Iterable[UUID | None]) -> Mapping[UUID, str]:
    """Name by id, the house itself included."""
    huis = het_huis()
    rijen = Organisatie.objects.filter(pk__in={een for een in ids if een})
    return dict(rijen.values_list("pk", "naam")) | {huis.pk: huis.naam}


def organisatiekeuzes() -> list[tuple[str, str]]:
    """Who can designate somebody: the house, and every organisation by name."""
    huis = het_huis()
    rijen = Organisatie.objects.order_by("naam").values_list("pk", "naam")
    return [(str(huis.pk), huis.naam), *((str(pk), naam) for pk, naam in rijen)]


def _nagelopen(rollen: Sequence[AccountRol]) -> dict[UUID, date]:
    """The last day on which somebody looked at each role: a review, the confirmation, the gift."""
    oordelen = (
        Rechtenoordeel.objects.filter(accountrol__in=[rol.pk for rol in rollen], oordeel=BLIJFT)
        .values_list("accountrol")
        .annotate(laatst=Max("ronde__getekend_op"))
    )
    laatste = dict(oordelen)
    momenten = {
        rol.pk: max(m for m in (laatste.get(rol.pk), rol.bevestigd_op, rol.gegeven_op) if m)
        for rol in rollen
    }
    return {rol: moment.astimezone(HUISTIJD).date() for rol, moment in momenten.items()}


@dataclass(frozen=True)
class Wachtend:
    """A role that waits for a second person, with what that one should look at.

    eigen: this asker gave it or gets it, so somebody else confirms it; code_open: first the account
    is activated; naamgenoot: giver and receiver bear one name, so they may be one person;
    wijkt_af: another organisation than that of the account designated it.
    """

    regel: Rolregel
    eigen: bool
    code_open: bool
    naamgenoot: bool
    wijkt_af: bool


def te_bevestigen(regels: Sequence[Rolregel], *, door: UUID) -> list[Wachtend]:
    """Which of `regels` wait, as account `door` sees them."""
    codes = set(
        Activering.objects.filter(gebruikt_op__isnull=True, verloopt_op__gt=nu()).values_list(
            "gebruiker_id", flat=True
        )
    )
    wachtend = [een for een in regels if een.stand is Rolstand.WACHT]
    return [
        Wachtend(
            regel=een,
            eigen=door in (een.rol.gebruiker, een.rol.gegeven_door),
            code_open=een.rol.gebruiker in codes,
            naamgenoot=een.gever.casefold() == een.naam.casefold(),
            wijkt_af=_eigen_organisatie(een) != een.rol.organisatie,
        )
        for een in wachtend
    ]


def _eigen_organisatie(regel: Rolregel) -> UUID:
    """Of the account; of who works for the house none is written down."""
    return (regel.gebruiker and regel.gebruiker.organisatie_id) or het_huis().pk


@dataclass(frozen=True)
class Accountregel:
    """One account in the list, with the names of the roles that it has."""

    gebruiker: Gebruiker
    rollen: Sequence[AccountRolSoort]
    organisatie: str


@dataclass(frozen=True)
class Accountpagina:
    """A page of accounts by name; volgende: the id to go on after, or nothing."""

    regels: Sequence[Accountregel]
    volgende: UUID | None = None


def accountpagina(
    dag: date, *, actief: bool = True, na: UUID | None = None, zoek: str = ""
) -> Accountpagina:
    """Accounts of people by name, after account `na`, whose name or address holds `zoek`."""
    rijen = _mensen().filter(_actief(dag) if actief else ~_actief(dag))
    if zoek:
        rijen = rijen.filter(Q(naam__icontains=zoek) | Q(email__icontains=zoek))
    if vorige := Gebruiker.objects.filter(pk=na).first() if na else None:
        rijen = rijen.filter(Q(naam__gt=vorige.naam) | Q(naam=vorige.naam, pk__gt=vorige.pk))
    mensen = list(rijen[: PER_PAGINA + 1])
    regels = _accountregels(mensen[:PER_PAGINA], dag)
    meer = len(mensen) > PER_PAGINA
    return Accountpagina(regels, mensen[PER_PAGINA - 1].pk if meer else None)


def _accountregels(mensen: Sequence[Gebruiker], dag: date) -> list[Accountregel]:
    rollen: dict[UUID, list[AccountRolSoort]] = {mens.pk: [] for mens in mensen}
    lopend = AccountRol.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=dag), beeindigd_op__isnull=True, gebruiker__in=rollen
    )
    for gebruiker, rol in lopend.order_by("rol").values_list("gebruiker", "rol"):
        rollen[gebruiker].append(AccountRolSoort(rol))
    namen = organisatienamen(mens.organisatie_id for mens in mensen)
    return [
        Accountregel(mens, rollen[mens.pk], namen.get(mens.organisatie_id or UUID(int=0), ""))
        for mens in mensen
    ]


def account(gebruiker: UUID) -> Gebruiker | None:
    """One account of a person."""
    return _mensen().filter(pk=gebruiker).first()


def open_activering(gebruiker: UUID) -> Activering | None:
    """The code of this account that still works; its hash is not read."""
    rijen = Activering.objects.filter(
        gebruiker=gebruiker, gebruikt_op__isnull=True, verloopt_op__gt=nu()
    )
    return rijen.only("id", "gebruiker_id", "verloopt_op").first()


class Gedaan(NamedTuple):
    """What somebody else did to an account."""

    moment: datetime
    handeling: str
    door: str


def gedaan_met_mij() -> list[Gedaan]:
    """What others did to the account that is in, the newest first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT moment, handeling, door FROM gebruikers.gedaan_met_mij()")
        return [Gedaan(*rij) for rij in cursor.fetchall()]


def rondes() -> list[tuple[Rechtenronde, str, int, int]]:
    """The reviews, newest first: with who signed, and how many roles stayed and ended."""
    lijst = list(Rechtenronde.objects.order_by("-getekend_op")[:50])
    namen = dict(
        Gebruiker.objects.filter(pk__in={een.getekend_door for een in lijst}).values_list(
            "pk", "naam"
        )
    )
    oordelen = list(
        Rechtenoordeel.objects.filter(ronde__in=lijst).values_list("ronde_id", "oordeel")
    )
    return [
        (
            ronde,
            namen.get(ronde.getekend_door, ""),
            sum(1 for pk, oordeel in oordelen if pk == ronde.pk and oordeel == BLIJFT),
            sum(1 for pk, oordeel in oordelen if pk == ronde.pk and oordeel != BLIJFT),
        )
        for ronde in lijst
    ]


def ronde_met_oordelen(
    ronde: UUID,
) -> tuple[Rechtenronde, str, list[tuple[str, Rechtenoordeel]]] | None:
    """One review with who signed it and its lines by name; None when it isn't there."""
    gevonden = Rechtenronde.objects.filter(pk=ronde).first()
    if gevonden is None:
        return None
    oordelen = list(Rechtenoordeel.objects.filter(ronde=gevonden))
    ids = {een.gebruiker for een in oordelen} | {gevonden.getekend_door}
    namen = dict(Gebruiker.objects.filter(pk__in=ids).values_list("pk", "naam"))
    regels = sorted(((namen.get(een.gebruiker, ""), een) for een in oordelen), key=lambda r: r[0])
    return gevonden, namen.get(gevonden.getekend_door, ""), regels


def _mensen() -> QuerySet[Gebruiker]:
    return Gebruiker.objects.filter(systeemnaam__isnull=True).order_by("naam", "pk")


def _actief(dag: date) -> Q:
    return Q(actief_tot__isnull=True) | Q(actief_tot__gte=dag)
