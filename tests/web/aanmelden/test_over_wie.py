# SPDX-License-Identifier: EUPL-1.2
"""A decision says whom the aanmelding is about, and the aanmelder reads that nowhere."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from tests.web.aanmelden.test_besluit import BESLISSING, BIJ_ZAAK, ERBIJ, OUDER, PAGINA, WACHT
from tests.web.aanmelden.test_besluit import VELDEN as NIEUWE_ZAAK
from tests.web.aanmelden.test_corrigeren import ANDERS, VERBETEREN
from tests.web.aanmelden.test_zelfde_persoon import BEKEND as BEKENDE
from tests.web.aanmelden.test_zelfde_persoon import ZELFDE
from vangnet.aanmelding.antwoorden import antwoord_geven
from vangnet.aanmelding.besluiten import besluit_vastleggen
from vangnet.aanmelding.models import Aanmelding, Koppeling
from vangnet.casus.betrokkenen import Nieuwkomer, betrokkene_toevoegen
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import Betrokkenheid, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.personen.models import Persoon
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
CASUS, MENS = id_van("casus"), id_van("betrokkene")
AANMELDING = f"/aanmeldingen/{WACHT}"
IS_BEKEND = {**ERBIJ, "persoon_rol": "bekend"}
_KIND = Nieuwkomer(
    rol="kind",
    relatie_met=MENS,
    relatie_soort="kind",
    vanaf=date(2022, 3, 1),
    achternaam="Zwaluw",
)


def nu() -> Aanmelding:
    with als(Vrager(id_van("amira"))):
        return Aanmelding.objects.select_related("casus").get(pk=WACHT)


def wie(aanmelding: UUID = WACHT) -> UUID | None:
    """Whom the house reads that it is about."""
    with als(Vrager(id_van("amira"))):
        return (
            Koppeling.objects.values_list("persoon", flat=True)
            .filter(aanmelding=aanmelding)
            .first()
        )


def achternaam(persoon: UUID | None) -> str:
    assert persoon is not None
    with als(Vrager(id_van("amira"))):
        return Persoon.objects.get(pk=persoon).achternaam


def beslis(beslissing: Any) -> None:
    with als(Vrager(id_van("amira"))):
        besluit_vastleggen(WACHT, beslissing)


def _kind_erbij() -> UUID:
    """A second person in the casus of the cast."""
    with als(Vrager(id_van("amira"))):
        erbij = betrokkene_toevoegen(CASUS, _KIND, door=id_van("amira"), eenmalig=uuid4())
        return Betrokkenheid.objects.get(pk=erbij).persoon_id


def over(handeling: str) -> set[tuple[str, UUID]]:
    """What the last row of this act concerns."""
    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.filter(handeling=handeling).latest("moment")
        return set(Onderwerp.objects.filter(handeling=rij).values_list("soort", "onderwerp"))


def test_een_nieuwe_zaak_zegt_over_wie_de_aanmelding_gaat(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(PAGINA, NIEUWE_ZAAK)

    casus = nu().casus
    assert casus is not None
    assert wie() == casus.hoofdbetrokkene_id
    assert achternaam(wie()) == "Kanarie-wachtende"


def test_wie_al_bekend_was_is_over_wie_het_gaat(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(PAGINA, ZELFDE)

    assert wie() == MENS


def test_wie_nieuw_bij_een_zaak_komt_is_over_wie_het_gaat(db: None) -> None:
    beslis(OUDER)

    assert achternaam(wie()) == "Kanarie-wachtende"


def test_de_enige_in_een_zaak_is_het_zonder_vraag(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    met_een_fout = amira.post(PAGINA, {**IS_BEKEND, "naam_1": ""})

    amira.post(PAGINA, IS_BEKEND)

    assert "Wie is het?" not in met_een_fout.content.decode()
    assert wie() == MENS
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
    assert over("betrokkenen.ingezien") == {
        ("casus", CASUS),
        ("persoon", MENS),
        ("persoon", kind),
    }

    amira.post(PAGINA, {**IS_BEKEND, "betrokkene": str(kind)})

    assert wie() == kind


def test_ook_wie_er_niet_meer_bij_hoort_is_te_kiezen(eigen_databank: str) -> None:
    kind = _kind_erbij()
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("UPDATE casus_betrokkenheid SET tot = vanaf WHERE persoon_id = %s", [kind])

    log_in(Client(), "amira").post(PAGINA, {**IS_BEKEND, "betrokkene": str(kind)})

    assert wie() == kind


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
    ander = ontvangen(ingelogd, "Niemendal")

    antwoord = ingelogd("amira").post(f"/aanmeldingen/{ander}/besluit", IS_BEKEND)

    assert list(antwoord.context["formulier"].errors) == ["persoon_rol"]
    assert "Zwaluw" not in antwoord.content.decode()


def test_iemand_van_buiten_de_zaak_is_hetzelfde_als_iemand_die_er_niet_is(
    ingelogd: Ingelogd,
) -> None:
    beslis(BESLISSING)
    vreemd, nergens = wie(), uuid4()
    _kind_erbij()
    ander = ontvangen(ingelogd, "Kanarie-achternaam")

    fouten = [
        ingelogd("amira")
        .post(f"/aanmeldingen/{ander}/besluit", {**IS_BEKEND, "betrokkene": str(een)})
        .context["formulier"]
        .errors
        for een in (vreemd, nergens)
    ]

    assert list(fouten[0]) == ["betrokkene"]
    assert fouten[0] == fouten[1]
    assert len(fouten[0]["betrokkene"]) == 1
    with als(Vrager(id_van("amira"))):
        for een in (vreemd, nergens, None):
            with pytest.raises(NietToegestaan):
                besluit_vastleggen(ander, replace(BIJ_ZAAK, betrokkene=een))


def ontvangen(ingelogd: Ingelogd, achternaam: str) -> UUID:
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
        beslis(beslissing)


def test_wie_gekozen_is_staat_in_het_concept(ingelogd: Ingelogd) -> None:
    kind, amira = _kind_erbij(), ingelogd("amira")
    concept = {"concept-adres": PAGINA, "concept-versie": "0"}
    amira.post("/werk/concepten", {**IS_BEKEND, "betrokkene": str(kind), **concept})

    pagina = amira.get(PAGINA)

    assert pagina.context["formulier"]["betrokkene"].value() == str(kind)
    assert f'<option value="{kind}" selected>' in pagina.content.decode()


def test_wie_te_laat_is_leest_wie_hij_koos(ingelogd: Ingelogd) -> None:
    kind = _kind_erbij()
    beslis(BESLISSING)

    antwoord = ingelogd("amira").post(PAGINA, {**IS_BEKEND, "betrokkene": str(kind)})

    assert antwoord.status_code == 409
    assert "<dt>Wie is het?</dt><dd>Zwaluw (Kind)</dd>" in antwoord.content.decode()
    assert ("persoon", kind) in over("betrokkenen.ingezien")


def test_een_verbeterd_besluit_vraagt_het_ook(ingelogd: Ingelogd) -> None:
    kind, amira = _kind_erbij(), ingelogd("amira")
    beslis(replace(BESLISSING, besluit="advies", samenstelling=None, regisseur=None))
    velden = {**ANDERS, **IS_BEKEND}

    assert list(amira.post(VERBETEREN, velden).context["formulier"].errors) == ["betrokkene"]
    assert wie() is None

    amira.post(VERBETEREN, {**velden, "betrokkene": str(kind)})

    assert wie() == kind


def test_het_huis_gaat_van_de_aanmelding_naar_de_persoon(ingelogd: Ingelogd) -> None:
    beslis(BIJ_ZAAK)

    tekst = ingelogd("joris").get(AANMELDING).content.decode()

    assert f'href="/personen/{MENS}"' in tekst
    assert "Iemand die al bekend was" not in tekst


def test_de_aanmelder_leest_op_de_bladzijde_niets_van_zaak_of_persoon(ingelogd: Ingelogd) -> None:
    beslis(BIJ_ZAAK)

    tekst = ingelogd("piet").get(AANMELDING).content.decode()

    for verzwegen in (str(MENS), str(CASUS), "Kanarie-achternaam", "ZVH-2022-0001", "/personen/"):
        assert verzwegen not in tekst


_GELEZEN = (
    "SELECT to_jsonb(t)::text FROM aanmelding_aanmelding t",
    "SELECT to_jsonb(t)::text FROM journaal_onderwerp t",
    "SELECT to_jsonb(t)::text FROM journaal_handeling t",
    "SELECT to_jsonb(t)::text FROM aanmelding_koppeling t",
)


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize("beantwoord", [False, True])
@pytest.mark.parametrize("beslissing", [BIJ_ZAAK, BEKENDE], ids=["al in de zaak", "bekend"])
def test_de_databank_zegt_de_aanmelder_niet_over_welke_persoon_het_gaat(
    ingelogd: Ingelogd, beslissing: Any, beantwoord: bool
) -> None:
    """Without any filter of the application, and in what they leave behind themselves."""
    beslis(beslissing)
    piet = ingelogd("piet")
    if beantwoord:
        with als(Vrager(id_van("amira"))):
            antwoord_geven(WACHT, wijze="in_vangnet", toelichting="")
        piet.post(f"{AANMELDING}/gelezen")
    for blad in ("/aanmeldingen/", AANMELDING, f"{AANMELDING}/bijlagen/{id_van('bijlage')}"):
        assert piet.get(blad).status_code == 200

    with als(Vrager(id_van("piet"))), connection.cursor() as cursor:
        gelezen = []
        for vraag in _GELEZEN:
            cursor.execute(vraag)
            gelezen.append(" ".join(rij for (rij,) in cursor.fetchall()))
        soorten = set(Onderwerp.objects.values_list("soort", flat=True))

    assert str(WACHT) in gelezen[0]
    assert soorten == {"aanmelding", "casus"}
    assert str(MENS) not in " ".join(gelezen)
    assert gelezen[-1] == ""


def test_wie_als_aanmelder_meedoet_leest_de_zaak_en_niet_welke_persoon_het_is(
    ingelogd: Ingelogd,
) -> None:
    beslis(BIJ_ZAAK)
    with als(Vrager(id_van("amira"))):
        antwoord_geven(WACHT, wijze="in_vangnet", toelichting="")
        uitnodigen(CASUS, Plek(id_van("piet"), id_van("politie"), RolSoort.DEELNEMER))
    with als(Vrager(id_van("piet"))):
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("piet"))
        uitnodiging_beantwoorden(rol.pk, aanvaard=True)

    tekst = ingelogd("piet").get(AANMELDING).content.decode()

    assert "Naar zaak ZVH-2022-0001" in tekst
    assert "/personen/" not in tekst
    with als(Vrager(id_van("piet"))):
        assert not Koppeling.objects.exists()
