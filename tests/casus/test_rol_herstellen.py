# SPDX-License-Identifier: EUPL-1.2
"""Undoing the end of a rol (toegang.md section 5): by the same hand, for ten minutes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster, kloon, verbonden_met
from tests.toegang.proefbank import relatiesjabloon
from tests.toegang.relaties import casus_van
from vangnet.casus.deelname import (
    Plek,
    beperkt_zetten,
    kenmerken,
    rol_beeindigen,
    rol_herstellen,
    uitnodigen,
    uitnodiging_beantwoorden,
)
from vangnet.casus.models import Betrokkenheid, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.casus.zijden import zijde_wisselen
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als

_SLUIT = """
    INSERT INTO afsluiting_afsluiting (id, casus_id, afgesloten_op, resultaat)
    SELECT gen_random_uuid(), r.casus_id, current_date, 'deels'
      FROM casus_casusrol r WHERE r.beeindigd_op > now() - interval '1 minute'
"""
CASUS, GGZ = id_van(casus_van("lopend")), id_van("ggz")


@pytest.fixture
def bank(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A clone with a casus for each relation, for one test."""
    with kloon(relatiesjabloon()) as naam, django_db_blocker.unblock(), verbonden_met(naam):
        yield naam


@contextmanager
def wie(naam: str) -> Iterator[None]:
    """One transaction as somebody of the cast."""
    with als(Vrager(id_van(naam))):
        yield


def _bezet(databank: str, opdracht: str, *waarden: object) -> None:
    with cluster().verbind(BEHEERDER, databank) as beheer:
        beheer.execute(opdracht.encode(), list(waarden))


def _rol() -> UUID:
    with wie("amira"):
        return CasusRol.objects.get(casus=CASUS, gebruiker=id_van("bram")).pk


def _sporen() -> list[str]:
    with wie("amira"):
        eigen = Handeling.objects.filter(
            gebruiker=id_van("amira"), handeling__startswith="casusrol"
        )
        return list(eigen.order_by("moment").values_list("handeling", flat=True))


def test_wie_een_rol_beeindigde_zet_haar_terug_met_haar_einddag(bank: str) -> None:
    rol, laatste = _rol(), vandaag() + timedelta(days=9)
    _bezet(bank, "UPDATE casus_casusrol SET tot = %s WHERE id = %s", laatste, rol)
    with wie("amira"):
        rol_beeindigen(rol)
    with wie("amira"):
        rol_herstellen(rol)
        hersteld = CasusRol.objects.get(pk=rol)

    assert (hersteld.beeindigd_op, hersteld.beeindigd_door_id, hersteld.tot) == (
        None,
        None,
        laatste,
    )
    assert _sporen() == ["casusrol.beeindigd", "casusrol.hersteld"]


@pytest.mark.parametrize(
    ("wie_herstelt", "daarna"),
    [
        ("bram", None),
        ("joris", None),
        ("amira", "UPDATE casus_casusrol SET beeindigd_op = now() - interval '11 minutes'"),
        ("amira", _SLUIT),
        ("amira", "UPDATE casus_casusrol SET rol = 'trajectbegeleider'"),
        ("amira", "UPDATE toegang_accountrol SET beeindigd_op = now() WHERE rol = 'ketenpartner'"),
    ],
    ids=["wie-zelf", "een-collega", "te-laat", "gesloten", "traject", "niet-aangewezen"],
)
def test_een_rol_komt_niet_terug(wie_herstelt: str, daarna: str | None, bank: str) -> None:
    rol = _rol()
    with wie("amira"):
        rol_beeindigen(rol)
    if daarna:
        _bezet(bank, daarna)

    with pytest.raises(NietToegestaan), wie(wie_herstelt):
        rol_herstellen(rol)


def test_wie_intussen_weer_is_uitgenodigd_komt_niet_dubbel_terug(bank: str) -> None:
    rol = _rol()
    with wie("amira"):
        rol_beeindigen(rol)
        uitnodigen(CASUS, Plek(id_van("bram"), GGZ, RolSoort.DEELNEMER), zijde=1)

    with pytest.raises(NietToegestaan), wie("amira"):
        rol_herstellen(rol)


def test_niemand_laat_zichzelf_terug_in_wat_intussen_is_beperkt(bank: str) -> None:
    rol = _rol()
    with wie("bram"):
        rol_beeindigen(rol)
    with wie("bram"):
        assert rol in kenmerken()
    with wie("amira"):
        uitnodigen(CASUS, Plek(id_van("amira"), None, RolSoort.REGISSEUR))
        beperkt_zetten(CASUS, beperkt=True)

    with wie("bram"):
        assert rol not in kenmerken()
    with pytest.raises(NietToegestaan), wie("bram"):
        rol_herstellen(rol)


_KANT = """
    UPDATE casus_betrokkenheid SET zijde = %s
     WHERE casus_id = %s AND (rol = 'hoofdbetrokkene') = %s
"""
_ERBIJ = """
    INSERT INTO casus_betrokkenheid (id, casus_id, persoon_id, rol, vanaf, zijde, eerste_verwerking)
    SELECT gen_random_uuid(), %s, hoofdbetrokkene_id, 'overig', current_date, 2, current_date
      FROM casus_casus WHERE id = %s
"""


@pytest.fixture
def kantloos(bank: str) -> str:
    """The same bank, in which nobody stands on a side yet."""
    _bezet(bank, "UPDATE casus_betrokkenheid SET zijde = NULL")
    return bank


def _beeindigd() -> UUID:
    rol = _rol()
    with wie("amira"):
        rol_beeindigen(rol)
    return rol


def _herstelt(rol: UUID) -> None:
    """It is as it was."""
    with wie("amira"):
        rol_herstellen(rol)
        assert CasusRol.objects.get(pk=rol).beeindigd_op is None


def _mist_een_kant(rol: UUID) -> None:
    """It stays ended, and the sentence says what to do."""
    with pytest.raises(VangnetFout, match="nodigt de partner opnieuw uit") as fout, wie("amira"):
        rol_herstellen(rol)
    assert not isinstance(fout.value, NietToegestaan)
    with wie("amira"):
        assert CasusRol.objects.get(pk=rol).beeindigd_op is not None


def _zet_een_kant() -> None:
    """The hoofdbetrokkene stands on side 1 from now on."""
    with wie("amira"):
        hoofd = Betrokkenheid.objects.get(casus=CASUS, rol="hoofdbetrokkene")
        zijde_wisselen(hoofd.pk, gelezen=None, zijde=1, reden="Zij staan tegenover elkaar.")


def test_kreeg_iemand_intussen_een_kant_dan_komt_een_rol_zonder_kant_niet_terug(
    kantloos: str,
) -> None:
    rol = _beeindigd()
    _zet_een_kant()

    _mist_een_kant(rol)


def test_kwam_er_intussen_iemand_aan_een_kant_dan_komt_een_rol_zonder_kant_niet_terug(
    kantloos: str,
) -> None:
    rol = _beeindigd()
    _bezet(kantloos, _ERBIJ, CASUS, id_van(casus_van("heropend")))

    _mist_een_kant(rol)


def test_een_kant_van_voor_het_einde_houdt_een_rol_niet_tegen(kantloos: str) -> None:
    _bezet(kantloos, _KANT, 1, CASUS, True)

    _herstelt(_beeindigd())


def test_een_andere_wijziging_van_wie_een_kant_heeft_houdt_een_rol_niet_tegen(
    kantloos: str,
) -> None:
    _bezet(kantloos, _KANT, 1, CASUS, True)
    rol = _beeindigd()
    _bezet(kantloos, "UPDATE casus_betrokkenheid SET kring = 'x' WHERE casus_id = %s", CASUS)

    _herstelt(rol)


def test_een_kant_in_een_andere_zaak_houdt_een_rol_niet_tegen(kantloos: str) -> None:
    rol = _beeindigd()
    _bezet(kantloos, _KANT, 1, id_van(casus_van("heropend")), True)

    _herstelt(rol)


def test_een_weggehaalde_kant_houdt_een_rol_niet_tegen(kantloos: str) -> None:
    _bezet(kantloos, _KANT, 1, CASUS, True)
    _bezet(kantloos, _KANT, 2, CASUS, False)
    rol = _beeindigd()
    _bezet(kantloos, _KANT, None, CASUS, False)

    _herstelt(rol)


def test_een_rol_met_een_kant_komt_terug_aan_die_kant(kantloos: str) -> None:
    _bezet(kantloos, "UPDATE casus_casusrol SET zijde = 1 WHERE casus_id = %s", CASUS)
    rol = _beeindigd()
    _bezet(kantloos, _KANT, 1, CASUS, True)

    _herstelt(rol)


_COLLEGA = """
    INSERT INTO casus_casusrol
        (id, casus_id, gebruiker_id, organisatie_id, rol, antwoord, vanaf, zijde, beeindigd_op)
    SELECT gen_random_uuid(), r.casus_id, %(wie)s, coalesce(%(van)s, r.organisatie_id), r.rol,
           %(antwoord)s::text, CASE WHEN %(antwoord)s::text = 'aanvaard' THEN r.vanaf END,
           %(zijde)s, %(einde)s
      FROM casus_casusrol r WHERE r.id = %(rol)s
"""


def _collega(bank: str, rol: UUID, **anders: object) -> None:
    """Somebody else of the organisation of `rol` is asked, and says yes for side 1."""
    gewoon = {
        "rol": rol,
        "wie": id_van("dirk"),
        "van": None,
        "antwoord": "aanvaard",
        "zijde": 1,
        "einde": None,
    }
    with cluster().verbind(BEHEERDER, bank) as beheer:
        beheer.execute(_COLLEGA, gewoon | anders)


def test_naast_een_collega_aan_een_kant_komt_een_rol_zonder_kant_niet_terug(kantloos: str) -> None:
    """Asked again on a side and handed to that colleague: the undo gave both sides."""
    _bezet(kantloos, _KANT, 1, CASUS, True)
    rol = _beeindigd()
    _collega(kantloos, rol)

    _mist_een_kant(rol)


@pytest.mark.parametrize("anders", [{"zijde": None}, {"antwoord": "geweigerd"}])
def test_een_collega_zonder_kant_of_die_nee_zei_houdt_een_rol_niet_tegen(
    anders: dict[str, object], kantloos: str
) -> None:
    _bezet(kantloos, _KANT, 1, CASUS, True)
    rol = _beeindigd()
    _collega(kantloos, rol, **anders)

    _herstelt(rol)


def test_naast_een_collega_aan_een_kant_komt_een_rol_met_een_kant_terug(kantloos: str) -> None:
    _bezet(kantloos, "UPDATE casus_casusrol SET zijde = 1 WHERE casus_id = %s", CASUS)
    _bezet(kantloos, _KANT, 1, CASUS, True)
    rol = _beeindigd()
    _collega(kantloos, rol, zijde=2)

    _herstelt(rol)


def test_wat_een_andere_organisatie_overkwam_houdt_een_rol_niet_tegen(kantloos: str) -> None:
    _bezet(kantloos, _KANT, 1, CASUS, True)
    rol = _beeindigd()
    politie = id_van("politie")
    _collega(kantloos, rol, wie=id_van("piet"), van=politie, zijde=None, einde="2024-03-02 12:00")
    _collega(kantloos, rol, van=politie)

    _herstelt(rol)


def test_een_rol_van_het_huis_heeft_geen_kant_nodig(kantloos: str) -> None:
    with wie("amira"):
        uitnodigen(CASUS, Plek(id_van("amira"), None, RolSoort.REGISSEUR))
        rol = CasusRol.objects.get(casus=CASUS, rol=RolSoort.REGISSEUR).pk
    with wie("amira"):
        rol_beeindigen(rol)
    _bezet(kantloos, _KANT, 1, CASUS, True)

    _herstelt(rol)


@pytest.mark.parametrize("wie_herstelt", ["bram", "joris"])
def test_wie_niet_mag_herstellen_hoort_niet_van_kanten(wie_herstelt: str, kantloos: str) -> None:
    rol = _beeindigd()
    _bezet(kantloos, _KANT, 1, CASUS, True)

    with pytest.raises(NietToegestaan), wie(wie_herstelt):
        rol_herstellen(rol)


@pytest.mark.parametrize(
    ("wie_stopte", "naar"), [("amira", f"/zaken/{CASUS}/delen"), ("bram", "/zaken/")]
)
def test_de_bladzijde_zegt_wat_de_regisseur_dan_doet(
    wie_stopte: str, naar: str, kantloos: str
) -> None:
    rol = _rol()
    with wie(wie_stopte):
        rol_beeindigen(rol)
    _bezet(kantloos, _KANT, 1, CASUS, True)

    antwoord = log_in(Client(), wie_stopte).post(f"/zaken/rollen/{rol}/herstellen", follow=True)

    assert antwoord.redirect_chain == [(naar, 302)]
    assert "nodigt de partner opnieuw uit, aan een kant" in antwoord.content.decode()
    with wie("frank"):
        assert Handeling.objects.filter(handeling="deelname.geweigerd", object=rol).count() == 1


def _uitgenodigd(*, beide_kanten: bool = False) -> UUID:
    """Bram is asked anew, for his organisation and without a side."""
    _beeindigd()
    with wie("amira"):
        plek = Plek(id_van("bram"), GGZ, RolSoort.DEELNEMER)
        uitnodigen(CASUS, plek, beide_kanten=beide_kanten)
        return CasusRol.objects.get(casus=CASUS, gebruiker=id_van("bram"), antwoord=None).pk


def test_kreeg_iemand_een_kant_na_de_uitnodiging_dan_is_zij_niet_te_aanvaarden(
    kantloos: str,
) -> None:
    rol = _uitgenodigd()
    _zet_een_kant()

    with pytest.raises(VangnetFout, match="geldt niet meer") as fout, wie("bram"):
        uitnodiging_beantwoorden(rol, aanvaard=True)
    assert not isinstance(fout.value, NietToegestaan)
    with wie("bram"):
        assert not Betrokkenheid.objects.filter(casus=CASUS).exists()
        uitnodiging_beantwoorden(rol, aanvaard=False)


def test_wie_op_een_uitnodiging_zonder_kant_ja_zegt_leest_dat_zij_niet_meer_geldt(
    kantloos: str,
) -> None:
    rol = _uitgenodigd()
    _zet_een_kant()

    bram = log_in(Client(), "bram")
    antwoord = bram.post(f"/zaken/uitnodigingen/{rol}", {"antwoord": "ja"}, follow=True)

    assert antwoord.redirect_chain == [("/zaken/", 302)]
    assert "Deze uitnodiging geldt niet meer." in antwoord.content.decode()
    with wie("frank"):
        assert Handeling.objects.filter(handeling="deelname.geweigerd", object=rol).count() == 1


def test_wie_wordt_uitgenodigd_als_er_al_kanten_zijn_aanvaardt_wat_de_regisseur_koos(
    kantloos: str,
) -> None:
    _bezet(kantloos, _KANT, 1, CASUS, True)
    rol = _uitgenodigd(beide_kanten=True)

    with wie("bram"):
        assert uitnodiging_beantwoorden(rol, aanvaard=True) == CASUS
        assert Betrokkenheid.objects.filter(casus=CASUS, zijde=1).exists()
