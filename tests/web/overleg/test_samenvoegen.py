# SPDX-License-Identifier: EUPL-1.2
"""Two who write on one point: who is there is a text of both too."""

from collections.abc import Callable
from uuid import UUID

from django.test import Client

from tests.web.overleg.stappen import adres_van, als_wie, bespreek
from vangnet.casus.models import CasusRol
from vangnet.overleg.models import Genodigde
from vangnet.web.overleg.puntform import PuntForm

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[..., CasusRol]
Plan = Callable[[], UUID]
_VELDEN = ("versie", "begin", "genodigd", "eenmalig", "tekst", "besluit", "aanwezig")


def _alles(form: PuntForm) -> dict[str, object]:
    """As a browser sends it."""
    waarden = {naam: form[naam].value() for naam in _VELDEN}
    return {naam: waarde for naam, waarde in waarden.items() if waarde not in (None, "")}


def _bram(punt: UUID) -> str:
    with als_wie("amira"):
        return str(Genodigde.objects.get(agendapunt=punt, gebruiker__naam="Bram Douma").pk)


def _is_er(punt: UUID) -> bool | None:
    with als_wie("amira"):
        return Genodigde.objects.get(pk=_bram(punt)).aanwezig


def test_wie_vanzelf_werd_aangevinkt_en_er_niet_was_staat_er_niet(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    """Ticking alone gives the verslag no new version."""
    neem_deel("bram")
    punt = plan_vandaag()
    amira, joris = ingelogd("amira"), ingelogd("joris")
    bespreek(amira, punt)
    open_ = _alles(joris.get(adres_van(punt)).context["formulier"])
    bespreek(amira, punt, aanwezig=[_bram(punt)])
    eerst = joris.post(adres_van(punt), open_ | {"besluit": "Joris."})
    bespreek(amira, punt)

    pagina = joris.post(adres_van(punt), _alles(eerst.context["formulier"]))

    klaar = joris.post(adres_van(punt), _alles(pagina.context["formulier"]))

    for een in (eerst, pagina):
        assert [wat.veld.name for wat in een.context["vanzelf"]] == ["aanwezig", "besluit"]
    # Joris never touched the tick, so nobody asks him.
    assert 'name="kies-aanwezig"' not in pagina.content.decode()
    assert (eerst.status_code, pagina.status_code, klaar.status_code) == (409, 409, 302)
    assert _is_er(punt) is False


def test_merken_gelden_alleen_voor_de_genodigden_die_erbij_stonden(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    amira, joris = ingelogd("amira"), ingelogd("joris")
    bespreek(amira, punt)
    open_ = _alles(joris.get(adres_van(punt)).context["formulier"])
    bespreek(amira, punt, aanwezig=[_bram(punt)])
    tussen = joris.get(adres_van(punt)).context["formulier"]["genodigd"].value()
    bespreek(amira, punt)

    pagina = joris.post(
        adres_van(punt), open_ | {"genodigd": tussen, "aanwezig": [_bram(punt)]}
    ).content.decode()

    assert 'name="kies-aanwezig"' in pagina


def test_een_nieuwe_afspraak_staat_open_op_de_bladzijde_van_beide(
    ingelogd: Ingelogd, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    """It stood folded under what stayed the same, and is nowhere yet."""
    neem_deel("bram")
    punt = plan_vandaag()
    amira, joris = ingelogd("amira"), ingelogd("joris")
    bespreek(amira, punt)
    open_ = _alles(joris.get(adres_van(punt)).context["formulier"])
    bespreek(amira, punt, tekst="Amira schreef dit.")

    regel = {"afspraken": "Belt de huisarts @bram over 2 weken"}
    antwoord = joris.post(adres_van(punt), open_ | regel | {"tekst": "Joris."})
    pagina = antwoord.content.decode()

    assert antwoord.status_code == 409
    assert [een.name for een in antwoord.context["extra"]] == ["afspraken"]
    assert pagina.index("Belt de huisarts @bram") < pagina.index("Wat gelijk bleef")
