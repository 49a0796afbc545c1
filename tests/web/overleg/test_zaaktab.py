# SPDX-License-Identifier: EUPL-1.2
"""The overleggen of one casus: its tab, and its timeline."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.web.overleg.stappen import adres_van, als_wie, bespreek
from vangnet.casus.models import CasusRol
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Agendapunt
from vangnet.overleg.services import Nieuw, overleg_afgelasten, overleg_plannen

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[..., CasusRol]
Plan = Callable[[], UUID]
ZAAK = f"/zaken/{id_van('casus')}"
TAB = f"{ZAAK}/overleggen"


def _punten(client: Client) -> tuple[list[UUID], list[UUID]]:
    context = client.get(TAB).context
    return (
        [een.punt for een, _soort in context["komend"]],
        [een.punt for een, _soort in context["geweest"]],
    )


def test_de_tab_toont_wat_komt_en_wat_is_geweest(ingelogd: Ingelogd, plan_vandaag: Plan) -> None:
    """The overleg of the cast was in 2022."""
    punt = plan_vandaag()

    assert _punten(ingelogd("amira")) == ([punt], [id_van("punt")])


def test_een_partner_ziet_in_de_tab_waarvoor_hij_is_gevraagd(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    """Bram is asked for that of the cast too; Chantal only for what is planned after she came."""
    eerst = plan_vandaag()
    neem_deel("bram")
    neem_deel("chantal")
    daarna = plan_vandaag()

    assert _punten(ingelogd("bram")) == ([daarna], [id_van("punt")])
    assert _punten(ingelogd("chantal")) == ([daarna], [])
    assert set(_punten(ingelogd("amira"))[0]) == {eerst, daarna}


@pytest.mark.parametrize("zijde", [None, 2])
def test_het_verslag_staat_in_de_tab_van_wie_het_leest(
    zijde: int | None, ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram", zijde=zijde)
    punt = plan_vandaag()
    bram, link = ingelogd("bram"), f"{adres_van(punt)}/verslag"
    assert link not in bram.get(TAB).content.decode()

    bespreek(ingelogd("amira"), punt, besluit="We gaan door.", vaststellen="ja")

    assert (link in bram.get(TAB).content.decode()) == (zijde is None)
    tijdlijn = bram.get(f"{ZAAK}/tijdlijn").content.decode()
    assert ("We gaan door." in tijdlijn) == (zijde is None)


def test_de_tijdlijn_toont_een_concept_of_afgelast_overleg_niet(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    punt, ander = plan_vandaag(), plan_vandaag()
    amira = ingelogd("amira")
    bespreek(amira, punt, besluit="Nog niet af.")
    with als_wie("amira"):
        overleg_afgelasten(Agendapunt.objects.get(pk=ander).overleg_id, af=True)

    antwoord = amira.get(f"{ZAAK}/tijdlijn")

    assert "Nog niet af." not in antwoord.content.decode()
    van_vandaag = [
        een
        for een in antwoord.context["gebeurtenissen"]
        if een.titel == "Casusoverleg" and een.op == vandaag()
    ]
    assert len(van_vandaag) == 1


def test_vanuit_de_tab_plan_je_een_overleg_over_deze_zaak(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    nieuw = f"/overleggen/nieuw?zaak={id_van('casus')}"

    assert nieuw in amira.get(TAB).content.decode()
    formulier = amira.get(nieuw).context["formulier"]

    assert formulier.initial["zaken"] == [str(id_van("casus"))]
    assert str(id_van("casus")) in dict(formulier.fields["zaken"].choices)


def test_wat_nog_komt_staat_niet_in_de_tijdlijn(ingelogd: Ingelogd) -> None:
    with als_wie("amira"):
        later = Nieuw(datum=vandaag() + timedelta(days=1), soort="regietafel")
        overleg_plannen(later, [id_van("casus")], door=id_van("amira"))

    titels = [
        een.titel for een in ingelogd("amira").get(f"{ZAAK}/tijdlijn").context["gebeurtenissen"]
    ]

    assert "Regietafel" not in titels
