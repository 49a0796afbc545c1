# SPDX-License-Identifier: EUPL-1.2
"""What happened in a casus, of every room, for its timeline; one statement reads it all.

Each table in it has its own policy, as in a statement of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject, TruncDate
from django.utils.timezone import localdate

from vangnet.aanmelding.models import Aanmelding
from vangnet.afsluiting.models import Afsluiting
from vangnet.afsluiting.querysets import besluiten_voor
from vangnet.afsluiting.regels import Besluitsoort
from vangnet.casus.models import Casus, Inzet
from vangnet.kern.klok import HUISTIJD
from vangnet.toegang.kijker import Kijker
from vangnet.voortgang.eendaags import VanEenDag
from vangnet.voortgang.models import Contactmoment, Opschaling, Trajectbegeleiding
from vangnet.voortgang.querysets import STAAT


class Feit(NamedTuple):
    """Something with its day.

    wat: a code of it: the inzet, the niveau, the resultaat or what came of a contact; bij: what
    came of an opschaling, who goes on after a closing, or which partner was spoken to; tekst: as it
    was typed; wie: the name of who sent it in or did it.
    """

    op: date
    wat: str | None = None
    bij: str | None = None
    tekst: str | None = None
    wie: str | None = None


@dataclass(frozen=True)
class Feiten:
    """What happened, by kind, each in the order in which it was written down.

    eendaags: an inzet or a traject that went on the day on which it began; teruggenomen: closings
    that were undone on their own day, of which only the decisions are left, and no figure has them.
    """

    inzetten: Sequence[Feit]
    eendaags: Sequence[Feit]
    aanmeldingen: Sequence[Feit] = ()
    heropend: Sequence[Feit] = ()
    teruggenomen: Sequence[Feit] = ()
    afgesloten: Sequence[Feit] = ()
    trajecten: Sequence[Feit] = ()
    gestopt: Sequence[Feit] = ()
    contacten: Sequence[Feit] = ()
    opschalingen: Sequence[Feit] = ()


def feiten_van(casus: UUID, *, wie: Kijker, heel: bool) -> Feiten:
    """What happened in a casus that `wie` may open; heel: they see the whole; one statement.

    Without that it is what the house did.
    """
    lezen = _van_het_huis() | (_van_de_hele(wie) if heel else {})
    # Each under a name of its own: that of a relation is taken.
    rij = Casus.objects.values(**{f"van_{soort}": een for soort, een in lezen.items()})
    gelezen: Mapping[str, Any] = rij.get(pk=casus)
    besluiten = gelezen.get("van_besluiten", ())
    feiten = {
        soort: [_feit(een) for een in gelezen[f"van_{soort}"]]
        for soort in lezen
        if soort != "besluiten"
    }
    return Feiten(**feiten, teruggenomen=list(_teruggenomen(besluiten)))


def _van_het_huis() -> dict[str, Any]:
    return {
        "inzetten": _rijen(Inzet.objects.all(), op="vanaf", wat="soort"),
        "eendaags": VanEenDag(F("pk")),
    }


def _van_de_hele(wie: Kijker) -> dict[str, Any]:
    afsluitingen, trajecten = Afsluiting.objects.all(), Trajectbegeleiding.objects.all()
    return {
        "aanmeldingen": _rijen(
            Aanmelding.objects.all(), op="ontvangen_op", tekst="aanleiding", wie="aanmelder__naam"
        ),
        "heropend": _rijen(afsluitingen.filter(heropend_op__isnull=False), op="heropend_op"),
        "afgesloten": _rijen(afsluitingen, op="afgesloten_op", wat="resultaat", bij="overdracht"),
        "besluiten": _besluiten(wie),
        "trajecten": _rijen(trajecten, op="vanaf"),
        "gestopt": _rijen(trajecten.filter(tot__isnull=False), op="tot", tekst="einde_reden"),
        "contacten": _rijen(
            Contactmoment.objects.filter(STAAT),
            op=TruncDate("moment", tzinfo=HUISTIJD),
            wat="uitkomst",
            bij="organisatie__naam",
            tekst="plek",
            wie="door__naam",
        ),
        "opschalingen": _rijen(Opschaling.objects.all(), op="datum", wat="niveau", bij="uitkomst"),
    }


def _rijen(rijen: QuerySet[Any], **velden: Any) -> ArraySubquery:
    """Of a casus; velden: columns, by the name in Feit."""
    van_casus = rijen.filter(casus=OuterRef("pk")).order_by("aangemaakt_op", "pk")
    return ArraySubquery(van_casus.values(een=JSONObject(**velden)))


def _feit(een: Mapping[str, Any]) -> Feit:
    return Feit(**{**een, "op": date.fromisoformat(een["op"])})


def _besluiten(wie: Kijker) -> ArraySubquery:
    """Of a casus the decisions by which it closed and opened again, in order."""
    rijen = besluiten_voor(wie).filter(Q(akkoord=True) | Q(soort=str(Besluitsoort.HEROPENEN)))
    als_json = JSONObject(
        soort="soort",
        op="gecontroleerd_op",
        genomen="aangemaakt_op",
        wat="resultaat",
        bij="overdracht__soort",
    )
    van_casus = rijen.filter(casus=OuterRef("pk")).order_by("aangemaakt_op", "-soort")
    return ArraySubquery(van_casus.values(een=als_json))


def _teruggenomen(besluiten: Sequence[Mapping[str, Any]]) -> Iterator[Feit]:
    sluiting: Mapping[str, Any] | None = None
    for een in besluiten:
        if een["soort"] == Besluitsoort.SLUITEN:
            sluiting = een
        elif sluiting and sluiting["op"] == str(op := _dag(een["genomen"])):
            yield Feit(op, sluiting["wat"], sluiting["bij"])
            sluiting = None


def _dag(moment: str) -> date:
    return localdate(datetime.fromisoformat(moment))
