# SPDX-License-Identifier: EUPL-1.2
"""What a sample of the journaal may be and may find (issue 3, point 6). No Django."""

from enum import StrEnum

# A sample that one person can judge in a day.
HOOGSTENS = 200
MOTIVERING_HOOGSTENS = 500


class Bevinding(StrEnum):
    """What the privacy officer found of one act; written once."""

    RECHTMATIG = "rechtmatig"
    ONRECHTMATIG = "onrechtmatig"
    NADER_ONDERZOEK = "nader_onderzoek"
