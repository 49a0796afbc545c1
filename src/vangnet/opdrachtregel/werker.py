# SPDX-License-Identifier: EUPL-1.2
"""`werker`: carries out queued tasks, each as the asker that its signature names."""

from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

_GELIJKTIJDIG = 2
_UITLOOPTIJD = 8.0


def draai_werker() -> None:
    """Work until SIGTERM or Ctrl-C; a task that is busy gets some seconds to end."""
    connection.close()
    verbinding = app.connector
    assert isinstance(verbinding, DjangoConnector)  # noqa: S101 - the library's Django app has one
    # The worker listens on a connection of its own, as the application role and without an asker.
    with app.replace_connector(verbinding.get_worker_connector()) as werkapp:
        werkapp.run_worker(
            concurrency=_GELIJKTIJDIG,
            shutdown_graceful_timeout=_UITLOOPTIJD,
            listen_notify=True,
            install_signal_handlers=True,
        )
