# SPDX-License-Identifier: EUPL-1.2
"""What a verslag kept of the afspraken in its own row moves to rows of their own."""

from importlib import import_module

import pytest
from psycopg.types.json import Jsonb

from tests.bezetting import id_van
from tests.databank import cluster
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.overleg.models import VerslagAfspraak
from vangnet.toegang.vrager import Vrager, als

_VERHUIZEN = import_module("vangnet.overleg.migrations.0010_verslagafspraken_beleid")._VERHUIZEN


def _bewaard(van: str, wat: str, dag: str, stand: str) -> dict[str, str]:
    return {
        "organisatie": str(id_van(van)),
        "wie": van,
        "wat": wat,
        "uiterlijk_op": dag,
        "stand": stand,
    }


@pytest.mark.parametrize(
    ("was", "wordt"),
    [
        (
            [
                _bewaard("ggz", "Belt.", "2022-04-01", "klaar"),
                _bewaard("politie", "Kijkt.", "2022-05-01", "open"),
            ],
            [
                (1, id_van("ggz"), "Belt.", "2022-04-01", "klaar", False),
                (2, id_van("politie"), "Kijkt.", "2022-05-01", "open", False),
            ],
        ),
        ([], []),
        (None, []),
    ],
)
def test_de_afspraken_van_een_verslag_verhuizen_in_hun_volgorde(
    was: object, wordt: object, eigen_databank: str
) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("DELETE FROM overleg_verslagafspraak")
        beheer.execute("ALTER TABLE overleg_verslag ADD COLUMN afspraken jsonb")
        beheer.execute(
            "UPDATE overleg_verslag SET vastgesteld_op = '2022-03-02', afspraken = %s",
            [None if was is None else Jsonb(was)],
        )
        beheer.execute(_VERHUIZEN)

    with als(Vrager(id_van("amira"))):
        rijen = VerslagAfspraak.objects.filter(agendapunt=id_van("punt")).order_by("volgnummer")
        assert [
            (
                een.volgnummer,
                een.organisatie_id,
                een.wat,
                str(een.uiterlijk_op),
                een.stand,
                een.dicht,
            )
            for een in rijen
        ] == wordt
