# SPDX-License-Identifier: EUPL-1.2
"""Who came for an organisation that takes part with nobody by name stands in the verslag."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.databank import cluster
from tests.web.overleg.stappen import adres_van, als_wie, bespreek
from tests.web.overleg.test_verslagbestand import _plat, _tekst
from vangnet.casus.deelname import Plek, rol_beeindigen, uitnodigen
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Agendapunt, Genodigde
from vangnet.overleg.services import (
    Nieuw,
    genodigde_weglaten,
    iedereen_aanwezig,
    op_agenda_zetten,
    overleg_plannen,
)

Ingelogd = Callable[[str], Client]
Plan = Callable[[], UUID]
NeemDeel = Callable[..., CasusRol]
NIEMAND = "GGZ Noorderlicht, nog niemand op naam"


@pytest.fixture
def ggz_doet_mee(db: None) -> UUID:
    """Without anybody by name; the rol."""
    with als_wie("amira"):
        uitnodigen(id_van("casus"), Plek(None, id_van("ggz"), RolSoort.DEELNEMER))
        return CasusRol.objects.get(casus=id_van("casus"), organisatie=id_van("ggz")).pk


def _genodigd(punt: UUID) -> list[tuple[UUID | None, bool | None, str | None]]:
    with als_wie("amira"):
        zonder = Genodigde.objects.filter(agendapunt=punt, gebruiker=None)
        return list(zonder.values_list("organisatie", "aanwezig", "functie"))


def _rijen(punt: UUID) -> list[tuple[UUID, ...]]:
    with als_wie("amira"):
        return list(Genodigde.objects.filter(agendapunt=punt).values_list("pk"))


def _nog_gevraagd(punt: UUID) -> list[str | None]:
    """By name, None for the organisation without one."""
    with als_wie("amira"):
        rijen = Genodigde.objects.filter(agendapunt=punt, organisatie=id_van("ggz"))
        return list(rijen.filter(weggelaten_op=None).values_list("gebruiker__naam", flat=True))


def _nog_eens_op_de_agenda(punt: UUID) -> None:
    with als_wie("amira"):
        op_agenda_zetten(Agendapunt.objects.get(pk=punt).overleg_id, id_van("casus"))


def _rij(punt: UUID) -> UUID:
    with als_wie("amira"):
        return Genodigde.objects.get(agendapunt=punt, gebruiker=None).pk


def test_een_organisatie_zonder_iemand_op_naam_staat_bij_wie_er_is(
    ggz_doet_mee: UUID, ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()

    pagina = ingelogd("amira").get(adres_van(punt)).content.decode()

    assert NIEMAND in pagina
    assert "Wie was er namens GGZ Noorderlicht?" in pagina
    assert _genodigd(punt) == [(id_van("ggz"), None, None)]


@pytest.mark.parametrize(
    ("vinkje", "functie", "er_was"),
    [
        (True, "Wijkverpleegkundige", (True, "Wijkverpleegkundige")),
        (False, "Wijkverpleegkundige", (True, "Wijkverpleegkundige")),
        (True, "", (True, None)),
        (False, "", (False, None)),
    ],
)
def test_een_vinkje_of_een_functie_zegt_wie_er_was(
    vinkje: bool,
    functie: str,
    er_was: tuple[bool, str | None],
    ggz_doet_mee: UUID,
    ingelogd: Ingelogd,
    plan_vandaag: Plan,
) -> None:
    punt = plan_vandaag()
    rij = _rij(punt)

    antwoord = bespreek(
        ingelogd("amira"),
        punt,
        aanwezig=[str(rij)] if vinkje else [],
        **{f"functie_{rij.hex}": functie},
    )

    assert antwoord.status_code == 302
    assert _genodigd(punt) == [(id_van("ggz"), *er_was)]


def test_wie_er_toch_niet_was_houdt_geen_functie(
    ggz_doet_mee: UUID, ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt, amira = plan_vandaag(), ingelogd("amira")
    veld = f"functie_{_rij(punt).hex}"
    bespreek(amira, punt, **{veld: "Wijkverpleegkundige"})

    begin = amira.get(adres_van(punt)).context["formulier"].initial
    bespreek(amira, punt, **{veld: ""})

    assert begin[veld] == "Wijkverpleegkundige"
    assert _genodigd(punt) == [(id_van("ggz"), False, None)]


@pytest.mark.parametrize("vorm", ["scherm", "docx", "pdf"])
def test_het_verslag_noemt_organisatie_en_functie(
    vorm: str, ggz_doet_mee: UUID, ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt, amira = plan_vandaag(), ingelogd("amira")
    bespreek(amira, punt, **{f"functie_{_rij(punt).hex}": "Wijkverpleegkundige"})

    if vorm == "scherm":
        tekst = amira.get(f"{adres_van(punt)}/verslag").content.decode()
    else:
        tekst = _plat(_tekst(amira.get(f"{adres_van(punt)}/verslag.{vorm}"), vorm))

    assert "GGZ Noorderlicht, Wijkverpleegkundige" in tekst


def test_wie_samenvoegt_kiest_ook_de_functie(
    ggz_doet_mee: UUID, ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    amira, joris = ingelogd("amira"), ingelogd("joris")
    veld = f"functie_{_rij(punt).hex}"
    begin = amira.get(adres_van(punt)).context["formulier"].initial
    gelezen = {"versie": begin["versie"], "genodigd": begin["genodigd"]}
    bespreek(amira, punt, **gelezen, **{veld: "Arts"})

    botst = bespreek(joris, punt, **gelezen, **{veld: "Verpleegkundige"})
    nu = {een.veld.name: een.nu for een in botst.context["anders"]}  # type: ignore[attr-defined]
    nieuw = botst.context["formulier"]  # type: ignore[attr-defined]
    keuze = {"versie": nieuw["versie"].value(), "genodigd": nieuw["genodigd"].value()}
    bespreek(joris, punt, **keuze, **{veld: "Verpleegkundige", f"kies-{veld}": "nu"})

    assert (botst.status_code, nu[veld]) == (409, "Arts")
    assert _genodigd(punt) == [(id_van("ggz"), True, "Arts")]


def test_een_organisatie_zonder_iemand_op_naam_staat_bij_genodigd(
    ggz_doet_mee: UUID, ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    with als_wie("amira"):
        overleg = Agendapunt.objects.get(pk=plan_vandaag()).overleg_id

    pagina = ingelogd("amira").get(f"/overleggen/{overleg}").content.decode()

    assert 'data-kop="Genodigd"><span>GGZ Noorderlicht<' in pagina


def test_iedereen_is_er_zegt_niets_over_wie_niemand_op_naam_heeft(
    ggz_doet_mee: UUID, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    with als_wie("amira"):
        een = Agendapunt.objects.get(pk=punt)
        iedereen_aanwezig(een.overleg_id, [een], dag=vandaag())

    assert _genodigd(punt) == [(id_van("ggz"), None, None)]


def test_beginnen_met_iedereen_zegt_wie_niet_is_aangevinkt(
    ggz_doet_mee: UUID, plan_vandaag: Plan, ingelogd: Ingelogd
) -> None:
    punt, amira = plan_vandaag(), ingelogd("amira")
    with als_wie("amira"):
        overleg = Agendapunt.objects.get(pk=punt).overleg_id

    pagina = amira.post(f"/overleggen/{overleg}/begin", follow=True).content.decode()
    assert f"Niet aangevinkt: {NIEMAND}. Is er toch iemand?" in pagina

    bespreek(amira, punt, aanwezig=[str(een) for een, *_ in _rijen(punt)])
    pagina = amira.post(f"/overleggen/{overleg}/begin", follow=True).content.decode()
    assert "Iedereen op naam staat als aanwezig." in pagina
    assert "Niet aangevinkt" not in pagina


def test_wie_iemand_op_naam_heeft_staat_er_niet_ook_zonder(
    ggz_doet_mee: UUID, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")

    assert _genodigd(plan_vandaag()) == []


def test_wie_op_naam_erbij_komt_staat_er_in_de_plaats_van_de_organisatie(
    ggz_doet_mee: UUID, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    neem_deel("bram")

    _nog_eens_op_de_agenda(punt)

    assert _nog_gevraagd(punt) == ["Bram Douma"]


def test_dat_de_organisatie_zonder_naam_gaat_staat_in_het_journaal(
    ggz_doet_mee: UUID, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    neem_deel("bram")

    for _keer in range(2):
        _nog_eens_op_de_agenda(punt)

    with als_wie("frank"):
        weg = Handeling.objects.filter(handeling="genodigde.weggelaten")
        gelezen = list(weg.values_list("object", "casus", "velden"))
    assert gelezen == [(_rij(punt), id_van("casus"), ["weggelaten_op"])]


def test_een_getypte_functie_gaat_niet_ongemerkt_als_de_organisatie_zonder_naam_gaat(
    ggz_doet_mee: UUID, neem_deel: NeemDeel, ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt, amira = plan_vandaag(), ingelogd("amira")
    gelezen = amira.get(adres_van(punt)).context["formulier"].initial
    veld = f"functie_{_rij(punt).hex}"
    getypt = {"genodigd": gelezen["genodigd"], veld: "Reclasseringswerker"}
    neem_deel("bram")
    _nog_eens_op_de_agenda(punt)

    fout = bespreek(amira, punt, **getypt)
    goed = bespreek(amira, punt, **{**getypt, veld: ""})

    assert fout.status_code == 422
    assert list(fout.context["formulier"].errors) == [veld]  # type: ignore[attr-defined]
    assert 'value="Reclasseringswerker"' in fout.content.decode()
    assert (goed.status_code, _nog_gevraagd(punt)) == (302, ["Bram Douma"])


def test_een_getypte_functie_blijft_ook_op_de_bladzijde_van_het_samenvoegen(
    ggz_doet_mee: UUID, neem_deel: NeemDeel, ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt, amira = plan_vandaag(), ingelogd("amira")
    begin = amira.get(adres_van(punt)).context["formulier"].initial
    gelezen = {"versie": begin["versie"], "genodigd": begin["genodigd"]}
    veld = f"functie_{_rij(punt).hex}"
    bespreek(ingelogd("joris"), punt, tekst="Van Joris.")
    neem_deel("bram")
    _nog_eens_op_de_agenda(punt)

    botst = bespreek(amira, punt, **gelezen, **{veld: "Arts"})

    assert 'value="Arts"' in botst.content.decode()


def test_wie_de_organisatie_toch_uitnodigt_heeft_de_getypte_functie_nog(
    ggz_doet_mee: UUID, neem_deel: NeemDeel, ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt, amira = plan_vandaag(), ingelogd("amira")
    rij = _rij(punt)
    neem_deel("bram")
    _nog_eens_op_de_agenda(punt)
    bespreek(amira, punt, **{f"functie_{rij.hex}": "Arts"})

    weg = amira.get(adres_van(punt)).context["formulier"]
    amira.post(f"/overleggen/genodigden/{rij}/weg", {"weg": "nee"})
    terug = amira.get(adres_van(punt)).context["formulier"]

    assert [een.value() for een in weg.functievelden()] == ["Arts"]
    assert [een.value() for een in terug.functievelden()] == ["Arts"]


def test_op_een_ander_punt_blijft_de_organisatie_zonder_naam_tot_ook_dat_weer_op_de_agenda_komt(
    ggz_doet_mee: UUID, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    punt, ander = plan_vandaag(), plan_vandaag()
    neem_deel("bram")

    _nog_eens_op_de_agenda(punt)

    assert (_nog_gevraagd(punt), _nog_gevraagd(ander)) == (["Bram Douma"], [None])


def test_wie_op_naam_al_was_gevraagd_blijft_naast_een_collega_die_erbij_komt(
    ggz_doet_mee: UUID, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    neem_deel("bram")
    punt = plan_vandaag()
    neem_deel("chantal")

    _nog_eens_op_de_agenda(punt)

    assert len(_nog_gevraagd(punt)) == 2


def test_wie_er_voor_de_organisatie_al_was_blijft_naast_wie_op_naam_erbij_komt(
    ggz_doet_mee: UUID, neem_deel: NeemDeel, ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    bespreek(ingelogd("amira"), punt, **{f"functie_{_rij(punt).hex}": "Arts"})
    neem_deel("bram")

    _nog_eens_op_de_agenda(punt)

    assert (_genodigd(punt), len(_nog_gevraagd(punt))) == ([(id_van("ggz"), True, "Arts")], 2)


def test_wie_er_voor_de_organisatie_niet_was_blijft_niet_naast_wie_op_naam_erbij_komt(
    ggz_doet_mee: UUID, neem_deel: NeemDeel, ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    bespreek(ingelogd("amira"), punt)
    neem_deel("bram")

    _nog_eens_op_de_agenda(punt)

    assert _nog_gevraagd(punt) == ["Bram Douma"]


def test_wie_het_huis_alsnog_zonder_naam_vraagt_blijft(
    ggz_doet_mee: UUID, neem_deel: NeemDeel, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    neem_deel("bram")
    _nog_eens_op_de_agenda(punt)
    with als_wie("amira"):
        genodigde_weglaten(_rij(punt), weg=False)

    _nog_eens_op_de_agenda(punt)

    assert len(_nog_gevraagd(punt)) == 2


def test_een_andere_organisatie_zonder_naam_blijft(neem_deel: NeemDeel, plan_vandaag: Plan) -> None:
    with als_wie("amira"):
        uitnodigen(id_van("casus"), Plek(None, id_van("politie"), RolSoort.DEELNEMER))
    punt = plan_vandaag()
    neem_deel("bram")

    _nog_eens_op_de_agenda(punt)

    with als_wie("amira"):
        assert Genodigde.objects.get(agendapunt=punt, gebruiker=None).weggelaten_op is None


def _punt_als_de_ggz_meedoet(dagen: str, databank: str) -> UUID:
    """On an agenda of today; dagen: the first and the last day, as SQL."""
    with als_wie("amira"):
        uitnodigen(id_van("casus"), Plek(None, id_van("ggz"), RolSoort.DEELNEMER))
    van_de_ggz = f"SET (vanaf, tot) = ({dagen}) WHERE organisatie_id = %s"
    with cluster().verbind(BEHEERDER, databank) as beheer:
        beheer.execute(f"UPDATE casus_casusrol {van_de_ggz}".encode(), [id_van("ggz")])
    with als_wie("amira"):
        nieuw = Nieuw(datum=vandaag(), soort="casusoverleg")
        overleg = overleg_plannen(nieuw, [id_van("casus")], door=id_van("amira"))
        return Agendapunt.objects.get(overleg=overleg).pk


@pytest.mark.parametrize(
    "dagen", ["'2100-01-01', NULL", "'2024-01-01', '2024-04-01'", "NULL, '2024-04-01'"]
)
def test_wie_vandaag_niet_meedoet_wordt_niet_zonder_naam_gevraagd(
    dagen: str, eigen_databank: str
) -> None:
    assert _genodigd(_punt_als_de_ggz_meedoet(dagen, eigen_databank)) == []


def test_van_wie_de_eerste_dag_niet_bekend_is_wordt_gevraagd(eigen_databank: str) -> None:
    """As from an import: the page of sharing says that it takes part."""
    punt = _punt_als_de_ggz_meedoet("NULL, NULL", eigen_databank)

    assert _genodigd(punt) == [(id_van("ggz"), None, None)]


def test_wie_voor_het_huis_op_de_zaak_staat_is_geen_organisatie_zonder_naam(
    plan_vandaag: Plan,
) -> None:
    with als_wie("amira"):
        uitnodigen(id_van("casus"), Plek(id_van("amira"), None, RolSoort.REGISSEUR))

    assert _genodigd(plan_vandaag()) == []


def test_wie_niet_meer_meedoet_wordt_niet_gevraagd(ggz_doet_mee: UUID, plan_vandaag: Plan) -> None:
    with als_wie("amira"):
        rol_beeindigen(ggz_doet_mee)

    assert _genodigd(plan_vandaag()) == []


def test_nog_eens_op_de_agenda_zet_wie_erbij_kwam_erbij(plan_vandaag: Plan) -> None:
    punt = plan_vandaag()
    for _keer in range(2):
        with als_wie("amira"):
            rollen = CasusRol.objects.filter(casus=id_van("casus"), organisatie=id_van("ggz"))
            if not rollen.exists():
                uitnodigen(id_van("casus"), Plek(None, id_van("ggz"), RolSoort.DEELNEMER))
        _nog_eens_op_de_agenda(punt)

    assert _genodigd(punt) == [(id_van("ggz"), None, None)]


def test_op_een_vastgesteld_verslag_komt_niemand_erbij(
    ingelogd: Ingelogd, plan_vandaag: Plan
) -> None:
    punt = plan_vandaag()
    bespreek(ingelogd("amira"), punt, vaststellen="ja")
    with als_wie("amira"):
        uitnodigen(id_van("casus"), Plek(None, id_van("ggz"), RolSoort.DEELNEMER))
    _nog_eens_op_de_agenda(punt)

    assert _genodigd(punt) == []
