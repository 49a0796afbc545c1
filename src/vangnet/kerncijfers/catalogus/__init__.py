# SPDX-License-Identifier: EUPL-1.2
"""The catalogue: every figure that Vangnet computes, as data (kerncijfers.md section 4).

One more indicator is one more object in a file of this folder; docs/hoe/ says how.
"""

from collections.abc import Mapping
from types import MappingProxyType

from vangnet.kerncijfers.catalogus import aanmeldingen, geld, mensen, tellers, werk, zaken
from vangnet.kerncijfers.catalogus.indicator import Indicator

CATALOGUS: Mapping[str, Indicator] = MappingProxyType(
    {
        indicator.sleutel: indicator
        for kamer in (aanmeldingen, zaken, mensen, werk, tellers, geld)
        for indicator in kamer.INDICATOREN
    }
)
"""Every indicator by its sleutel, in the order in which they are shown."""
