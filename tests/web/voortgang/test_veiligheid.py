# SPDX-License-Identifier: EUPL-1.2
"""The house changes what the bar of a casus says of its safety, and takes that back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from tests.opgeschreven import in_het_journaal
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.models import Veiligheidsrisico

Ingelogd = Callable[[str], Client]
CASUS = id_van("casus")
ZAAK = f"/zaken/{CASUS}"
PAGINA = f"{ZAAK}/voortgang/veiligheid"
TEKEN = "\u26a0 Veiligheid: Geweld \u00b7 Het gezin of de directe kring (1 jun 2022)"
GEEN = "Geen veiligheidsrisico meer (2 jun 2022)"
_ZEG = (
    "UPDATE aanmelding_aanmelding SET risico_voor = '{professionals}', risico_soort = '{brand}', "
    "ontvangen_op = %(op)s, triage_op = %(besloten)s WHERE id = %(wat)s"
)


def _wijzig(client: Client, **anders: Any) -> Any:
    velden = {"soort": ["geweld"], "voor": ["gezin"], "datum": "1-6-2022", "reden": "Hij dreigt."}
    return client.post(PAGINA, velden | anders)


def _meer_niet(client: Client, na: UUID) -> Any:
    return _wijzig(client, soort=[], voor=[], geen="on", datum="2-6-2022", na=str(na))


def _laatste() -> Veiligheidsrisico:
    with als(Vrager(id_van("amira"))):
        return Veiligheidsrisico.objects.filter(casus=CASUS).order_by("aangemaakt_op").last()  # type: ignore[return-value]


def _balk(client: Client) -> str:
    return str(client.get(ZAAK).content.decode().split('class="identiteit__gegevens"')[0])


def test_wat_het_huis_wijzigt_staat_met_de_dag_in_de_balk_en_in_het_journaal(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")

    assert _wijzig(amira).status_code == 302

    assert TEKEN in _balk(ingelogd("joris"))
    assert in_het_journaal("veiligheid.gewijzigd") == [
        (id_van("amira"), _laatste().pk, CASUS, True)
    ]


def test_wie_de_veiligheid_gaat_wijzigen_heeft_gekeken(ingelogd: Ingelogd) -> None:
    ingelogd("amira").get(PAGINA)

    assert in_het_journaal("voortgang.ingezien") == [(id_van("amira"), CASUS, CASUS, True)]


def test_dat_er_geen_risico_meer_is_staat_ook_in_de_balk(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _wijzig(amira)

    assert _meer_niet(amira, _laatste().pk).status_code == 302

    assert GEEN in _balk(amira)
    assert "\u26a0" not in _balk(amira)


def test_alles_wat_is_gezegd_blijft_staan_met_wie_en_waarom(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _wijzig(amira)
    _meer_niet(amira, _laatste().pk)

    for pad in (PAGINA, f"{ZAAK}/voortgang/"):
        pagina = amira.get(pad).content.decode()
        assert pagina.count("Hij dreigt.") == 2
        assert "opgeschreven door Amira Terpstra" in pagina
        assert "(ingetrokken op 15 mrt 2022 14:00)" in pagina


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"datum": "1-1-2099"}, "datum"),
        ({"datum": ""}, "datum"),
        ({"reden": " "}, "reden"),
        ({"soort": []}, "soort"),
        ({"voor": []}, "voor"),
        ({"soort": [], "voor": []}, "soort"),
        ({"geen": "on"}, "geen"),
        ({"soort": ["iets"]}, "soort"),
    ],
)
def test_wat_niet_klopt_blijft_in_het_formulier(
    anders: dict[str, Any], veld: str, ingelogd: Ingelogd
) -> None:
    antwoord = _wijzig(ingelogd("amira"), **anders)

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == [veld]
    assert in_het_journaal("veiligheid.gewijzigd") == []


def test_een_wijziging_is_niet_van_voor_wat_er_nu_staat(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _wijzig(amira)

    antwoord = _wijzig(amira, datum="31-5-2022", na=str(_laatste().pk))

    assert antwoord.status_code == 422
    assert "Wat er nu staat is van 01-06-2022." in antwoord.content.decode()


def test_twee_keer_klikken_geeft_een_wijziging(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    assert [_wijzig(amira).status_code for _ in range(2)] == [302, 302]

    assert len(in_het_journaal("veiligheid.gewijzigd")) == 1


def test_wie_na_een_ander_opslaat_kiest_wat_blijft(ingelogd: Ingelogd) -> None:
    _wijzig(ingelogd("joris"))

    botst = _wijzig(ingelogd("amira"), soort=["brand"])

    assert botst.status_code == 409
    assert [een.veld.name for een in botst.context["anders"]] == ["soort"]
    assert len(in_het_journaal("veiligheid.gewijzigd")) == 1
    gekozen = {"soort": ["brand"], "na": str(_laatste().pk), "kies-soort": "jij"}
    assert _wijzig(ingelogd("amira"), **gekozen).status_code == 302
    assert _laatste().soort == ["brand"]


def test_de_databank_laat_van_twee_tegelijk_een_toe(als_amira: None) -> None:
    def rij(**anders: Any) -> None:
        Veiligheidsrisico.objects.create(
            casus_id=CASUS, datum=vandaag(), reden="x", door_id=id_van("amira"), **anders
        )

    rij()
    for anders in ({}, {"soort": ["geweld"], "na_id": _laatste().pk}):
        with pytest.raises(DatabaseError), transaction.atomic():
            rij(**anders)


def test_wie_het_opschreef_maakt_het_ongedaan_en_dan_geldt_wat_ervoor_stond(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    _wijzig(amira)
    _meer_niet(amira, _laatste().pk)
    laatste = _laatste().pk

    assert amira.post(f"{PAGINA}/{laatste}/intrekken").status_code == 302

    assert TEKEN in _balk(amira)
    assert in_het_journaal("veiligheid.ingetrokken") == [(id_van("amira"), laatste, CASUS, True)]
    # And then a change comes again after what stood before.
    eerste = Veiligheidsrisico.objects
    with als(Vrager(id_van("amira"))):
        na = eerste.get(casus=CASUS, datum="2022-06-01").pk
    assert _meer_niet(amira, na).status_code == 302
    assert GEEN in _balk(amira)


@pytest.mark.parametrize("welke", ["van een ander", "niet de laatste", "onbekend"])
def test_verder_maakt_niemand_iets_ongedaan(welke: str, ingelogd: Ingelogd) -> None:
    _wijzig(ingelogd("amira"))
    eerste = _laatste().pk
    if welke == "niet de laatste":
        _meer_niet(ingelogd("amira"), eerste)
    wie = "joris" if welke == "van een ander" else "amira"
    risico = uuid4() if welke == "onbekend" else eerste

    assert ingelogd(wie).post(f"{PAGINA}/{risico}/intrekken").status_code == 404

    assert in_het_journaal("veiligheid.ingetrokken") == []


BEIDE = "Geweld, Brand \u00b7 Het gezin of de directe kring, Professionals"


@pytest.mark.parametrize(
    ("ontvangen", "besloten", "beslist", "geldt"),
    [
        ("2022-05-31", "2022-05-31", "2022-05-31", TEKEN),
        ("2022-06-01", "2022-06-01", "2022-06-01", TEKEN),
        # Of the day before, joined after the house spoke.
        ("2022-05-31", "2022-06-01", "2999-01-01", BEIDE),
        ("2022-06-01", "2022-06-01", "", BEIDE),
        ("2022-05-31", "2022-06-02", "2022-06-02", BEIDE),
        ("2022-06-02", "2022-06-02", "2022-06-02", BEIDE),
    ],
    ids=["eerder", "die dag eerder", "die dag later", "die dag onbekend", "later erbij", "later"],
)
def test_een_latere_aanmelding_voegt_toe_aan_wat_het_huis_zei_en_wist_niets(
    ontvangen: str, besloten: str, beslist: str, geldt: str, eigen_databank: str
) -> None:
    """A second aanmelding of a casus can be about somebody else."""
    amira = log_in(Client(), "amira")
    _wijzig(amira)
    zegt = {"op": ontvangen, "besloten": besloten, "wat": id_van("aanmelding")}
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_ZEG, zegt)
        if beslist:
            beheer.execute("UPDATE aanmelding_beslisser SET aangemaakt_op = %s", [beslist])
        else:
            beheer.execute("DELETE FROM aanmelding_beslisser")

    assert geldt in _balk(amira)
    assert ("(1 jun 2022)" in _balk(amira)) == (geldt == TEKEN)


def test_wie_een_aanmelding_niet_zag_die_erbij_kwam_kiest_wat_blijft(eigen_databank: str) -> None:
    """Saved without a word it would take a warning away that nobody read."""
    amira = log_in(Client(), "amira")
    stond_er = amira.get(PAGINA).context["formulier"]["na"].value()
    zegt = {"op": "2022-06-01", "besloten": "2022-06-01", "wat": id_van("aanmelding")}
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_ZEG, zegt)

    antwoord = _wijzig(amira, na=stond_er)

    assert antwoord.status_code == 409
    assert "Brand" in antwoord.content.decode()
    form = antwoord.context["formulier"]
    assert _wijzig(amira, na=form["na"].value(), **{"kies-soort": "jij"}).status_code == 302


def test_een_partner_ziet_niet_wat_het_huis_zegt(ingelogd: Ingelogd) -> None:
    with als(Vrager(id_van("amira"))):
        uitnodigen(CASUS, Plek(id_van("bram"), id_van("ggz"), RolSoort.DEELNEMER))
    with als(Vrager(id_van("bram"))):
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("bram"))
        uitnodiging_beantwoorden(rol.pk, aanvaard=True)
    _wijzig(ingelogd("amira"))

    bram = ingelogd("bram")
    pagina = bram.get(ZAAK)

    assert pagina.status_code == 200
    assert "eiligheid:" not in pagina.content.decode()
    assert "Veiligheid wijzigen" not in pagina.content.decode()
    assert bram.get(PAGINA).status_code == 404


def test_alleen_van_een_open_zaak_is_de_veiligheid_te_wijzigen(eigen_databank: str) -> None:
    amira = log_in(Client(), "amira")
    assert "Veiligheid wijzigen" in _balk(amira)
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(
            "INSERT INTO afsluiting_afsluiting (id, casus_id, afgesloten_op, afsluitreden, "
            "resultaat) VALUES (gen_random_uuid(), %s, %s, 'overgedragen_lokaal', 'deels')",
            [CASUS, vandaag() - timedelta(days=1)],
        )

    assert _wijzig(amira).status_code == 404
    assert in_het_journaal("veiligheid.gewijzigd") == []
