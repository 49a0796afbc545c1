# SPDX-License-Identifier: EUPL-1.2
"""Fill a new, empty house with the demo province, by way of the same import as anybody else's."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from vangnet.demo.huis import DEMOHUIS
from vangnet.demo.pakket import maak_pakket
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.fouten import OmgevingFout
from vangnet.opdrachtregel.huis import als_eigenaar
from vangnet.opdrachtregel.vrager import als_opdrachtgever, opdrachtgever
from vangnet.uitwisseling.fouten import Fout
from vangnet.uitwisseling.selectors import register_is_leeg
from vangnet.uitwisseling.services import Invoer, register_invoeren

_ZAAD = 2022


def huis_is_leeg() -> bool:
    """Whether nothing was ever brought into this house."""
    with als_opdrachtgever():
        return register_is_leeg()


def demo_is_begonnen() -> bool:
    """Whether this database was made as a demo, perhaps by a start that was killed half-way."""
    with als_opdrachtgever():
        return het_huis().demo


def demo_vullen() -> Iterator[str]:
    """Fill the house and mark it as a demo; yields lines that tell how far it is.

    The mark comes first: when this is killed, the next start knows that it may go on.
    Raises OmgevingFout when the house isn't empty.
    """
    if not huis_is_leeg():
        raise OmgevingFout(
            "Dit huis is niet leeg. Kies een nieuwe map met VANGNET_DATA en probeer het opnieuw."
        )
    als_eigenaar("demo-merk")
    with tempfile.TemporaryDirectory() as map_:
        verslag = maak_pakket(DEMOHUIS, Path(map_), zaad=_ZAAD)
        fouten: list[Fout] = []
        register_invoeren(
            Invoer(Path(map_)),
            vrager=opdrachtgever(),
            meld=fouten.append,
            voortgang=lambda _stap, _aantal: None,
        )
        if fouten:
            raise OmgevingFout(f"Het demopakket klopt niet: {fouten[0]}")
    als_eigenaar("demo-delen")
    yield f"De demo staat klaar: {verslag.aantal_rijen} rijen met verzonnen mensen."
    for rij in verslag.rijen:
        yield f"Niet haalbaar: {rij}"
