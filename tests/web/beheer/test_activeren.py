# SPDX-License-Identifier: EUPL-1.2
"""With a code somebody sets a first password; a beheerder who uses it gains nothing."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth import hashers
from django.core.cache import cache
from django.test import Client

from tests.bezetting import id_van

Ingelogd = Callable[[str], Client]
pytestmark = pytest.mark.django_db
ZIN = "een andere lange zin om mee te proeven"


@pytest.fixture
def code(ingelogd: Ingelogd) -> str:
    """A code that Els made for Amira."""
    cache.clear()
    pagina = ingelogd("els").post(f"/beheer/gebruikers/{id_van('amira')}/activering")
    gevonden = re.search(r"<code>(.+)</code>", pagina.content.decode())
    assert gevonden is not None
    return gevonden[1]


def _activeer(code: str, wachtwoord: str = ZIN, nog_eens: str = ZIN) -> tuple[int, str]:
    velden = {"code": code, "wachtwoord": wachtwoord, "nog_eens": nog_eens}
    antwoord = Client().post("/beheer/activeren", velden)
    return antwoord.status_code, antwoord.content.decode()


def test_met_een_code_kies_je_een_wachtwoord_om_mee_in_te_loggen(code: str) -> None:
    assert _activeer(code)[0] == 302
    antwoord = Client().post("/inloggen", {"email": "amira@proef.invalid", "wachtwoord": ZIN})
    assert antwoord.status_code == 302


def test_een_beheerder_die_de_code_zelf_gebruikt_wint_niets(code: str) -> None:
    _activeer(code)
    client = Client()
    client.post("/inloggen", {"email": "amira@proef.invalid", "wachtwoord": ZIN})

    assert client.get("/zaken/").status_code != 200


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        (("FOUT-FOUT",), "Deze code werkt niet"),
        (("{code}", "kort", "kort"), "minstens 12 tekens"),
        (("{code}", "wachtwoord123", "wachtwoord123"), "Neem een zin van vier woorden"),
        (("{code}", "amira@proef.invalid", "amira@proef.invalid"), "lijkt op je naam"),
        (("{code}", ZIN, "iets anders dan dat"), "niet gelijk"),
    ],
)
def test_wat_niet_klopt_zet_geen_wachtwoord(velden: tuple[str, ...], zin: str, code: str) -> None:
    stand, pagina = _activeer(*(veld.format(code=code) for veld in velden))

    assert zin in pagina
    assert stand == 422


@pytest.mark.asvs("6.2.11")
def test_na_een_geweigerd_wachtwoord_werkt_de_code_nog(code: str) -> None:
    _activeer(code, "amira@proef.invalid", "amira@proef.invalid")

    assert _activeer(code)[0] == 302


@pytest.mark.asvs("6.4.1")
def test_een_gebruikte_code_antwoordt_als_een_onbekende(code: str) -> None:
    _activeer(code)
    gebruikt, onbekend = _activeer(code)[1], _activeer("AAAAA-AAAAA-AAAAA-AAAAA")[1]

    def zonder_sleutel(pagina: str) -> str:
        return re.sub(r'value="[^"]*"', "", pagina)

    assert zonder_sleutel(gebruikt) == zonder_sleutel(onbekend)


@pytest.mark.asvs("6.3.1")
def test_na_twintig_keer_is_er_een_rem_en_wordt_er_geen_wachtwoord_meer_gemaakt(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gemaakt: list[str] = []
    hasher = type(hashers.get_hasher())
    echt = hasher.encode

    def telt(self: hashers.BasePasswordHasher, wachtwoord: str, zout: str) -> str:
        gemaakt.append(wachtwoord)
        return str(echt(self, wachtwoord, zout))

    monkeypatch.setattr(hasher, "encode", telt)
    standen = [_activeer("FOUT-FOUT")[0] for _keer in range(21)]

    assert standen == [422] * 20 + [429]
    assert len(gemaakt) == 20
    assert _activeer(code)[0] == 429


def test_de_rem_telt_ook_mislukte_inlogpogingen_van_die_plek(code: str) -> None:
    for keer in range(20):
        Client().post("/inloggen", {"email": f"{keer}@proef.invalid", "wachtwoord": "fout"})

    assert _activeer(code)[0] == 429


def test_een_code_die_werkt_telt_niet_mee(code: str) -> None:
    for _keer in range(19):
        _activeer("FOUT-FOUT")

    assert _activeer(code)[0] == 302
    assert _activeer("FOUT-FOUT")[0] == 422
