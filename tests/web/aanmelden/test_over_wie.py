# SPDX-License-Identifier: EUPL-1.2
"""A decision says whom the aanmelding is about; every look at it stands with that person."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from tests.web.aanmelden.test_besluit import BESLISSING, BIJ_ZAAK, ERBIJ, OUDER, PAGINA, WACHT
from tests.web.aanmelden.test_besluit import VELDEN as NIEUWE_ZAAK
from tests.web.aanmelden.test_corrigeren import ANDERS, VERBETEREN
from tests.web.aanmelden.test_zelfde_persoon import BEKEND as BEKENDE
from tests.web.aanmelden.test_zelfde_persoon import ZELFDE
from vangnet import aanmelding as kamer
from vangnet.aanmelding.antwoorden import antwoord_geven, antwoord_lezen
from vangnet.aanmelding.besluiten import besluit_vastleggen, koppeling_verbreken
from vangnet.aanmelding.models import Aanmelding
from vangnet.casus.betrokkenen import Nieuwkomer, betrokkene_toevoegen
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import Betrokkenheid, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
CASUS, MENS = id_van("casus"), id_van("betrokkene")
AANMELDING = f"/aanmeldingen/{WACHT}"
IS_BEKEND = {**ERBIJ, "persoon_rol": "bekend"}
_VULLEN = Path(kamer.__file__).parent / "sql" / "persoon_vullen.sql"
_KIND = Nieuwkomer(
    rol="kind",
    relatie_met=MENS,
    relatie_soort="kind",
    vanaf=date(2022, 3, 1),
    achternaam="Zwaluw",
)


def _nu() -> Aanmelding:
    with als(Vrager(id_van("amira"))):
        return Aanmelding.objects.select_related("casus", "persoon").get(pk=WACHT)


def _beslis(beslissing: Any) -> None:
    with als(Vrager(id_van("amira"))):
        besluit_vastleggen(WACHT, beslissing)


def _kind_erbij() -> UUID:
    """A second person in the casus of the cast."""
    with als(Vrager(id_van("amira"))):
        erbij = betrokkene_toevoegen(CASUS, _KIND, door=id_van("amira"), eenmalig=uuid4())
        return Betrokkenheid.objects.get(pk=erbij).persoon_id


def _over(handeling: str) -> set[tuple[str, UUID]]:
    """What the last row of this act concerns."""
    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.filter(handeling=handeling).latest("moment")
        return set(Onderwerp.objects.filter(handeling=rij).values_list("soort", "onderwerp"))


def _alles(persoon: UUID) -> set[tuple[str, UUID]]:
    casus = _nu().casus_id
    assert casus is not None
    return {("aanmelding", WACHT), ("casus", casus), ("persoon", persoon)}


def test_een_nieuwe_zaak_zegt_over_wie_de_aanmelding_gaat(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(PAGINA, NIEUWE_ZAAK)

    gevonden = _nu()
    assert gevonden.persoon is not None
    assert gevonden.persoon.achternaam == "Kanarie-wachtende"
    assert gevonden.casus is not None
    assert gevonden.persoon_id == gevonden.casus.hoofdbetrokkene_id


def test_wie_al_bekend_was_is_over_wie_het_gaat(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(PAGINA, ZELFDE)

    assert _nu().persoon_id == MENS


def test_wie_nieuw_bij_een_zaak_komt_is_over_wie_het_gaat(db: None) -> None:
    _beslis(OUDER)

    gevonden = _nu()
    assert gevonden.persoon is not None
    assert gevonden.persoon.achternaam == "Kanarie-wachtende"
    assert _over("aanmelding.besloten") == _alles(gevonden.persoon.pk)


def test_de_enige_in_een_zaak_is_het_zonder_vraag(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    met_een_fout = amira.post(PAGINA, {**IS_BEKEND, "naam_1": ""})

    amira.post(PAGINA, IS_BEKEND)

    assert "Wie is het?" not in met_een_fout.content.decode()
    assert _nu().persoon_id == MENS
    assert _over("aanmelding.besloten") == _alles(MENS)
    with als(Vrager(id_van("frank"))):
        assert not Handeling.objects.filter(handeling="persoon.toegevoegd").exists()


def test_staan_er_meer_mensen_dan_vraagt_het_formulier_wie_het_is(ingelogd: Ingelogd) -> None:
    kind, amira = _kind_erbij(), ingelogd("amira")

    antwoord = amira.post(PAGINA, IS_BEKEND)

    form = antwoord.context["formulier"]
    assert antwoord.status_code == 422
    assert list(form.errors) == ["betrokkene"]
    assert [een for een, _woorden in form.fields["betrokkene"].choices] == [
        "",
        str(MENS),
        str(kind),
    ]
    assert (
        "Kanarie-voornaam Kanarie-achternaam, geboren 28 februari 1990 (Hoofdbetrokkene)"
        in antwoord.content.decode()
    )
    assert _over("betrokkenen.ingezien") == {
        ("casus", CASUS),
        ("persoon", MENS),
        ("persoon", kind),
    }

    amira.post(PAGINA, {**IS_BEKEND, "betrokkene": str(kind)})

    assert _nu().persoon_id == kind


def test_ook_wie_er_niet_meer_bij_hoort_is_te_kiezen(eigen_databank: str) -> None:
    kind = _kind_erbij()
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("UPDATE casus_betrokkenheid SET tot = vanaf WHERE persoon_id = %s", [kind])

    log_in(Client(), "amira").post(PAGINA, {**IS_BEKEND, "betrokkene": str(kind)})

    assert _nu().persoon_id == kind


@pytest.mark.parametrize("rol", ["", "partner"])
def test_van_wie_er_niet_in_staat_noemt_het_formulier_niemand_uit_de_zaak(
    ingelogd: Ingelogd, rol: str
) -> None:
    _kind_erbij()

    antwoord = ingelogd("amira").post(PAGINA, {**ERBIJ, "persoon_rol": rol, "naam_1": ""})

    assert "betrokkene" not in antwoord.context["formulier"].errors
    assert "Zwaluw" not in antwoord.content.decode()


def test_lijkt_niemand_in_de_zaak_op_de_persoon_dan_noemt_het_formulier_niemand(
    ingelogd: Ingelogd,
) -> None:
    _kind_erbij()
    ander = _ontvangen(ingelogd, "Niemendal")

    antwoord = ingelogd("amira").post(f"/aanmeldingen/{ander}/besluit", IS_BEKEND)

    assert list(antwoord.context["formulier"].errors) == ["persoon_rol"]
    assert "Zwaluw" not in antwoord.content.decode()


def test_iemand_van_buiten_de_zaak_is_hetzelfde_als_iemand_die_er_niet_is(
    ingelogd: Ingelogd,
) -> None:
    _beslis(BESLISSING)
    vreemd, nergens = _nu().persoon_id, uuid4()
    _kind_erbij()
    ander = _ontvangen(ingelogd, "Kanarie-achternaam")

    fouten = [
        ingelogd("amira")
        .post(f"/aanmeldingen/{ander}/besluit", {**IS_BEKEND, "betrokkene": str(een)})
        .context["formulier"]
        .errors
        for een in (vreemd, nergens)
    ]

    assert list(fouten[0]) == ["betrokkene"]
    assert fouten[0] == fouten[1]
    with als(Vrager(id_van("amira"))):
        for een in (vreemd, nergens, None):
            with pytest.raises(NietToegestaan):
                besluit_vastleggen(ander, replace(BIJ_ZAAK, betrokkene=een))


def _ontvangen(ingelogd: Ingelogd, achternaam: str) -> UUID:
    """A second aanmelding that waits."""
    ingelogd("bram").post(
        "/aanmeldingen/nieuw",
        {
            "eenmalig": "6a0c4c5e-0f1c-4f4e-9d0a-2c9d7d5a1f10",
            "aanmelder": str(id_van("ggz")),
            "achternaam": achternaam,
            "aanleiding": "x",
            "doel": "x",
            "geprobeerd": "x",
            "geinformeerd": "ja",
        },
    )
    with als(Vrager(id_van("amira"))):
        return Aanmelding.objects.get(kenmerk__startswith="AM-").pk


@pytest.mark.parametrize(
    "beslissing",
    [
        replace(OUDER, betrokkene=MENS),
        replace(BESLISSING, betrokkene=MENS),
        replace(BESLISSING, besluit="advies", betrokkene=MENS),
    ],
    ids=["nieuw in de zaak", "nieuwe zaak", "geen zaak"],
)
def test_wie_er_niet_al_in_staat_is_niet_een_van_de_zaak(db: None, beslissing: Any) -> None:
    with pytest.raises(NietToegestaan):
        _beslis(beslissing)


def test_wie_gekozen_is_staat_in_het_concept(ingelogd: Ingelogd) -> None:
    kind, amira = _kind_erbij(), ingelogd("amira")
    concept = {"concept-adres": PAGINA, "concept-versie": "0"}
    amira.post("/werk/concepten", {**IS_BEKEND, "betrokkene": str(kind), **concept})

    pagina = amira.get(PAGINA)

    assert pagina.context["formulier"]["betrokkene"].value() == str(kind)
    assert f'<option value="{kind}" selected>' in pagina.content.decode()


def test_wie_te_laat_is_leest_wie_hij_koos(ingelogd: Ingelogd) -> None:
    kind = _kind_erbij()
    _beslis(BESLISSING)

    antwoord = ingelogd("amira").post(PAGINA, {**IS_BEKEND, "betrokkene": str(kind)})

    assert antwoord.status_code == 409
    assert "<dt>Wie is het?</dt><dd>Zwaluw (Kind)</dd>" in antwoord.content.decode()
    assert ("persoon", kind) in _over("betrokkenen.ingezien")


def test_een_verbeterd_besluit_vraagt_het_ook(ingelogd: Ingelogd) -> None:
    kind, amira = _kind_erbij(), ingelogd("amira")
    _beslis(replace(BESLISSING, besluit="advies", samenstelling=None, regisseur=None))
    velden = {**ANDERS, **IS_BEKEND}

    assert list(amira.post(VERBETEREN, velden).context["formulier"].errors) == ["betrokkene"]
    assert _nu().persoon_id is None

    amira.post(VERBETEREN, {**velden, "betrokkene": str(kind)})

    assert _nu().persoon_id == kind


@pytest.mark.parametrize(
    "bladzijde", ["", "/bijlagen/", "/besluit", "/antwoord", "/corrigeren"], ids=str
)
def test_elke_blik_op_de_aanmelding_staat_bij_de_persoon(
    ingelogd: Ingelogd, bladzijde: str
) -> None:
    _beslis(OUDER)
    persoon = _nu().persoon_id
    assert persoon is not None

    ingelogd("joris").get(AANMELDING + bladzijde)

    assert _over("aanmelding.ingezien") == _alles(persoon)


def test_ook_wat_met_antwoord_en_document_gebeurt_staat_bij_de_persoon(
    ingelogd: Ingelogd,
) -> None:
    _beslis(BIJ_ZAAK)
    with als(Vrager(id_van("amira"))):
        antwoord_geven(WACHT, wijze="in_vangnet", toelichting="")
    with als(Vrager(id_van("piet"))):
        antwoord_lezen(WACHT)
    ingelogd("joris").get(f"{AANMELDING}/bijlagen/{id_van('bijlage')}")

    for handeling in ("antwoord.gegeven", "antwoord.gelezen", "bijlage.ingezien"):
        assert _over(handeling) == _alles(MENS)


def test_het_huis_gaat_van_de_aanmelding_naar_de_persoon(ingelogd: Ingelogd) -> None:
    _beslis(BIJ_ZAAK)

    assert f'href="/personen/{MENS}"' in ingelogd("joris").get(AANMELDING).content.decode()


@pytest.mark.parametrize("adres", [AANMELDING, "/toezicht/mijn", "/aanmeldingen/"])
def test_de_aanmelder_leest_voor_het_antwoord_niets_van_zaak_of_persoon(
    ingelogd: Ingelogd, adres: str
) -> None:
    _beslis(BIJ_ZAAK)
    piet = ingelogd("piet")
    piet.get(AANMELDING)

    tekst = piet.get(adres).content.decode()

    assert _over("aanmelding.ingezien") == _alles(MENS)
    for verzwegen in (str(MENS), str(CASUS), "Kanarie-achternaam", "ZVH-2022-0001", "/personen/"):
        assert verzwegen not in tekst


def test_wie_als_aanmelder_meedoet_leest_de_zaak_en_niet_welke_persoon_het_is(
    ingelogd: Ingelogd,
) -> None:
    _beslis(BIJ_ZAAK)
    with als(Vrager(id_van("amira"))):
        antwoord_geven(WACHT, wijze="in_vangnet", toelichting="")
        uitnodigen(CASUS, Plek(id_van("piet"), id_van("politie"), RolSoort.DEELNEMER))
    with als(Vrager(id_van("piet"))):
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("piet"))
        uitnodiging_beantwoorden(rol.pk, aanvaard=True)

    tekst = ingelogd("piet").get(AANMELDING).content.decode()

    assert "Naar zaak ZVH-2022-0001" in tekst
    assert "/personen/" not in tekst


def test_wie_keek_als_aanmelder_staat_bij_de_persoon(ingelogd: Ingelogd) -> None:
    _beslis(BIJ_ZAAK)
    ingelogd("piet").get(AANMELDING)

    gezien = ingelogd("amira").get(f"/toezicht/persoon/{MENS}").content.decode()

    assert "Heeft een aanmelding bekeken" in gezien


def test_gaat_een_aanmelding_bij_invoer_naar_een_andere_zaak_dan_is_zij_over_niemand(
    eigen_databank: str,
) -> None:
    _beslis(BESLISSING)
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("UPDATE aanmelding_aanmelding SET aanleiding = 'x' WHERE id = %s", [WACHT])
        assert _nu().persoon_id is not None
        beheer.execute(
            "UPDATE aanmelding_aanmelding SET casus_id = %s WHERE id = %s", [CASUS, WACHT]
        )

    assert (_nu().casus_id, _nu().persoon_id) == (CASUS, None)


def test_zonder_zaak_is_er_geen_persoon(eigen_databank: str) -> None:
    with (
        cluster().verbind(BEHEERDER, eigen_databank) as beheer,
        pytest.raises(psycopg.errors.CheckViolation, match="aanmelding_persoon_bij_casus"),
    ):
        beheer.execute(
            "UPDATE aanmelding_aanmelding SET persoon_id = %s WHERE id = %s", [MENS, WACHT]
        )


@pytest.mark.parametrize(
    ("beslissing", "losgemaakt", "blijft"),
    [
        (BESLISSING, False, True),
        (OUDER, False, True),
        (BEKENDE, False, True),
        (BEKENDE, True, True),
        (BIJ_ZAAK, False, False),
    ],
    ids=["nieuwe zaak", "erbij", "bekend", "losgemaakt", "al in de zaak"],
)
def test_van_voor_deze_versie_is_alleen_bekend_wat_zeker_is(
    eigen_databank: str, beslissing: Any, losgemaakt: bool, blijft: bool
) -> None:
    _beslis(beslissing)
    if losgemaakt:
        with als(Vrager(id_van("amira"))):
            koppeling_verbreken(WACHT)
    wie = _nu().persoon_id

    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("UPDATE aanmelding_aanmelding SET persoon_id = NULL")
        beheer.execute(_VULLEN.read_bytes())

    assert wie is not None
    assert _nu().persoon_id == (wie if blijft else None)
