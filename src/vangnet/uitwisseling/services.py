# SPDX-License-Identifier: EUPL-1.2
"""Import and export of the register package: the two acts of this room."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID, uuid4

from django.db import transaction

from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import VangnetFout
from vangnet.kerncijfers.services import feiten_verversen
from vangnet.toegang.regels import Recht, VragerSoort
from vangnet.toegang.services import toets_recht
from vangnet.toegang.vrager import Vrager, als, huidige_vrager
from vangnet.uitwisseling.dossier.innemen import Dossier, schrijf_dossier_op
from vangnet.uitwisseling.dossier.lezen import Document, open_dossierpakket
from vangnet.uitwisseling.dossier.toetsen import (
    toets_dossier,
    toets_eerste_handtekening,
    zaken_met_kanten,
)
from vangnet.uitwisseling.fouten import Fout
from vangnet.uitwisseling.invoer.bank import Bank, werkbank
from vangnet.uitwisseling.invoer.bsn import sluit_bsns
from vangnet.uitwisseling.invoer.casusregels import toets_casussen
from vangnet.uitwisseling.invoer.cellen import toets_cellen
from vangnet.uitwisseling.invoer.eerste_dag import zoek_eerste_dagen
from vangnet.uitwisseling.invoer.kennis import verzamel
from vangnet.uitwisseling.invoer.laden import Lading, Voortgang, laad_pakket
from vangnet.uitwisseling.invoer.rijregels import toets_rijregels
from vangnet.uitwisseling.invoer.schrijven import schrijf
from vangnet.uitwisseling.invoer.sleutels import (
    haal_dubbele_weg,
    haal_geraakte_casussen,
    koppel,
    toets_kolommen,
    toets_verwijzingen,
)
from vangnet.uitwisseling.invoer.vergelijken import (
    bepaal_wijzigingen,
    maak_geld_gelijk,
    tel,
)
from vangnet.uitwisseling.invoer.verslag import Uitkomst, tel_fouten, vertel_fouten
from vangnet.uitwisseling.pakket import Pakket, open_pakket
from vangnet.uitwisseling.slot import Sleutel, is_versleuteld
from vangnet.uitwisseling.uitvoer.bladzijden import onderwerpen, open_bladzijden, toets_nog_steeds
from vangnet.uitwisseling.uitvoer.uitvoeren import klaarzetten, schrijf_pakket
from vangnet.uitwisseling.uitvoer.zonder_kolom import zonder_kolom

DOEL_LENGTE = 60
"""Characters of a reason that the journaal keeps."""


@dataclass(frozen=True)
class Invoer:
    """An import that somebody asks for.

    proef: run everything and write nothing; vervang: replace all rows of inzetten, afsluitingen,
    betrokkenen and trajecten of each casus in one of those files; sleutel: opens a package with the
    dossier, which is sealed.
    """

    pad: Path
    proef: bool = False
    vervang: bool = False
    sleutel: Sleutel | None = None


def register_invoeren(
    invoer: Invoer, *, vrager: Vrager, meld: Callable[[Fout], None], voortgang: Voortgang
) -> Uitkomst:
    """Take a package in, all or nothing; every fault goes to `meld`, in a fixed order.

    Writes only when there is no fault and it is no proof run. Raises VangnetFout when another
    import is running, and for a sealed package that doesn't open.
    """
    with _geopend(invoer) as (pakket, documenten), als(vrager, tijd=0):
        toets_recht(Recht.GEGEVENS_INVOEREN)
        dossier = Dossier(documenten, vrager.gebruiker)
        uitkomst = _voer_in(pakket, dossier, invoer, meld=meld, voortgang=voortgang)
        if not uitkomst.geschreven:
            transaction.set_rollback(True)
    if not uitkomst.geschreven:
        with als(vrager):
            _schrijf_op(uitkomst, "register.beproefd" if invoer.proef else "register.geweigerd")
    return uitkomst


@contextmanager
def _geopend(invoer: Invoer) -> Iterator[tuple[Pakket, Iterator[Document]]]:
    """The tables and the documents of a package, sealed or not."""
    if not is_versleuteld(invoer.pad):
        with open_pakket(invoer.pad) as pakket:
            yield pakket, iter(())
        return
    if invoer.sleutel is None:
        raise VangnetFout(
            "Dit pakket is versleuteld. Voer het op de opdrachtregel in, met --sleutelbestand."
        )
    with open_dossierpakket(invoer.pad, invoer.sleutel) as geopend:
        yield geopend.pakket, geopend.documenten


def _voer_in(
    pakket: Pakket,
    dossier: Dossier,
    invoer: Invoer,
    *,
    meld: Callable[[Fout], None],
    voortgang: Voortgang,
) -> Uitkomst:
    with werkbank() as bank:
        lading = laad_pakket(bank, pakket, voortgang)
        uitkomst = _getoetst(bank, lading, vervang=invoer.vervang, voortgang=voortgang)
        vertel_fouten(meld)
        if uitkomst.aantal_fouten:
            return uitkomst
        kenmerk = uuid4()
        vervang = invoer.vervang
        if vast := schrijf(bank, lading, invoer=kenmerk, vervang=vervang, voortgang=voortgang):
            return uitkomst.met(vast, meld)
        over, fouten = dossier.neem_in(bank, kenmerk, voortgang)
    if fouten or invoer.proef:
        return uitkomst.met(fouten, meld)
    voortgang("feiten verversen", 0)
    feiten_verversen()
    _schrijf_in_op(uitkomst, over, kenmerk)
    return replace(uitkomst, geschreven=True)


def _schrijf_in_op(uitkomst: Uitkomst, over: Sequence[tuple[str, UUID]], invoer: UUID) -> None:
    _schrijf_op(uitkomst, "register.ingevoerd", invoer=invoer)
    schrijf_dossier_op(over, invoer=invoer, met_kanten=len(uitkomst.met_kanten))


def _getoetst(bank: Bank, lading: Lading, *, vervang: bool, voortgang: Voortgang) -> Uitkomst:
    """All checks, from cell to casus; the order lets one mistake be told once."""
    kennis = verzamel()
    voortgang("cellen toetsen", 0)
    toets_cellen(bank, lading, kennis)
    haal_dubbele_weg(bank, lading)
    voortgang("vergelijken met het register", 0)
    koppel(bank, lading)
    toets_kolommen(bank, lading)
    toets_rijregels(bank, lading)
    haal_geraakte_casussen(bank, lading, vervang=vervang)
    voortgang("casussen toetsen", 0)
    toets_casussen(bank, lading)
    toets_verwijzingen(bank, lading)
    sluit_bsns(bank, lading)
    maak_geld_gelijk(bank, lading)
    zoek_eerste_dagen(bank, lading)
    toets_dossier(bank, lading)
    bepaal_wijzigingen(bank, lading)
    toets_eerste_handtekening(bank, lading)
    standen = tel(bank, lading, vervang=vervang)
    return Uitkomst(standen, tel_fouten(bank), met_kanten=zaken_met_kanten(bank))


def _schrijf_op(uitkomst: Uitkomst, handeling: str, *, invoer: UUID | None = None) -> None:
    standen = uitkomst.standen.values()
    aantallen = {
        "nieuw": sum(stand.nieuw for stand in standen),
        "gewijzigd": sum(stand.gewijzigd for stand in standen),
        "gelijk": sum(stand.gelijk for stand in standen),
        "vervalt": sum(stand.vervalt for stand in standen),
        "fouten": uitkomst.aantal_fouten,
    }
    leg_vast(
        Act(
            handeling=handeling,
            object_soort="invoer",
            object=invoer,
            doel="uitwisseling",
            regel=str(Recht.GEGEVENS_INVOEREN),
            herkomst=_herkomst(),
            aantallen=aantallen,
        )
    )


def _herkomst() -> str:
    vrager = huidige_vrager()
    return "opdrachtregel" if vrager and vrager.soort is VragerSoort.OPDRACHT else "web"


@dataclass(frozen=True)
class Uitvoer:
    """How an export ended: rows by file, and a sentence for each thing that has no column."""

    aantallen: Mapping[str, int]
    zonder_kolom: tuple[str, ...]


def register_uitvoeren(pad: Path, *, reden: str, vrager: Vrager, voortgang: Voortgang) -> Uitvoer:
    """Write the whole register as a package at `pad`: a folder, or a zip or xlsx by its name.

    The file stands there only after the act is in the journaal. Raises NietToegestaan when the
    right ends on the way, VangnetFout when `pad` can't be written or no reason is given.
    """
    if not reden.strip():
        raise VangnetFout("Geef met --reden op waarom het register wordt uitgevoerd.")
    with klaarzetten(pad) as plek, als(vrager, tijd=0):
        toets_recht(Recht.GEGEVENS_INVOEREN)
        with open_bladzijden(toets_nog_steeds) as bladzijden:
            aantallen = schrijf_pakket(plek, bladzijden, voortgang)
            rest = tuple(zonder_kolom())
            over = onderwerpen(voor_een_ander=False)
        leg_vast(
            Act(
                handeling="register.uitgevoerd",
                object_soort="uitvoer",
                doel=reden.strip()[:DOEL_LENGTE],
                regel=str(Recht.GEGEVENS_INVOEREN),
                herkomst=_herkomst(),
                aantallen=aantallen,
                onderwerpen=over,
            )
        )
    return Uitvoer(aantallen, rest)
