# SPDX-License-Identifier: EUPL-1.2
"""Errors that a person can mend: each carries one Dutch sentence that names place and remedy."""


class VangnetFout(Exception):
    """Base of every error whose text is meant for a user; the text is plain Dutch (B1)."""


class NietToegestaan(VangnetFout):
    """The asker may not do this; the text confirms nothing about what exists."""


class BotsendeVersie(VangnetFout):
    """Somebody else saved the row after it was read: ends in a merge page, never in a lost text."""


class OmgevingFout(VangnetFout):
    """The machine or its settings lack something; the text names what an administrator does."""
