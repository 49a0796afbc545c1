# SPDX-License-Identifier: EUPL-1.2
"""Who has looked: on a dossier for who may see it; one's own for everyone; all for the FG."""

import re
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.architectuur.boom import bestanden
from tests.bezetting import id_van
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.journaal.services import Act, leg_vast
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.toegang.vrager import Vrager, als
from vangnet.toezicht.selectors import PER_PAGINA, Spoorfilter, eigen_spoor
from vangnet.toezicht.woorden import WOORDEN

Ingelogd = Callable[[str], Client]
Wie = Callable[[str], Vrager]
pytestmark = pytest.mark.django_db
# A file that writes the journaal, and in it words of the shape noun.participle.
_SCHRIJFT = re.compile(r"leg_vast|handeling=|noteer\(")
_HANDELING = re.compile(r"""["']([a-z_]+\.[a-z_]+(?:d|t|en))["']""")
_ANDERS = {"invoerverslag.txt", "journaal.kop_niet_geschreven"}


def kijk(vrager: Wie, naam: str, **velden: object) -> UUID:
    """Somebody looks at the casus of the cast and at the person in it."""
    act = Act(
        handeling="casus.ingezien",
        casus=id_van("casus"),
        onderwerpen=[("persoon", id_van("betrokkene"))],
        **velden,  # type: ignore[arg-type]  # fields of Act
    )
    with als(vrager(naam)):
        return leg_vast(act)


def tekst(client: Client, naam: str, **argumenten: UUID) -> str:
    return client.get(reverse(naam, kwargs=argumenten)).content.decode()


def test_elke_handeling_in_de_code_heeft_nederlandse_woorden() -> None:
    bronnen = [
        tekst
        for einde in (".py", ".sql")
        for pad in bestanden("src", einde=einde)
        if _SCHRIJFT.search(tekst := pad.read_text(encoding="utf-8"))
    ]
    gevonden = {naam for tekst in bronnen for naam in _HANDELING.findall(tekst)} - _ANDERS

    assert len(gevonden) > 35
    assert gevonden - WOORDEN.keys() == set()


def test_op_de_casus_staat_wie_er_heeft_gekeken(ingelogd: Ingelogd, vrager: Wie) -> None:
    kijk(vrager, "joris", doel="triage")
    gezien = tekst(ingelogd("amira"), "toezicht:casus", casus_id=id_van("casus"))

    assert "Joris Wiersma" in gezien
    assert "Heeft de casus bekeken" in gezien
    assert "triage" in gezien
    assert "Zorg- en Veiligheidshuis" in gezien.split("<tbody>")[1]


def test_op_de_persoon_staat_wie_er_heeft_gekeken(ingelogd: Ingelogd, vrager: Wie) -> None:
    kijk(vrager, "joris")

    assert "Joris Wiersma" in tekst(
        ingelogd("amira"), "toezicht:persoon", persoon_id=id_van("betrokkene")
    )


@pytest.mark.asvs("8.2.2")
def test_wie_het_dossier_niet_ziet_krijgt_hetzelfde_als_bij_een_dat_niet_bestaat(
    ingelogd: Ingelogd, vrager: Wie
) -> None:
    kijk(vrager, "joris")
    client = ingelogd("bram")
    anders = client.get(reverse("toezicht:casus", kwargs={"casus_id": uuid4()}))
    geweigerd = client.get(reverse("toezicht:casus", kwargs={"casus_id": id_van("casus")}))

    assert (geweigerd.status_code, geweigerd.content) == (anders.status_code, anders.content)
    assert geweigerd.status_code == 404


def test_de_databank_toont_het_huis_alleen_het_spoor_van_wat_het_ziet(vrager: Wie) -> None:
    kijk(vrager, "joris")
    with als(vrager("joris")):
        leg_vast(Act(handeling="casus.ingezien", casus=uuid4()))
        leg_vast(Act(handeling="cijfers.uitgevoerd"))
    with als(vrager("amira")):
        zichtbaar = list(Handeling.objects.values_list("casus", flat=True))
        onderwerpen = set(Onderwerp.objects.values_list("soort", "onderwerp"))

    assert zichtbaar == [id_van("casus")]
    assert onderwerpen == {("casus", id_van("casus")), ("persoon", id_van("betrokkene"))}


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize("naam", ["bram", "mirjam", "els", "karin", "dirk"])
def test_anderen_zien_geen_spoor_van_een_ander(naam: str, vrager: Wie) -> None:
    kijk(vrager, "joris")
    with als(vrager(naam)):
        assert (Handeling.objects.count(), Onderwerp.objects.count()) == (0, 0)


@pytest.mark.parametrize("naam", ["frank", "auke"])
def test_wie_toezicht_houdt_leest_het_hele_journaal(naam: str, vrager: Wie) -> None:
    kijk(vrager, "joris")
    with als(vrager("dirk")):
        leg_vast(Act(handeling="pagina.geweigerd", toegestaan=False))
    with als(vrager(naam)):
        assert Handeling.objects.count() == 2
        assert Onderwerp.objects.count() == 2


def test_iedereen_ziet_de_eigen_inzages_en_niet_die_van_een_ander(
    ingelogd: Ingelogd, vrager: Wie
) -> None:
    with als(vrager("dirk")):
        leg_vast(Act(handeling="cijfers.uitgevoerd"))
    with als(vrager("bram")):
        leg_vast(Act(handeling="zaken.gezocht"))
    gezien = tekst(ingelogd("dirk"), "toezicht:mijn")

    assert "Heeft cijfers als bestand meegenomen" in gezien
    assert "Heeft gezocht naar een casus" not in gezien


@pytest.mark.asvs("16.3.2")
def test_kijken_naar_wie_er_keek_staat_zelf_in_het_journaal(
    ingelogd: Ingelogd, vrager: Wie
) -> None:
    tekst(ingelogd("amira"), "toezicht:casus", casus_id=id_van("casus"))
    with als(vrager("amira")):
        rij = Handeling.objects.get(handeling="gekeken.ingezien")

    assert (rij.casus, rij.object_soort) == (id_van("casus"), "casus")


def test_de_fg_zoekt_op_kenmerk_zonder_de_casus_te_openen(ingelogd: Ingelogd, vrager: Wie) -> None:
    kijk(vrager, "joris")
    with als(vrager("dirk")):
        leg_vast(Act(handeling="cijfers.uitgevoerd"))
    client = ingelogd("frank")
    gezien = client.get(reverse("toezicht:begin"), {"kenmerk": "zvh20220001"}).content.decode()
    onbekend = client.get(reverse("toezicht:begin"), {"kenmerk": "BESTAAT-NIET"}).content.decode()

    assert '<td data-kop="Wat"><span>Heeft de casus bekeken' in gezien
    assert '<td data-kop="Wat"><span>Heeft cijfers' not in gezien
    assert "Er is geen zaak met dit kenmerk." in onbekend
    assert 'data-kop="Wat"' not in onbekend


@pytest.mark.parametrize(
    ("naam", "adres"),
    [
        ("frank", "/toezicht/"),
        ("amira", "/toezicht/mijn"),
        ("amira", f"/toezicht/casus/{id_van('casus')}"),
    ],
)
def test_een_laatste_dag_voor_de_eerste_staat_bij_het_veld(
    naam: str, adres: str, ingelogd: Ingelogd
) -> None:
    client = ingelogd(naam)
    fout = client.get(adres, {"van": "27-11-2026", "tot": "26-11-2026"})
    goed = client.get(adres, {"van": "26-11-2026", "tot": "26-11-2026"})

    assert (fout.status_code, goed.status_code) == (422, 200)
    assert fout.context["formulier"].errors["tot"] == ["Deze dag ligt voor de eerste dag."]


def test_de_fg_ziet_alleen_wat_niet_mocht(ingelogd: Ingelogd, vrager: Wie) -> None:
    kijk(vrager, "joris")
    with als(vrager("dirk")):
        leg_vast(Act(handeling="pagina.geweigerd", toegestaan=False))
    gezien = ingelogd("frank").get(reverse("toezicht:begin"), {"geweigerd": "on"}).content.decode()

    assert "Dirk Rijpma" in gezien.split("<tbody>")[1]
    assert "Joris Wiersma" not in gezien.split("<tbody>")[1]


def test_de_fg_ziet_dat_er_rijen_op_een_zegel_wachten(ingelogd: Ingelogd, vrager: Wie) -> None:
    kijk(vrager, "joris")
    gezien = tekst(ingelogd("frank"), "toezicht:begin")

    assert "Nog geen" in gezien
    assert "nooit om het werk van medewerkers te beoordelen" in gezien


def test_een_lange_lijst_bladert_zonder_een_regel_over_te_slaan(vrager: Wie) -> None:
    with als(vrager("dirk")):
        for _ in range(PER_PAGINA + 3):
            leg_vast(Act(handeling="cijfers.uitgevoerd"))
        eerste = eigen_spoor(Spoorfilter(), wie=kijker(Recht.INGELOGD), na="")
        tweede = eigen_spoor(Spoorfilter(), wie=kijker(Recht.INGELOGD), na=eerste.volgende)

    momenten = [een.moment for een in (*eerste.regels, *tweede.regels)]
    assert (len(eerste.regels), len(tweede.regels), tweede.volgende) == (PER_PAGINA, 3, "")
    assert momenten == sorted(set(momenten), reverse=True)


@pytest.mark.parametrize("na", ["x", "2026-01-01", "_", "2026-01-01_x", "\0_\0"])
def test_een_verzonnen_plek_in_de_lijst_begint_vooraan(na: str, vrager: Wie) -> None:
    with als(vrager("dirk")):
        leg_vast(Act(handeling="cijfers.uitgevoerd"))
        assert len(eigen_spoor(Spoorfilter(), wie=kijker(Recht.INGELOGD), na=na).regels) == 1


@pytest.mark.parametrize(
    ("naam", "adres"),
    [
        ("frank", "/toezicht/"),
        ("amira", "/toezicht/mijn"),
        ("amira", f"/toezicht/casus/{id_van('casus')}"),
        ("amira", f"/toezicht/persoon/{id_van('betrokkene')}"),
    ],
)
def test_een_dag_aan_het_einde_van_de_kalender_geeft_een_fout_bij_het_veld(
    naam: str, adres: str, ingelogd: Ingelogd
) -> None:
    antwoord = ingelogd(naam).get(adres, {"tot": "31-12-9999"})

    assert antwoord.status_code == 422
    assert "Kies een dag in de jaren 1900 tot en met 2100" in antwoord.content.decode()


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00:00", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"]
)
def test_een_grens_aan_het_einde_van_de_kalender_geeft_een_pagina(
    moment: str, ingelogd: Ingelogd
) -> None:
    antwoord = ingelogd("amira").get("/toezicht/mijn", {"na": f"{moment}_{uuid4()}"})

    assert antwoord.status_code == 200


@pytest.mark.parametrize(
    ("reden", "zin"),
    [
        ("klacht_of_incident", "Er is een klacht of een incident"),
        ("vervanging", "Wie erover gaat, is er niet en het kan niet wachten"),
    ],
)
def test_het_doel_staat_er_in_gewone_woorden(
    reden: str, zin: str, ingelogd: Ingelogd, vrager: Wie
) -> None:
    kijk(vrager, "joris", doel=reden)
    gezien = tekst(ingelogd("amira"), "toezicht:casus", casus_id=id_van("casus"))

    assert zin in gezien
    assert reden not in gezien
