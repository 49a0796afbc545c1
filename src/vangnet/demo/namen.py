# SPDX-License-Identifier: EUPL-1.2
"""Names of made-up people, composed from our own lists (`gegevens/namen.toml`)."""

import tomllib
from importlib import resources
from random import Random

LIJSTEN = tomllib.loads(
    (resources.files(__package__) / "gegevens" / "namen.toml").read_text(encoding="utf-8")
)
KANS_FRIES = 0.65


def achternaam(dobbel: Random) -> tuple[str, str]:
    """A tussenvoegsel (often empty) and a surname: two in three Frisian, composed."""
    if dobbel.random() < KANS_FRIES:
        stam, uitgang = LIJSTEN["friese_stammen"], LIJSTEN["friese_uitgangen"]
        return "", dobbel.choice(stam) + dobbel.choice(uitgang)
    tussenvoegsel, naam = dobbel.choice(LIJSTEN["andere_namen"])
    return tussenvoegsel, naam


def voornamen(geslacht: str, dobbel: Random) -> str:
    """One or two first names that fit the recorded gender; either list when it isn't given."""
    if geslacht not in {"man", "vrouw"}:
        geslacht = dobbel.choice(("man", "vrouw"))
    aantal = 2 if dobbel.random() < 0.2 else 1
    return " ".join(dobbel.sample(LIJSTEN[f"voornamen_{geslacht}"], aantal))
