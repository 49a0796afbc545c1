# SPDX-License-Identifier: EUPL-1.2
"""Requests of one note field that arrive side by side, each on a connection of its own."""

import threading
from uuid import uuid4

from django.db import connections
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from tests.wachten import tot_er_wachten
from vangnet.kern.databank.cluster import BEHEERDER

CONCEPT = f"/zaken/{id_van('casus')}/notitie/concept"


def test_twee_concepten_tegelijk_geven_er_een(eigen_databank: str) -> None:
    antwoorden: list[int] = []
    tegelijk = threading.Barrier(2, timeout=20)
    clients = [log_in(Client(), "amira") for _nummer in range(2)]

    def verstuur(client: Client, tekst: str) -> None:
        try:
            tegelijk.wait()
            antwoorden.append(client.post(CONCEPT, {"tekst": tekst}).status_code)
        finally:
            connections.close_all()

    draden = [
        threading.Thread(target=verstuur, args=(client, f"Half {nummer}"))
        for nummer, client in enumerate(clients)
    ]
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        # A row in the way, so that both are under way before one of them writes.
        with beheer.transaction(force_rollback=True):
            beheer.execute(
                "INSERT INTO casus_notitieconcept (id, casus_id, auteur_id, tekst) "
                "VALUES (%s, %s, %s, '')",
                [uuid4(), id_van("casus"), id_van("amira")],
            )
            for draad in draden:
                draad.start()
            tot_er_wachten(eigen_databank, 2)
        for draad in draden:
            draad.join(30)

    assert antwoorden == [200, 200]
