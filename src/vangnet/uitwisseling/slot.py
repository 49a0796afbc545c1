# SPDX-License-Identifier: EUPL-1.2
"""The lock of a package with the dossier: age (age-encryption.org/v1), to one public key.

The library reads and writes files; between it and us runs a pipe, so that nothing of the package
is on disk unsealed and no more of it in memory than a pipe holds (docs/adr/0026).
"""

import io
import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import pyrage
from pyrage import x25519

from vangnet.kern.eigenbestand import eis_alleen_van_mij, nieuw_bestand
from vangnet.kern.fouten import VangnetFout
from vangnet.uitwisseling.regels import SLEUTELVORM

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

_BEGIN = b"age-encryption.org/v1\n"
# How a secret key begins.
GEHEIM = "AGE-SECRET-KEY-1"
_GROOTSTE_SLEUTELBESTAND = 100_000
_PAST_NIET = "No matching keys found"
BESCHADIGD = "Het pakket is beschadigd of niet heel. Er is niets ingevoerd. Haal het opnieuw."


class Sleutel:
    """A secret key; it shows only its public half."""

    def __init__(self, geheim: x25519.Identity) -> None:
        self.geheim = geheim

    @property
    def openbaar(self) -> str:
        """The public key that belongs to it."""
        return str(self.geheim.to_public())


def is_openbare_sleutel(tekst: str) -> bool:
    """Whether `tekst` is a public key of age; a slip of the pen fails its check sum."""
    if not SLEUTELVORM.fullmatch(tekst):
        return False
    try:
        x25519.Recipient.from_str(tekst)
    except pyrage.RecipientError:
        return False
    return True


def is_versleuteld(pad: Path) -> bool:
    """Whether the file at `pad` says to be sealed with age; False for what isn't a file."""
    try:
        with pad.open("rb") as bestand:
            return bestand.read(len(_BEGIN)) == _BEGIN
    except OSError:
        return False


def lees_sleutel(tekst: str) -> Sleutel:
    """The secret key in the text of a key file: its only line that is no comment.

    Raises VangnetFout when there is none, or more than one.
    """
    regels = [regel.strip() for regel in tekst.splitlines()]
    geheimen = [regel for regel in regels if regel and not regel.startswith("#")]
    with suppress(pyrage.IdentityError):
        if len(geheimen) == 1 and geheimen[0].startswith(GEHEIM):
            return Sleutel(x25519.Identity.from_str(geheimen[0]))
    raise VangnetFout(
        f"Dit is geen geheime sleutel. Hij staat op één regel en begint met {GEHEIM}."
    )


def lees_sleutelbestand(pad: Path) -> Sleutel:
    """The secret key in the file at `pad`.

    Raises VangnetFout when that can't be read, and when others than its owner may read it.
    """
    try:
        with pad.open(encoding="utf-8") as bestand:
            eis_alleen_van_mij(pad, os.fstat(bestand.fileno()))
            return lees_sleutel(bestand.read(_GROOTSTE_SLEUTELBESTAND))
    except (OSError, UnicodeDecodeError) as fout:
        raise VangnetFout(
            f"Het sleutelbestand {pad} is niet te lezen. Wijs het bestand aan dat pakketsleutel "
            "maakte, en kijk of je het mag lezen."
        ) from fout


def maak_sleutelbestand(pad: Path) -> str:
    """Write a new secret key to `pad`, for its owner only; returns the public one.

    Raises VangnetFout when `pad` exists or can't be written.
    """
    geheim = x25519.Identity.generate()
    openbaar = str(geheim.to_public())
    try:
        bestand = nieuw_bestand(pad)
    except FileExistsError as fout:
        raise VangnetFout(f"{pad} bestaat al. Kies een andere naam.") from fout
    except FileNotFoundError as fout:
        raise VangnetFout(f"De map {pad.absolute().parent} bestaat niet.") from fout
    except OSError as fout:
        raise VangnetFout(f"{pad} kan niet worden geschreven ({fout.strerror}).") from fout
    with bestand:
        bestand.write(f"# openbare sleutel: {openbaar}\n{geheim}\n".encode())
    return openbaar


@contextmanager
def versleuteld(uit: BinaryIO, openbaar: str) -> Iterator[BinaryIO]:
    """Where to write what goes to `uit` sealed, for as long as the block lasts.

    Raises what writing to `uit` raised.
    """
    ontvanger = x25519.Recipient.from_str(openbaar)
    lees, schrijf = os.pipe()
    with ThreadPoolExecutor(1) as werk:
        taak = werk.submit(_sluit, lees, uit, ontvanger)
        try:
            with os.fdopen(schrijf, "wb") as stroom:
                yield stroom
        except BrokenPipeError:
            # The other side went away; it knows why.
            taak.result()
            raise
        taak.result()


def _sluit(lees: int, uit: BinaryIO, ontvanger: x25519.Recipient) -> None:
    schrijver = _Onthoudt(uit)
    try:
        with os.fdopen(lees, "rb") as stroom:
            pyrage.encrypt_io(stroom, schrijver, [ontvanger])
    except pyrage.EncryptError:
        if schrijver.fout is not None:
            raise schrijver.fout from None
        raise


class _Onthoudt(io.RawIOBase):
    """Writes on, and keeps what writing raised: the library tells it as a text only."""

    def __init__(self, uit: BinaryIO) -> None:
        self._uit = uit
        self.fout: OSError | None = None

    def writable(self) -> bool:
        return True

    def write(self, stuk: "Buffer") -> int:
        try:
            return self._uit.write(stuk)
        except OSError as fout:
            self.fout = fout
            raise


@contextmanager
def ontsleuteld(pad: Path, sleutel: Sleutel) -> Iterator[BinaryIO]:
    """What is sealed in the file at `pad`, to read once from front to end.

    The end of the stream says whether the file was whole: whoever has not read it knows nothing.
    Reading raises VangnetFout for a key that doesn't fit and for a file that is damaged.
    """
    lees, schrijf = os.pipe()
    with pad.open("rb") as bron, ThreadPoolExecutor(1) as werk:
        taak = werk.submit(_open, bron, schrijf, sleutel)
        with os.fdopen(lees, "rb", buffering=0) as pijp:
            yield io.BufferedReader(_Einde(pijp, taak))


def _open(bron: BinaryIO, schrijf: int, sleutel: Sleutel) -> None:
    # The reader may have had enough.
    with os.fdopen(schrijf, "wb", buffering=0) as stroom, suppress(BrokenPipeError):
        pyrage.decrypt_io(bron, stroom, [sleutel.geheim])


class _Einde(io.RawIOBase):
    """The pipe, of which the end is only an end when the lock said so."""

    def __init__(self, pijp: io.RawIOBase, taak: "Future[None]") -> None:
        self._pijp = pijp
        self._taak = taak

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        gelezen = self._pijp.readinto(buffer) or 0
        fout = None if gelezen else self._taak.exception()
        if fout is not None:
            raise VangnetFout(_in_woorden(fout)) from fout
        return gelezen


def _in_woorden(fout: BaseException) -> str:
    if isinstance(fout, pyrage.DecryptError) and str(fout) == _PAST_NIET:
        return "Deze sleutel past niet op het pakket. Neem de sleutel waarvoor het is gemaakt."
    return BESCHADIGD
