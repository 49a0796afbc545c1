# SPDX-License-Identifier: EUPL-1.2
"""The documents of a casus, as the pages do it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import ProgrammingError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from tests.bezetting import id_van
from tests.documenten.clamd import EICAR, KAPOT, clamd
from vangnet.casus.models import Bijdrage, CasusRol
from vangnet.documenten.models import Documentdeel, Documentversie, Dossiersleutel
from vangnet.documenten.scannen import scan_ronde
from vangnet.documenten.voorbeeld import brief
from vangnet.journaal.models import Handeling
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
LIJST = f"/zaken/{id_van('casus')}/documenten/"
NIEUW = f"{LIJST}nieuw"
VELDEN = {"publiek": "iedereen", "categorie": "woonsituatie", "doel": "afstemming"}
TEKST = b"De huur is betaald tot en met maart."
PDF = brief("brief.pdf", [["een"], ["twee"], ["drie"]]).inhoud


def bestand(naam: str = "huur.txt", inhoud: bytes = TEKST) -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, inhoud)


def voeg_toe(wie: Client, *bestanden: SimpleUploadedFile, **velden: object) -> int:
    gekozen = list(bestanden) or [bestand()]
    return wie.post(NIEUW, {**VELDEN, "bestanden": gekozen, **velden}).status_code


@contextmanager
def als_klok() -> Iterator[None]:
    with als(Vrager(id_van("opdracht"), VragerSoort.OPDRACHT)):
        yield


def scan(settings: Settings) -> int:
    """One round with a scanner that answers as clamd does."""
    with TemporaryDirectory() as map_:
        pad = Path(map_) / "clamd"
        settings.CLAMD = f"unix:{pad}"
        with clamd(pad):
            return scan_ronde(als_klok)


def versies() -> list[Documentversie]:
    with als(Vrager(id_van("amira"))):
        eigen = Documentversie.objects.filter(dossier=id_van("casus")).exclude(
            pk=id_van("documentversie")
        )
        return list(eigen.order_by("aangemaakt_op", "nummer", "naam"))


def adres(versie: Documentversie, *verder: object) -> str:
    return "/".join([f"{LIJST}{versie.document}", *map(str, verder)])


def acten(*handelingen: str) -> list[str]:
    with als(Vrager(id_van("frank"))):
        rijen = Handeling.objects.filter(handeling__in=handelingen).order_by("moment", "pk")
        return [een.handeling for een in rijen]


def test_wat_het_huis_toevoegt_haalt_de_partner_op_na_de_scan(
    ingelogd: Ingelogd, neem_deel: NeemDeel, settings: Settings
) -> None:
    neem_deel("bram")
    assert voeg_toe(ingelogd("amira")) == 302
    assert scan(settings) == 1
    versie = versies()[0]

    antwoord = ingelogd("bram").get(adres(versie, versie.pk, "ophalen"))

    assert antwoord.content == TEKST
    assert antwoord["Content-Disposition"] == 'attachment; filename="huur.txt"'
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert antwoord["Cache-Control"] == "no-store"
    assert antwoord["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_drie_bestanden_worden_drie_documenten_met_hun_naam_als_titel(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    voeg_toe(amira, *(bestand(f"brief {nummer}.txt") for nummer in (1, 2, 3)), titel="Telt niet")

    pagina = amira.get(LIJST).content.decode()
    assert [f"brief {nummer}.txt" in pagina for nummer in (1, 2, 3)] == [True] * 3
    assert "Telt niet" not in pagina


def test_een_bestand_krijgt_de_titel_die_erbij_staat(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    voeg_toe(amira, titel="Brief van de verhuurder")

    assert "Brief van de verhuurder" in amira.get(LIJST).content.decode()


@pytest.mark.asvs("5.4.3")
def test_voor_de_scan_haalt_niemand_een_byte_op_ook_de_maker_niet(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    voeg_toe(amira, bestand("brief.pdf", PDF))
    versie = versies()[0]

    assert amira.get(adres(versie, versie.pk, "ophalen")).status_code == 404
    assert amira.get(adres(versie, versie.pk, "blad?nr=1")).status_code == 404
    assert "Bestand ophalen" not in amira.get(adres(versie)).content.decode()


@pytest.mark.asvs("5.4.3")
def test_een_bestand_met_een_virus_blijft_voor_iedereen_dicht(
    ingelogd: Ingelogd, settings: Settings
) -> None:
    amira = ingelogd("amira")
    voeg_toe(amira, bestand("virus.txt", EICAR))

    scan(settings)

    versie = versies()[0]
    assert "Virus gevonden" in amira.get(LIJST).content.decode()
    assert amira.get(adres(versie, versie.pk, "ophalen")).status_code == 404


def test_is_de_scanner_weg_dan_blijft_het_wachten_en_later_lukt_het(
    ingelogd: Ingelogd, settings: Settings
) -> None:
    voeg_toe(ingelogd("amira"))
    settings.CLAMD = "unix:/bestaat/niet"

    assert scan_ronde(als_klok) == 0
    assert [een.scan for een in versies()] == ["wacht"]
    assert scan(settings) == 1
    assert [een.scan for een in versies()] == ["schoon"]


def test_zonder_scanner_blijft_in_een_echt_huis_alles_dicht(
    ingelogd: Ingelogd, settings: Settings
) -> None:
    settings.CLAMD = ""
    amira = ingelogd("amira")
    voeg_toe(amira)

    assert scan_ronde(als_klok) == 0
    assert [een.scan for een in versies()] == ["wacht"]
    assert "Wacht op een virusscanner" in amira.get(LIJST).content.decode()


def test_een_besmet_bestand_houdt_de_andere_niet_tegen(
    ingelogd: Ingelogd, settings: Settings
) -> None:
    voeg_toe(ingelogd("amira"), bestand("a.txt", EICAR), bestand("b.txt"))

    assert scan(settings) == 2
    assert {een.naam: een.scan for een in versies()} == {"a.txt": "besmet", "b.txt": "schoon"}


def test_een_bestand_waarop_de_scanner_stukloopt_houdt_de_andere_niet_tegen(
    ingelogd: Ingelogd, settings: Settings
) -> None:
    voeg_toe(ingelogd("amira"), bestand("a.txt", KAPOT), bestand("b.txt"))

    assert scan(settings) == 1
    assert {een.naam: een.scan for een in versies()} == {"a.txt": "wacht", "b.txt": "schoon"}


@pytest.mark.asvs("5.2.2")
@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("plaatje.svg", b"<svg onload='x'/>"),
        ("brief.pdf", b"<html><script>x</script>"),
        ("programma.pdf", b"MZ\x00\x00"),
        ("leeg.txt", b""),
    ],
)
def test_een_ander_soort_wordt_geweigerd_met_wat_je_kunt_doen(
    ingelogd: Ingelogd, naam: str, inhoud: bytes
) -> None:
    amira = ingelogd("amira")

    antwoord = amira.post(
        NIEUW,
        {**VELDEN, "bestanden": [bestand(naam, inhoud), bestand()], "voorwaarden": "Bel eerst"},
    )

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == ["bestanden"]
    assert "Bel eerst" in antwoord.content.decode()
    assert versies() == []


@pytest.mark.asvs("5.2.1")
def test_elf_bestanden_tegelijk_is_te_veel(ingelogd: Ingelogd) -> None:
    assert voeg_toe(ingelogd("amira"), *(bestand(f"{een}.txt") for een in range(11))) == 422
    assert versies() == []


@pytest.mark.asvs("5.2.1")
def test_een_te_groot_verzoek_wordt_niet_gelezen(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    for pad, lengte, status in (
        (NIEUW, 61_000_001, 413),
        (f"{LIJST}{id_van('casus')}/nieuw", 61_000_001, 413),
        (LIJST, 3_000_001, 413),
    ):
        assert amira.post(pad, CONTENT_LENGTH=str(lengte)).status_code == status


def test_hetzelfde_formulier_twee_keer_geeft_een_document(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    formulier = str(UUID(int=7))

    for _ in range(2):
        assert voeg_toe(amira, bestand("a.txt"), bestand("b.txt"), eenmalig=formulier) == 302

    assert [een.naam for een in versies()] == ["a.txt", "b.txt"]


def test_een_ander_bestand_onder_hetzelfde_formulier_is_een_ander_document(
    ingelogd: Ingelogd,
) -> None:
    """Who sees the wrong file, goes back and sends the right one, has both and takes one away."""
    amira = ingelogd("amira")
    formulier = str(UUID(int=7))

    for naam in ("fout.txt", "goed.txt"):
        voeg_toe(amira, bestand(naam), titel="Verslag", eenmalig=formulier)

    assert sorted(een.naam for een in versies()) == ["fout.txt", "goed.txt"]


def test_een_nieuwe_versie_staat_voorop_en_de_vorige_blijft_te_openen(
    ingelogd: Ingelogd, settings: Settings
) -> None:
    amira = ingelogd("amira")
    voeg_toe(amira, titel="Brief")
    eerste = versies()[0]

    amira.post(adres(eerste, "nieuw"), {"bestanden": bestand("huur2.txt", b"Nieuw")})
    scan(settings)

    nummers = [(een.nummer, een.naam) for een in versies()]
    assert nummers == [(1, "huur.txt"), (2, "huur2.txt")]
    assert amira.get(adres(eerste)).context["gekozen"].versie.nummer == 2
    assert amira.get(adres(eerste, eerste.pk, "ophalen")).content == TEKST


def test_alleen_de_maker_voegt_een_versie_toe_of_haalt_weg(ingelogd: Ingelogd) -> None:
    voeg_toe(ingelogd("amira"))
    versie = versies()[0]
    joris = ingelogd("joris")

    assert joris.get(adres(versie)).status_code == 200
    assert joris.post(adres(versie, "nieuw"), {"bestanden": bestand()}).status_code == 404
    assert joris.post(adres(versie, "weghalen")).status_code == 404
    assert len(versies()) == 1


def test_wat_alleen_voor_het_huis_is_bestaat_voor_de_partner_niet(
    ingelogd: Ingelogd, neem_deel: NeemDeel, settings: Settings
) -> None:
    neem_deel("bram")
    voeg_toe(ingelogd("amira"), publiek="alleen_huis", titel="Interne brief")
    scan(settings)
    versie = versies()[0]
    bram = ingelogd("bram")

    assert "Interne brief" not in bram.get(LIJST).content.decode()
    niet_er = bram.get(f"{LIJST}{id_van('niets')}")
    for pad in ("", f"/{versie.pk}/ophalen", f"/{versie.pk}/blad?nr=1"):
        antwoord = bram.get(f"{LIJST}{versie.document}{pad}")
        assert (antwoord.status_code, antwoord.content) == (404, niet_er.content)


def test_een_versie_opent_niet_onder_een_ander_document(
    ingelogd: Ingelogd, settings: Settings
) -> None:
    amira = ingelogd("amira")
    voeg_toe(amira, bestand("a.txt"), bestand("b.txt"))
    scan(settings)
    een, twee = versies()

    assert amira.get(adres(een, twee.pk, "ophalen")).status_code == 404


def test_weghalen_is_tien_minuten_ongedaan_te_maken_ook_na_herladen(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")
    voeg_toe(amira, titel="Brief")
    versie = versies()[0]

    amira.post(adres(versie, "weghalen"))

    assert "Ongedaan maken" in amira.get(LIJST).content.decode()
    assert "Ongedaan maken" in amira.get(LIJST).content.decode()
    assert ingelogd("bram").get(adres(versie)).status_code == 404
    assert amira.post(adres(versie, "terugzetten")).status_code == 302
    assert ingelogd("bram").get(adres(versie)).status_code == 200
    assert acten("bijdrage.ingetrokken", "document.teruggezet") == [
        "bijdrage.ingetrokken",
        "document.teruggezet",
    ]


def test_een_ander_maakt_weghalen_niet_ongedaan(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    voeg_toe(amira)
    versie = versies()[0]
    amira.post(adres(versie, "weghalen"))

    assert ingelogd("joris").post(adres(versie, "terugzetten")).status_code == 404
    assert "Ongedaan maken" not in ingelogd("joris").get(LIJST).content.decode()


def test_een_pdf_wordt_per_bladzijde_getoond_als_plaatje(
    ingelogd: Ingelogd, settings: Settings
) -> None:
    amira = ingelogd("amira")
    voeg_toe(amira, bestand("brief.pdf", PDF))
    scan(settings)
    versie = versies()[0]

    pagina = amira.get(f"{adres(versie)}?blad=2").content.decode()
    plaatje = amira.get(adres(versie, versie.pk, "blad?nr=2"))

    assert "Bladzijde 2 van 3" in pagina
    assert "blad=1" in pagina
    assert "blad=3" in pagina
    assert plaatje["Content-Type"] == "image/png"
    assert plaatje["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert amira.get(adres(versie, versie.pk, "blad?nr=4")).status_code == 404


@pytest.mark.parametrize(
    ("vraag", "blad", "volgende"),
    [("blad=3", 3, 0), ("blad=99", 3, 0), ("blad=x", 1, 2), ("", 1, 2)],
)
def test_de_bladzijden_houden_op_bij_de_laatste(
    ingelogd: Ingelogd, settings: Settings, vraag: str, blad: int, volgende: int
) -> None:
    amira = ingelogd("amira")
    voeg_toe(amira, bestand("brief.pdf", PDF))
    scan(settings)

    context = amira.get(f"{adres(versies()[0])}?{vraag}").context

    assert (context["blad"], context["volgende"]) == (blad, volgende)


def test_zien_en_ophalen_staan_in_het_journaal(ingelogd: Ingelogd, settings: Settings) -> None:
    amira = ingelogd("amira")
    voeg_toe(amira)
    scan(settings)
    versie = versies()[0]

    amira.get(LIJST)
    amira.get(adres(versie))
    amira.get(adres(versie, versie.pk, "ophalen"))

    gevraagd = (
        "bijdrage.toegevoegd",
        "document.toegevoegd",
        "document.gescand",
        "documenten.ingezien",
        "document.ingezien",
        "document.gedownload",
    )
    assert acten(*gevraagd) == list(gevraagd)


def test_in_de_databank_staat_geen_leesbare_byte(ingelogd: Ingelogd, settings: Settings) -> None:
    voeg_toe(ingelogd("amira"))
    scan(settings)

    versie = versies()[0]
    with als(Vrager(id_van("amira"))):
        delen = [bytes(een.gesloten) for een in Documentdeel.objects.filter(van=versie)]

    assert len(delen) == 1
    assert b"huur" not in delen[0]


def test_is_de_sleutel_van_het_dossier_weg_dan_opent_niets_meer(
    ingelogd: Ingelogd, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    amira = ingelogd("amira")
    voeg_toe(amira)
    scan(settings)
    versie = versies()[0]
    monkeypatch.setattr(Dossiersleutel, "objects", Dossiersleutel.objects.none())

    assert "sleutel is vernietigd" in amira.get(adres(versie)).content.decode()
    assert amira.get(adres(versie, versie.pk, "ophalen")).status_code == 404


def test_de_titel_en_het_publiek_zijn_te_veranderen_en_het_blijft_een_document(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    voeg_toe(amira, titel="Brief")
    pad = f"/zaken/{id_van('casus')}/bijdragen/{versies()[0].document}"
    pagina = amira.get(pad)
    stand = pagina.context["formulier"].initial["stand"]

    velden = {**VELDEN, "tekst": "Andere titel", "stand": stand, "soort": "feit"}
    antwoord = amira.post(pad, velden, follow=True)

    assert "Het document is opgeslagen." in antwoord.content.decode()
    with als(Vrager(id_van("amira"))):
        rij = Bijdrage.objects.get(pk=versies()[0].document)
    assert (rij.soort, rij.tekst) == ("document", "Andere titel")


def test_een_lege_lijst_zegt_wat_je_kunt_doen(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(f"{LIJST}{id_van('document')}/weghalen")

    pagina = ingelogd("joris").get(LIJST).content.decode()

    assert "Nog geen documenten" in pagina
    assert NIEUW in pagina


def test_een_lijst_van_elf_kost_evenveel_vragen_als_van_een(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    with CaptureQueriesContext(connection) as een:
        amira.get(LIJST)
    voeg_toe(amira, *(bestand(f"{nummer}.txt") for nummer in range(10)))
    amira.get(LIJST)  # takes the message that they were added
    with CaptureQueriesContext(connection) as elf:
        amira.get(LIJST)

    assert len(elf) == len(een) <= 20


def test_een_pagina_kan_een_bestand_niet_schoon_verklaren(ingelogd: Ingelogd) -> None:
    voeg_toe(ingelogd("amira"))
    versie = versies()[0]

    with pytest.raises(ProgrammingError, match="permission denied"), als(Vrager(id_van("amira"))):
        Documentversie.objects.filter(pk=versie.pk).update(scan="schoon")
    for wie, soort in (("amira", VragerSoort.MENS), ("opdracht", VragerSoort.MENS)):
        with (
            pytest.raises(ProgrammingError, match="niet toegestaan"),
            als(Vrager(id_van(wie), soort)),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT documenten.zet_scan(%s, 'schoon', '')", [versie.pk])

    assert [een.scan for een in versies()] == ["wacht"]


def test_in_een_echt_huis_wordt_niets_doorgelaten_zonder_scan(ingelogd: Ingelogd) -> None:
    voeg_toe(ingelogd("amira"))
    versie = versies()[0]

    with (
        pytest.raises(ProgrammingError, match="niet toegestaan"),
        als_klok(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT documenten.zet_scan(%s, 'niet_gescand', '')", [versie.pk])


def test_wat_besmet_is_wordt_niet_alsnog_schoon(ingelogd: Ingelogd, settings: Settings) -> None:
    voeg_toe(ingelogd("amira"), bestand("virus.txt", EICAR))
    scan(settings)
    versie = versies()[0]

    with als_klok(), connection.cursor() as cursor:
        cursor.execute("SELECT documenten.zet_scan(%s, 'schoon', '')", [versie.pk])
        geschreven = cursor.fetchone()

    assert geschreven == (False,)
    assert [een.scan for een in versies()] == ["besmet"]
