# SPDX-License-Identifier: EUPL-1.2
"""Who comes: an agenda doesn't tell a partner on a side who comes for the other (toegang.md 4)."""

from collections.abc import Callable, Sequence
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.web.overleg.stappen import adres_van
from tests.web.zaken.test_rollen_per_kant import CASUS, doet_mee
from vangnet.casus.deelname import rol_beeindigen
from vangnet.casus.models import CasusRol
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Agendapunt, Genodigde
from vangnet.overleg.services import derde_noemen
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
Plan = Callable[[], UUID]
ZIN = "Wie alleen voor een andere kant komt, en een derde, noemen we hier niet."


def _bladen(client: Client, punt: UUID) -> Sequence[str]:
    """The agenda and the point, as somebody reads them."""
    with als(Vrager(id_van("amira"))):
        overleg = Agendapunt.objects.get(pk=punt).overleg_id
    adressen = (f"/overleggen/{overleg}", adres_van(punt))
    return [client.get(adres).content.decode().partition("<main")[2] for adres in adressen]


def _komen(wie: str, punt: UUID) -> Sequence[str]:
    """Who comes, as the database tells somebody: by name, and what a third party is called."""
    with als(Vrager(id_van(wie))):
        rijen = Genodigde.objects.filter(agendapunt=punt)
        return sorted(
            str(naam or derde) for naam, derde in rijen.values_list("gebruiker__naam", "derde")
        )


def test_een_partner_leest_niet_wie_alleen_voor_de_andere_kant_komt(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    doet_mee("bram", "ggz", 1)
    doet_mee("piet", "politie", 2)
    punt = plan_vandaag()

    for tekst in _bladen(ingelogd("bram"), punt):
        assert "Bram" in tekst
        assert "Piet" not in tekst
        assert ZIN in tekst
    for tekst in _bladen(ingelogd("amira"), punt):
        assert "Piet" in tekst
        assert ZIN not in tekst


def test_dat_er_iemand_kan_ontbreken_staat_er_ook_als_er_niemand_ontbreekt(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    doet_mee("bram", "ggz", 1)
    punt = plan_vandaag()

    assert [ZIN in tekst for tekst in _bladen(ingelogd("bram"), punt)] == [True, True]


def test_op_de_agenda_staat_dat_er_iemand_kan_ontbreken_op_een_eigen_regel(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    doet_mee("bram", "ggz", 1)
    agenda, _ = _bladen(ingelogd("bram"), plan_vandaag())

    voor, _, _ = agenda.partition(ZIN)
    assert voor.rstrip().endswith('Bram Douma<br><span class="zacht">')


def test_wie_geen_kant_heeft_leest_iedereen(ingelogd: Ingelogd, plan_vandaag: Plan) -> None:
    doet_mee("bram", "ggz", None)
    doet_mee("piet", "politie", 2)
    punt = plan_vandaag()

    for tekst in _bladen(ingelogd("bram"), punt):
        assert "Piet" in tekst
        assert ZIN not in tekst


@pytest.mark.parametrize(
    ("kant_bram", "kant_piet", "bram_kent"),
    [
        (1, 2, ["Bram Douma"]),
        (1, 1, ["Bram Douma", "Piet Kooistra"]),
        (1, None, ["Bram Douma", "Piet Kooistra"]),
        (None, 2, ["Bram Douma", "Piet Kooistra", "Woningcorporatie"]),
    ],
)
def test_de_databank_noemt_een_partner_alleen_wie_hij_mag_kennen(
    kant_bram: int | None,
    kant_piet: int | None,
    bram_kent: Sequence[str],
    db: None,
    plan_vandaag: Plan,
) -> None:
    doet_mee("bram", "ggz", kant_bram)
    doet_mee("piet", "politie", kant_piet)
    punt = plan_vandaag()
    _komt_ook(punt)

    assert [een for een in _komen("bram", punt) if een != "Amira Terpstra"] == bram_kent
    assert [een for een in _komen("amira", punt) if een != "Amira Terpstra"] == [
        "Bram Douma",
        "Piet Kooistra",
        "Woningcorporatie",
    ]


def test_wie_eerst_zonder_kant_kwam_en_nu_voor_de_andere_wordt_niet_genoemd(
    db: None, plan_vandaag: Plan
) -> None:
    doet_mee("bram", "ggz", 1)
    doet_mee("piet", "politie", None)
    punt = plan_vandaag()
    with als(Vrager(id_van("amira"))):
        rol_beeindigen(CasusRol.objects.get(casus=CASUS, gebruiker=id_van("piet")).pk)
    assert "Piet Kooistra" in _komen("bram", punt)
    doet_mee("piet", "politie", 2)

    assert "Piet Kooistra" not in _komen("bram", punt)


def _komt_ook(punt: UUID) -> None:
    """A third party, who signed for secrecy."""
    with als(Vrager(id_van("amira"))):
        derde_noemen(punt, "Woningcorporatie", geheimhouding_op=vandaag())
