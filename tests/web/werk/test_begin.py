# SPDX-License-Identifier: EUPL-1.2
"""Mijn werk: what stands there for whom, and what it asks of the database."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bezetting import id_van
from vangnet.afsluiting.services import Overdrachtvraag, overdracht_vragen
from vangnet.casus.deelname import Plek, rol_beeindigen, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.casus.services import Inhoud, bijdrage_toevoegen
from vangnet.gebruikers.models import Sessie
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.klok import nu, vandaag
from vangnet.plan.models import Afspraak
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
WERK = "/werk/"
MEESTE_VRAGEN = 6
# Tables of the house's work; session, asker and journaal are counted apart.
_ROOMS = "casus|beeld|plan|personen|organisaties|inrichting|aanmelding|overleg|voortgang|afsluiting"
_DOMEIN = re.compile(rf'"(?:{_ROOMS})_|casus\.kenmerken')


def _maak(wat: str, over: int, *, organisatie: str = "ggz", gebruiker: UUID | None = None) -> UUID:
    with als(Vrager(id_van("amira"))):
        return Afspraak.objects.create(
            kenmerk=f"af-{uuid4()}",
            casus_id=id_van("casus"),
            organisatie_id=id_van(organisatie),
            gebruiker_id=gebruiker,
            domein="zorg",
            omschrijving=wat,
            vastgesteld_op=date(2022, 3, 1),
            uiterlijk_op=vandaag() + timedelta(days=over),
        ).pk


def _sta_op_de_zaak(naam: str = "amira") -> None:
    with als(Vrager(id_van("amira"))):
        uitnodigen(id_van("casus"), Plek(id_van(naam), None, RolSoort.REGISSEUR))
    with als(Vrager(id_van(naam))):
        rol = CasusRol.objects.get(casus=id_van("casus"), gebruiker=id_van(naam))
        if rol.antwoord is None:
            uitnodiging_beantwoorden(rol.pk, aanvaard=True)


def _wat(client: Client, deel: str) -> list[str]:
    return [regel.wat for regel in client.get(WERK).context[deel]]


def test_te_laat_staat_voor_vandaag_en_dan_wat_komt(ingelogd: Ingelogd) -> None:
    _sta_op_de_zaak()
    _maak("Morgen", 1)
    _maak("Vandaag", 0)
    _maak("Gisteren", -1)
    amira = ingelogd("amira")

    assert _wat(amira, "nu") == ["Kanarie-afspraak", "Gisteren", "Vandaag"]
    assert _wat(amira, "straks") == ["Morgen"]


def test_meer_dan_zeven_is_ingeklapt(ingelogd: Ingelogd) -> None:
    _sta_op_de_zaak()
    for nummer in range(9):
        _maak(f"Afspraak {nummer}", -nummer)
    amira = ingelogd("amira")

    assert (len(_wat(amira, "nu")), len(_wat(amira, "nu_meer"))) == (7, 3)
    assert "Nog 3 afspraken" in amira.get(WERK).content.decode()


def test_wie_op_geen_zaak_staat_leest_wat_te_doen(ingelogd: Ingelogd) -> None:
    joris, tineke = ingelogd("joris"), ingelogd("tineke")

    for een in (joris, tineke):
        pagina = een.get(WERK).content.decode()
        assert "Je staat nog op geen zaak" in pagina
        assert "Kanarie" not in pagina


def test_een_partner_ziet_de_eigen_afspraken_en_niet_die_op_naam_van_een_collega(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    neem_deel("chantal")
    _maak("Van Bram", 1, gebruiker=id_van("bram"))
    _maak("Van Chantal", 2, gebruiker=id_van("chantal"))
    _maak("Van de politie", 3, organisatie="politie")

    bram = ingelogd("bram")

    assert _wat(bram, "nu") == ["Kanarie-afspraak"]
    assert _wat(bram, "straks") == ["Van Bram"]


def test_een_afspraak_op_naam_van_wie_stopt_valt_terug_op_de_organisatie(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    rol = neem_deel("chantal")
    _sta_op_de_zaak()
    _maak("Van Chantal", 2, gebruiker=id_van("chantal"))
    bram, amira = ingelogd("bram"), ingelogd("amira")
    assert _wat(bram, "straks") == []
    assert "Doet nu niet mee" not in amira.get(WERK).content.decode()

    with als(Vrager(id_van("amira"))):
        rol_beeindigen(rol.pk)

    assert _wat(bram, "straks") == ["Van Chantal"]
    for client in (bram, amira):
        assert "Doet nu niet mee" in client.get(WERK).content.decode()


def test_een_partner_vinkt_af_en_komt_hier_terug_met_ongedaan(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")
    adres = f"/zaken/{id_van('casus')}/afspraken/{id_van('afspraak')}/gereed"

    antwoord = bram.post(adres, {"naar": "werk"})

    assert antwoord.headers["Location"] == WERK
    assert _wat(bram, "nu_klaar") == ["Kanarie-afspraak"]
    bram.post(adres, {"naar": "werk", "gereed": "nee"})
    assert _wat(bram, "nu") == ["Kanarie-afspraak"]


def test_een_uitnodiging_wacht_op_antwoord_en_zegt_alleen_het_kenmerk(
    ingelogd: Ingelogd,
) -> None:
    with als(Vrager(id_van("amira"))):
        uitnodigen(id_van("casus"), Plek(id_van("bram"), id_van("ggz"), RolSoort.DEELNEMER))

    pagina = ingelogd("bram").get(WERK).content.decode()

    assert "ZVH-2022-0001" in pagina
    assert "Ik doe mee" in pagina
    assert "Kanarie" not in pagina


def test_mijn_zaken_staan_op_volgende_datum(ingelogd: Ingelogd) -> None:
    _sta_op_de_zaak()

    (regel,) = ingelogd("amira").get(WERK).context["casussen"]

    assert regel.casus.kenmerk == "ZVH-2022-0001"
    assert "Kanarie-achternaam" in regel.naam
    assert (regel.inzet, regel.een.volgende) == ("Procesregie", date(2022, 4, 1))
    assert regel.wat == "afspraak"


def test_kijken_laat_een_spoor_na_met_zaak_en_persoon(ingelogd: Ingelogd) -> None:
    _sta_op_de_zaak()
    ingelogd("amira").get(WERK)

    with als(Vrager(id_van("frank"))):
        spoor = Handeling.objects.get(handeling="werk.ingezien")
        wie = set(Onderwerp.objects.filter(handeling=spoor).values_list("soort", "onderwerp"))
    assert wie == {("casus", id_van("casus")), ("persoon", id_van("betrokkene"))}


@pytest.mark.parametrize("naam", ["amira", "bram"])
def test_de_lijst_vraagt_hoogstens_zes_keer_naar_het_werk_hoeveel_er_ook_is(
    naam: str, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    _sta_op_de_zaak()
    neem_deel("bram")
    client = ingelogd(naam)

    def vragen() -> list[str]:
        with CaptureQueriesContext(connection) as gesteld:
            assert client.get(WERK).status_code == 200
        return [een["sql"] for een in gesteld if _DOMEIN.search(een["sql"])]

    bij_een = vragen()
    for nummer in range(30):
        _maak(f"Afspraak {nummer}", nummer - 15)

    assert len(vragen()) == len(bij_een) <= MEESTE_VRAGEN


def test_wat_wacht_wat_komt_en_wat_nieuw_is_staat_op_de_bladzijde(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    with als(Vrager(id_van("amira"))):
        vraag = Overdrachtvraag(
            organisatie=id_van("ggz"),
            soort="ggz",
            functie="casemanager",
            warm=True,
            gebruiker=id_van("bram"),
        )
        overdracht = overdracht_vragen(id_van("casus"), vraag, door=id_van("amira"))
        inhoud = Inhoud(
            soort="notitie",
            tekst="Hij belde.",
            categorie="woonsituatie",
            doel="afstemming",
            publiek="iedereen",
        )
        zaak = Casus.objects.get(pk=id_van("casus"))
        # Those of the cast are as old as the template of the tests.
        for _ in range(2):
            bijdrage_toevoegen(zaak, inhoud, auteur=id_van("amira"), bron=None)

    pagina = ingelogd("bram").get(WERK).content.decode()

    assert f"/zaken/{id_van('casus')}/overdrachten/{overdracht}" in pagina
    assert "Geef antwoord over ZVH-2022-0001" in pagina
    assert "Nieuw sinds" in pagina
    assert re.search(r"<span>\d+ bijdragen", pagina)
    assert "Hij belde" not in pagina


def test_nieuw_telt_vanaf_de_vorige_dag_dat_iemand_er_was(ingelogd: Ingelogd) -> None:
    amira, gisteren = ingelogd("amira"), nu() - timedelta(days=1)
    week_terug = amira.get(WERK).context["sinds"]
    with als(Vrager(id_van("amira"))):
        Sessie.objects.filter(gebruiker=id_van("amira")).update(gezien_op=gisteren)

    sinds = ingelogd("amira").get(WERK).context["sinds"]

    assert week_terug.date() == vandaag() - timedelta(days=7)
    assert sinds == gisteren
