# SPDX-License-Identifier: EUPL-1.2
"""How a name is written."""


def volle_naam(*, achternaam: str, voornamen: str | None, tussenvoegsel: str | None) -> str:
    """First names, tussenvoegsel, surname ("Sjoerd van der Meer"); unknown parts left out."""
    return " ".join(deel for deel in (voornamen, tussenvoegsel, achternaam) if deel)
