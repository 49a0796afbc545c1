# SPDX-License-Identifier: EUPL-1.2
"""An ondersteuning is light: what is written of it, who sees and writes it, and how it ends."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bezetting import id_van
from vangnet.aanmelding.besluiten import Beslissing, Oordeel, Stem, besluit_vastleggen
from vangnet.aanmelding.regels import Criterium
from vangnet.casus.deelname import inzet_wisselen
from vangnet.casus.models import CasusRol, Inzet, Ondersteuning
from vangnet.casus.ondersteuning import (
    Ondersteuningsinhoud,
    ondersteuning_vastleggen,
    te_bekijken,
)
from vangnet.casus.querysets import zichtbaar_voor
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
ZAAK = f"/zaken/{id_van('casus')}"
BLAD = f"{ZAAK}/ondersteuning"


def _velden(**anders: Any) -> dict[str, Any]:
    velden = {
        "regie_bij": "Wijkteam Oost",
        "vraag": "Denk mee over de volgorde.",
        "huis_doet": "Belt met de reclassering.",
        "tafels": "Lokaal zorgoverleg",
        "volgende_blik": "over 4 weken",
    }
    return velden | anders


@pytest.fixture
def licht() -> None:
    """The casus of the cast goes to ondersteuning today."""
    with als(Vrager(id_van("amira"))):
        inzet_wisselen(id_van("casus"), naar="ondersteuning")


def _lopende() -> Ondersteuning:
    with als(Vrager(id_van("amira"))):
        return Ondersteuning.objects.get(inzet__soort="ondersteuning")


def _gedaan(handeling: str) -> int:
    with als(Vrager(id_van("frank"))):
        return Handeling.objects.filter(handeling=handeling).count()


def _leg_vast(dagen: int) -> None:
    with als(Vrager(id_van("joris"))):
        casus = zichtbaar_voor(kijker_van(Vrager(id_van("joris")))).get(pk=id_van("casus"))
        ondersteuning_vastleggen(
            casus,
            Ondersteuningsinhoud(
                regie_bij="Wijkteam Oost",
                vraag="Denk mee.",
                huis_doet="Belt rond.",
                volgende_blik=vandaag() + timedelta(days=dagen),
            ),
            gelezen=0,
        )


def test_het_huis_vult_een_ondersteuning_in_en_ziet_haar_op_het_overzicht(
    ingelogd: Ingelogd, licht: None
) -> None:
    joris = ingelogd("joris")

    assert "Ondersteuning invullen" in joris.get(ZAAK).content.decode()
    assert "Wie heeft lokaal de regie?" in joris.get(BLAD).content.decode()
    assert _gedaan("ondersteuning.ingezien") == 1
    assert joris.post(BLAD, _velden()).status_code == 302

    blad = joris.get(ZAAK).content.decode()
    assert "Wijkteam Oost" in blad
    assert "Lokaal zorgoverleg" in blad
    assert _lopende().volgende_blik == vandaag() + timedelta(weeks=4)
    assert _gedaan("ondersteuning.vastgelegd") == 1


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("regie_bij", ""), ("vraag", " "), ("huis_doet", ""), ("volgende_blik", "1-1-2020")],
)
def test_wat_ontbreekt_staat_bij_het_veld_en_de_tekst_blijft(
    veld: str, waarde: str, ingelogd: Ingelogd, licht: None
) -> None:
    antwoord = ingelogd("joris").post(BLAD, _velden(**{veld: waarde}))

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == [veld]
    assert "Lokaal zorgoverleg" in antwoord.content.decode()


def test_twee_tegelijk_eindigt_op_een_bladzijde_met_beide_teksten(
    ingelogd: Ingelogd, licht: None
) -> None:
    joris = ingelogd("joris")
    joris.post(BLAD, _velden())
    versie = _lopende().versie
    joris.post(BLAD, _velden(vraag="Van Joris", versie=versie))

    te_laat = ingelogd("amira").post(BLAD, _velden(vraag="Van Amira", versie=versie))
    blad = te_laat.content.decode()
    daarna = ingelogd("amira").post(
        BLAD, _velden(vraag="Van Amira", versie=te_laat.context["formulier"]["versie"].value())
    )

    assert te_laat.status_code == 409
    assert "Van Joris" in blad
    assert "Van Amira" in blad
    assert daarna.status_code == 302
    assert _lopende().vraag == "Van Amira"
    assert _gedaan("ondersteuning.vastgelegd") == 3


def test_een_concept_van_de_bladzijde_met_beide_teksten_overschrijft_niets_ongezien(
    ingelogd: Ingelogd, licht: None
) -> None:
    joris, amira = ingelogd("joris"), ingelogd("amira")
    joris.post(BLAD, _velden())
    versie = _lopende().versie
    joris.post(BLAD, _velden(vraag="Van Joris", versie=versie))
    te_laat = amira.post(BLAD, _velden(vraag="Van Amira", versie=versie))
    assert f'name="begon-versie" value="{versie}"' in te_laat.content.decode()
    nu = te_laat.context["formulier"]["versie"].value()
    getypt = _velden(vraag="Van Amira, langer", versie=nu) | {"begon-versie": str(versie)}
    amira.post("/werk/concepten", getypt | {"concept-adres": BLAD, "concept-versie": "1"})

    later = amira.get(BLAD).context["formulier"]

    assert later["vraag"].value() == "Van Amira, langer"
    assert str(later["versie"].value()) == str(versie)


def test_wie_als_eerste_invult_wordt_niet_overschreven(ingelogd: Ingelogd, licht: None) -> None:
    ingelogd("joris").post(BLAD, _velden(vraag="Van Joris"))

    assert ingelogd("amira").post(BLAD, _velden(vraag="Van Amira")).status_code == 409
    assert _lopende().vraag == "Van Joris"


def test_een_partner_ziet_de_ondersteuning_niet(
    ingelogd: Ingelogd, neem_deel: NeemDeel, licht: None
) -> None:
    ingelogd("joris").post(BLAD, _velden())
    neem_deel("bram")
    bram = ingelogd("bram")

    assert "Wijkteam Oost" not in bram.get(ZAAK).content.decode()
    assert [bram.get(BLAD).status_code, bram.post(BLAD, _velden()).status_code] == [404, 404]


def test_met_procesregie_is_er_geen_ondersteuning_in_te_vullen(ingelogd: Ingelogd) -> None:
    assert ingelogd("amira").post(BLAD, _velden()).status_code == 404
    with pytest.raises(NietToegestaan):
        _leg_vast(7)


def test_een_inzet_van_een_andere_zaak_mag_er_niet_onder(licht: None) -> None:
    # Nobody has to know of it: the policy asks for the casus of the inzet itself.
    with als(Vrager(id_van("amira"))):
        eigen = Inzet.objects.get(soort="ondersteuning").pk
    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        als(Vrager(id_van("amira"))),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "INSERT INTO casus_ondersteuning (id, casus_id, inzet_id, regie_bij, vraag, huis_doet,"
            " volgende_blik) SELECT gen_random_uuid(), %s, gen_random_uuid(), 'a', 'b', 'c',"
            " current_date FROM casus_inzet WHERE id = %s",
            [id_van("casus"), eigen],
        )


def test_een_ondersteuning_heeft_het_tabblad_voor_het_plan_alleen_als_er_iets_in_staat(
    ingelogd: Ingelogd, tweede_ondersteuning: str
) -> None:
    leeg = ingelogd("amira").get(tweede_ondersteuning)

    assert _tabs(leeg) == [
        "Overzicht",
        "Tijdlijn",
        "Personen & netwerk",
        "Beeld",
        "Overleggen",
        "Documenten",
        "Voortgang & opschaling",
        "Delen & inzage",
        "Afsluiten",
    ]
    assert "Plan & afspraken" in _tabs(ingelogd("amira").get(ZAAK))


def test_met_een_plan_houdt_een_ondersteuning_het_tabblad(ingelogd: Ingelogd, licht: None) -> None:
    assert "Plan & afspraken" in _tabs(ingelogd("amira").get(ZAAK))


def _tabs(blad: Any) -> list[str]:
    return [tab["titel"] for tab in blad.context["balk"]["tabs"]]


@pytest.fixture
def tweede_ondersteuning(db: None) -> str:
    """The address of a casus that triage opened as an ondersteuning, with nothing in it."""
    beslissing = Beslissing(
        besluit="ondersteuning",
        oordelen=[Oordeel(str(een), True, "Dat blijkt.") for een in Criterium],
        beslissers=[Stem("Sjoukje Officier", id_van("politie"), True)],
        samenstelling="individu",
        regisseur=id_van("amira"),
    )
    with als(Vrager(id_van("amira"))):
        return f"/zaken/{besluit_vastleggen(id_van('aanmelding-wacht'), beslissing)}"


def test_een_blik_die_te_laat_is_staat_op_de_zaak_bij_voortgang_en_bij_mijn_werk(
    ingelogd: Ingelogd, licht: None
) -> None:
    _leg_vast(-1)
    with als(Vrager(id_van("amira"))):
        wie = kijker_van(Vrager(id_van("amira")))
        assert [een.casus_id for een in te_bekijken(wie, dag=vandaag())] == [id_van("casus")]
        assert te_bekijken(wie, dag=vandaag() - timedelta(days=2)) == []
    amira = ingelogd("amira")

    assert "Te laat" in amira.get(ZAAK).content.decode()
    lijst = amira.get("/voortgang/").content.decode()
    assert "Ondersteuning: tijd om te kijken" in lijst
    assert "Belt rond." in lijst


def test_de_volgende_blik_is_de_volgende_datum_op_mijn_werk(
    ingelogd: Ingelogd, neem_deel: NeemDeel, licht: None
) -> None:
    from vangnet.casus.deelname import Plek, uitnodigen
    from vangnet.casus.regels import RolSoort

    with als(Vrager(id_van("amira"))):
        uitnodigen(id_van("casus"), Plek(id_van("amira"), None, RolSoort.REGISSEUR))
    _leg_vast(-3000)

    (regel,) = ingelogd("amira").get("/werk/").context["casussen"]

    assert (regel.een.volgende, regel.wat) == (vandaag() - timedelta(days=3000), "kijken")
    assert regel.te_laat


def test_wie_dezelfde_dag_teruggaat_houdt_geen_ondersteuning_over(
    ingelogd: Ingelogd, licht: None
) -> None:
    ingelogd("joris").post(BLAD, _velden())

    with als(Vrager(id_van("amira"))):
        inzet_wisselen(id_van("casus"), naar="procesregie")
        over = Ondersteuning.objects.filter(regie_bij="Wijkteam Oost").count()

    assert over == 0


@pytest.mark.parametrize("reden", ["afgerond", "niet_verder"])
def test_het_einde_gaat_langs_het_sluiten_met_de_reden_al_gekozen(
    reden: str, ingelogd: Ingelogd, licht: None
) -> None:
    amira = ingelogd("amira")
    links = amira.get(ZAAK).content.decode()

    assert f"{ZAAK}/afsluiten/voorstel?reden={reden}" in links


def test_het_overzicht_vraagt_even_veel_als_bij_procesregie_plus_een(
    ingelogd: Ingelogd, licht: None
) -> None:
    amira = ingelogd("amira")
    with CaptureQueriesContext(connection) as gevraagd:
        amira.get(ZAAK)

    tabellen = [een["sql"] for een in gevraagd if "casus_ondersteuning" in een["sql"]]
    assert len(tabellen) == 1
