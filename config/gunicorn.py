# SPDX-License-Identifier: EUPL-1.2
"""How gunicorn runs the pages: `gunicorn --config python:config.gunicorn config.wsgi`."""

import gc
from pathlib import Path
from threading import Thread
from typing import Any

from gunicorn import util

from config.settings import BASE_DIR, LOGGING
from vangnet.kern.processen import sterf_met_ouder

chdir = str(BASE_DIR)
workers = 2
# A browser opens up to six connections before it has a question. Each would hold a worker without
# threads, and with bin/start no other server stands in between.
worker_class = "gthread"
threads = 8
# Loaded once: a schema that this code doesn't know ends the start with one sentence, and the
# workers share what was loaded.
preload_app = True
timeout = 60
graceful_timeout = 5
max_requests = 5_000
max_requests_jitter = 500
# In memory: on a slow disk a heartbeat may come too late.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
# Left alone Python looks for garbage after each 700 new objects: four times in one page, for the
# little that a page leaves in a circle. Now once in a dozen pages.
_OPRUIMEN_NA = 10_000
# No access log: a path or a search may hold a name. The journaal has who saw what.
accesslog = None
loglevel = "warning"
logconfig_dict: dict[str, Any] = LOGGING | {
    "loggers": {
        "gunicorn.error": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "gunicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}


def when_ready(_: object) -> None:
    """What was loaded before the workers start is never garbage, and stays shared memory."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OPRUIMEN_NA)


def post_worker_init(_: object) -> None:
    """Start the chart engine beside the first requests, so that no page has to wait for it.

    And say ourselves what somebody gets whose request gunicorn can't read.
    """
    from vangnet.web.componenten.grafiek import opwarmen
    from vangnet.web.onleesbaar import schrijf_onleesbaar

    util.write_error = schrijf_onleesbaar
    Thread(target=opwarmen, name="grafiek", daemon=True).start()


def post_fork(_: object, worker: Any) -> None:
    """A worker ends with its master, also when that is killed."""
    sterf_met_ouder(worker.ppid)
