# SPDX-License-Identifier: EUPL-1.2
"""Who signed a plan, where more than one hoofdbetrokkene can."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.uitwisseling.hulp import GAAF, schrijf, voer_in
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import Betrokkenheid, Casus, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.casus.zijden import zijde_wisselen
from vangnet.journaal.models import Onderwerp
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Afspraak, Handtekening, Plan
from vangnet.plan.services import plan_ondertekenen, plan_vaststellen
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
AMIRA, BRAM = Vrager(id_van("amira")), Vrager(id_van("bram"))
EERST, LATER = date(2026, 4, 4), date(2026, 5, 6)
PLANKOP = "plan_id,casus_id,vastgesteld_op,nadruk,ondertekend_op,volgen_tot\n"
ANNA, PIETERSMA = "Anna Jansma", "Pietersma"


def _zet_gezin(map_: Path, getekend: str = ",", erbij: str = "2022-03-01") -> UUID:
    """A system casus of Anna Jansma and Pietersma, each hoofdbetrokkene, with a plan; its id.

    erbij: since when Pietersma is.
    """
    voer_in(
        schrijf(
            map_,
            {
                **GAAF,
                "casussen": GAAF["casussen"].replace("individu", "systeem"),
                "betrokkenen": f"{GAAF['betrokkenen']}C1,P2,hoofdbetrokkene,{erbij}\n",
                "plannen": f"{PLANKOP}PL1,C1,2026-04-01,integraal,{getekend}\n",
            },
        )
    )
    with als(AMIRA):
        return Casus.objects.get(kenmerk="C1").pk


@pytest.fixture
def gezin(tmp_path: Path) -> UUID:
    """Nobody signed yet."""
    return _zet_gezin(tmp_path / "gezin")


def _wie(kenmerk: str) -> UUID:
    with als(AMIRA):
        return Betrokkenheid.objects.get(casus__kenmerk="C1", persoon__kenmerk=kenmerk).pk


def _teken(kenmerk: str | None, op: date, reden: str = "", versie: UUID | None = None) -> None:
    van = _wie(kenmerk) if kenmerk else None
    with als(AMIRA):
        plan = Plan.objects.get(kenmerk="PL1")
        plan_ondertekenen(plan.pk, van=van, op=op, reden=reden, versie=versie)


def _plan() -> tuple[date | None, date | None]:
    with als(AMIRA):
        plan = Plan.objects.get(kenmerk="PL1")
    return plan.ondertekend_op, plan.volgen_tot


def _rijen() -> dict[str, date]:
    with als(AMIRA):
        rijen = Handtekening.objects.values_list(
            "betrokkenheid__persoon__kenmerk", "ondertekend_op"
        )
        return dict(rijen)


def _zet_tegenover() -> None:
    for kenmerk, zijde in (("P1", 1), ("P2", 2)):
        van = _wie(kenmerk)
        with als(AMIRA):
            zijde_wisselen(van, gelezen=None, zijde=zijde, reden="Zij staan tegenover elkaar.")


def _stel_vast(casus: UUID) -> UUID:
    with als(AMIRA):
        Afspraak.objects.create(
            kenmerk=f"af-{uuid4()}",
            casus_id=casus,
            organisatie_id=id_van("ggz"),
            domein="zorg",
            omschrijving="Belt elke week",
            vastgesteld_op=vandaag(),
            uiterlijk_op=vandaag(),
        )
        return plan_vaststellen(casus)


def test_ieder_tekent_op_een_eigen_dag_en_de_eerste_begint_het_volgen(
    gezin: UUID, ingelogd: Ingelogd
) -> None:
    amira, adres = ingelogd("amira"), f"/zaken/{gezin}/plan/"
    for kenmerk, dag in (("P2", "6-5-2026"), ("P1", "4-4-2026")):
        velden = {"van": str(_wie(kenmerk)), "ondertekend_op": dag}
        assert amira.post(f"{adres}handtekening", velden).status_code == 302

    assert _rijen() == {"P1": EERST, "P2": LATER}
    assert _plan() == (EERST, date(2029, 4, 4))
    pagina = amira.get(adres).content.decode()
    assert f"{ANNA} tekende op 4 apr 2026." in pagina
    assert f"{PIETERSMA} tekende op 6 mei 2026." in pagina
    # Not for three years: by then it has to be gone.
    assert "We volgen het tot 1 mrt 2027." in pagina


def test_een_tweede_handtekening_verandert_niet_vanaf_wanneer_we_volgen(gezin: UUID) -> None:
    _teken("P1", EERST)
    _teken("P2", LATER)

    assert _plan() == (EERST, date(2029, 4, 4))


def test_de_bladzijde_zegt_wie_nog_niet_tekende(gezin: UUID, ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _teken("P1", EERST)

    pagina = amira.get(f"/zaken/{gezin}/plan/").content.decode()

    assert f"{ANNA} tekende op 4 apr 2026." in pagina
    assert f"{PIETERSMA} tekende nog niet." in pagina
    assert f'Handtekening vastleggen<span class="alleen-voorlezen">: {PIETERSMA}' in pagina
    assert f'Handtekening verbeteren<span class="alleen-voorlezen">: {ANNA}' in pagina


def test_met_meer_hoofdbetrokkenen_kies_je_wie_tekende(gezin: UUID, ingelogd: Ingelogd) -> None:
    amira, adres = ingelogd("amira"), f"/zaken/{gezin}/plan/handtekening"

    antwoord = amira.post(adres, {"ondertekend_op": "4-4-2026"})

    assert antwoord.status_code == 422
    assert antwoord.context["formulier"].errors == {"van": ["Kies wie tekende."]}
    with pytest.raises(NietToegestaan):
        _teken(None, EERST)
    assert _rijen() == {}
    gekozen = amira.get(adres, {"van": str(_wie("P2"))}).context["formulier"]
    assert gekozen.initial["van"] == str(_wie("P2"))


def test_met_een_hoofdbetrokkene_is_er_niets_te_kiezen(ingelogd: Ingelogd) -> None:
    amira, adres = ingelogd("amira"), f"/zaken/{id_van('casus')}/plan/handtekening"
    assert "van" not in amira.get(adres).context["formulier"].fields

    amira.post(adres, {"ondertekend_op": "4-3-2022"})

    assert _rijen() == {"p-1": date(2022, 3, 4)}


def test_een_handtekening_verbeter_je_per_persoon(gezin: UUID, ingelogd: Ingelogd) -> None:
    _teken("P1", EERST)
    _teken("P2", LATER)
    amira, adres = ingelogd("amira"), f"/zaken/{gezin}/plan/handtekening"
    velden = {"van": str(_wie("P1")), "ondertekend_op": "7-6-2026"}

    zonder = amira.post(adres, velden)
    assert list(zonder.context["formulier"].errors) == ["reden"]
    with pytest.raises(NietToegestaan):
        _teken("P1", date(2026, 6, 7))
    amira.post(adres, velden | {"reden": "Verkeerd overgenomen"})

    assert _rijen() == {"P1": date(2026, 6, 7), "P2": LATER}
    assert _plan() == (LATER, date(2029, 5, 6))
    pagina = amira.get(f"/zaken/{gezin}/plan/").content.decode()
    assert "Dat is verbeterd: Verkeerd overgenomen." in pagina
    assert pagina.count("Dat is verbeterd") == 1


def test_een_handtekening_zonder_naam_is_van_wie_je_het_eerst_noemt(
    tmp_path: Path, ingelogd: Ingelogd
) -> None:
    gezin = _zet_gezin(tmp_path, "2026-04-04,2029-04-04")
    amira = ingelogd("amira")
    zin = "Op 4 apr 2026 tekende iemand. Wie dat was, is niet vastgelegd."
    assert zin in amira.get(f"/zaken/{gezin}/plan/").content.decode()

    with pytest.raises(NietToegestaan):
        _teken("P1", LATER)
    _teken("P1", EERST)
    _teken("P2", LATER)

    assert _rijen() == {"P1": EERST, "P2": LATER}
    assert _plan() == (EERST, date(2029, 4, 4))
    assert zin not in amira.get(f"/zaken/{gezin}/plan/").content.decode()


def test_wie_er_toen_nog_niet_was_neemt_een_handtekening_zonder_naam_niet_over(
    tmp_path: Path, ingelogd: Ingelogd
) -> None:
    gezin = _zet_gezin(tmp_path, "2026-04-04,2029-04-04", erbij="2026-06-01")
    amira, adres = ingelogd("amira"), f"/zaken/{gezin}/plan/"
    velden = {"van": str(_wie("P2")), "ondertekend_op": "10-6-2026"}

    assert amira.post(f"{adres}handtekening", velden).status_code == 302

    assert _rijen() == {"P2": date(2026, 6, 10)}
    assert _plan() == (EERST, date(2029, 4, 4))
    zin = "Op 4 apr 2026 tekende iemand. Wie dat was, is niet vastgelegd."
    assert zin in amira.get(adres).content.decode()
    _teken("P1", EERST)
    assert _rijen() == {"P1": EERST, "P2": date(2026, 6, 10)}
    assert zin not in amira.get(adres).content.decode()


def test_niemand_tekent_van_voor_die_persoon_hoofdbetrokkene_was(
    tmp_path: Path, ingelogd: Ingelogd
) -> None:
    gezin = _zet_gezin(tmp_path, erbij="2026-06-01")
    velden = {"van": str(_wie("P2")), "ondertekend_op": "31-5-2026"}

    antwoord = ingelogd("amira").post(f"/zaken/{gezin}/plan/handtekening", velden)

    assert antwoord.status_code == 422
    zin = (
        "Wie tekende, is pas sinds 1 juni 2026 hoofdbetrokkene van deze zaak. Kies een dag "
        "vanaf dan."
    )
    assert antwoord.context["formulier"].errors == {"ondertekend_op": [zin]}
    with pytest.raises(NietToegestaan):
        _teken("P2", date(2026, 5, 31))
    assert _rijen() == {}
    _teken("P2", date(2026, 6, 1))
    assert _rijen() == {"P2": date(2026, 6, 1)}


def test_een_ingevoerde_handtekening_van_eerder_blijft_de_eerste(
    gezin: UUID, tmp_path: Path
) -> None:
    _teken("P1", LATER)
    plan = f"{PLANKOP}PL1,C1,2026-04-01,integraal,2026-04-04,2029-04-04\n"
    assert voer_in(schrijf(tmp_path / "later", {"plannen": plan})).plekken == []

    _teken("P1", date(2026, 6, 7), reden="Verkeerd overgenomen")

    assert _plan() == (EERST, date(2029, 4, 4))


@pytest.mark.parametrize("wie", ["betrokkene", "niemand"])
def test_wie_geen_hoofdbetrokkene_van_de_zaak_is_tekent_niet(wie: str, gezin: UUID) -> None:
    with als(AMIRA):
        van = (
            Betrokkenheid.objects.get(casus=id_van("casus")).pk if wie == "betrokkene" else uuid4()
        )
        plan = Plan.objects.get(kenmerk="PL1").pk
        with pytest.raises(NietToegestaan):
            plan_ondertekenen(plan, van=van, op=EERST)


def test_het_journaal_noemt_van_wie_de_handtekening_is(gezin: UUID, ingelogd: Ingelogd) -> None:
    _teken("P1", EERST)
    ingelogd("amira").get(f"/zaken/{gezin}/plan/")
    with als(AMIRA):
        gezien = Betrokkenheid.objects.filter(casus=gezin).values_list("persoon", flat=True)
        anna = Betrokkenheid.objects.get(casus=gezin, persoon__kenmerk="P1").persoon_id
        mensen = set(gezien)

    with als(Vrager(id_van("frank"))):
        van = Onderwerp.objects.filter(soort="persoon", handeling__casus=gezin)
        getekend = van.filter(handeling__handeling="plan.ondertekend")
        gelezen = van.filter(handeling__handeling="plan.ingezien")
        assert list(getekend.values_list("onderwerp", flat=True)) == [anna]
        assert set(gelezen.values_list("onderwerp", flat=True)) == mensen


def test_het_papier_zegt_wie_tekende_en_wie_nog_kan(gezin: UUID, ingelogd: Ingelogd) -> None:
    versie = _stel_vast(gezin)
    _teken("P1", vandaag(), versie=versie)

    blad = ingelogd("amira").get(f"/zaken/{gezin}/plan/versies/{versie}").content.decode()

    assert f"{ANNA} tekende deze versie op" in blad
    assert f"<strong>{PIETERSMA}</strong> &nbsp; Datum: ____" in blad


def test_het_papier_van_een_kant_heeft_alleen_de_eigen_handtekening(
    gezin: UUID, ingelogd: Ingelogd
) -> None:
    versie, amira = _stel_vast(gezin), ingelogd("amira")
    _zet_tegenover()
    _teken("P1", vandaag(), versie=versie)
    adres = f"/zaken/{gezin}/plan/versies/{versie}"

    een, twee = (amira.get(adres, {"kant": kant}).content.decode() for kant in ("1", "2"))

    assert "Je tekende deze versie op" in een
    assert PIETERSMA not in een.partition("Jouw handtekening")[2]
    assert "tekende deze versie" not in twee
    assert ANNA not in twee
    assert "Handtekening: ____" in twee


def test_het_papier_van_een_kant_noemt_wie_tekende_als_meer_mensen_het_lezen(
    gezin: UUID, ingelogd: Ingelogd, tmp_path: Path
) -> None:
    ouder = {
        "personen": f"{GAAF['personen']}P3,Jansma,Moeder,,,\n",
        "betrokkenen": f"{GAAF['betrokkenen']}C1,P3,ouder,2022-03-01\n",
    }
    assert voer_in(schrijf(tmp_path / "ouder", ouder)).plekken == []
    versie = _stel_vast(gezin)
    _zet_tegenover()
    moeder = _wie("P3")
    with als(AMIRA):
        zijde_wisselen(moeder, gelezen=None, zijde=1, reden="Zij hoort bij haar dochter.")
    _teken("P1", vandaag(), versie=versie)

    adres = f"/zaken/{gezin}/plan/versies/{versie}"
    blad = ingelogd("amira").get(adres, {"kant": "1"}).content.decode()

    assert f"{ANNA} tekende deze versie op" in blad
    assert "Je tekende" not in blad


def test_een_partner_van_een_kant_leest_geen_handtekening(gezin: UUID, ingelogd: Ingelogd) -> None:
    _zet_tegenover()
    _teken("P1", EERST)
    _teken("P2", LATER)
    plek = Plek(BRAM.gebruiker, id_van("ggz"), RolSoort.DEELNEMER)
    with als(AMIRA):
        uitnodigen(gezin, plek, zijde=1)
        rol = CasusRol.objects.get(casus=gezin, gebruiker=BRAM.gebruiker).pk
    with als(BRAM):
        uitnodiging_beantwoorden(rol, aanvaard=True)

        assert Handtekening.objects.count() == 0
    for blad in ("plan/", "tijdlijn", "afsluiten/"):
        pagina = ingelogd("bram").get(f"/zaken/{gezin}/{blad}")
        assert pagina.status_code == 200
        assert "tekende" not in pagina.content.decode()
        assert "ondertekend" not in pagina.content.decode()


def test_tijdlijn_nazorg_en_afsluiten_zeggen_wie_tekende(gezin: UUID, ingelogd: Ingelogd) -> None:
    _teken("P1", EERST)
    amira = ingelogd("amira")

    tijdlijn = amira.get(f"/zaken/{gezin}/tijdlijn").context["gebeurtenissen"]
    assert [
        (een.op, een.wie) for een in tijdlijn if een.titel == "Plan van aanpak ondertekend"
    ] == [(EERST, ANNA)]
    for adres in ("/nazorg/", f"/zaken/{gezin}/afsluiten/"):
        pagina = amira.get(adres).content.decode()
        assert f"{ANNA} tekende op 4 apr 2026." in pagina
        assert f"{PIETERSMA} tekende nog niet." in pagina
