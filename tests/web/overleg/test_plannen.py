# SPDX-License-Identifier: EUPL-1.2
"""Which day the form of a new overleg begins with, and which casussen it proposes."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.web.overleg.stappen import als_wie
from vangnet.casus.deelname import inzet_wisselen
from vangnet.casus.models import Casus
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Afspraak
from vangnet.voortgang.services import evaluatie_vastleggen
from vangnet.web.overleg.plannen import voorgestelde_dag

Ingelogd = Callable[[str], Client]


def _voorgesteld(client: Client) -> list[str]:
    velden = client.get("/overleggen/nieuw").context["formulier"].fields
    return [woorden for _pk, woorden in velden["zaken"].choices] if "zaken" in velden else []


def _zonder_afspraak() -> None:
    """Its afspraak is to be ready long after the next overleg."""
    with als_wie("amira"):
        Afspraak.objects.filter(casus=id_van("casus")).update(uiterlijk_op=date(2099, 1, 1))


def _spreek_iets_af() -> None:
    """Today, so that nothing stands still; to be ready long after the next overleg."""
    with als_wie("amira"):
        Afspraak.objects.create(
            kenmerk="af-nieuw",
            casus_id=id_van("casus"),
            organisatie_id=id_van("ggz"),
            domein="zorg",
            vastgesteld_op=vandaag(),
            uiterlijk_op=date(2099, 1, 1),
        )


def _geevalueerd(dagen_geleden: int) -> None:
    with als_wie("amira"):
        evaluatie_vastleggen(
            Casus.objects.get(pk=id_van("casus")),
            datum=vandaag() - timedelta(days=dagen_geleden),
            conclusie="Het gaat beter.",
            door=id_van("amira"),
        )


@pytest.mark.parametrize(
    ("vandaag", "voorstel"),
    [
        (date(2026, 12, 2), date(2026, 12, 9)),  # Wednesday
        (date(2026, 11, 29), date(2026, 12, 7)),  # Sunday
        (date(2026, 12, 18), date(2026, 12, 28)),  # a week later is Christmas, then a weekend
    ],
)
def test_een_nieuw_overleg_begint_op_een_werkdag_een_week_later(
    vandaag: date, voorstel: date
) -> None:
    assert voorgestelde_dag(vandaag) == voorstel


def test_een_zaak_die_stilstaat_komt_zonder_afspraak_in_de_lijst(ingelogd: Ingelogd) -> None:
    _zonder_afspraak()

    (een,) = _voorgesteld(ingelogd("amira"))

    assert een.startswith("ZVH-2022-0001: staat stil sinds 15 mrt 2022")


def test_bij_een_zaak_met_een_afspraak_staan_alle_redenen(ingelogd: Ingelogd) -> None:
    (een,) = _voorgesteld(ingelogd("amira"))

    assert een.startswith("ZVH-2022-0001: 1 afspraak, de eerste uiterlijk 1 apr 2022; staat stil")


@pytest.mark.parametrize(("dagen_geleden", "aantal"), [(60, 1), (10, 0)])
def test_een_evaluatie_binnen_vier_weken_brengt_de_zaak_in_de_lijst(
    dagen_geleden: int, aantal: int, ingelogd: Ingelogd
) -> None:
    """Every twelve weeks: 60 days ago is due in 24 days, and 10 days ago in 74."""
    _zonder_afspraak()
    _spreek_iets_af()
    _geevalueerd(dagen_geleden)

    gevonden = _voorgesteld(ingelogd("amira"))

    assert len(gevonden) == aantal
    assert all(een.startswith("ZVH-2022-0001: evaluatie uiterlijk") for een in gevonden)


def test_een_ondersteuning_zonder_afspraak_staat_niet_in_de_lijst(ingelogd: Ingelogd) -> None:
    _zonder_afspraak()
    with als_wie("amira"):
        inzet_wisselen(id_van("casus"), naar="ondersteuning")

    assert _voorgesteld(ingelogd("amira")) == []
