# SPDX-License-Identifier: EUPL-1.2
"""Drafts of forms: kept while typing, shown again, never over a newer text, and thrown away."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from vangnet.casus.models import CasusRol
from vangnet.gebruikers.models import Formulierconcept
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.opdrachtregel.werker import vernietig_aanmeldingen
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
ZAAK = f"/zaken/{id_van('casus')}"
BIJDRAGE, DOEL = f"{ZAAK}/bijdragen/nieuw", f"{ZAAK}/doelen/nieuw"
WERK = "/werk/"
WACHT = id_van("aanmelding-wacht")
BESLUIT = f"/aanmeldingen/{WACHT}/besluit"
_AFGEWEZEN = """
    UPDATE aanmelding_aanmelding SET triage_besluit = 'elders', triage_op = casus.dag() - 20,
           aangemaakt_op = now() - interval '40 days' WHERE id = %s
"""


def _typ(client: Client, adres: str, versie: int = 0, **velden: str) -> HttpResponse:
    inhoud = {"concept-adres": adres, "concept-versie": str(versie), **velden}
    return client.post("/werk/concepten", inhoud)  # type: ignore[return-value]


def test_wat_is_getypt_staat_op_een_ander_apparaat_weer_in_het_formulier(
    ingelogd: Ingelogd,
) -> None:
    antwoord = _typ(ingelogd("amira"), BIJDRAGE, tekst="Hij woont bij zijn zus.", soort="feit")
    pagina = ingelogd("amira").get(BIJDRAGE).content.decode()

    assert (antwoord.status_code, antwoord.json()["versie"]) == (200, 1)  # type: ignore[attr-defined]
    assert "Hij woont bij zijn zus." in pagina
    assert "staat in het formulier. Het is nog niet opgeslagen." in pagina
    assert 'data-versie="1"' in pagina


def test_wat_in_een_nieuwe_afspraak_op_het_plan_is_getypt_staat_er_weer(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    nieuw, amira = f"{ZAAK}/afspraken/nieuw", ingelogd("amira")
    assert f'data-adres="{nieuw}"' in amira.get(f"{ZAAK}/plan/").content.decode()
    _typ(amira, nieuw, omschrijving="Belt de woningstichting.")

    plan = ingelogd("amira").get(f"{ZAAK}/plan/").content.decode()

    assert "Belt de woningstichting." in plan
    assert "staat in het formulier. Het is nog niet opgeslagen." in plan
    # At the form, which is below the open afspraken.
    melding, formulier = (plan.index(een) for een in ("Je concept van", f'action="{nieuw}"'))
    assert plan.index("Open afspraken</h2>") < melding < formulier
    assert "<h2" not in plan[melding:formulier]


def test_een_ander_ziet_het_niet(ingelogd: Ingelogd) -> None:
    _typ(ingelogd("amira"), BIJDRAGE, tekst="Hij woont bij zijn zus.")
    joris = ingelogd("joris")

    assert "bij zijn zus" not in joris.get(BIJDRAGE).content.decode()
    assert "Concepten" not in ingelogd("tineke").get(WERK).content.decode()


def test_in_de_databank_staat_de_tekst_niet_leesbaar(ingelogd: Ingelogd, als_amira: None) -> None:
    _typ(ingelogd("amira"), BIJDRAGE, tekst="Kanariewoord")
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(c::text, ' ') FROM gebruikers_formulierconcept c")
        (alles,) = cursor.fetchone()

    assert len(alles) > 100
    assert "Kanariewoord" not in alles
    assert "bijdragen" not in alles


def test_wie_opslaat_heeft_geen_concept_meer(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    velden = {
        "soort": "feit",
        "tekst": "Hij woont bij zijn zus.",
        "publiek": "iedereen",
        "categorie": "woonsituatie",
        "doel": "afstemming",
        "leefgebied": "huisvesting",
    }
    _typ(amira, BIJDRAGE, 0, **velden)
    assert amira.post(BIJDRAGE, velden).status_code == 302

    assert "bij zijn zus" not in amira.get(BIJDRAGE).content.decode()


@pytest.mark.parametrize(
    ("adres", "veld"),
    [
        (BIJDRAGE, "tekst"),
        (DOEL, "omschrijving"),
        (f"{ZAAK}/afspraken/nieuw", "omschrijving"),
        ("/overleggen/nieuw", "titel"),
        (f"{ZAAK}/personen/nieuw", "achternaam"),
        (f"{ZAAK}/documenten/nieuw", "titel"),
        (BESLUIT, "verwezen_naar"),
    ],
)
def test_wat_niet_goed_was_is_meteen_een_concept(adres: str, veld: str, ingelogd: Ingelogd) -> None:
    """Without script too: nothing was kept before."""
    amira = ingelogd("amira")
    antwoord = amira.post(adres, {veld: "Kanariewoord"})
    pagina = antwoord.content.decode()

    assert antwoord.status_code == 422
    assert 'data-conceptstand data-versie="1">Bewaard als concept om ' in pagina
    assert "Kanariewoord" in ingelogd("amira").get(adres).content.decode()
    assert len(_over("formulierconcept.begonnen")) == 1


def test_na_een_fout_gaat_het_bewaarde_concept_verder(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    for tekst in ("Een", "Een en twee"):
        assert amira.post(BIJDRAGE, {"tekst": tekst}).status_code == 422
    verder = _typ(amira, BIJDRAGE, 2, tekst="Een, twee en drie")

    assert verder.json()["versie"] == 3  # type: ignore[attr-defined]
    assert "Een, twee en drie" in amira.get(BIJDRAGE).content.decode()
    assert len(_over("formulierconcept.begonnen")) == 1


def test_een_fout_schrijft_niet_over_een_nieuwere_tekst(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    for versie, tekst in enumerate(("Oud", "Van een ander apparaat")):
        _typ(amira, BIJDRAGE, versie, tekst=tekst)
    antwoord = amira.post(BIJDRAGE, {"tekst": "Van dit tabblad", "concept-versie": "1"})

    assert "Deze tekst is niet bewaard als concept." in antwoord.content.decode()
    assert 'data-versie="1"' in antwoord.content.decode()
    assert "Van een ander apparaat" in amira.get(BIJDRAGE).content.decode()


def test_na_een_fout_gaat_het_concept_verder_van_de_bladzijde_die_geen_antwoord_kreeg(
    ingelogd: Ingelogd,
) -> None:
    """What was under way while the form was sent is of that same page."""
    amira, eigen = ingelogd("amira"), "1700000000000.5"
    _typ(amira, BIJDRAGE, 0, tekst="Onderweg", **{"concept-venster": f"{eigen}-1"})
    gestuurd = {"tekst": "Verstuurd", "concept-versie": "0", "concept-venster": f"{eigen}-2"}
    antwoord = amira.post(BIJDRAGE, gestuurd)

    assert 'data-versie="2">Bewaard als concept om ' in antwoord.content.decode()
    assert "Verstuurd" in amira.get(BIJDRAGE).content.decode()


def test_een_leeg_formulier_wordt_geen_concept(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    assert amira.post(DOEL, {"eenmalig": str(WACHT)}).status_code == 422
    assert _mijn("amira") == 0


def test_een_tweede_tabblad_schrijft_niet_over_een_nieuwere_tekst(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _typ(amira, DOEL, omschrijving="Van het eerste tabblad")
    tweede = _typ(amira, DOEL, omschrijving="Van het tweede tabblad")

    assert (tweede.json()["botst"], tweede.json()["versie"]) == (True, 1)  # type: ignore[attr-defined]
    assert "Van het eerste tabblad" in amira.get(DOEL).content.decode()
    _typ(amira, DOEL, 1, omschrijving="Van het tweede tabblad")
    assert "Van het tweede tabblad" in amira.get(DOEL).content.decode()


def _vlak_na_elkaar(client: Client, *teksten: tuple[str, str]) -> list[bool | None]:
    """Texts that know of no draft yet, each with its page and number; whether it was refused."""
    antwoorden = [
        _typ(client, BIJDRAGE, 0, tekst=tekst, **{"concept-venster": venster})
        for venster, tekst in teksten
    ]
    return [een.json().get("botst") for een in antwoorden]  # type: ignore[attr-defined]


@pytest.mark.parametrize("volgorde", [(0, 1), (1, 0)], ids=["op volgorde", "omgekeerd"])
def test_van_een_bladzijde_die_weggaat_blijft_de_laatste_tekst(
    volgorde: tuple[int, int], ingelogd: Ingelogd
) -> None:
    """Its last text goes beside one that is under way, of which no answer came."""
    amira = ingelogd("amira")
    teksten = [("1700000000000.5-1", "Hij woont"), ("1700000000000.5-2", "Hij woont bij zijn zus")]

    botst = _vlak_na_elkaar(amira, *(teksten[een] for een in volgorde))

    assert botst == [None, None]
    assert "Hij woont bij zijn zus" in amira.get(BIJDRAGE).content.decode()


@pytest.mark.parametrize("venster", ["1700000000001.5-2", "", "-2", "1700000000000.5-x"])
def test_een_andere_bladzijde_schrijft_daar_niet_overheen(venster: str, ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    botst = _vlak_na_elkaar(amira, ("1700000000000.5-1", "Eerste"), (venster, "Tweede"))

    assert botst == [None, True]


def test_dezelfde_tekst_twee_keer_bewaren_botst_niet(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    antwoorden = [_typ(amira, DOEL, omschrijving="Een vaste plek") for _ in range(2)]

    assert ["botst" in een.json() for een in antwoorden] == [False, False]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "adres", ["", "/", "/werk/", "/bestaat-niet", "//elders", f"{ZAAK}/notitie", "/inloggen"]
)
def test_alleen_een_formulier_met_concept_wordt_bewaard(adres: str, ingelogd: Ingelogd) -> None:
    assert _typ(ingelogd("amira"), adres, tekst="x").status_code == 422


def test_een_concept_van_een_zaak_die_je_niet_mag_zien_opent_haar_niet(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    chantal = ingelogd("chantal")
    _typ(chantal, BIJDRAGE, tekst="Hij woont bij zijn zus.")
    werk = chantal.get(WERK).content.decode()

    tekst = chantal.get(BIJDRAGE, follow=True).content.decode()
    assert "Hij woont bij zijn zus." in tekst
    assert "Bijdrage" in werk
    assert "ZVH-2022-0001" not in werk + tekst


def test_mijn_werk_noemt_elk_concept(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")
    _typ(bram, BIJDRAGE, tekst="Hij woont bij zijn zus.")
    bram.post(f"{ZAAK}/notitie/concept", {"tekst": "Belde net."})
    rijen = bram.get(WERK).context["concepten"]

    assert [(een.soort, een.kenmerk) for een in rijen] == [
        ("Bijdrage", "ZVH-2022-0001"),
        ("Notitie", "ZVH-2022-0001"),
        ("Aanmelding", ""),
        ("Aanmelding", ""),
        ("Aanmelding", ""),
    ]
    assert [een.is_weg for een in rijen].count(True) == 1


def test_wat_is_weggegooid_haal_je_een_uur_lang_terug(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _typ(amira, DOEL, omschrijving="Een vaste plek")
    concept = amira.get(WERK).context["concepten"][0].id
    amira.post(f"/werk/concepten/{concept}/weg")
    weg = amira.get(DOEL).content.decode()
    terug = amira.get(WERK).content.decode()
    amira.post(f"/werk/concepten/{concept}/terug")

    assert "Een vaste plek" not in weg
    assert "Terughalen" in terug
    assert "Een vaste plek" in amira.get(DOEL).content.decode()


def test_wat_je_eerder_weggooide_klapt_in_onder_het_laatste(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    for tekst in ("Een vaste plek", "Een vaste dag", "Werk in de buurt"):
        _typ(amira, DOEL, 0, omschrijving=tekst)
        concept = amira.get(WERK).context["concepten"][0].id
        amira.post(f"/werk/concepten/{concept}/weg")
    pagina = amira.get(DOEL).content.decode()
    voor, ingeklapt = pagina.split("Eerder weggegooid (2)")

    assert voor.count("Terughalen") == 1
    assert ingeklapt.count("Terughalen") == 2
    # A screen reader says only the last one by itself, and which one each button is about.
    zegt_zelf = '<p role="status">Je concept van'
    assert [deel.count(zegt_zelf) for deel in (voor, ingeklapt)] == [1, 0]
    assert ingeklapt.count('Terughalen<span class="alleen-voorlezen">: concept van') == 2


def test_een_ander_gooit_jouw_concept_niet_weg(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    _typ(amira, DOEL, omschrijving="Een vaste plek")
    concept = amira.get(WERK).context["concepten"][0].id

    assert ingelogd("joris").post(f"/werk/concepten/{concept}/weg").status_code == 404
    assert "Een vaste plek" in amira.get(DOEL).content.decode()


def _over(handeling: str) -> list[set[tuple[str, UUID]]]:
    """What each row of the journaal of this act concerns."""
    with als(Vrager(id_van("frank"))):
        return [
            set(Onderwerp.objects.filter(handeling=een).values_list("soort", "onderwerp"))
            for een in Handeling.objects.filter(handeling=handeling)
        ]


def _mijn(naam: str) -> int:
    with als(Vrager(id_van(naam))):
        return Formulierconcept.objects.exclude(inhoud="1.AAAA").count()


@pytest.mark.parametrize(
    ("adres", "veld", "over"),
    [
        (DOEL, "omschrijving", {("casus", id_van("casus"))}),
        (BESLUIT, "reden", {("aanmelding", WACHT)}),
    ],
    ids=["zaak", "aanmelding"],
)
def test_het_journaal_noemt_waarover_iemand_typt_weggooit_en_terughaalt(
    adres: str, veld: str, over: set[tuple[str, UUID]], ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")
    _typ(amira, adres, 0, **{veld: "Kanariewoord"})
    _typ(amira, adres, 1, **{veld: "Kanariewoord en meer"})
    concept = amira.get(WERK).context["concepten"][0].id
    amira.post(f"/werk/concepten/{concept}/weg")
    amira.post(f"/werk/concepten/{concept}/terug")

    for daad in ("begonnen", "weggegooid", "teruggehaald"):
        assert _over(f"formulierconcept.{daad}") == [over]


@pytest.mark.parametrize(
    ("adres", "veld", "over"),
    [
        (DOEL, "omschrijving", (id_van("casus"), None)),
        (BESLUIT, "reden", (None, WACHT)),
    ],
    ids=["zaak", "aanmelding"],
)
def test_een_concept_van_voor_het_bijwerken_krijgt_zijn_onderwerp_bij_het_volgende_woord(
    adres: str, veld: str, over: tuple[UUID | None, UUID | None], eigen_databank: str
) -> None:
    amira = log_in(Client(), "amira")
    _typ(amira, adres, 0, **{veld: "Kanariewoord"})
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(b"UPDATE gebruikers_formulierconcept SET casus = NULL, aanmelding = NULL")
    # The version rose with it.
    bewaard = _typ(amira, adres, 2, **{veld: "Kanariewoord en meer"})
    assert "botst" not in bewaard.json()  # type: ignore[attr-defined]

    with als(Vrager(id_van("amira"))):
        rij = Formulierconcept.objects.exclude(inhoud="1.AAAA").get()
    assert (rij.casus, rij.aanmelding) == over


def test_een_zaak_die_de_maker_niet_ziet_wordt_niet_genoemd(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    _typ(ingelogd("chantal"), BIJDRAGE, tekst="Hij woont bij zijn zus.")

    assert _over("formulierconcept.begonnen") == [set()]


def test_over_een_aanmelding_die_je_niet_ziet_wordt_niets_bewaard(ingelogd: Ingelogd) -> None:
    for aanmelding in (WACHT, id_van("die is er niet")):
        assert (
            _typ(ingelogd("bram"), f"/aanmeldingen/{aanmelding}/besluit", reden="x").status_code
            == 422
        )
    assert _mijn("bram") == 0


def test_met_een_aanmelding_verdwijnt_wat_iemand_erover_typte(eigen_databank: str) -> None:
    amira = log_in(Client(), "amira")
    for adres in (BESLUIT, DOEL):
        _typ(amira, adres, reden="Kanariewoord", omschrijving="Een vaste plek")
    assert _mijn("amira") == 2
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_AFGEWEZEN.encode(), [WACHT])
    assert vernietig_aanmeldingen() == 1

    assert _mijn("amira") == 1
    # Her page is still open, and goes on keeping what she types.
    assert _typ(amira, BESLUIT, reden="Kanariewoord").status_code == 422
    assert _mijn("amira") == 1


def test_het_oudste_van_vijftig_concepten_gaat_weg_met_een_regel_in_het_journaal(
    ingelogd: Ingelogd, als_amira: None
) -> None:
    amira = ingelogd("amira")
    # The cast has two, as old as the template of the tests.
    Formulierconcept.objects.update(bewaard_op=datetime.now(UTC))
    _typ(amira, DOEL, omschrijving="Het oudste")
    oud = datetime.now(UTC) - timedelta(days=1)
    oudste = Formulierconcept.objects.exclude(inhoud="1.AAAA").get()
    Formulierconcept.objects.filter(pk=oudste.pk).update(bewaard_op=oud)
    for nummer in range(47):
        Formulierconcept.objects.create(
            gebruiker_id=id_van("amira"),
            plek=str(nummer),
            inhoud="1.AAAA",
            bewaard_op=datetime.now(UTC),
        )
    _typ(amira, BIJDRAGE, tekst="Het nieuwste")

    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="formulierconcept.vernietigd")
    assert (rij.object, rij.gebruiker, rij.regel) == (oudste.pk, id_van("amira"), "te_veel")
    assert _over("formulierconcept.vernietigd") == [{("casus", id_van("casus"))}]
    assert Formulierconcept.objects.count() == 50
    assert not Formulierconcept.objects.filter(pk=oudste.pk).exists()
