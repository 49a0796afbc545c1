# SPDX-License-Identifier: EUPL-1.2
"""Documents with a draft or an aanmelding, as the pages and the acts do it."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import ProgrammingError, transaction
from django.test import Client
from pytest_django import Settings

from tests.aanmelding.test_bijlagen_tegelijk import LOS
from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from tests.documenten.clamd import EICAR
from tests.web.aanmelden.test_aanmelden import FORM, NIEUW
from tests.web.aanmelden.test_aanmelden import VELDEN as MELDING
from tests.web.aanmelden.test_besluit import PAGINA, VELDEN, WACHT
from tests.web.documenten.test_documenten import PDF, scan
from vangnet.aanmelding.bijlagen import (
    bijlage_terugzetten,
    bijlage_weghalen,
    bijlagen_toevoegen,
)
from vangnet.aanmelding.models import Aanmelding, Bijlage
from vangnet.aanmelding.services import concept_bewaren, concept_weggooien, sleutel_van
from vangnet.documenten.models import Documentdeel, Documentversie, Dossiersleutel
from vangnet.documenten.services import Bestand, bewaar
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.daden import roep
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.opdrachtregel.werker import ruim_concepten_op, vernietig_aanmeldingen
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
BIJ_WACHT = f"/aanmeldingen/{WACHT}/bijlagen/"
AL = id_van("bijlage")
CONCEPT = sleutel_van(id_van("bram"), FORM)
BIJ_CONCEPT = f"/aanmeldingen/{CONCEPT}/bijlagen/"
VOEG_TOE = "aanmelding.voeg_bijlage_toe(%s, %s, %s)"
TEKST = b"De buren hebben dit getekend."
# All that is left of what came with this aanmelding or draft, counted as the owner.
_OVER = """
    SELECT (SELECT count(*) FROM aanmelding_bijlage WHERE hoort_bij = %(id)s)
         + (SELECT count(*) FROM documenten_dossiersleutel WHERE dossier = %(id)s)
         + (SELECT count(*) FROM documenten_documentversie WHERE dossier = %(id)s)
         + (SELECT count(*) FROM documenten_documentversieevent WHERE dossier = %(id)s)
         + (SELECT count(*) FROM documenten_documentdeel d WHERE NOT EXISTS
               (SELECT FROM documenten_documentversie v WHERE v.id = d.van_id))
"""

_AFGEWEZEN = (
    b"UPDATE aanmelding_aanmelding SET triage_besluit = 'elders', triage_op = casus.dag() - 20, "
    b"aangemaakt_op = now() - interval '40 days' WHERE id = %s"
)


def bestand(naam: str = "brief.txt", inhoud: bytes = TEKST) -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, inhoud)


def voeg_toe(
    wie: Client, adres: str, *bestanden: SimpleUploadedFile, keer: UUID | None = None
) -> int:
    gegevens = {"bestanden": list(bestanden) or [bestand()], "eenmalig": str(keer or uuid4())}
    return wie.post(adres, gegevens).status_code


def namen(wie: str, bij: UUID = WACHT) -> list[str]:
    with als(Vrager(id_van(wie))):
        rijen = Documentversie.objects.filter(dossier=bij).order_by("naam")
        return list(rijen.values_list("naam", flat=True))


def gedaan(handeling: str) -> list[tuple[UUID | None, set[tuple[str, UUID]]]]:
    with als(Vrager(id_van("frank"))):
        return [
            (
                een.gebruiker,
                set(Onderwerp.objects.filter(handeling=een).values_list("soort", "onderwerp")),
            )
            for een in Handeling.objects.filter(handeling=handeling)
        ]


def _over(bank: str, bij: UUID) -> int:
    with cluster().verbind(BEHEERDER, bank) as beheer:
        rij = beheer.execute(_OVER.encode(), {"id": bij}).fetchone()
    assert rij is not None
    return int(rij[0])


def _bewaar_concept() -> None:
    with als(Vrager(id_van("bram"))):
        concept_bewaren(CONCEPT, {"eenmalig": str(FORM), "achternaam": "Proef"})


def test_meer_bestanden_tegelijk_komen_bij_de_aanmelding_en_in_het_journaal(
    ingelogd: Ingelogd,
) -> None:
    assert voeg_toe(ingelogd("piet"), BIJ_WACHT, bestand(), bestand("foto.pdf", PDF)) == 302

    assert namen("amira") == ["Kanarie-bestand.png", "brief.txt", "foto.pdf"]
    assert gedaan("bijlage.toegevoegd") == [(id_van("piet"), {("aanmelding", WACHT)})] * 2
    pagina = ingelogd("amira").get(f"/aanmeldingen/{WACHT}").content.decode()
    assert "foto.pdf" in pagina
    assert "foto.pdf" in ingelogd("amira").get(PAGINA).content.decode()


def test_hetzelfde_formulier_nog_een_keer_voegt_niets_toe(ingelogd: Ingelogd) -> None:
    piet, keer = ingelogd("piet"), uuid4()
    voeg_toe(piet, BIJ_WACHT, keer=keer)
    voeg_toe(piet, BIJ_WACHT, keer=keer)

    assert namen("piet") == ["Kanarie-bestand.png", "brief.txt"]


def test_zonder_script_gaat_een_concept_met_zijn_documenten_mee(
    ingelogd: Ingelogd, settings: Settings
) -> None:
    bram = ingelogd("bram")
    antwoord = bram.post(NIEUW, {**MELDING, "bijlagen": "ja"})
    assert antwoord.headers["Location"] == BIJ_CONCEPT
    voeg_toe(bram, BIJ_CONCEPT)
    assert "brief.txt" in bram.get(f"/aanmeldingen/concepten/{CONCEPT}").content.decode()
    assert namen("amira", CONCEPT) == namen("chantal", CONCEPT) == []

    bram.post(NIEUW, MELDING)
    scan(settings)

    assert namen("amira", CONCEPT) == namen("chantal", CONCEPT) == ["brief.txt"]
    with als(Vrager(id_van("amira"))):
        een = Bijlage.objects.get(hoort_bij=CONCEPT)
    gekregen = ingelogd("amira").get(f"{BIJ_CONCEPT}{een.pk}/ophalen")
    assert (gekregen.content, gekregen["Content-Security-Policy"]) == (
        TEKST,
        "default-src 'none'; sandbox",
    )
    assert gedaan("bijlage.gedownload") == [(id_van("amira"), {("aanmelding", CONCEPT)})]
    assert gedaan("document.gescand") == [(id_van("opdracht"), {("aanmelding", CONCEPT)})]


def test_voor_de_scan_en_met_een_virus_opent_niemand_het(
    ingelogd: Ingelogd, settings: Settings
) -> None:
    piet = ingelogd("piet")
    voeg_toe(piet, BIJ_WACHT, bestand("virus.txt", EICAR))
    with als(Vrager(id_van("piet"))):
        versie = Documentversie.objects.get(naam="virus.txt")
        assert Documentdeel.objects.filter(van=versie).count() == 0
    adres = f"{BIJ_WACHT}{versie.document}"
    assert piet.get(f"{adres}/ophalen").status_code == 404
    scan(settings)

    assert "Virus gevonden" in piet.get(adres).content.decode()
    assert piet.get(f"{adres}/ophalen").status_code == 404


def test_een_bladzijde_staat_er_als_plaatje(ingelogd: Ingelogd) -> None:
    piet = ingelogd("piet")

    assert "Bladzijde 1 van 1" in piet.get(f"{BIJ_WACHT}{AL}").content.decode()
    assert piet.get(f"{BIJ_WACHT}{AL}/blad?nr=1")["Content-Type"] == "image/png"
    assert gedaan("bijlage.ingezien") == [(id_van("piet"), {("aanmelding", WACHT)})] * 2


@pytest.mark.parametrize(
    ("weg", "daad"),
    [
        ("", "bijlage.ingezien"),
        ("/blad?nr=1", "bijlage.ingezien"),
        ("/ophalen", "bijlage.gedownload"),
    ],
)
def test_wie_een_document_opent_staat_ook_bij_de_zaak_die_ervan_kwam(
    weg: str, daad: str, ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")
    amira.post(PAGINA, VELDEN)
    with als(Vrager(id_van("amira"))):
        casus = Aanmelding.objects.get(pk=WACHT).casus_id

    assert amira.get(f"{BIJ_WACHT}{AL}{weg}").status_code == 200

    assert casus is not None
    assert gedaan(daad) == [(id_van("amira"), {("aanmelding", WACHT), ("casus", casus)})]


@pytest.mark.parametrize("inhoud", [b"MZ\x90\x00", b"<script>alert(1)</script>\x00"])
def test_een_ander_soort_bestand_wordt_geweigerd(ingelogd: Ingelogd, inhoud: bytes) -> None:
    assert voeg_toe(ingelogd("piet"), BIJ_WACHT, bestand("brief.pdf", inhoud)) == 422
    assert namen("piet") == ["Kanarie-bestand.png"]


def test_er_zijn_hooguit_twintig_documenten(ingelogd: Ingelogd) -> None:
    piet = ingelogd("piet")
    for keer in range(2):
        voeg_toe(piet, BIJ_WACHT, *(bestand(f"{keer}{nummer}.txt") for nummer in range(9)))
    antwoord = piet.post(
        BIJ_WACHT, {"bestanden": [bestand("a.txt"), bestand("b.txt")], "eenmalig": str(uuid4())}
    )

    assert antwoord.status_code == 422
    assert "hooguit 20 documenten" in antwoord.content.decode()
    assert len(namen("piet")) == 19


@pytest.mark.parametrize("naam", ["bram", "chantal", "mirjam", "els", "tineke"])
def test_wie_de_aanmelding_niet_ziet_krijgt_niets(ingelogd: Ingelogd, naam: str) -> None:
    wie = ingelogd(naam)
    for adres in (BIJ_WACHT, f"{BIJ_WACHT}{AL}", f"{BIJ_WACHT}{AL}/ophalen"):
        assert wie.get(adres).status_code == 404
    with als(Vrager(id_van(naam))):
        assert not Bijlage.objects.exists()
        assert not Dossiersleutel.objects.filter(dossier=WACHT).exists()
        for daad in (bijlage_weghalen, bijlage_terugzetten):
            with pytest.raises(NietToegestaan):
                daad(AL)
        with pytest.raises(NietToegestaan):
            bijlagen_toevoegen(
                WACHT, [Bestand("x.txt", TEKST)], door=id_van(naam), eenmalig=uuid4()
            )


def test_niemand_hangt_een_bestand_aan_de_bijlage_van_een_ander(db: None) -> None:
    with als(Vrager(id_van("amira"))), pytest.raises(ProgrammingError), transaction.atomic():
        bewaar(Bestand("x.txt", TEKST), document=AL, dossier=WACHT, door=id_van("amira"))


def test_een_document_van_een_zaak_wordt_geen_bijlage(db: None) -> None:
    with als(Vrager(id_van("bram"))), pytest.raises(NietToegestaan):
        roep(VOEG_TOE, id_van("document"), id_van("concept-bram"))


def test_een_concept_met_het_id_van_een_zaak_krijgt_haar_sleutel_niet(eigen_databank: str) -> None:
    zaak = id_van("casus")
    with als(Vrager(id_van("bram"))):
        concept_bewaren(zaak, {"achternaam": "Proef"})
        with pytest.raises(NietToegestaan):
            roep(VOEG_TOE, uuid4(), zaak)
        concept_weggooien(zaak)
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(b"UPDATE aanmelding_concept SET weg_op = now() - interval '61 minutes'")
    ruim_concepten_op()

    with als(Vrager(id_van("amira"))):
        assert Dossiersleutel.objects.filter(dossier=zaak).exists()


def test_wie_het_toevoegde_haalt_het_weg_en_zet_het_terug(ingelogd: Ingelogd) -> None:
    piet, amira = ingelogd("piet"), ingelogd("amira")
    piet.post(f"{BIJ_WACHT}{AL}/weghalen")
    assert namen("amira") == []
    assert amira.get(f"{BIJ_WACHT}{AL}").status_code == 404
    assert "Ongedaan maken" in piet.get(BIJ_WACHT).content.decode()
    for ander in (amira, ingelogd("bram")):
        assert ander.post(f"{BIJ_WACHT}{AL}/terugzetten").status_code == 404
    with als(Vrager(id_van("bram"))), pytest.raises(NietToegestaan):
        bijlage_terugzetten(AL)

    piet.post(f"{BIJ_WACHT}{AL}/terugzetten")

    assert namen("amira") == ["Kanarie-bestand.png"]
    assert gedaan("bijlage.weggehaald") == [(id_van("piet"), {("aanmelding", WACHT)})]
    assert gedaan("bijlage.teruggezet") == [(id_van("piet"), {("aanmelding", WACHT)})]


def test_wat_is_weggehaald_staat_alleen_nog_bij_de_documenten(ingelogd: Ingelogd) -> None:
    """Elsewhere a link to it would lead to nothing; there it comes back."""
    amira = ingelogd("amira")
    voeg_toe(amira, BIJ_WACHT, bestand("oude-brief.txt"))
    with als(Vrager(id_van("amira"))):
        bijlage = Bijlage.objects.get(door=id_van("amira"))
    amira.post(f"{BIJ_WACHT}{bijlage.pk}/weghalen")

    assert "oude-brief.txt" in amira.get(BIJ_WACHT).content.decode()
    for adres in (f"/aanmeldingen/{WACHT}", PAGINA):
        pagina = amira.get(adres).content.decode()
        assert "Kanarie-bestand.png" in pagina
        assert "oude-brief.txt" not in pagina


def test_na_het_besluit_blijft_alles_zoals_het_was_en_staat_het_bij_de_zaak(
    ingelogd: Ingelogd,
) -> None:
    ingelogd("amira").post(PAGINA, VELDEN)

    assert voeg_toe(ingelogd("piet"), BIJ_WACHT) == 422
    with als(Vrager(id_van("piet"))):
        with pytest.raises(NietToegestaan):
            bijlage_weghalen(AL)
        with pytest.raises(NietToegestaan):
            bijlagen_toevoegen(
                WACHT, [Bestand("x.txt", TEKST)], door=id_van("piet"), eenmalig=uuid4()
            )
    with als(Vrager(id_van("amira"))):
        casus = Aanmelding.objects.get(pk=WACHT).casus_id
    pagina = ingelogd("joris").get(f"/zaken/{casus}/documenten/").content.decode()
    assert "Bij de aanmelding" in pagina
    assert "Kanarie-bestand.png" in pagina
    assert ingelogd("joris").get(f"{BIJ_WACHT}{AL}/ophalen").status_code == 200


def test_wie_na_het_besluit_een_document_toevoegt_leest_waarom_het_er_niet_staat(
    ingelogd: Ingelogd,
) -> None:
    ingelogd("amira").post(PAGINA, VELDEN)
    velden = {"bestanden": [bestand()], "eenmalig": str(uuid4())}

    antwoord = ingelogd("piet").post(BIJ_WACHT, velden)

    assert (
        "Niets toegevoegd: bij deze aanmelding kan nu niets meer bij." in antwoord.content.decode()
    )


def test_met_de_aanmelding_gaan_bestand_en_sleutel(eigen_databank: str) -> None:
    assert _over(eigen_databank, WACHT) > 0
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(_AFGEWEZEN, [WACHT])

    assert vernietig_aanmeldingen() == 1
    assert _over(eigen_databank, WACHT) == 0


@pytest.mark.parametrize(
    "ouder",
    [
        b"UPDATE aanmelding_concept SET bewaard_op = now() - interval '15 days' WHERE id = %s",
        b"UPDATE aanmelding_concept SET weg_op = now() - interval '61 minutes' WHERE id = %s",
    ],
)
def test_met_een_concept_dat_verdwijnt_gaan_bestand_en_sleutel(
    eigen_databank: str, ouder: bytes
) -> None:
    _bewaar_concept()
    voeg_toe(log_in(Client(), "bram"), BIJ_CONCEPT)
    assert _over(eigen_databank, CONCEPT) == 3
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(ouder, [CONCEPT])

    ruim_concepten_op()

    assert _over(eigen_databank, CONCEPT) == 0


def test_ook_een_sleutel_zonder_bestanden_gaat_met_de_aanmelding(eigen_databank: str) -> None:
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(b"UPDATE aanmelding_bijlage SET weg_op = now() - interval '61 minutes'")
        beheer.execute(_AFGEWEZEN, [WACHT])
    ruim_concepten_op()
    assert _over(eigen_databank, WACHT) == 1

    assert vernietig_aanmeldingen() == 1
    assert _over(eigen_databank, WACHT) == 0


def test_een_document_erbij_houdt_een_oud_concept_in_leven(eigen_databank: str) -> None:
    _bewaar_concept()
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(b"UPDATE aanmelding_concept SET bewaard_op = now() - interval '15 days'")
    voeg_toe(log_in(Client(), "bram"), BIJ_CONCEPT)

    # The other drafts of the cast, of which two were thrown away.
    assert ruim_concepten_op() == 3
    assert _over(eigen_databank, CONCEPT) == 3


def test_wat_bij_niets_meer_hoort_vernietigt_de_werker_met_zijn_sleutel(
    eigen_databank: str,
) -> None:
    _bewaar_concept()
    voeg_toe(log_in(Client(), "bram"), BIJ_CONCEPT)
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(LOS.format(CONCEPT).encode())
    assert _over(eigen_databank, CONCEPT) == 3

    assert (ruim_concepten_op(), ruim_concepten_op()) == (1, 0)
    assert _over(eigen_databank, CONCEPT) == 0
    assert namen("piet") == ["Kanarie-bestand.png"]
    assert [over for _wie, over in gedaan("bijlage.vernietigd")] == [{("aanmelding", CONCEPT)}]


def test_wat_een_uur_geleden_is_weggehaald_vernietigt_de_werker(eigen_databank: str) -> None:
    log_in(Client(), "piet").post(f"{BIJ_WACHT}{AL}/weghalen")
    assert ruim_concepten_op() == 0
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute(b"UPDATE aanmelding_bijlage SET weg_op = now() - interval '61 minutes'")
    with als(Vrager(id_van("piet"))), pytest.raises(NietToegestaan):
        bijlage_terugzetten(AL)

    assert ruim_concepten_op() == 1
    # The key stays for what may come.
    assert _over(eigen_databank, WACHT) == 1
    assert [over for _wie, over in gedaan("bijlage.vernietigd")] == [{("aanmelding", WACHT)}]
