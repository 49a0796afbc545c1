# SPDX-License-Identifier: EUPL-1.2
"""The mail of the morning: what stands in it, that it goes once, and what a broken server does."""

from collections.abc import Iterator

import pytest

from config import settings as instellingen
from tests.bezetting import MENSEN, id_van
from tests.opdrachtregel.postbus import Postbus, postbus
from tests.toegang.kanaries import woorden
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.gebruikers import samenvattingen
from vangnet.gebruikers.models import Gebruiker
from vangnet.journaal.models import Handeling
from vangnet.kern.klok import vandaag
from vangnet.kern.post import Postadres
from vangnet.opdrachtregel import samenvatting
from vangnet.opdrachtregel.samenvatting import samenvatting_ronde
from vangnet.toegang.vrager import Vrager, als

AMIRA = "amira@proef.invalid"
ELKE_DAG = "1234567"


@pytest.fixture
def bus(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Postbus]:
    """Amira is on the casus of the cast and wants mail each day; of the others nobody wants any.

    By itself an account gets mail on working days, so a test would mean something else on Monday.
    """
    with postbus() as een:
        post = Postadres("127.0.0.1", een.poort, "geen", van="vangnet@huis.invalid")
        monkeypatch.setattr(instellingen, "POST", post)
        monkeypatch.setattr(instellingen, "ADRES", "https://vangnet.invalid")
        with als(Vrager(id_van("amira"))):
            uitnodigen(id_van("casus"), Plek(id_van("amira"), None, RolSoort.REGISSEUR))
            rol = CasusRol.objects.get(casus=id_van("casus"), gebruiker=id_van("amira"))
            if rol.antwoord is None:
                uitnodiging_beantwoorden(rol.pk, aanvaard=True)
        for naam in MENSEN:
            _kies(naam, ELKE_DAG if naam == "amira" else "")
        yield een


def _kies(naam: str, dagen: str) -> None:
    with als(Vrager(id_van(naam))):
        Gebruiker.objects.filter(pk=id_van(naam)).update(samenvatting_dagen=dagen)


def _spoor(naam: str = "amira") -> list[tuple[str, bool]]:
    with als(Vrager(id_van("frank"))):
        acts = Handeling.objects.filter(
            handeling__startswith="samenvatting.", object=id_van(naam)
        ).order_by("moment")
        assert [een.aantallen for een in acts] == [{}] * len(acts)
        return [(een.handeling, een.toegestaan) for een in acts]


def test_de_mail_zegt_aantallen_en_een_link_en_verder_niets(bus: Postbus) -> None:
    samenvatting_ronde()

    (mail,) = bus.aan(AMIRA)
    assert mail["Subject"] == "Vangnet: je werk van vandaag"
    assert mail["From"] == "vangnet@huis.invalid"
    assert mail.get_content().splitlines() == [
        "Goedemorgen,",
        "",
        "Dit staat voor je klaar:",
        "",
        "- 1 afspraak is te laat",
        "- 1 vraag aan een partner is te laat",
        "- 1 afsluiting om te controleren",
        "- 1 antwoord op een opschaling is te laat",
        "",
        "Log in om het te zien:",
        "https://vangnet.invalid/",
        "",
        "In deze mail staan alleen aantallen. Wil je hem niet, of op andere dagen?",
        "Kies dat in je menu rechtsboven, bij Mail over je werk.",
    ]


def test_in_geen_mail_staat_een_kanarie_een_naam_of_een_organisatie(bus: Postbus) -> None:
    with als(Vrager(id_van("amira"))):
        uitnodigen(id_van("casus"), Plek(id_van("bram"), id_van("ggz"), RolSoort.DEELNEMER))
    for naam in ("bram", "mirjam", "anja", "tineke", "els"):
        _kies(naam, ELKE_DAG)

    samenvatting_ronde()

    (van_bram,) = bus.aan("bram@proef.invalid")
    assert "- 1 uitnodiging om mee te doen" in van_bram.get_content().splitlines()
    (van_mirjam,) = bus.aan("mirjam@proef.invalid")
    assert "- 1 antwoord op een opschaling is te laat" in van_mirjam.get_content().splitlines()
    assert bus.aan("els@proef.invalid") == []
    for mail in bus.mails:
        alles = mail.as_string()
        assert woorden(alles) == frozenset()
        for naam in ("Amira", "Terpstra", "Bram", "GGZ", "Noorderlicht", "Politie", "Kanarie"):
            assert naam not in alles


def test_de_privacy_officer_leest_dat_een_dossierpakket_wacht(bus: Postbus) -> None:
    for naam in ("frank", "mirjam"):
        _kies(naam, ELKE_DAG)

    samenvatting_ronde()

    (van_frank,) = bus.aan("frank@proef.invalid")
    (van_mirjam,) = bus.aan("mirjam@proef.invalid")
    zin = "- 1 vraag om een dossierpakket wacht op je besluit"
    assert zin in van_frank.get_content().splitlines()
    assert "dossierpakket" not in van_mirjam.get_content()


def test_een_tweede_ronde_stuurt_niets_meer_en_het_journaal_heeft_een_regel(bus: Postbus) -> None:
    samenvatting_ronde()
    samenvatting_ronde()

    assert len(bus.aan(AMIRA)) == 1
    assert _spoor() == [("samenvatting.verzonden", True)]


def test_zonder_werk_gaat_er_geen_mail_en_staat_er_niets_in_het_journaal(bus: Postbus) -> None:
    _kies("joris", ELKE_DAG)

    samenvatting_ronde()

    assert bus.aan("joris@proef.invalid") == []
    assert _spoor("joris") == []


@pytest.mark.parametrize("anders", ["", "andere dagen"])
def test_wie_vandaag_geen_mail_wil_krijgt_er_geen(anders: str, bus: Postbus) -> None:
    _kies("amira", ELKE_DAG.replace(str(vandaag().isoweekday()), "") if anders else "")

    samenvatting_ronde()

    assert bus.aan(AMIRA) == []


def test_een_geweigerde_mail_wordt_opgeschreven_en_later_een_keer_verzonden(bus: Postbus) -> None:
    bus.weigert = True
    samenvatting_ronde()
    assert _spoor() == [("samenvatting.mislukt", False)]

    bus.weigert = False
    samenvatting_ronde()
    samenvatting_ronde()

    assert len(bus.aan(AMIRA)) == 1
    assert _spoor() == [("samenvatting.mislukt", False), ("samenvatting.verzonden", True)]


def test_breekt_de_verbinding_met_de_mail_onderweg_dan_gaat_hij_niet_nog_eens(
    bus: Postbus,
) -> None:
    bus.verbreekt = True
    samenvatting_ronde()
    bus.verbreekt = False
    samenvatting_ronde()

    assert len(bus.aan(AMIRA)) == 1
    assert _spoor() == [("samenvatting.onzeker", False)]


def test_wie_halverwege_wordt_gestopt_stuurt_niet_dubbel(
    bus: Postbus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as even:
        even.setattr(samenvattingen, "samenvatting_afronden", stop)
        while True:
            try:
                samenvatting_ronde()
                break
            except KeyboardInterrupt:
                continue
    samenvatting_ronde()

    assert len(bus.aan(AMIRA)) == 1


def test_zonder_mailserver_is_het_nooit_ochtend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instellingen, "SAMENVATTING_UUR", 0)
    monkeypatch.setattr(samenvatting, "_TOT_UUR", 24)
    assert not samenvatting.is_ochtend()

    monkeypatch.setattr(instellingen, "POST", Postadres("mail.invalid", van="v@huis.invalid"))
    monkeypatch.setattr(instellingen, "ADRES", "https://vangnet.invalid")
    assert samenvatting.is_ochtend()
    monkeypatch.setattr(instellingen, "SAMENVATTING_UUR", 24)
    assert not samenvatting.is_ochtend()
