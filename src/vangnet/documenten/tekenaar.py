# SPDX-License-Identifier: EUPL-1.2
"""Run as a script in a process of its own: `tekenaar.py <soort> <blad>`, the file on stdin.

Writes the number of pages, an end of line and a PNG; of page 0 only the number. It first gives up
memory, time, files and (where the system lets it) the network: a file that breaks the library
breaks this process alone.
"""

import contextlib
import ctypes
import io
import os
import resource
import sys

_GEHEUGEN = 768 * 1024 * 1024
_SECONDEN = 10
_BREEDTE = 1200
_HOOGTE = 1800
_MEESTE_PUNTEN = 50_000_000
_NIEUWE_GEBRUIKER, _NIEUW_NETWERK = 0x10000000, 0x40000000


def begrens() -> None:
    """Give up what drawing doesn't need; libraries are loaded after it."""
    for wat, grens in (
        (resource.RLIMIT_AS, _GEHEUGEN),
        (resource.RLIMIT_CPU, _SECONDEN),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(wat, (grens, grens))
    # A network of its own, without any card; not every kernel lets everybody do this.
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(_NIEUWE_GEBRUIKER | _NIEUW_NETWERK)


def teken_pdf(inhoud: bytes, blad: int) -> tuple[int, bytes]:
    """Page `blad` of a PDF; scripts and forms in it are not run."""
    import pypdfium2

    document = pypdfium2.PdfDocument(inhoud)
    bladen = len(document)
    if blad == 0:
        return bladen, b""
    if not 1 <= blad <= bladen:
        raise ValueError("no such page")
    pagina = document[blad - 1]
    breed, hoog = pagina.get_size()
    schaal = min(_BREEDTE / max(breed, 1), _HOOGTE / max(hoog, 1), 4)
    return bladen, als_png(pagina.render(scale=schaal, may_draw_forms=False).to_pil())


def teken_plaatje(inhoud: bytes, blad: int, formaat: str) -> tuple[int, bytes]:
    """A picture, upright and without what the camera wrote in it."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = _MEESTE_PUNTEN
    if blad != 1:
        raise ValueError("no such page")
    with Image.open(io.BytesIO(inhoud), formats=[formaat]) as plaatje:
        if plaatje.width * plaatje.height > _MEESTE_PUNTEN:
            raise ValueError("too many pixels")
        plaatje.draft("RGB", (_BREEDTE, _HOOGTE))
        recht = ImageOps.exif_transpose(plaatje).convert("RGB")
    recht.thumbnail((_BREEDTE, _HOOGTE))
    return 1, als_png(recht)


def als_png(plaatje: "object") -> bytes:
    """The pixels alone: no text, no place, no name."""
    uit = io.BytesIO()
    plaatje.convert("RGB").save(uit, "PNG")  # type: ignore[attr-defined]  # Pillow, loaded late
    return uit.getvalue()


def laad_en_sluit(soort: str) -> None:
    """Load what draws; from then on no file opens any more, so nothing of this machine is read."""
    # A JPEG asks for the other three when it is opened, or turned upright.
    from PIL import Image, ImageOps, MpoImagePlugin, TiffImagePlugin  # noqa: F401

    Image.preinit()
    if soort == "pdf":
        import pypdfium2  # noqa: F401 - for teken_pdf, which can't open its library any more
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def main(soort: str, blad: int) -> None:
    """Draw what is on stdin."""
    begrens()
    inhoud = sys.stdin.buffer.read()
    laad_en_sluit(soort)
    if soort == "pdf":
        bladen, png = teken_pdf(inhoud, blad)
    else:
        bladen, png = teken_plaatje(inhoud, blad, {"png": "PNG", "jpg": "JPEG"}[soort])
    sys.stdout.buffer.write(f"{bladen}\n".encode() + png)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
    # Not through the tear-down of the libraries.
    os._exit(0)
