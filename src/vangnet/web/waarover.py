# SPDX-License-Identifier: EUPL-1.2
"""What a form that keeps drafts is about, as far as its address says it."""

from uuid import UUID

from django.urls import ResolverMatch

from vangnet.aanmelding.querysets import zichtbaar_voor as aanmeldingen_voor
from vangnet.casus.querysets import zichtbaar_voor as casussen_voor
from vangnet.gebruikers.formulierconcepten import Waarover
from vangnet.overleg.querysets import punten_voor
from vangnet.toegang.kijker import Kijker


def waarover(doel: ResolverMatch, wie: Kijker) -> Waarover | None:
    """What the form is about, as far as `wie` sees that; one query.

    None for an aanmelding that `wie` doesn't see.
    """
    if aanmelding := doel.kwargs.get("aanmelding_id"):
        gevonden = aanmeldingen_voor(wie).filter(pk=aanmelding).first()
        return Waarover(gevonden.casus_id, gevonden.pk) if gevonden else None
    return Waarover(_casus(doel, wie))


def _casus(doel: ResolverMatch, wie: Kijker) -> UUID | None:
    casus, punt = doel.kwargs.get("casus_id"), doel.kwargs.get("punt_id")
    if punt:
        return punten_voor(wie).filter(pk=punt).values_list("casus_id", flat=True).first()
    return casus if casus and casussen_voor(wie).filter(pk=casus).exists() else None
