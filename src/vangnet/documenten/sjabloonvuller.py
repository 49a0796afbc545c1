# SPDX-License-Identifier: EUPL-1.2
"""Run in a process of its own (sjablonen.py): try a template, or fill it in.

In: a line of JSON (velden, waarden), then the docx. Out: a line of JSON (fouten, velden), then the
filled docx. As tekenaar.py it first gives up memory, time, files and network.
"""

import json
import resource
import sys

from vangnet.documenten.tekenaar import begrens


def main() -> None:
    """Answer what is on stdin."""
    begrens()
    kop, _, inhoud = sys.stdin.buffer.read().partition(b"\n")
    # Loaded within the limits; from then on no file opens any more.
    from vangnet.documenten.sjabloonmaker import maak

    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    vraag = json.loads(kop)
    antwoord, docx = maak(inhoud, vraag["velden"], vraag["waarden"])
    sys.stdout.buffer.write(json.dumps(antwoord).encode() + b"\n" + docx)
    sys.stdout.buffer.flush()
