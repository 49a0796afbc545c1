# SPDX-License-Identifier: EUPL-1.2
"""Files are sealed under the key of their dossier; what was moved or changed doesn't open."""

from uuid import UUID

import pytest

from vangnet.documenten.regels import DEEL
from vangnet.documenten.sleutels import (
    Onleesbaar,
    aantal_delen,
    nieuwe_sleutel,
    open_delen,
    open_sleutel,
    sluit_delen,
)

DOSSIER, ANDER = UUID(int=1), UUID(int=2)
VERSIE, ANDERE = UUID(int=3), UUID(int=4)
SLEUTEL = bytes(32)


def gesloten(inhoud: bytes) -> list[bytes]:
    return list(sluit_delen(inhoud, SLEUTEL, versie=VERSIE))


def geopend(delen: list[bytes], *, versie: UUID = VERSIE, aantal: int | None = None) -> bytes:
    return b"".join(open_delen(delen, SLEUTEL, versie=versie, delen=aantal or len(delen)))


@pytest.mark.parametrize("lengte", [1, DEEL - 1, DEEL, DEEL + 1, 2 * DEEL])
def test_wat_gesloten_wordt_gaat_weer_open(lengte: int) -> None:
    inhoud = bytes(range(256)) * (lengte // 256 + 1)

    delen = gesloten(inhoud[:lengte])

    assert len(delen) == aantal_delen(inhoud[:lengte])
    assert geopend(delen) == inhoud[:lengte]


def test_van_de_inhoud_is_niets_te_lezen() -> None:
    assert b"geheim" not in gesloten(b"een geheim van de betrokkene")[0]


def test_een_deel_opent_niet_bij_een_andere_versie() -> None:
    with pytest.raises(Onleesbaar):
        geopend(gesloten(b"tekst"), versie=ANDERE)


def test_verwisselde_delen_openen_niet() -> None:
    een, twee = gesloten(bytes(DEEL + 1))

    with pytest.raises(Onleesbaar):
        geopend([twee, een])


def test_een_weggelaten_deel_wordt_gezien() -> None:
    een, _ = gesloten(bytes(DEEL + 1))

    with pytest.raises(Onleesbaar):
        geopend([een], aantal=2)
    with pytest.raises(Onleesbaar):
        geopend([een], aantal=1)


def test_een_veranderde_byte_wordt_gezien() -> None:
    deel = bytearray(gesloten(b"tekst")[0])
    deel[-1] ^= 1

    with pytest.raises(Onleesbaar):
        geopend([bytes(deel)])


def test_de_sleutel_van_een_dossier_opent_geen_ander() -> None:
    sleutel = nieuwe_sleutel(DOSSIER)

    assert len(open_sleutel(sleutel, DOSSIER)) == 32
    with pytest.raises(Onleesbaar):
        open_sleutel(sleutel, ANDER)


def test_elk_dossier_krijgt_een_eigen_sleutel() -> None:
    een, twee = (open_sleutel(nieuwe_sleutel(DOSSIER), DOSSIER) for _ in range(2))

    assert een != twee
