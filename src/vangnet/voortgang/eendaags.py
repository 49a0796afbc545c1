# SPDX-License-Identifier: EUPL-1.2
"""An inzet or a traject that went on the day on which it began: only the history has it."""

from django.contrib.postgres.fields import ArrayField
from django.db.models import Func, JSONField

TRAJECT = "traject"


class VanEenDag(Func):
    """Of the key of a casus: those that the asker may know of, in the order in which they went.

    Each with op, wat (TRAJECT, or the soort of an inzet) and tekst: why a traject stopped, when
    that was kept.
    """

    template = (
        "ARRAY(SELECT jsonb_build_object('op', n.op, 'wat', n.wat, 'tekst', n.reden) "
        "FROM voortgang.van_een_dag(%(expressions)s) n)"
    )
    output_field = ArrayField(JSONField())
