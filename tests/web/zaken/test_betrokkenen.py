# SPDX-License-Identifier: EUPL-1.2
"""Naming people on a casus by hand: who may, what it asks, and who is known already."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client

from tests.bezetting import id_van
from vangnet.aanmelding.besluiten import Beslissing, Oordeel, Stem, besluit_vastleggen
from vangnet.aanmelding.regels import Criterium
from vangnet.casus.betrokkenen import Nieuwkomer, betrokkene_toevoegen
from vangnet.casus.deelname import beperkt_zetten
from vangnet.casus.models import Betrokkenheid, Casus
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.personen.models import Persoon, Relatie
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
ZAAK = f"/zaken/{id_van('casus')}"
NIEUW = f"{ZAAK}/personen/nieuw"


_KIND = Nieuwkomer(
    rol="kind",
    relatie_met=id_van("betrokkene"),
    relatie_soort="kind",
    vanaf=date(2022, 3, 1),
    achternaam="Zwaluw",
)


def _velden(**anders: Any) -> dict[str, Any]:
    velden = {
        "achternaam": "van der Zwaluw",
        "voornamen": "Fenna",
        "geboortedatum": "3-4-2015",
        "rol": "kind",
        "relatie_soort": "kind",
        "relatie_met": str(id_van("betrokkene")),
        "vanaf": "1-3-2022",
        "eenmalig": str(uuid4()),
    }
    return velden | anders


def _erbij() -> list[Betrokkenheid]:
    with als(Vrager(id_van("amira"))):
        rijen = Betrokkenheid.objects.filter(casus=id_van("casus")).select_related("persoon")
        return list(rijen.exclude(persoon=id_van("betrokkene")))


def _over(handeling: str) -> set[UUID]:
    """Whom and what the one act of this kind concerns."""
    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling=handeling)
        return set(Onderwerp.objects.filter(handeling=rij.pk).values_list("onderwerp", flat=True))


def _gedaan(handeling: str) -> int:
    with als(Vrager(id_van("frank"))):
        return Handeling.objects.filter(handeling=handeling).count()


def test_het_huis_zet_iemand_in_de_zaak_met_rol_en_relatie(ingelogd: Ingelogd) -> None:
    antwoord = ingelogd("joris").post(NIEUW, _velden())

    assert antwoord.status_code == 302
    (een,) = _erbij()
    assert (een.rol, een.vanaf) == ("kind", date(2022, 3, 1))
    assert (een.persoon.voornamen, een.persoon.tussenvoegsel, een.persoon.achternaam) == (
        "Fenna",
        "van der",
        "Zwaluw",
    )
    with als(Vrager(id_van("amira"))):
        relatie = Relatie.objects.get()
    assert (relatie.persoon_id, relatie.andere_persoon_id, relatie.soort) == (
        id_van("betrokkene"),
        een.persoon_id,
        "kind",
    )
    blad = ingelogd("joris").get(f"{ZAAK}/personen").content.decode()
    assert "Fenna van der Zwaluw: Kind" in blad
    assert "<svg" in blad


def test_het_journaal_noemt_de_zaak_en_beide_mensen(ingelogd: Ingelogd) -> None:
    ingelogd("joris").post(NIEUW, _velden())

    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="betrokkene.toegevoegd")
        over = set(Onderwerp.objects.filter(handeling=rij.pk).values_list("soort", "onderwerp"))
    assert over == {
        ("casus", id_van("casus")),
        ("persoon", id_van("betrokkene")),
        ("persoon", _erbij()[0].persoon_id),
    }


def test_tweemaal_klikken_zet_iemand_er_een_keer_in(ingelogd: Ingelogd) -> None:
    joris, velden = ingelogd("joris"), _velden()

    joris.post(NIEUW, velden)
    tweede = joris.post(NIEUW, velden | {"wie": "nieuw"})

    assert tweede.status_code == 302
    assert len(_erbij()) == 1


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("achternaam", ""),
        ("rol", ""),
        ("rol", "hoofdbetrokkene"),
        ("relatie_soort", ""),
        ("vanaf", "1-1-2100"),
        ("geboortedatum", "1-1-2100"),
    ],
)
def test_wat_ontbreekt_of_niet_kan_staat_bij_het_veld(
    veld: str, waarde: str, ingelogd: Ingelogd
) -> None:
    antwoord = ingelogd("joris").post(NIEUW, _velden(**{veld: waarde}))

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == [veld]
    assert "Fenna" in antwoord.content.decode()
    assert _erbij() == []


@pytest.fixture
def tweede_zaak(db: None) -> Casus:
    """A system casus beside that of the cast, about Kanarie-wachtende, with Amira as regisseur."""
    beslissing = Beslissing(
        besluit="procesregie",
        oordelen=[Oordeel(str(een), True, "Dat blijkt.") for een in Criterium],
        beslissers=[Stem("Sjoukje Officier", id_van("politie"), True)],
        samenstelling="systeem",
        regisseur=id_van("amira"),
    )
    with als(Vrager(id_van("amira"))):
        casus = besluit_vastleggen(id_van("aanmelding-wacht"), beslissing)
        assert casus is not None
        return Casus.objects.get(pk=casus)


def test_wie_op_een_bekende_lijkt_wordt_eerst_gevraagd(
    ingelogd: Ingelogd, tweede_zaak: Casus
) -> None:
    joris, velden = ingelogd("joris"), _velden(achternaam="kanarie wachtende")

    gevraagd = joris.post(NIEUW, velden)

    assert gevraagd.status_code == 422
    assert list(gevraagd.context["formulier"].errors) == ["wie"]
    tekst = gevraagd.content.decode()
    assert tweede_zaak.kenmerk in tekst
    # Who has to choose doesn't read that it may stay empty.
    legende = tekst.partition("<legend>Bedoel je een van deze mensen?")[2].partition("</legend>")
    assert legende[:2] == ("", "</legend>")
    assert _erbij() == []

    joris.post(NIEUW, velden | {"wie": str(tweede_zaak.hoofdbetrokkene_id)})

    assert [een.persoon_id for een in _erbij()] == [tweede_zaak.hoofdbetrokkene_id]
    assert _erbij()[0].persoon.achternaam == "Kanarie-wachtende"


def test_een_ander_met_dezelfde_naam_wordt_iemand_nieuw(
    ingelogd: Ingelogd, tweede_zaak: Casus
) -> None:
    ingelogd("joris").post(NIEUW, _velden(achternaam="Kanarie-wachtende", wie="nieuw"))

    assert [een.persoon_id == tweede_zaak.hoofdbetrokkene_id for een in _erbij()] == [False]


def test_wie_er_al_staat_komt_er_niet_nog_eens_bij(ingelogd: Ingelogd, tweede_zaak: Casus) -> None:
    joris = ingelogd("joris")
    joris.post(
        NIEUW, _velden(achternaam="Kanarie-wachtende", wie=str(tweede_zaak.hoofdbetrokkene_id))
    )

    nog_eens = joris.post(
        NIEUW, _velden(achternaam="Kanarie-wachtende", wie=str(tweede_zaak.hoofdbetrokkene_id))
    )

    assert nog_eens.status_code == 422
    assert list(nog_eens.context["formulier"].errors) == ["wie"]
    assert len(_erbij()) == 1


@pytest.mark.parametrize("wie", ["tineke", "bram", "mirjam", "frank", "els", "petra"])
def test_alleen_het_huis_noemt_iemand_op_een_zaak(wie: str) -> None:
    with pytest.raises(NietToegestaan), als(Vrager(id_van(wie))):
        betrokkene_toevoegen(id_van("casus"), _KIND, door=id_van(wie), eenmalig=None)


@pytest.mark.parametrize(
    "anders",
    [
        {"relatie_met": uuid4()},
        {"relatie_soort": "buur"},
        {"rol": "verdachte"},
        {"rol": "hoofdbetrokkene", "kring": "a", "samenhang": "b", "afstemming": "c"},
        {"vanaf": date(2100, 1, 1)},
        {"achternaam": " "},
        {"persoon": uuid4()},
        {"persoon": id_van("betrokkene")},
        {"zijde": 3},
    ],
)
def test_de_databank_vraagt_hetzelfde(anders: dict[str, Any]) -> None:
    with pytest.raises(NietToegestaan), als(Vrager(id_van("amira"))):
        betrokkene_toevoegen(
            id_van("casus"),
            Nieuwkomer(**(vars(_KIND) | anders)),
            door=id_van("amira"),
            eenmalig=None,
        )


def test_iemand_uit_een_zaak_die_je_niet_ziet_is_niet_te_kiezen(tweede_zaak: Casus) -> None:
    with als(Vrager(id_van("amira"))):
        beperkt_zetten(tweede_zaak.pk, beperkt=True)

    with pytest.raises(NietToegestaan), als(Vrager(id_van("joris"))):
        betrokkene_toevoegen(
            id_van("casus"),
            Nieuwkomer(**(vars(_KIND) | {"persoon": tweede_zaak.hoofdbetrokkene_id})),
            door=id_van("joris"),
            eenmalig=None,
        )


def test_een_tweede_hoofdbetrokkene_vraagt_een_systeem_en_drie_voorwaarden(
    ingelogd: Ingelogd, tweede_zaak: Casus
) -> None:
    zaak = f"/zaken/{tweede_zaak.pk}"
    met = str(tweede_zaak.hoofdbetrokkene_id)
    velden = _velden(rol="hoofdbetrokkene", relatie_soort="partner", relatie_met=met)
    velden["vanaf"] = vandaag().strftime("%d-%m-%Y")
    joris = ingelogd("joris")

    zonder = joris.post(f"{zaak}/personen/nieuw", velden)
    assert list(zonder.context["formulier"].errors) == ["kring", "samenhang", "afstemming"]

    samen = {
        "kring": "Zij wonen samen.",
        "samenhang": "Elk raakt de ander.",
        "afstemming": "Anders botst het.",
    }
    assert joris.post(f"{zaak}/personen/nieuw", velden | samen).status_code == 302

    blad = joris.get(f"{zaak}/personen").content.decode()
    assert "Zij wonen samen. Elk raakt de ander. Anders botst het." in blad


def test_bij_elk_van_de_drie_antwoorden_staat_wie_het_leest(
    ingelogd: Ingelogd, tweede_zaak: Casus
) -> None:
    blad = ingelogd("joris").get(f"/zaken/{tweede_zaak.pk}/personen/nieuw").content.decode()

    assert blad.count("Dit lezen het huis en elke partner die deze persoon ziet.") == 3


def test_iemand_is_niet_meer_betrokken_met_een_laatste_dag(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    joris.post(NIEUW, _velden())
    blad = f"{ZAAK}/personen/{_erbij()[0].pk}/einde"

    te_vroeg = joris.post(blad, {"tot": "1-2-2022"})
    goed = joris.post(blad, {"tot": "1-6-2022"})

    assert list(te_vroeg.context["formulier"].errors) == ["tot"]
    assert goed.status_code == 302
    assert _erbij()[0].tot == date(2022, 6, 1)
    assert _over("betrokkene.beeindigd") == {id_van("casus"), _erbij()[0].persoon_id}
    assert _gedaan("betrokkenen.ingezien") == 3
    assert joris.get(blad).status_code == 302


def test_over_wie_de_zaak_gaat_blijft_erin(ingelogd: Ingelogd) -> None:
    with als(Vrager(id_van("amira"))):
        hoofd = Betrokkenheid.objects.get(persoon=id_van("betrokkene"))

    assert ingelogd("amira").get(f"{ZAAK}/personen/{hoofd.pk}/einde").status_code == 404


def test_een_relatie_komt_erbij_en_is_later_voorbij(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    joris.post(NIEUW, _velden())
    kind = str(_erbij()[0].persoon_id)
    velden = {"ander": str(id_van("betrokkene")), "soort": "ouder", "persoon": kind, "vanaf": ""}

    assert joris.post(f"{ZAAK}/relaties/nieuw", velden).status_code == 302
    nog_eens = joris.post(f"{ZAAK}/relaties/nieuw", velden)
    assert list(nog_eens.context["formulier"].errors) == ["soort"]

    with als(Vrager(id_van("amira"))):
        relatie = Relatie.objects.get(soort="ouder")
    einde = f"{ZAAK}/relaties/{relatie.pk}/einde"
    assert _over("relatie.toegevoegd") == {id_van("casus"), id_van("betrokkene"), UUID(kind)}
    keren = _gedaan("betrokkenen.ingezien")
    assert joris.post(einde, {"tot": "1-6-2022"}).status_code == 302
    assert _gedaan("betrokkenen.ingezien") == keren + 1
    assert _over("relatie.beeindigd") == {id_van("casus"), id_van("betrokkene"), UUID(kind)}
    assert joris.get(einde).status_code == 302
    assert "(voorbij)" in joris.get(f"{ZAAK}/personen").content.decode()


def test_een_relatie_met_zichzelf_gaat_niet(ingelogd: Ingelogd) -> None:
    ik = str(id_van("betrokkene"))

    antwoord = ingelogd("joris").post(
        f"{ZAAK}/relaties/nieuw", {"ander": ik, "soort": "ouder", "persoon": ik}
    )

    assert list(antwoord.context["formulier"].errors) == ["persoon"]


def test_niemand_schrijft_een_betrokkene_of_relatie_rechtstreeks() -> None:
    with als(Vrager(id_van("amira"))), connection.cursor() as cursor:
        for tabel in ("casus_betrokkenheid", "personen_relatie"):
            cursor.execute("SELECT has_table_privilege(%s, 'INSERT, UPDATE, DELETE')", [tabel])
            assert cursor.fetchone() == (False,)


def test_partners_zien_de_knoppen_niet(ingelogd: Ingelogd, neem_deel: Callable[[str], Any]) -> None:
    neem_deel("bram")

    blad = ingelogd("bram").get(f"{ZAAK}/personen").content.decode()

    assert "Persoon toevoegen" not in blad


def test_wie_niet_op_een_beperkte_zaak_staat_wijzigt_er_geen_persoon(tweede_zaak: Casus) -> None:
    persoon = Persoon.objects.filter(achternaam__in=["Kanarie-wachtende", "Van Amira"])
    with als(Vrager(id_van("amira"))):
        beperkt_zetten(tweede_zaak.pk, beperkt=True)
        assert persoon.update(achternaam="Van Amira") == 1
    with als(Vrager(id_van("joris"))):
        assert persoon.update(achternaam="Van Joris") == 0


def test_het_bsn_is_ook_voor_het_huis_niet_te_schrijven() -> None:
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        als(Vrager(id_van("amira"))),
        transaction.atomic(),
    ):
        Persoon.objects.filter(pk=id_van("betrokkene")).update(bsn_index=b"1")


def test_de_zaak_zelf_verandert_er_niet_door(ingelogd: Ingelogd) -> None:
    ingelogd("joris").post(NIEUW, _velden())

    with als(Vrager(id_van("amira"))):
        casus = Casus.objects.get(pk=id_van("casus"))
    assert casus.hoofdbetrokkene_id == id_van("betrokkene")
