# SPDX-License-Identifier: EUPL-1.2
from vangnet.inrichting.gemeenten import gemeenten
from vangnet.inrichting.selectors import gemeentenaam, het_huis
from vangnet.kern.klok import vandaag


def gemeentekeuzes() -> list[tuple[str, str]]:
    """Those of the house first choice; of a house that named none, all that exist today."""
    codes = het_huis().gemeenten or [
        code for code, een in gemeenten().items() if een.is_geldig_op(vandaag())
    ]
    namen = sorted((gemeentenaam(code), code) for code in codes)
    return [*((code, naam) for naam, code in namen), ("detentie", gemeentenaam("detentie"))]
