# SPDX-License-Identifier: EUPL-1.2
"""How a name is written."""


def volle_naam(*, achternaam: str, voornamen: str | None, tussenvoegsel: str | None) -> str:
    """"Sjoerd van der Meer": first names, tussenvoegsel, surname; unknown parts left out."""
    return " ".join(deel for deel in (voornamen, tussenvoegsel, achternaam) if deel)
