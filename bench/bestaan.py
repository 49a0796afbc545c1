# SPDX-License-Identifier: EUPL-1.2
"""Whether the time of an answer tells that a casus exists.

    python -m bench.bestaan [--keer 2000]

A partner asks for casussen of others and for ids that nobody has, in turn. Told as the chance
that of two answers the existing one took longer (AUC): 0.5 tells nothing, 0.45 to 0.55 is the
target.
"""

import argparse
import os
import time
from uuid import uuid4

import django
from django.conf import settings
from django.test import Client

from tests.bezetting import id_van
from tests.databank import kloon, pytest_unconfigure, verbonden_met


def auc(langer: list[float], korter: list[float]) -> float:
    """The chance that one of `langer` is above one of `korter`; ties count half."""
    rang = sorted([(tijd, 1) for tijd in langer] + [(tijd, 0) for tijd in korter])
    som = sum(plaats for plaats, (_, is_langer) in enumerate(rang, start=1) if is_langer)
    aantal = len(langer)
    return (som - aantal * (aantal + 1) / 2) / (aantal * len(korter))


def meet(keer: int) -> float:
    """The AUC over twice `keer` requests, after a hundred to warm up."""
    from tests.binnen import log_in

    with kloon() as naam, verbonden_met(naam):
        client = log_in(Client(), "chantal")
        tijden: dict[bool, list[float]] = {True: [], False: []}
        for beurt in range(2 * (keer + 50)):
            bestaat = beurt % 2 == 0
            adres = f"/zaken/{id_van('casus') if bestaat else uuid4()}"
            begin = time.perf_counter()
            antwoord = client.get(adres)
            tijden[bestaat].append(time.perf_counter() - begin)
            if antwoord.status_code != 404:
                raise RuntimeError(f"{adres}: {antwoord.status_code}")
        return auc(tijden[True][50:], tijden[False][50:])


def main() -> None:
    """Measure and print."""
    lezer = argparse.ArgumentParser()
    lezer.add_argument("--keer", type=int, default=2000)
    keer = lezer.parse_args().keer
    print(f"AUC over twee keer {keer} verzoeken: {meet(keer):.3f}")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    try:
        main()
    finally:
        pytest_unconfigure()
