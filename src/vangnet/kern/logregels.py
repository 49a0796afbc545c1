# SPDX-License-Identifier: EUPL-1.2
"""One JSON line per event, with a trace id and ids; never the values that somebody typed."""

import json
import logging
from datetime import UTC, datetime

from vangnet.kern.spoor import huidig_spoor


class JsonRegel(logging.Formatter):
    """Formats a record as one line of JSON.

    Of an exception only its type and the places in the code are written: its text may hold a name.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Render `record`; extra ids come in with `extra={"ids": {...}}`."""
        regel: dict[str, object] = {
            "moment": datetime.fromtimestamp(record.created, UTC).isoformat(
                timespec="milliseconds"
            ),
            "niveau": record.levelname.lower(),
            "bron": record.name,
            # The job queue puts the arguments of a task in its texts; `action` names what happened.
            "gebeurtenis": str(getattr(record, "action", record.msg)),
            "spoor": huidig_spoor(),
        }
        ids = getattr(record, "ids", None)
        if isinstance(ids, dict):
            regel["ids"] = {naam: str(waarde) for naam, waarde in ids.items()}
        if record.exc_info and record.exc_info[0]:
            regel["fout"] = record.exc_info[0].__name__
            regel["waar"] = _plaatsen(record)
        return json.dumps(regel, ensure_ascii=False)


def _plaatsen(record: logging.LogRecord) -> list[str]:
    plaatsen = []
    stap = record.exc_info[2] if record.exc_info else None
    while stap is not None:
        code = stap.tb_frame.f_code
        plaatsen.append(f"{code.co_filename.rsplit('/src/', 1)[-1]}:{stap.tb_lineno}")
        stap = stap.tb_next
    return plaatsen[-8:]
