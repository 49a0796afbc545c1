# SPDX-License-Identifier: EUPL-1.2
"""Who comes second at an opschaling, a traject and what came of an appointment."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.losse import stoppen
from vangnet.voortgang.opschalen import opschaling_afronden
from vangnet.voortgang.trajecten import traject_toewijzen

Ingelogd = Callable[[str], Client]
CASUS = id_van("casus")
VOORTGANG = f"/zaken/{CASUS}/voortgang/"
STOPPEN = f"{VOORTGANG}traject/stoppen"
AMIRA = Vrager(id_van("amira"))


def _gelezen(antwoord: Any) -> tuple[int, str]:
    return antwoord.status_code, antwoord.content.decode()


def test_wie_een_afgeronde_opschaling_afrondt_leest_de_uitkomst_en_houdt_de_tekst(
    opschaling: UUID, ingelogd: Ingelogd
) -> None:
    blad = f"{VOORTGANG}{opschaling}/afronden"
    eerst = {"uitkomst": "doorbraak", "opbrengst": "Er is een plek."}
    with als(AMIRA):
        opschaling_afronden(opschaling, **eerst)
    amira, velden = ingelogd("amira"), {"uitkomst": "geen_doorbraak", "opbrengst": "Er is niets."}

    with opgeschreven() as gedaan:
        stand, pagina = _gelezen(amira.post(blad, velden))

    assert (stand, gedaan) == (409, ["voortgang.geweigerd"])
    assert "Deze opschaling is al afgerond: Doorbraak." in pagina
    assert "Er is niets." in pagina
    assert amira.post(blad, eerst).status_code == 302
    assert ingelogd("joris").post(blad, velden).status_code == 404


def test_wie_een_gestopt_traject_stopt_leest_dat_en_houdt_de_reden(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    with als(AMIRA):
        traject_toewijzen(CASUS, aan=id_van("tineke"))
        stoppen(CASUS, reden="Hij verhuisde.", wissel=False, geregeld={})

    stand, pagina = _gelezen(amira.post(STOPPEN, {"reden": "Hij wil niet meer."}))

    assert (stand, "De trajectbegeleiding is al gestopt." in pagina) == (409, True)
    assert "Hij wil niet meer." in pagina
    assert amira.post(STOPPEN, {"reden": "Hij verhuisde."}).status_code == 302
    assert ingelogd("chantal").post(STOPPEN, {"reden": "Hij wil niet meer."}).status_code == 404


def test_wat_er_met_een_afspraak_gebeurt_staat_daar_in_woorden(ingelogd: Ingelogd) -> None:
    with als(AMIRA):
        traject_toewijzen(CASUS, aan=id_van("tineke"))
        stoppen(CASUS, reden="Hij verhuisde.", wissel=False, geregeld={})
    velden = {"reden": "Hij wil niet meer.", f"afspraak_{CASUS}": "over"}

    _stand, pagina = _gelezen(ingelogd("amira").post(STOPPEN, velden))

    vraag = "Wat gebeurt er met een afspraak, of wat kwam eruit?"
    assert f"<dt>{vraag}</dt><dd>Die neem ik over</dd>" in pagina


@pytest.mark.django_db
def test_waar_nooit_een_traject_liep_is_er_niets_te_stoppen(ingelogd: Ingelogd) -> None:
    assert ingelogd("amira").post(STOPPEN, {"reden": "Hij wil niet meer."}).status_code == 404
