# SPDX-License-Identifier: EUPL-1.2
"""The clock of a casus in words."""

from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vangnet.voortgang.regels import Klok


def klokregels(klok: Klok) -> list[str]:
    """Why a casus stagnates, a sentence for each reason; none when it is on course."""
    regels = []
    if klok.stil_sinds:
        regels.append(_("Geen voortgang sinds %(dag)s") % {"dag": in_woorden(klok.stil_sinds)})
    if klok.te_laat_sinds:
        dag = in_woorden(klok.te_laat_sinds)
        regels.append(_("Een afspraak is te laat sinds %(dag)s") % {"dag": dag})
    if klok.gemist:
        regels.append(
            ngettext(
                "%(aantal)s evaluatie gemist",
                "%(aantal)s evaluaties achter elkaar gemist",
                klok.gemist,
            )
            % {"aantal": klok.gemist}
        )
    return regels


def in_woorden(dag: date) -> str:
    """A day as a page writes it."""
    return formats.date_format(dag, "j b Y")
