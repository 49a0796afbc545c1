# SPDX-License-Identifier: EUPL-1.2
"""Who takes part for the other side: not told to a partner on a side (toegang.md section 4)."""

from collections.abc import Callable, Sequence

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
CASUS = id_van("casus")
TABS = ("", "/tijdlijn", "/personen", "/beeld", "/plan/", "/overleggen", "/documenten/", "/delen")


def doet_mee(wie: str, organisatie: str, zijde: int | None) -> None:
    """Is invited on a side, or None for both, and says yes."""
    with als(Vrager(id_van("amira"))):
        plek = Plek(id_van(wie), id_van(organisatie), RolSoort.DEELNEMER)
        uitnodigen(CASUS, plek, zijde=zijde, beide_kanten=zijde is None)
    with als(Vrager(id_van(wie))):
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van(wie), beeindigd_op=None)
        uitnodiging_beantwoorden(rol.pk, aanvaard=True)


def _bekend_bij(wie: str) -> Sequence[str]:
    """The organisations that take part, as the database tells it to somebody."""
    with als(Vrager(id_van(wie))):
        rollen = CasusRol.objects.filter(casus=CASUS, organisatie__isnull=False)
        return sorted({rol.organisatie.kenmerk for rol in rollen if rol.organisatie})


def test_een_partner_leest_op_geen_tabblad_wie_alleen_aan_de_andere_kant_meedoet(
    ingelogd: Ingelogd,
) -> None:
    doet_mee("bram", "ggz", 1)
    doet_mee("piet", "politie", 2)
    bram, amira = ingelogd("bram"), ingelogd("amira")

    for tab in TABS:
        assert "Politie Noord" not in bram.get(f"/zaken/{CASUS}{tab}").content.decode(), tab
    assert "GGZ Noorderlicht, Politie Noord" in amira.get(f"/zaken/{CASUS}").content.decode()


@pytest.mark.parametrize(
    ("kant_bram", "kant_piet", "bram_kent", "piet_kent"),
    [
        (1, 2, ["org-ggz"], ["org-politie"]),
        (1, 1, ["org-ggz", "org-politie"], ["org-ggz", "org-politie"]),
        (1, None, ["org-ggz", "org-politie"], ["org-ggz", "org-politie"]),
        (None, None, ["org-ggz", "org-politie"], ["org-ggz", "org-politie"]),
    ],
)
def test_de_databank_zegt_een_partner_niet_wie_alleen_aan_de_andere_kant_meedoet(
    kant_bram: int | None,
    kant_piet: int | None,
    bram_kent: Sequence[str],
    piet_kent: Sequence[str],
    db: None,
) -> None:
    doet_mee("bram", "ggz", kant_bram)
    doet_mee("piet", "politie", kant_piet)

    assert _bekend_bij("bram") == bram_kent
    assert _bekend_bij("piet") == piet_kent
    assert _bekend_bij("amira") == ["org-ggz", "org-politie"]
