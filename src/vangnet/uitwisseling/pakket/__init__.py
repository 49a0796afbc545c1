# SPDX-License-Identifier: EUPL-1.2
"""Open a register package, whatever it is packed in, and read it without trusting it."""

from vangnet.uitwisseling.pakket.openen import Pakket, open_pakket

__all__ = ["Pakket", "open_pakket"]
