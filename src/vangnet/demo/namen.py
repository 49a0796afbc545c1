# SPDX-License-Identifier: EUPL-1.2
"""Names of made-up people, composed from our own lists of first names and syllables."""

from random import Random

VOORNAMEN = {
    "man": (
        "Jelle Sjoerd Douwe Wytse Tsjerk Hidde Sytse Fokke Rinse Gerlof Bauke Jorrit Sietse Eelke "
        "Watse Ype Oane Minne Jan Pieter Kees Bas Daan Sem Ruben Mark Dennis Johan Erik Willem "
        "Thijs Sven Youssef Karim Emre Milan Piotr Samuel Ricardo Delano"
    ).split(),
    "vrouw": (
        "Fenna Sjoukje Ytsje Froukje Wietske Tjitske Nynke Hiske Baukje Jeltsje Rixt Doutzen "
        "Geeske Anke Maaike Fardau Anna Lotte Sanne Iris Eva Marieke Petra Monique Ingrid Wendy "
        "Femke Noor Lisa Esther Fatima Samira Elif Zofia Naomi Chantal Joyce Priya Amina Roos"
    ).split(),
}
FRIESE_STAMMEN = (
    "Boer Dyk Hoek Wier Terp Kooi Hof Brug Feen Gaast Wyn Spoel Tjal Hette Rin Sjoer Bolt Wâld "
    "Oene Loon Mûne Stien Greid Poel Skuon Elzin Roor Wiel Sleat Heech"
).split()
FRIESE_UITGANGEN = "stra sma inga ema ersma enga ma stra".split()
NEDERLANDSE_NAMEN = (
    ("", "Bakker"),
    ("", "Kuiper"),
    ("", "Timmerman"),
    ("", "Prins"),
    ("", "Kramer"),
    ("de", "Ruiter"),
    ("de", "Klerk"),
    ("de", "Wever"),
    ("van", "Linden"),
    ("van der", "Molen"),
    ("van der", "Kamp"),
    ("van der", "Zwaag"),
    ("van den", "Akker"),
    ("ter", "Horst"),
    ("", "Yıldız"),
    ("", "Benali"),
    ("", "Kowalczyk"),
    ("", "Pinas"),
)


def achternaam(dobbel: Random) -> tuple[str, str]:
    """A tussenvoegsel (often empty) and a surname: two in three Frisian, composed."""
    if dobbel.random() < 0.65:
        return "", dobbel.choice(FRIESE_STAMMEN) + dobbel.choice(FRIESE_UITGANGEN)
    return dobbel.choice(NEDERLANDSE_NAMEN)


def voornamen(geslacht: str, dobbel: Random) -> str:
    """One or two first names that fit the recorded gender; either list when it isn't given."""
    lijst = VOORNAMEN.get(geslacht) or VOORNAMEN[dobbel.choice(("man", "vrouw"))]
    aantal = 2 if dobbel.random() < 0.2 else 1
    return " ".join(dobbel.sample(lijst, aantal))
