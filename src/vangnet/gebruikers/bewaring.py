# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.gebruikers.models import (
    Activering,
    BewaardeTekst,
    BewaardFilter,
    Formulierconcept,
    Gebruiker,
    OidcKoppeling,
    Samenvatting,
    Sessie,
    TweedeFactor,
)
from vangnet.inrichting.bewaarregels import Regel, Termijn, Wijze

BEWARING = (
    Regel(
        model=Gebruiker,
        velden=("email", "naam", "functie", "organisatie", "systeemnaam", "last_login"),
        termijn=Termijn.MET_HET_ACCOUNT,
        wijze=Wijze.LEEGMAKEN,
    ),
    Regel(
        model=Activering,
        velden=("gebruiker", "gemaakt_door"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=TweedeFactor,
        velden=("gebruiker", "naam", "geheim"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Sessie,
        velden=("gebruiker", "apparaat"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=BewaardeTekst,
        velden=("gebruiker", "inhoud"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=BewaardFilter,
        velden=("gebruiker", "naam", "keuzes"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Formulierconcept,
        velden=("gebruiker", "inhoud"),
        termijn=Termijn.NIET_OPGENOMEN,
    ),
    Regel(
        model=Samenvatting,
        velden=("gebruiker",),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=OidcKoppeling,
        velden=("gebruiker", "onderwerp"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
)
