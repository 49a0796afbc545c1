# SPDX-License-Identifier: EUPL-1.2
"""Export of the whole register with the casework, sealed, by an order (docs/adr/0026)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from psycopg import sql

from vangnet.casus.models import Casus
from vangnet.documenten.models import Documentversie
from vangnet.documenten.selectors import inhoud_van
from vangnet.documenten.sleutels import Onleesbaar
from vangnet.journaal.services import Act, leg_vast, weigering
from vangnet.kern.daden import doe
from vangnet.kern.eigenbestand import nieuw_bestand
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.toegang.regels import Recht
from vangnet.toegang.services import toets_recht
from vangnet.toegang.vrager import Vrager, als
from vangnet.uitwisseling.dossier.tar import TarSchrijver, tarschrijver
from vangnet.uitwisseling.formaat import ALLE, DOSSIER
from vangnet.uitwisseling.formaat.dossier import documentpad
from vangnet.uitwisseling.invoer.laden import Voortgang
from vangnet.uitwisseling.slot import versleuteld
from vangnet.uitwisseling.uitvoer.beperkt import aantal_beperkte
from vangnet.uitwisseling.uitvoer.bladzijden import (
    Rij,
    onderwerpen,
    open_bladzijden,
    toets_nog_steeds,
)
from vangnet.uitwisseling.uitvoer.uitvoeren import klaarzetten, schrijf_bestanden
from vangnet.uitwisseling.uitvoer.zonder_kolom import zonder_kolom

EINDE = ".age"
NIET_GEBRUIKT = (
    "Deze keer is de opdracht niet gebruikt, voor zover bekend. Kijk bij Dossierpakket hoe zij "
    "ervoor staat."
)
GEBRUIKT = "De opdracht is gebruikt."
_WAAROM = "zonder zaak, uit een beperkte zaak, ingetrokken, een eigen werknotitie of niet gescand"
_BLIJFT_ALTIJD = (
    "Niet in het pakket: documenten bij een aanmelding, scores, vragen aan partners, "
    "verslagen van overleggen, evaluaties, eerdere besluiten en de kant van een partner."
)


@dataclass(frozen=True)
class Dossieruitvoer:
    """How an export ended: for whom, rows by file, and a sentence for what stays behind."""

    ontvanger: str
    aantallen: dict[str, int]
    blijft: tuple[str, ...]


def dossier_uitvoeren(
    pad: Path, *, opdracht: UUID, vrager: Vrager, voortgang: Voortgang
) -> Dossieruitvoer:
    """Write the register with its casework at `pad`, for the key of `opdracht`, which is then used.

    The file stands there only after order and journaal are written. Raises OpdrachtGeweigerd for an
    order that can't be used or was taken back on the way, VangnetFout when `pad` can't be written
    or a document doesn't open. Of an error after the order was begun with, a note says whether it
    is used, as far as is known: a connection that breaks at the end doesn't tell.
    """
    if pad.suffix.lower() != EINDE:
        raise VangnetFout(f"Een pakket met dossiers is versleuteld: kies een naam op {EINDE}.")
    staat = ""
    try:
        with klaarzetten(pad) as plek:
            with als(vrager, tijd=0):
                toets_recht(Recht.GEGEVENS_INVOEREN)
                voor = _gebruik(opdracht)
                staat = NIET_GEBRUIKT
                uitvoer = _voer_uit(plek, opdracht, voor, voortgang)
            staat = GEBRUIKT
    except OpdrachtGeweigerd:
        with als(vrager):
            _leg_geweigerd_vast(opdracht)
        raise
    except BaseException as fout:
        if staat:
            fout.add_note(staat)
        raise
    return uitvoer


class OpdrachtGeweigerd(NietToegestaan):
    """There is no order with this number that may be used now."""


class OpdrachtIngetrokken(OpdrachtGeweigerd):
    """The order was taken back while its package was made."""

    def __init__(self) -> None:
        super().__init__(
            "De opdracht is ingetrokken terwijl het pakket werd gemaakt. Er staat geen pakket: wat "
            "al was geschreven, is verwijderd. Deze opdracht is niet meer te gebruiken."
        )


def _leg_geweigerd_vast(opdracht: UUID) -> None:
    leg_vast(
        weigering(
            "dossieropdracht.geweigerd",
            "dossieropdracht",
            opdracht,
            regel=Recht.GEGEVENS_INVOEREN,
        )
    )


def _voer_uit(
    plek: Path, opdracht: UUID, voor: tuple[str, str], voortgang: Voortgang
) -> Dossieruitvoer:
    ontvanger, sleutel = voor
    with (
        nieuw_bestand(plek) as uit,
        versleuteld(uit, sleutel) as stroom,
        tarschrijver(stroom) as schrijver,
        open_bladzijden(_toets, ALLE) as bladzijden,
    ):
        gegaan: list[Rij] = []
        documenten = _onthouden(bladzijden["documenten"], gegaan)
        aantallen = schrijf_bestanden(
            schrijver, {**bladzijden, "documenten": documenten}, voortgang
        )
        _schrijf_documenten(schrijver, gegaan, voortgang)
        blijft = (*zonder_kolom(ALLE), *_blijft(), _BLIJFT_ALTIJD)
        over = onderwerpen(voor_een_ander=True)
    _schrijf_op(opdracht, aantallen, over)
    _rond_af()
    return Dossieruitvoer(ontvanger, aantallen, blijft)


def _toets() -> None:
    """Raise when the asker may no longer, or the order was taken back: asked before each page."""
    toets_nog_steeds()
    if not _waar("SELECT uitwisseling.voert_dossier_uit()"):
        raise OpdrachtIngetrokken


def _rond_af() -> None:
    """Mark the order as used, last of all: until then it may be taken back."""
    if not _waar("SELECT uitwisseling.rond_dossier_af()"):
        raise OpdrachtIngetrokken


def _schrijf_op(
    opdracht: UUID, aantallen: dict[str, int], over: Sequence[tuple[str, UUID]]
) -> None:
    leg_vast(
        Act(
            handeling="dossier.uitgevoerd",
            object_soort="dossieropdracht",
            object=opdracht,
            doel="uitwisseling",
            regel=str(Recht.GEGEVENS_INVOEREN),
            herkomst="opdrachtregel",
            aantallen=aantallen,
            onderwerpen=over,
        )
    )


def _gebruik(opdracht: UUID) -> tuple[str, str]:
    """For whom, and under which key; from here on the casework can be read."""
    try:
        vraag = "SELECT ontvanger, sleutel FROM uitwisseling.gebruik_dossieropdracht(%s, %s)"
        ontvanger, sleutel = doe(vraag, opdracht)
    except NietToegestaan:
        raise OpdrachtGeweigerd(
            "Deze opdracht kan niet worden gebruikt. Kijk bij Dossierpakket of het nummer klopt, "
            "of zij is goedgekeurd, en of zij niet is verlopen, ingetrokken of al gebruikt. Of er "
            "wordt op dit moment al een pakket mee gemaakt."
        ) from None
    return str(ontvanger), str(sleutel)


def _onthouden(bladen: Iterator[list[Rij]], gegaan: list[Rij]) -> Iterator[list[Rij]]:
    """The same pages; their rows are kept in `gegaan`."""
    for rijen in bladen:
        gegaan += rijen
        yield rijen


def _schrijf_documenten(
    schrijver: TarSchrijver, gegaan: Sequence[Rij], voortgang: Callable[[str, int], None]
) -> None:
    """The files that the rows of `documenten` announced, opened under the key of their casus.

    Of these rows, and not of a second question: what came or went meanwhile would make a package
    that nobody can take in.
    """
    kop = [kolom.naam for kolom in DOSSIER["documenten"].kolommen]
    for aantal, rij in enumerate(gegaan, 1):
        _toets()
        van = dict(zip(kop, rij, strict=True))
        pad = documentpad(van["bijdrage_id"], van["nummer"], van["soort"])
        try:
            versie = Documentversie.objects.get(document=van["bijdrage_id"], nummer=van["nummer"])
            inhoud = _geopend(versie)
        except (ObjectDoesNotExist, VangnetFout):
            # Once the order is taken back nothing is found or opens: then that is what to say.
            _toets()
            raise
        schrijver.zet(pad, inhoud)
        voortgang("documenten schrijven", aantal)


def _geopend(versie: Documentversie) -> bytes:
    try:
        return inhoud_van(versie)
    except Onleesbaar as fout:
        kenmerk = Casus.objects.values_list("kenmerk", flat=True).get(pk=versie.dossier)
        raise VangnetFout(
            f"Een document van zaak {kenmerk} is niet te openen. Trek de bijdrage met dat document "
            "in, of zet een back-up terug."
        ) from fout


def _blijft() -> Iterator[str]:
    """A Dutch sentence for each kind of row that stays behind or travels for the house only."""
    if aantal := _getal(aantal_beperkte()):
        zaken = "beperkte zaak" if aantal == 1 else "beperkte zaken"
        yield f"Niet in het pakket: {aantal} {zaken}, met de mensen die in geen andere zaak staan."
    if kenmerken := _met_kanten():
        yield (
            "In deze zaken staan mensen of partners aan een kant. De kant van mensen gaat mee, die "
            "van partners niet. Laat het andere huis bij elke uitnodiging van een partner een kant "
            f"kiezen: {', '.join(kenmerken)}."
        )
    tel = sql.SQL("SELECT count(*) FROM uitwisseling.{} WHERE {}")
    for naam in DOSSIER:
        aantal = _getal(tel.format(sql.Identifier(naam), sql.SQL("blijft")))
        if aantal:
            rijen = "rij" if aantal == 1 else "rijen"
            yield f"Niet in het pakket: {aantal} {rijen} van {naam} ({_WAAROM})."
    van_een_kant = "van_een_kant AND NOT blijft AND publiek <> 'alleen_huis'"
    aantal = _getal(tel.format(sql.Identifier("bijdragen"), sql.SQL(van_een_kant)))
    if aantal:
        gaan = "bijdrage die over één kant van een zaak gaat"
        if aantal > 1:
            gaan = "bijdragen die over één kant van een zaak gaan"
        yield f"Alleen voor het huis: {aantal} {gaan}."


def _met_kanten() -> list[str]:
    """The casussen that leave in which people or partners stand on a side."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT uitwisseling.zaken_met_kanten()")
        return [kenmerk for (kenmerk,) in cursor.fetchall()]


def _waar(vraag: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(vraag)
        return cursor.fetchone()[0] is True


def _getal(vraag: sql.Composable) -> int:
    with connection.cursor() as cursor:
        cursor.execute(vraag)
        return int(cursor.fetchone()[0])
