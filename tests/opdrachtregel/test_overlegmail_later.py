# SPDX-License-Identifier: EUPL-1.2
"""The mail about an overleg that has to wait, is refused, or is no longer needed."""

import pytest

from config import settings as instellingen
from tests.bezetting import id_van
from tests.opdrachtregel.aanroep import vraag
from tests.opdrachtregel.postbus import Postbus
from tests.opdrachtregel.uitnodigingen import (
    BRAM,
    CASUS,
    afspraken,
    dag,
    doe,
    draag_over,
    eigen_bus,
    gelast_af,
    is_terug,
    later,
    over_dagen,
    plan,
    van_een_beperkte_zaak,
    verzet,
)
from tests.opgeschreven import in_het_journaal
from vangnet.casus.deelname import (
    Plek,
    uitnodigen,
    uitnodiging_beantwoorden,
)
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.post import Postadres
from vangnet.opdrachtregel.overlegmail import overlegmail_ronde
from vangnet.opdrachtregel.werker import _ruim_op, nodig_eens_uit
from vangnet.overleg import mails
from vangnet.overleg.mails import mails_klaarzetten
from vangnet.toegang.vrager import Vrager, als

__all__ = ["eigen_bus"]


def test_wie_een_tijd_weg_is_leest_na_terugkomst_dat_het_overleg_is_verzet(
    eigen_bus: Postbus, eigen_databank: str
) -> None:
    overleg = plan(20)
    overlegmail_ronde()
    draag_over(tot=over_dagen(5))
    verzet(overleg, 18)
    assert dict(overlegmail_ronde()) == {"niets": 1}
    is_terug(eigen_databank)

    # Asked once an hour.
    assert dict(overlegmail_ronde()) == {}
    later(eigen_databank, "61 minutes")
    overlegmail_ronde()
    overlegmail_ronde()

    assert [(een[0], een[2]) for een in afspraken(eigen_bus)] == [
        ("REQUEST", dag(20)),
        ("REQUEST", dag(18)),
    ]


def test_wie_een_tijd_weg_is_krijgt_de_eerste_uitnodiging_na_terugkomst(
    eigen_bus: Postbus, eigen_databank: str
) -> None:
    plan(20)
    draag_over(tot=over_dagen(5))
    assert dict(overlegmail_ronde()) == {"niets": 1}
    is_terug(eigen_databank)
    later(eigen_databank, "61 minutes")

    overlegmail_ronde()

    assert [een[:3] for een in afspraken(eigen_bus)] == [("REQUEST", "0", dag(20))]


def test_wat_intussen_is_teruggezet_hoeft_niemand_na_terugkomst_te_lezen(
    eigen_bus: Postbus, eigen_databank: str
) -> None:
    overleg = plan(20)
    overlegmail_ronde()
    draag_over(tot=over_dagen(5))
    verzet(overleg, 18)
    overlegmail_ronde()
    verzet(overleg, 20)
    is_terug(eigen_databank)
    later(eigen_databank, "61 minutes")

    overlegmail_ronde()

    assert len(eigen_bus.aan(BRAM)) == 1


def test_wie_is_afgemeld_voor_een_geweigerde_uitnodiging_krijgt_niets(
    eigen_bus: Postbus, eigen_databank: str
) -> None:
    overleg = plan()
    eigen_bus.weigert = True
    overlegmail_ronde()
    verzet(overleg, 9)
    overlegmail_ronde()
    eigen_bus.weigert = False
    gelast_af(overleg)
    later(eigen_databank, "61 minutes")

    overlegmail_ronde()

    assert eigen_bus.mails == []


def test_een_afmelding_die_is_geweigerd_gaat_later_alsnog(
    eigen_bus: Postbus, eigen_databank: str
) -> None:
    overleg = plan()
    overlegmail_ronde()
    gelast_af(overleg)
    eigen_bus.weigert = True
    overlegmail_ronde()
    eigen_bus.weigert = False
    later(eigen_databank, "61 minutes")

    overlegmail_ronde()

    assert [een[0] for een in afspraken(eigen_bus)] == ["REQUEST", "CANCEL"]


def test_een_mail_die_onderweg_bleef_staat_na_tien_minuten_als_onzeker_in_het_journaal(
    eigen_bus: Postbus, eigen_databank: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    plan()
    with monkeypatch.context() as even:
        even.setattr(mails, "mail_afronden", stop)
        with pytest.raises(KeyboardInterrupt):
            overlegmail_ronde()
    later(eigen_databank, "9 minutes")
    overlegmail_ronde()
    assert in_het_journaal("overlegmail.onzeker") == []
    later(eigen_databank, "11 minutes")
    overlegmail_ronde()
    overlegmail_ronde()

    assert [een.toegestaan for een in in_het_journaal("overlegmail.onzeker")] == [False]
    assert len(eigen_bus.aan(BRAM)) == 1


@pytest.mark.parametrize(("dagen", "over"), [(30, 1), (31, 0)])
def test_wat_is_gemaild_gaat_na_dertig_dagen_weg_ook_zonder_mailserver(
    dagen: int, over: int, eigen_bus: Postbus, eigen_databank: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instellingen, "POST", Postadres())
    overleg = plan()
    doe(
        eigen_databank,
        "UPDATE overleg_overleg SET datum = %s WHERE id = %s",
        over_dagen(-dagen),
        overleg,
    )

    _ruim_op()

    assert vraag(eigen_databank, "SELECT count(*) FROM overleg_overlegmail") == [(over,)]


@pytest.mark.parametrize("ingesteld", [True, False])
def test_de_klok_nodigt_uit_zodra_er_een_mailserver_is(
    ingesteld: bool, eigen_bus: Postbus, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not ingesteld:
        monkeypatch.setattr(instellingen, "POST", Postadres())
    plan()

    assert nodig_eens_uit()
    assert len(eigen_bus.aan(BRAM)) == int(ingesteld)


@pytest.mark.usefixtures("eigen_bus")
def test_een_ronde_zonder_antwoord_van_de_server_is_mislukt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        instellingen, "POST", Postadres("127.0.0.1", 1, "geen", van="vangnet@huis.invalid")
    )
    plan()

    assert not nodig_eens_uit()


@pytest.mark.usefixtures("eigen_bus")
def test_van_een_overleg_dat_het_huis_niet_ziet_gaat_er_niets_als_van_een_dat_er_niet_is(
    eigen_databank: str,
) -> None:
    overleg = plan()
    with als(Vrager(id_van("joris"))):
        mails_klaarzetten(overleg)
    van_een_beperkte_zaak(eigen_databank, overleg)

    zinnen = []
    for een in (overleg, id_van("er is niets")):
        with als(Vrager(id_van("joris"))), pytest.raises(NietToegestaan) as fout:
            mails_klaarzetten(een)
        zinnen.append(str(fout.value))

    assert len(set(zinnen)) == 1


@pytest.mark.usefixtures("eigen_bus")
def test_wie_voor_het_huis_op_een_beperkte_zaak_staat_zet_haar_mails_klaar(
    eigen_databank: str,
) -> None:
    overleg = plan()
    with als(Vrager(id_van("amira"))):
        uitnodigen(CASUS, Plek(id_van("joris"), None, RolSoort.PROCESONDERSTEUNER))
    with als(Vrager(id_van("joris"))):
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("joris"))
        uitnodiging_beantwoorden(rol.pk, aanvaard=True)
    van_een_beperkte_zaak(eigen_databank, overleg)

    with als(Vrager(id_van("joris"))):
        mails_klaarzetten(overleg)
