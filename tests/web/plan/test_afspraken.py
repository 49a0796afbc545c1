# SPDX-License-Identifier: EUPL-1.2
"""Afspraken of a casus, as the pages do them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bezetting import id_van
from tests.databank import cluster
from vangnet.casus.deelname import Plek, rol_beeindigen, uitnodigen
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Afspraak
from vangnet.plan.services import afspraak_afvinken
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
PLAN = f"/zaken/{id_van('casus')}/plan/"
AFSPRAKEN = f"/zaken/{id_van('casus')}/afspraken"
NIEUW = f"{AFSPRAKEN}/nieuw"
EEN = f"{AFSPRAKEN}/{id_van('afspraak')}"


def _velden(**anders: Any) -> dict[str, Any]:
    velden = {
        "omschrijving": "Belt de bewindvoerder.",
        "wie": str(id_van("ggz")),
        "uiterlijk_op": "over 2 weken",
        "domein": "civielrechtelijk",
        "interventie": "bewind",
    }
    return velden | anders


def _afspraak(pk: UUID | None = None, *, wie: str = "amira") -> Afspraak:
    with als(Vrager(id_van(wie))):
        return Afspraak.objects.get(pk=pk or id_van("afspraak"))


def _nieuwste() -> Afspraak:
    with als(Vrager(id_van("amira"))):
        return Afspraak.objects.exclude(pk=id_van("afspraak")).get()


def _van_de_politie() -> UUID:
    """An afspraak of the police, which takes part without a person."""
    with als(Vrager(id_van("amira"))):
        uitnodigen(id_van("casus"), Plek(None, id_van("politie"), RolSoort.DEELNEMER))
        return Afspraak.objects.create(
            kenmerk=f"af-{uuid4()}",
            casus_id=id_van("casus"),
            organisatie_id=id_van("politie"),
            domein="strafrechtelijk",
            omschrijving="Kanarie-politie",
            vastgesteld_op=vandaag(),
            uiterlijk_op=vandaag(),
        ).pk


def _gedaan(handeling: str) -> int:
    with als(Vrager(id_van("frank"))):
        return Handeling.objects.filter(handeling=handeling, casus=id_van("casus")).count()


def test_het_huis_maakt_een_afspraak_met_een_dag_in_woorden(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    wie = f"{id_van('ggz')}:{id_van('bram')}"

    antwoord = ingelogd("amira").post(NIEUW, _velden(wie=wie))

    assert antwoord.status_code == 302
    gemaakt = _nieuwste()
    assert gemaakt.uiterlijk_op == vandaag() + timedelta(days=14)
    assert (gemaakt.organisatie_id, gemaakt.gebruiker_id) == (id_van("ggz"), id_van("bram"))
    assert (gemaakt.domein, gemaakt.interventie) == ("civielrechtelijk", "bewind")
    assert _gedaan("afspraak.toegevoegd") == 1


def test_hetzelfde_formulier_twee_keer_verstuurd_maakt_een_afspraak(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira, velden = ingelogd("amira"), _velden(eenmalig=str(uuid4()))

    assert [amira.post(NIEUW, velden).status_code for _ in range(2)] == [302, 302]
    assert _nieuwste().omschrijving == "Belt de bewindvoerder."


def test_hetzelfde_formulier_met_andere_inhoud_verliest_niets(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira, velden = ingelogd("amira"), _velden(eenmalig=str(uuid4()))
    amira.post(NIEUW, velden)

    amira.post(NIEUW, velden | {"omschrijving": "Belt ook de rechtbank."})

    with als(Vrager(id_van("amira"))):
        gemaakt = set(Afspraak.objects.values_list("omschrijving", flat=True))
    assert gemaakt == {"Kanarie-afspraak", "Belt de bewindvoerder.", "Belt ook de rechtbank."}


@pytest.mark.parametrize(
    ("veld", "waarde"), [("uiterlijk_op", "ooit"), ("uiterlijk_op", "1-1-2020"), ("wie", "")]
)
def test_een_fout_houdt_de_tekst(
    veld: str, waarde: str, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")

    antwoord = ingelogd("amira").post(NIEUW, _velden(**{veld: waarde}))

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == [veld]
    assert "Belt de bewindvoerder." in antwoord.content.decode()


def test_een_organisatie_die_niet_meedoet_krijgt_geen_afspraak(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")

    antwoord = ingelogd("amira").post(NIEUW, _velden(wie=str(id_van("politie"))))

    assert list(antwoord.context["formulier"].errors) == ["wie"]


def test_de_lijst_toont_wat_te_laat_is_eerst(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")
    amira.post(NIEUW, _velden())

    open_ = amira.get(PLAN).context["open"]

    assert [regel.wat for regel in open_] == ["Kanarie-afspraak", "Belt de bewindvoerder."]
    assert [regel.woord for regel in open_] == ["Te laat", "Open"]


def test_wie_afvinkt_kan_het_na_herladen_nog_terugdraaien(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    amira.post(f"{EEN}/gereed")
    herladen = amira.get(PLAN)

    assert [regel.wat for regel in herladen.context["nu_klaar"]] == ["Kanarie-afspraak"]
    assert "Ongedaan maken" in herladen.content.decode()

    amira.post(f"{EEN}/gereed", {"gereed": "nee"})

    assert _afspraak().gereed_op is None
    assert (_gedaan("afspraak.gereed"), _gedaan("afspraak.weer_open")) == (1, 1)


def test_twee_keer_afvinken_is_een_handeling(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    assert [amira.post(f"{EEN}/gereed").status_code for _ in range(2)] == [302, 302]
    assert _gedaan("afspraak.gereed") == 1


def test_een_partner_ziet_alleen_de_eigen_en_vinkt_die_af(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    _van_de_politie()
    bram = ingelogd("bram")

    pagina = bram.get(PLAN)

    assert [regel.wat for regel in pagina.context["open"]] == ["Kanarie-afspraak"]
    assert "Kanarie-politie" not in pagina.content.decode()
    assert bram.post(f"{EEN}/gereed").status_code == 302
    assert _afspraak().gereed_op == vandaag()


def test_een_partner_vinkt_die_van_een_ander_niet_af(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    ander = _van_de_politie()

    assert ingelogd("bram").post(f"{AFSPRAKEN}/{ander}/gereed").status_code == 404
    with als(Vrager(id_van("bram"))), pytest.raises(NietToegestaan):
        afspraak_afvinken(ander, gereed=True)


def test_een_partner_wijzigt_niets(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")

    for adres in (NIEUW, EEN, f"{EEN}/vervallen"):
        assert bram.post(adres, _velden(reden="Zomaar.")).status_code == 404
    with als(Vrager(id_van("bram"))):
        assert Afspraak.objects.filter(pk=id_van("afspraak")).update(omschrijving="x") == 0


def test_wie_niet_meer_meedoet_vinkt_niet_af(neem_deel: NeemDeel) -> None:
    rol = neem_deel("bram")
    with als(Vrager(id_van("amira"))):
        rol_beeindigen(rol.pk)

    with als(Vrager(id_van("bram"))), pytest.raises(NietToegestaan):
        afspraak_afvinken(id_van("afspraak"), gereed=True)


def test_een_partner_zet_niet_terug_wat_eerder_gereed_was(eigen_databank: str) -> None:
    afspraak = id_van("afspraak")
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(
            "INSERT INTO casus_casusrol (id, casus_id, gebruiker_id, organisatie_id, rol, antwoord,"
            " vanaf) VALUES (%s, %s, %s, %s, 'deelnemer', 'aanvaard', '2022-03-01')",
            [uuid4(), id_van("casus"), id_van("bram"), id_van("ggz")],
        )
        beheer.execute("UPDATE plan_afspraak SET gereed_op = '2022-03-20'")

    with als(Vrager(id_van("bram"))), pytest.raises(NietToegestaan):
        afspraak_afvinken(afspraak, gereed=False)
    with als(Vrager(id_van("amira"))):
        afspraak_afvinken(afspraak, gereed=False)
    assert _afspraak(wie="bram").gereed_op is None


def test_gereed_en_eerdere_dagen_schrijft_niemand_zelf(db: None) -> None:
    for kolom, waarde in (("gereed_op", vandaag()), ("eerder_op", [])):
        with als(Vrager(id_van("amira"))), pytest.raises(ProgrammingError), transaction.atomic():
            Afspraak.objects.filter(pk=id_van("afspraak")).update(**{kolom: waarde})


def test_een_afspraak_is_van_iemand_van_die_organisatie_in_die_zaak(db: None) -> None:
    with als(Vrager(id_van("amira"))), pytest.raises(ProgrammingError), transaction.atomic():
        Afspraak.objects.filter(pk=id_van("afspraak")).update(gebruiker_id=id_van("chantal"))


def test_een_verzette_dag_blijft_te_lezen(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")
    begin = amira.get(EEN).context["formulier"].initial

    amira.post(EEN, _velden(uiterlijk_op="1-5-2022", versie=begin["versie"]))

    assert [str(dag) for dag in _afspraak().eerder_op] == ["2022-04-01"]
    assert "1 apr 2022" in amira.get(PLAN).content.decode()


def test_wie_later_opslaat_ziet_beide_teksten(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    amira, joris = ingelogd("amira"), ingelogd("joris")
    versie = joris.get(EEN).context["formulier"].initial["versie"]
    amira.post(EEN, _velden(omschrijving="Wat Amira schreef.", versie=versie))

    botst = joris.post(EEN, _velden(omschrijving="Wat Joris schreef.", versie=versie))

    assert botst.status_code == 409
    pagina = botst.content.decode()
    assert "Wat Amira schreef." in pagina
    assert "Wat Joris schreef." in pagina
    # Joris looked when he opened it, and saw the text of Amira on the page that merges.
    assert _gedaan("afspraak.ingezien") == 2
    opnieuw = botst.context["formulier"].data["versie"]
    assert joris.post(EEN, _velden(omschrijving="Samen.", versie=opnieuw)).status_code == 302
    assert _afspraak().omschrijving == "Samen."
    assert _gedaan("afspraak.gewijzigd") == 2


def test_vervallen_vraagt_een_reden_en_kan_terug(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    assert amira.post(f"{EEN}/vervallen", {"reden": ""}).status_code == 422
    amira.post(f"{EEN}/vervallen", {"reden": "Is verhuisd."})
    assert "Is verhuisd." in amira.get(PLAN).content.decode()
    amira.post(f"{EEN}/vervallen", {"terug": "ja"})

    assert _afspraak().vervallen_op is None
    assert (_gedaan("afspraak.vervallen"), _gedaan("afspraak.weer_open")) == (1, 1)


def test_de_bladzijde_vraagt_bij_1_en_20_afspraken_evenveel(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")

    def vragen() -> int:
        with CaptureQueriesContext(connection) as gesteld:
            assert amira.get(PLAN).status_code == 200
        return len(gesteld)

    vragen()
    bij_een = vragen()
    for nummer in range(19):
        amira.post(NIEUW, _velden(omschrijving=f"Afspraak {nummer}"))

    vragen()  # Shows what happened, once.
    assert vragen() == bij_een
