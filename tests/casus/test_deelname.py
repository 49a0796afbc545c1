# SPDX-License-Identifier: EUPL-1.2
"""Who takes part in a casus, as acts (toegang.md sections 2-5): each refuses what isn't allowed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.databank import cluster, kloon, verbonden_met
from tests.toegang.proefbank import relatiesjabloon
from tests.toegang.relaties import casus_van
from vangnet.casus.deelname import (
    Plek,
    beperkt_zetten,
    kenmerken,
    plekken,
    rol_beeindigen,
    rol_overdragen,
    uitnodigen,
    uitnodiging_beantwoorden,
)
from vangnet.casus.models import Bijdrage, Casus, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als

GGZ, POLITIE = id_van("ggz"), id_van("politie")
DEELNEMER, REGISSEUR = RolSoort.DEELNEMER, RolSoort.REGISSEUR


@pytest.fixture(scope="module")
def gedeeld(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with kloon(relatiesjabloon()) as naam, django_db_blocker.unblock(), verbonden_met(naam):
        yield naam


@pytest.fixture
def bank(gedeeld: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A clone with a casus for each relation; what a test writes in it is rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield gedeeld
        transaction.set_rollback(True)


@pytest.fixture
def eigen_bank(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The same for one test, which prepares it as its superuser."""
    with kloon(relatiesjabloon()) as naam, django_db_blocker.unblock(), verbonden_met(naam):
        yield naam


def _casus(geval: str) -> UUID:
    return id_van(casus_van(geval))


@contextmanager
def wie(naam: str) -> Iterator[None]:
    """One transaction as somebody of the cast."""
    with als(Vrager(id_van(naam))):
        yield


def _bezet(databank: str, opdracht: str, *waarden: object) -> None:
    with cluster().verbind(BEHEERDER, databank) as beheer:
        beheer.execute(opdracht.encode(), list(waarden))


def _ziet(naam: str, geval: str) -> bool:
    with wie(naam):
        return Casus.objects.filter(pk=_casus(geval)).exists()


def _rol(naam: str, geval: str) -> UUID:
    with wie(naam):
        rol = CasusRol.objects.filter(casus=_casus(geval), gebruiker=id_van(naam)).latest(
            "aangemaakt_op"
        )
    return rol.pk


def _nodig_uit(geval: str, naam: str | None, organisatie: UUID | None, rol: RolSoort) -> None:
    """In a casus with two sides, of which a partner sees both."""
    plek = Plek(id_van(naam) if naam else None, organisatie, rol)
    uitnodigen(_casus(geval), plek, beide_kanten=True)


def test_wie_ja_zegt_op_een_uitnodiging_ziet_de_zaak(bank: str) -> None:
    with wie("amira"):
        _nodig_uit("lopend", "chantal", GGZ, DEELNEMER)
    voor = _ziet("chantal", "lopend")
    with wie("chantal"):
        uitnodiging_beantwoorden(_rol("chantal", "lopend"), aanvaard=True)

    assert (voor, _ziet("chantal", "lopend")) == (False, True)


def test_wie_nee_zegt_ziet_de_zaak_niet(bank: str) -> None:
    with wie("bram"):
        uitnodiging_beantwoorden(_rol("bram", "uitgenodigd"), aanvaard=False)

    assert not _ziet("bram", "uitgenodigd")


@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize(
    ("vrager", "geval", "plek"),
    [
        ("joris", "lopend", ("chantal", GGZ, DEELNEMER)),
        ("bram", "lopend", ("chantal", GGZ, DEELNEMER)),
        ("amira", "gesloten", ("chantal", GGZ, DEELNEMER)),
        ("amira", "beperkt", ("chantal", GGZ, DEELNEMER)),
        ("amira", "beperkt", ("amira", None, REGISSEUR)),
        ("amira", "lopend", ("chantal", POLITIE, DEELNEMER)),
        ("amira", "lopend", ("els", GGZ, DEELNEMER)),
        ("amira", "lopend", ("wim", None, REGISSEUR)),
        ("amira", "lopend", ("petra", None, REGISSEUR)),
        ("amira", "lopend", ("joris", None, REGISSEUR)),
        ("amira", "lopend", ("bram", GGZ, DEELNEMER)),
        ("amira", "lopend", (None, POLITIE, DEELNEMER)),
        ("amira", "lopend", (None, None, REGISSEUR)),
        ("amira", "lopend", ("amira", GGZ, REGISSEUR)),
        ("amira", "geen casus", ("chantal", GGZ, DEELNEMER)),
    ],
)
def test_wat_niet_mag_wordt_geen_uitnodiging(
    vrager: str, geval: str, plek: tuple[str | None, UUID | None, RolSoort], bank: str
) -> None:
    with pytest.raises(NietToegestaan), wie(vrager):
        _nodig_uit(geval, *plek)


def test_een_derde_krijgt_geen_plek(eigen_bank: str) -> None:
    _bezet(eigen_bank, "UPDATE organisaties_organisatie SET deelnemer = 'derde' WHERE id = %s", GGZ)

    with pytest.raises(NietToegestaan), wie("amira"):
        _nodig_uit("lopend", "chantal", GGZ, DEELNEMER)


@pytest.mark.asvs("8.3.3")
def test_niemand_laat_een_tweede_account_van_zichzelf_op_een_beperkte_zaak(eigen_bank: str) -> None:
    """As regisseur that account could open the casus to everybody."""
    _bezet(eigen_bank, _ROL, uuid4(), _casus("beperkt"), id_van("amira"), "procesondersteuner")
    _bezet(eigen_bank, _TWEEDE_REGISSEUR, id_van("oda"))
    _bezet(
        eigen_bank,
        "UPDATE gebruikers_gebruiker SET email = 'amira+2@proef.invalid' WHERE id = %s",
        id_van("oda"),
    )

    with pytest.raises(NietToegestaan), wie("amira"):
        _nodig_uit("beperkt", "oda", None, REGISSEUR)


def test_wie_op_een_beperkte_zaak_staat_nodigt_een_ander_uit(eigen_bank: str) -> None:
    _bezet(eigen_bank, _ROL, uuid4(), _casus("beperkt"), id_van("amira"), "procesondersteuner")
    _bezet(eigen_bank, _TWEEDE_REGISSEUR, id_van("oda"))

    with wie("amira"):
        _nodig_uit("beperkt", "oda", None, REGISSEUR)
        rol = CasusRol.objects.get(casus=_casus("beperkt"), gebruiker=id_van("oda"))

    assert (rol.rol, rol.uitgenodigd_op, rol.antwoord) == ("regisseur", vandaag(), None)


_ROL = """
    INSERT INTO casus_casusrol (id, casus_id, gebruiker_id, rol, antwoord, vanaf)
    VALUES (%s, %s, %s, %s, 'aanvaard', '2024-03-01')
"""


def test_een_regisseur_gaat_zelf_meteen_op_een_open_zaak(bank: str) -> None:
    with wie("amira"):
        _nodig_uit("lopend", "amira", None, REGISSEUR)
        rol = CasusRol.objects.get(casus=_casus("lopend"), gebruiker=id_van("amira"))

    assert (rol.antwoord, rol.vanaf, rol.organisatie_id) == ("aanvaard", vandaag(), None)


@pytest.mark.asvs("2.3.1")
@pytest.mark.parametrize(
    ("naam", "van"), [("chantal", "bram"), ("amira", "bram"), ("joris", "bram")]
)
def test_alleen_wie_is_uitgenodigd_antwoordt(naam: str, van: str, bank: str) -> None:
    rol = _rol(van, "uitgenodigd")

    with pytest.raises(NietToegestaan), wie(naam):
        uitnodiging_beantwoorden(rol, aanvaard=True)


@pytest.mark.parametrize("geval", ["geweigerd", "voorbij", "lopend", "overgedragen"])
def test_wie_al_antwoordde_antwoordt_niet_nog_eens(geval: str, bank: str) -> None:
    rol = _rol("bram", geval)

    with pytest.raises(NietToegestaan), wie("bram"):
        uitnodiging_beantwoorden(rol, aanvaard=True)


def test_een_ingetrokken_uitnodiging_wordt_niet_meer_aanvaard(bank: str) -> None:
    rol = _rol("bram", "uitgenodigd")
    with wie("amira"):
        rol_beeindigen(rol)

    with pytest.raises(NietToegestaan), wie("bram"):
        uitnodiging_beantwoorden(rol, aanvaard=True)


@pytest.mark.asvs("8.3.2")
def test_een_beeindigde_rol_werkt_bij_het_volgende_verzoek(bank: str) -> None:
    voor = _ziet("bram", "lopend")
    rol = _rol("bram", "lopend")
    with wie("amira"):
        rol_beeindigen(rol)
    with wie("bram"):
        bijdragen = Bijdrage.objects.filter(casus=_casus("lopend")).count()

    assert (voor, _ziet("bram", "lopend"), bijdragen) == (True, False, 0)


def test_wie_een_rol_heeft_stapt_zelf_uit(bank: str) -> None:
    with wie("bram"):
        rol_beeindigen(_rol("bram", "lopend"))

    assert not _ziet("bram", "lopend")


@pytest.mark.parametrize("vrager", ["chantal", "joris", "cor", "mirjam", "els"])
def test_een_ander_beeindigt_geen_rol(vrager: str, bank: str) -> None:
    rol = _rol("bram", "lopend")

    with pytest.raises(NietToegestaan), wie(vrager):
        rol_beeindigen(rol)


def test_een_regisseur_beeindigt_niets_op_een_zaak_die_hij_niet_ziet(bank: str) -> None:
    rol = _rol("bram", "beperkt_met_partner")

    with pytest.raises(NietToegestaan), wie("amira"):
        rol_beeindigen(rol)


def test_een_coordinator_draagt_een_rol_over_aan_een_collega(bank: str) -> None:
    rol = _rol("bram", "lopend")
    tot = vandaag() + timedelta(days=14)
    with wie("cor"):
        rol_overdragen(rol, aan=id_van("chantal"), tot=tot)
    with wie("chantal"):
        nieuw = CasusRol.objects.get(casus=_casus("lopend"), gebruiker=id_van("chantal"))

    assert (_ziet("bram", "lopend"), _ziet("chantal", "lopend")) == (False, True)
    assert (nieuw.vanaf, nieuw.tot) == (vandaag(), tot)


def test_na_een_vervanging_heeft_de_collega_de_rol_terug(eigen_bank: str) -> None:
    tot = vandaag() + timedelta(days=14)
    with wie("cor"):
        rol_overdragen(_rol("bram", "lopend"), aan=id_van("chantal"), tot=tot)
    tijdens = (_ziet("bram", "lopend"), _ziet("chantal", "lopend"))
    # Fifteen days later.
    _bezet(
        eigen_bank,
        "UPDATE casus_casusrol SET vanaf = vanaf - 15, tot = tot - 15 "
        "WHERE casus_id = %s AND beeindigd_op IS NULL AND uitgenodigd_op = %s",
        _casus("lopend"),
        vandaag(),
    )

    assert tijdens == (False, True)
    assert (_ziet("bram", "lopend"), _ziet("chantal", "lopend")) == (True, False)


@pytest.mark.parametrize(
    ("einde", "tot", "terug"),
    [
        (None, None, []),
        (None, 14, [(15, None)]),
        (30, 14, [(15, 30)]),
        (30, 30, []),
        (30, None, []),
    ],
)
def test_de_rol_komt_terug_voor_de_dagen_die_er_nog_van_over_zijn(
    einde: int | None, tot: int | None, terug: list[tuple[int, int | None]], eigen_bank: str
) -> None:
    dag = vandaag()
    rol = _rol("bram", "lopend")
    if einde:
        laatste = dag + timedelta(days=einde)
        _bezet(eigen_bank, "UPDATE casus_casusrol SET tot = %s WHERE id = %s", laatste, rol)
    with wie("cor"):
        rol_overdragen(rol, aan=id_van("chantal"), tot=dag + timedelta(days=tot) if tot else None)
    with wie("amira"):
        rijen = CasusRol.objects.filter(
            casus=_casus("lopend"), gebruiker=id_van("bram"), beeindigd_op__isnull=True
        ).values_list("vanaf", "tot", "antwoord", "organisatie")

        assert list(rijen) == [
            (
                dag + timedelta(days=van),
                dag + timedelta(days=tot_en_met) if tot_en_met else None,
                "aanvaard",
                GGZ,
            )
            for van, tot_en_met in terug
        ]


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize(
    ("vrager", "geval", "aan", "tot"),
    [
        ("amira", "lopend", "chantal", None),
        ("bram", "lopend", "chantal", None),
        ("cor", "lopend", "piet", None),
        ("cor", "lopend", "cor", None),
        ("cor", "lopend", "bram", None),
        ("cor", "lopend", "els", None),
        ("cor", "lopend", "chantal", date(2024, 1, 1)),
        ("cor", "uitgenodigd", "chantal", None),
        ("cor", "voorbij", "chantal", None),
        ("cor", "beeindigd", "chantal", None),
        ("cor", "gesloten", "chantal", None),
        ("cor", "nog_niet", "chantal", None),
    ],
)
def test_wat_niet_mag_wordt_niet_overgedragen(
    vrager: str, geval: str, aan: str, tot: date | None, bank: str
) -> None:
    rol = _rol("bram", geval)

    with pytest.raises(NietToegestaan), wie(vrager):
        rol_overdragen(rol, aan=id_van(aan), tot=tot)


def test_een_coordinator_die_ook_partner_is_draagt_niet_over_aan_zichzelf(eigen_bank: str) -> None:
    _bezet(
        eigen_bank,
        "UPDATE toegang_accountrol SET gebruiker = %s WHERE gebruiker = %s "
        "AND rol = 'ketenpartner'",
        id_van("cor"),
        id_van("chantal"),
    )

    with pytest.raises(NietToegestaan), wie("cor"):
        rol_overdragen(_rol("bram", "lopend"), aan=id_van("cor"), tot=None)


@pytest.mark.asvs("8.4.1")
def test_een_coordinator_van_elders_draagt_niets_over(eigen_bank: str) -> None:
    _bezet(
        eigen_bank,
        "UPDATE toegang_accountrol SET organisatie = %s WHERE gebruiker = %s",
        POLITIE,
        id_van("cor"),
    )
    rol = _rol("bram", "lopend")

    with pytest.raises(NietToegestaan), wie("cor"):
        rol_overdragen(rol, aan=id_van("chantal"), tot=None)


@pytest.mark.asvs("8.2.3")
def test_een_coordinator_kent_het_kenmerk_en_niets_anders(bank: str) -> None:
    rol = _rol("bram", "lopend")
    with wie("cor"):
        assert kenmerken()[rol] == "ZVH-2024-0000"
        assert not Casus.objects.exists()
        assert not Bijdrage.objects.exists()
        assert {een.gebruiker for een in plekken()} >= {id_van("bram"), id_van("chantal")}
        assert {een.organisatie for een in plekken()} == {GGZ}


@pytest.mark.parametrize("naam", ["piet", "mirjam", "els", "joris"])
def test_een_ander_kent_geen_kenmerk_en_geen_mensen(naam: str, bank: str) -> None:
    rol = _rol("bram", "lopend")
    with wie(naam):
        assert rol not in kenmerken()
        assert list(plekken()) == []


def test_een_beperkte_zaak_ziet_alleen_wie_erop_staat(bank: str) -> None:
    with wie("amira"):
        _nodig_uit("lopend", "amira", None, REGISSEUR)
        beperkt_zetten(_casus("lopend"), beperkt=True)

    zien = {naam: _ziet(naam, "lopend") for naam in ("amira", "joris", "bram")}
    assert zien == {"amira": True, "joris": False, "bram": True}


def test_een_genoemde_regisseur_maakt_een_beperkte_zaak_weer_open(bank: str) -> None:
    with wie("amira"):
        _nodig_uit("lopend", "amira", None, REGISSEUR)
        beperkt_zetten(_casus("lopend"), beperkt=True)
    with wie("amira"):
        beperkt_zetten(_casus("lopend"), beperkt=False)

    assert _ziet("joris", "lopend")


@pytest.mark.parametrize(
    ("vrager", "geval", "beperkt"),
    [
        ("amira", "lopend", True),
        ("amira", "lopend", False),
        ("joris", "lopend", True),
        ("joris", "beperkt", False),
        ("amira", "beperkt", False),
        ("amira", "gesloten", True),
        ("bram", "lopend", True),
        ("amira", "geen casus", True),
    ],
)
def test_wat_niet_mag_beperkt_of_opent_geen_zaak(
    vrager: str, geval: str, beperkt: bool, bank: str
) -> None:
    """On `lopend` stands no regisseur: after it nobody could name the next."""
    with pytest.raises(NietToegestaan), wie(vrager):
        beperkt_zetten(_casus(geval), beperkt=beperkt)


def test_wie_geen_regisseur_op_de_zaak_is_maakt_haar_niet_weer_open(
    eigen_bank: str,
) -> None:
    _bezet(eigen_bank, _ROL, uuid4(), _casus("beperkt"), id_van("amira"), "procesondersteuner")
    _bezet(eigen_bank, _TWEEDE_REGISSEUR, id_van("oda"))
    _bezet(eigen_bank, _ROL, uuid4(), _casus("beperkt"), id_van("oda"), "regisseur")

    with pytest.raises(NietToegestaan), wie("amira"):
        beperkt_zetten(_casus("beperkt"), beperkt=False)


_TWEEDE_REGISSEUR = (
    "UPDATE toegang_accountrol SET tot = NULL WHERE gebruiker = %s AND rol = 'procesregisseur'"
)


def test_de_laatste_regisseur_gaat_niet_weg_van_een_beperkte_zaak(bank: str) -> None:
    with wie("amira"):
        _nodig_uit("lopend", "amira", None, REGISSEUR)
        beperkt_zetten(_casus("lopend"), beperkt=True)

    with pytest.raises(NietToegestaan), wie("amira"):
        rol_beeindigen(_rol("amira", "lopend"))


@pytest.mark.asvs("16.3.3")
def test_elke_handeling_staat_in_het_journaal(eigen_bank: str) -> None:
    with wie("amira"):
        _nodig_uit("lopend", "chantal", GGZ, DEELNEMER)
    with wie("chantal"):
        uitnodiging_beantwoorden(_rol("chantal", "lopend"), aanvaard=True)
    with wie("amira"):
        rol_beeindigen(_rol("chantal", "lopend"))
    with cluster().verbind(BEHEERDER, eigen_bank) as beheer:
        rijen = beheer.execute(
            "SELECT handeling, gebruiker FROM journaal_handeling "
            "WHERE handeling LIKE 'casusrol.%' ORDER BY moment"
        ).fetchall()

    assert rijen == [
        ("casusrol.uitgenodigd", id_van("amira")),
        ("casusrol.aanvaard", id_van("chantal")),
        ("casusrol.beeindigd", id_van("amira")),
    ]


def _sporen(naam: str) -> list[str]:
    """What somebody did in casussen, in order, from the own trace."""
    with wie(naam):
        eigen = Handeling.objects.filter(gebruiker=id_van(naam), handeling__startswith="casus")
        return list(eigen.order_by("moment").values_list("handeling", flat=True))


def test_elke_stap_met_een_rol_staat_in_het_spoor_van_wie_hem_zette(bank: str) -> None:
    with wie("amira"):
        _nodig_uit("lopend", "chantal", GGZ, DEELNEMER)
        _nodig_uit("lopend", "amira", None, REGISSEUR)
        beperkt_zetten(_casus("lopend"), beperkt=True)
    with wie("amira"):
        beperkt_zetten(_casus("lopend"), beperkt=False)
    with wie("chantal"):
        uitnodiging_beantwoorden(_rol("chantal", "lopend"), aanvaard=False)
    with wie("cor"):
        rol_overdragen(_rol("bram", "lopend"), aan=id_van("chantal"), tot=None)

    assert _sporen("amira") == [
        "casusrol.uitgenodigd",
        "casusrol.uitgenodigd",
        "casus.beperkt",
        "casus.onbeperkt",
    ]
    assert _sporen("chantal") == ["casusrol.geweigerd"]
    assert _sporen("cor") == ["casusrol.overgedragen"]
