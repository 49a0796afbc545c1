# SPDX-License-Identifier: EUPL-1.2
"""Sessions of the account that is in: when they end, and which there are."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from vangnet.gebruikers.models import Gebruiker, Sessie
from vangnet.kern.klok import begin_van, nu, vandaag
from vangnet.toegang.selectors import rollen_als_kolom

STIL = timedelta(minutes=15)
LANGST = timedelta(hours=10)
BEVESTIGING = timedelta(minutes=5)
# Seen again within this time is not written: one write less for most requests.
_RUST = timedelta(seconds=30)
_BEWAARD = timedelta(days=30)
# What a made-up person of a demo logs in with: no second factor (issue 3, point 1).
DEMO = "demo"
# What somebody logs in with for whom the municipal provider has seen a second step.
OIDC = "oidc"


def sessie_beginnen(
    gebruiker: Gebruiker, *, factor: str, apparaat: str, getoond_op: datetime | None = None
) -> Sessie:
    """Write down that `gebruiker` is in, by `factor`; old sessions of theirs are forgotten.

    getoond_op: when the factor was shown, if that was not now.
    """
    Sessie.objects.filter(gebruiker=gebruiker, begonnen_op__lt=nu() - _BEWAARD).delete()
    sessie = Sessie(
        gebruiker=gebruiker,
        factor=factor,
        apparaat=apparaat,
        stempel=gebruiker.sessiestempel,
        bevestigd_op=getoond_op or nu(),
        vorige_op=_vorige_dag(gebruiker),
    )
    sessie.save(force_insert=True)
    return sessie


def _vorige_dag(gebruiker: Gebruiker) -> datetime | None:
    """When `gebruiker` was last seen before today; None when that is forgotten, or never was."""
    eerder = Sessie.objects.filter(gebruiker=gebruiker, gezien_op__lt=begin_van(vandaag()))
    return eerder.order_by("-gezien_op").values_list("gezien_op", flat=True).first()


def lopende_sessie(sessie: UUID, gebruiker: Gebruiker) -> Sessie | None:
    """The session if it still runs: not ended, not idle for too long, not too old."""
    return _lopend(gebruiker.pk).filter(pk=sessie).first()


def lopende_sessie_met_account(sessie: UUID, gebruiker: UUID) -> Any:
    """As lopende_sessie, with its account and the column `rollen` of its roles; one query."""
    met_account = _lopend(gebruiker).select_related("gebruiker").defer("gebruiker__password")
    return met_account.annotate(rollen=rollen_als_kolom("gebruiker")).filter(pk=sessie).first()


def lopende_sessies(gebruiker: Gebruiker) -> Sequence[Sessie]:
    """The sessions of an account that still run, the last used first."""
    return list(
        _lopend(gebruiker.pk).filter(stempel=gebruiker.sessiestempel).order_by("-gezien_op")
    )


def sessie_gezien(sessie: Sessie) -> None:
    """The account did something in this session."""
    if nu() - sessie.gezien_op > _RUST:
        sessie.gezien_op = nu()
        Sessie.objects.filter(pk=sessie.pk).update(gezien_op=sessie.gezien_op)


def sessie_bevestigd(sessie: Sessie) -> None:
    """The account has shown its second factor again."""
    Sessie.objects.filter(pk=sessie.pk).update(bevestigd_op=nu())


def is_bevestigd(sessie: Sessie) -> bool:
    """Whether the second factor was shown in the last five minutes; a demo has none to show."""
    return sessie.factor == DEMO or nu() - sessie.bevestigd_op < BEVESTIGING


def sessie_herstempelen(sessie: Sessie, gebruiker: Gebruiker) -> None:
    """Let this session go on after a change by the account itself, which ends all the others."""
    Sessie.objects.filter(pk=sessie.pk).update(stempel=gebruiker.sessiestempel)


def sessie_beeindigen(sessie: Sessie) -> None:
    """End one session, at its next request."""
    Sessie.objects.filter(pk=sessie.pk).update(beeindigd_op=nu())


def andere_beeindigen(gebruiker: Gebruiker, *, behalve: Sessie) -> int:
    """End all sessions but one; gives how many."""
    return _lopend(gebruiker.pk).exclude(pk=behalve.pk).update(beeindigd_op=nu())


def seconden_over(sessie: Sessie) -> int:
    """How long the session lasts when nothing is done any more."""
    eind = min(sessie.gezien_op + STIL, sessie.begonnen_op + LANGST)
    return max(0, int((eind - nu()).total_seconds()))


def _lopend(gebruiker: UUID) -> QuerySet[Sessie]:
    moment = nu()
    return Sessie.objects.filter(
        gebruiker=gebruiker,
        beeindigd_op__isnull=True,
        gezien_op__gt=moment - STIL,
        begonnen_op__gt=moment - LANGST,
    )
