# SPDX-License-Identifier: EUPL-1.2
"""Stock and flow of the casussen (kerncijfers.md section 1, rules 3 and 8).

open at the begin + aangemeld + heropend - afgesloten = open on the day after the end; per inzet
with the switches in and out.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import product

from vangnet.kerncijfers.controles.bevinding import Bevinding, Oordeel, bevinding, toon
from vangnet.kerncijfers.controles.overzicht import Overzicht
from vangnet.kerncijfers.controles.reeks import Reekscijfer, dag_erna, zelfde_populatie
from vangnet.kerncijfers.dimensies import DIMENSIES
from vangnet.kerncijfers.uitsplitsing import Uitsplitsing
