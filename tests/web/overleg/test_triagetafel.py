# SPDX-License-Identifier: EUPL-1.2
"""The weekly triage table: an overleg whose agenda is what waits for triage."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.test import Client

from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven
from tests.web.aanmelden.test_besluit import VELDEN
from vangnet.aanmelding.models import VasteBeslisser
from vangnet.aanmelding.vastebeslissers import vaste_beslisser_toevoegen
from vangnet.kern.klok import vandaag
from vangnet.overleg.services import Nieuw, overleg_plannen
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
WACHT = id_van("aanmelding-wacht")
_BESLUIT = f"/aanmeldingen/{WACHT}/besluit"


def _tafel(dagen: int = 0) -> UUID:
    with als(Vrager(id_van("joris"))):
        nieuw = Nieuw(datum=vandaag() + timedelta(days=dagen), soort="triagetafel")
        return overleg_plannen(nieuw, [], door=id_van("joris"))


def test_op_de_agenda_staat_wat_op_triage_wacht_en_een_besluit_begin_je_daar(
    ingelogd: Ingelogd,
) -> None:
    with als(Vrager(id_van("joris"))):
        for naam in ("Anna Verzinsel", "Harm Bedenksel"):
            vaste_beslisser_toevoegen(naam, id_van("politie"), vanaf=vandaag())
        harm = VasteBeslisser.objects.get(naam="Harm Bedenksel").pk
    tafel = _tafel()
    with opgeschreven() as gedaan:
        pagina = ingelogd("amira").get(f"/overleggen/{tafel}?er={harm}").content.decode()

    assert f'href="{_BESLUIT}?er={harm}&amp;tafel={tafel}"' in pagina
    assert "Anna Verzinsel" in pagina
    assert gedaan == ["overleg.ingezien"]


def test_na_een_besluit_ga_je_terug_naar_de_tafel_met_wie_er_is(ingelogd: Ingelogd) -> None:
    amira, tafel, harm = ingelogd("amira"), _tafel(), id_van("politie")

    antwoord = amira.post(f"{_BESLUIT}?er={harm}&tafel={tafel}", VELDEN, follow=True)

    zinnen = [str(een) for een in antwoord.context["messages"]]
    assert f'<a href="/overleggen/{tafel}?er={harm}">Terug naar de triagetafel</a>' in zinnen[0]
    pagina = amira.get(f"/overleggen/{tafel}").content.decode()
    besloten = pagina.partition("Die dag besloten")[2]
    assert ("a-2" in besloten, "rocesregie" in besloten) == (True, True)


def test_een_tafel_die_er_niet_is_geeft_geen_weg_terug(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    antwoord = amira.post(f"{_BESLUIT}?tafel={id_van('overleg')}&er=x", VELDEN, follow=True)

    assert str(next(iter(antwoord.context["messages"]))) == "Het besluit is vastgelegd."


def test_voor_de_dag_zelf_zijn_er_geen_besluiten(ingelogd: Ingelogd) -> None:
    pagina = ingelogd("amira").get(f"/overleggen/{_tafel(3)}").content.decode()

    assert "a-2" in pagina
    assert _BESLUIT not in pagina


def test_een_partner_ziet_de_triagetafel_niet(ingelogd: Ingelogd) -> None:
    assert ingelogd("piet").get(f"/overleggen/{_tafel()}").status_code == 404


def test_aan_de_triagetafel_komt_geen_zaak(ingelogd: Ingelogd) -> None:
    tafel = _tafel()

    antwoord = ingelogd("amira").post(f"/overleggen/{tafel}/zaken", {"kenmerk": "ZVH-2022-0001"})

    assert antwoord.status_code == 422
    assert "Aan een triagetafel staan aanmeldingen" in antwoord.content.decode()
    assert 'href="#id_' not in antwoord.content.decode()
