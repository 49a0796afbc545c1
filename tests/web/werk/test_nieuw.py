# SPDX-License-Identifier: EUPL-1.2
"""Mijn werk: what others did in my casussen since the last time, in numbers."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from tests.bezetting import id_van
from vangnet.afsluiting.werkblik import werkblik
from vangnet.casus.deelname import Plek, inzet_wisselen, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.kern.klok import nu, vandaag
from vangnet.plan.services import Inhoud, afspraak_afvinken, afspraak_toevoegen
from vangnet.toegang.kijker import kijker_van
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.models import Veiligheidsrisico
from vangnet.voortgang.veiligheid import Veiligheid, laatste, veiligheid_van, veiligheid_wijzigen
from vangnet.web.werk.blik import nieuw

NeemDeel = Callable[[str], CasusRol]
CASUS = id_van("casus")


@pytest.fixture
def op_de_zaak(db: None) -> None:
    """Amira and Joris stand on the casus of the cast."""
    for naam, soort in (("amira", RolSoort.REGISSEUR), ("joris", RolSoort.PROCESONDERSTEUNER)):
        with als(Vrager(id_van("amira"))):
            uitnodigen(CASUS, Plek(id_van(naam), None, soort))
        with als(Vrager(id_van(naam))):
            rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van(naam))
            if rol.antwoord is None:
                uitnodiging_beantwoorden(rol.pk, aanvaard=True)


def _nieuw(naam: str) -> Counter[str]:
    """How many of each kind; what the cast made is as new as the template of the tests."""
    with als(Vrager(id_van(naam))):
        wie = kijker_van(Vrager(id_van(naam)))
        blik = werkblik(wie, dag=vandaag(), sinds=nu() - timedelta(days=1))
    soorten = ("afspraken", "afgevinkt", "inzet", "veiligheid")
    return Counter({str(een.soort): een.aantal for een in blik if een.soort in soorten})


def _spreek_af(naam: str, wat: str) -> UUID:
    inhoud = Inhoud(
        omschrijving=wat, organisatie_id=id_van("ggz"), domein="zorg", uiterlijk_op=vandaag()
    )
    with als(Vrager(id_van(naam))):
        zaak = Casus.objects.get(pk=CASUS)
        return afspraak_toevoegen(zaak, inhoud, door=id_van(naam))


def _vink_af(naam: str, afspraak: UUID) -> None:
    with als(Vrager(id_van(naam))):
        afspraak_afvinken(afspraak, gereed=True)


def test_een_afspraak_die_een_ander_maakte_of_afvinkte_is_nieuw_en_een_eigen_niet(
    op_de_zaak: None,
) -> None:
    eerst = _nieuw("amira"), _nieuw("joris")
    van_joris, van_amira = _spreek_af("joris", "Van Joris"), _spreek_af("amira", "Van Amira")
    assert _nieuw("amira") - eerst[0] == {"afspraken": 1}
    assert _nieuw("joris") - eerst[1] == {"afspraken": 1}

    _vink_af("amira", van_joris)
    _vink_af("amira", van_amira)

    assert _nieuw("amira") - eerst[0] == {"afspraken": 1}
    assert _nieuw("joris") - eerst[1] == {"afspraken": 1, "afgevinkt": 2}


def test_een_wissel_van_inzet_is_nieuw_voor_wie_haar_niet_deed(op_de_zaak: None) -> None:
    eerst = _nieuw("amira"), _nieuw("joris")

    with als(Vrager(id_van("amira"))):
        inzet_wisselen(CASUS, naar="ondersteuning")

    assert _nieuw("amira") - eerst[0] == {}
    assert _nieuw("joris") - eerst[1] == {"inzet": 1}


def test_een_wijziging_van_de_veiligheid_is_nieuw_voor_het_huis_en_niet_voor_een_partner(
    op_de_zaak: None, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    eerst = {naam: _nieuw(naam) for naam in ("amira", "joris", "bram")}

    with als(Vrager(id_van("joris"))):
        wie = kijker_van(Vrager(id_van("joris")))
        was: Veiligheidsrisico | None = laatste(veiligheid_van(CASUS, wie=wie))
        geen = Veiligheid([], [], vandaag(), "De dreiging is weg.")
        zaak = Casus.objects.get(pk=CASUS)
        veiligheid_wijzigen(zaak, geen, vanaf=None, na=was.pk if was else None, wie=wie)

    assert _nieuw("amira") - eerst["amira"] == {"veiligheid": 1}
    assert _nieuw("joris") - eerst["joris"] == {}
    assert _nieuw("bram") - eerst["bram"] == {}


def test_wat_nieuw_is_staat_er_in_woorden(op_de_zaak: None) -> None:
    for nummer in range(2):
        _vink_af("joris", _spreek_af("joris", f"Afspraak {nummer}"))
    with als(Vrager(id_van("amira"))):
        wie = kijker_van(Vrager(id_van("amira")))
        blik = werkblik(wie, dag=vandaag(), sinds=nu() - timedelta(days=1))

    (regel,) = nieuw(blik)

    assert "2 afspraken afgevinkt" in regel.wat
    assert "nieuwe afspra" in regel.wat
