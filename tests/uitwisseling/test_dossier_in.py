# SPDX-License-Identifier: EUPL-1.2
"""A package with the dossier comes in whole or not, and changes or widens nothing that is here."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from tests.bezetting import OPENBARE_SLEUTEL, id_van
from tests.uitwisseling.dossierhulp import (
    BRIEF,
    DOEL,
    DOSSIER,
    FEIT,
    FOTO,
    FOTOPAD,
    GENOEMD,
    SLEUTEL,
    gaaf,
    gesorteerd,
    ingepakt,
    neem_in,
    nieuwe_rijen,
    rijen,
    scan_alles,
    uitgepakt,
    voer_dossier_uit,
)
from tests.uitwisseling.hulp import GAAF, als_invoer, schrijf, voer_in
from vangnet.casus.deelname import Plek, uitnodigen
from vangnet.casus.models import Bijdrage, Casus
from vangnet.casus.regels import RolSoort
from vangnet.documenten.models import Documentversie
from vangnet.documenten.selectors import inhoud_van
from vangnet.documenten.sleutels import Onleesbaar
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.fouten import VangnetFout
from vangnet.plan.models import Doel
from vangnet.toegang.vrager import Vrager, als
from vangnet.uitwisseling.formaat import ALLE
from vangnet.uitwisseling.formaat import DOSSIER as BESTANDEN_DOSSIER
from vangnet.uitwisseling.fouten import SOORTEN

pytestmark = pytest.mark.django_db
# Row 1 is the first row of data; a line of the files in dossierhulp.
AMIRA = Vrager(id_van("amira"))


def casus() -> Casus:
    with als_invoer():
        return Casus.objects.get(kenmerk="C1")


def aantal_casussen() -> int:
    with als_invoer():
        return Casus.objects.count()


def test_een_heel_pakket_komt_binnen(tmp_path: Path) -> None:
    verloop = neem_in(tmp_path / "in.age", gaaf())

    assert verloop.plekken == []
    assert verloop.uitkomst.geschreven
    assert {naam: verloop.uitkomst.standen[naam].nieuw for naam in BESTANDEN_DOSSIER} == {
        "kanten": 0,
        "handtekeningen": 0,
        "criteriumoordelen": 2,
        "huisoordelen": 1,
        "beslissers": 1,
        "doelen": 1,
        "bijdragen": 3,
        "bijdragepubliek": 1,
        "documenten": 1,
    }


def test_wat_erin_ging_komt_er_rij_voor_rij_uit(tmp_path: Path) -> None:
    neem_in(tmp_path / "in.age", gaaf())
    # The scanner of this house has to see it first.
    scan_alles()
    voer_dossier_uit(tmp_path / "uit.age")
    uit, erin = uitgepakt(tmp_path / "uit.age"), gaaf()

    for naam in BESTANDEN_DOSSIER:
        assert gesorteerd(nieuwe_rijen(uit, naam)) == gesorteerd(rijen(erin, naam)), naam
    assert uit[FOTOPAD] == FOTO


def test_hetzelfde_pakket_nog_eens_verandert_niets(tmp_path: Path) -> None:
    neem_in(tmp_path / "een.age", gaaf())
    scan_alles()
    with als(AMIRA):
        eerst = list(Bijdrage.objects.filter(casus__kenmerk="C1").order_by("pk").values())

    verloop = neem_in(tmp_path / "twee.age", gaaf())

    standen = verloop.uitkomst.standen
    assert verloop.plekken == []
    assert {naam: (standen[naam].nieuw, standen[naam].gewijzigd) for naam in standen} == (
        dict.fromkeys(standen, (0, 0))
    )
    with als(AMIRA):
        assert list(Bijdrage.objects.filter(casus__kenmerk="C1").order_by("pk").values()) == eerst
        assert Documentversie.objects.filter(document=BRIEF).count() == 1


def test_een_proef_kijkt_alles_na_en_schrijft_niets(tmp_path: Path) -> None:
    goed = neem_in(tmp_path / "goed.age", gaaf(), proef=True)
    fout = neem_in(tmp_path / "fout.age", gaaf() | {FOTOPAD: b"anders"}, proef=True)

    assert (goed.plekken, goed.uitkomst.geschreven) == ([], False)
    assert fout.plekken == [("documenten", 1, "bijdrage_id", "document_anders")]
    assert aantal_casussen() == 1


def test_het_huis_ziet_alles_en_een_partner_niets(tmp_path: Path) -> None:
    neem_in(tmp_path / "in.age", gaaf())

    with als(AMIRA):
        gezien = {str(b.pk): b for b in Bijdrage.objects.filter(casus__kenmerk="C1")}
        assert sorted(gezien) == sorted([FEIT, GENOEMD, BRIEF])
        assert {str(b.auteur_id) for b in gezien.values()} == {str(id_van("opdracht"))}
        assert [gezien[een].publiek for een in (FEIT, GENOEMD, BRIEF)] == [
            "iedereen", "organisaties", "alleen_huis",
        ]  # fmt: skip
        over = gezien[FEIT].betrokkenheid
        assert over is not None
        assert over.persoon.kenmerk == "P1"
        assert Doel.objects.get(pk=DOEL).casus.kenmerk == "C1"
    for wie in ("bram", "piet", "chantal"):
        with als(Vrager(id_van(wie))):
            assert not Bijdrage.objects.filter(pk__in=[FEIT, GENOEMD, BRIEF]).exists()


def test_het_huis_leest_een_ingevoerd_dossier_op_de_bladzijden(
    tmp_path: Path, ingelogd: Callable[[str], Client]
) -> None:
    neem_in(tmp_path / "in.age", gaaf())
    amira, zaak = ingelogd("amira"), casus().pk

    bladen = "".join(
        amira.get(f"/zaken/{zaak}{blad}").content.decode()
        for blad in ("", "/tijdlijn", "/beeld", "/documenten/", "/plan/")
    )

    assert [
        woord
        for woord in ("Zij slaapt slecht.", "Een foto", "Zij woont weer thuis.", "Opdrachtregel")
        if woord not in bladen
    ] == []


def test_een_document_wacht_op_de_scanner_van_dit_huis(tmp_path: Path) -> None:
    neem_in(tmp_path / "in.age", gaaf())

    with als(AMIRA):
        versie = Documentversie.objects.get(document=BRIEF)
        assert (versie.scan, versie.naam, versie.dossier) == ("wacht", "foto.png", casus().pk)
        with pytest.raises(Onleesbaar):
            inhoud_van(versie)
    scan_alles()
    with als(AMIRA):
        assert inhoud_van(Documentversie.objects.get(document=BRIEF)) == FOTO


def test_een_criterium_van_het_andere_huis_begint_hier_nooit(tmp_path: Path) -> None:
    from vangnet.aanmelding.models import Huiscriterium

    neem_in(tmp_path / "in.age", gaaf())

    with als(AMIRA):
        rij = Huiscriterium.objects.get(tekst="Is er een hond?")
        assert rij.tot is not None
        assert rij.tot < rij.vanaf


def test_het_journaal_noemt_de_casus_die_een_dossier_kreeg(tmp_path: Path) -> None:
    neem_in(tmp_path / "in.age", gaaf())

    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="dossier.ingevoerd")
        onderwerpen = Onderwerp.objects.filter(handeling=rij).values_list("soort", "onderwerp")
        assert list(onderwerpen) == [("casus", casus().pk)]


DOCUMENTRIJ = ("documenten", 1, "bijdrage_id")


def zonder_foto(pakket: dict[str, bytes]) -> dict[str, bytes]:
    return {naam: inhoud for naam, inhoud in pakket.items() if naam != FOTOPAD}


def met_bestand(inhoud: bytes) -> dict[str, bytes]:
    """A package whose one document is `inhoud`, announced as it is."""
    som = hashlib.sha256(inhoud).hexdigest()
    kop, _ = DOSSIER["documenten"].splitlines()
    regel = f"{BRIEF},1,foto.png,png,{len(inhoud)},{som}"
    return gaaf(documenten=f"{kop}\n{regel}\n") | {FOTOPAD: inhoud}


def _met(bestand: str, oud: str, nieuw: str) -> dict[str, bytes]:
    assert oud in DOSSIER[bestand]
    return gaaf(**{bestand: DOSSIER[bestand].replace(oud, nieuw, 1)})


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "plek"),
    [
        ("criteriumoordelen", "a_problemen", "e_anders", (1, "criterium", "code")),
        ("criteriumoordelen", "A1,a_", "A9,a_", (1, "aanmelding_id", "verwijzing")),
        ("criteriumoordelen", "c_onveilig", "a_problemen", (2, "aanmelding_id", "dubbel")),
        ("huisoordelen", "2020-01-01", "1 januari", (1, "vanaf", "datum_vorm")),
        ("huisoordelen", "Is er een hond?", "h" * 201, (1, "criterium", "tekst_lang")),
        ("beslissers", ",O1,", ",O9,", (1, "organisatie_id", "verwijzing")),
        ("beslissers", "Jan", "Jan\u200b", (1, "naam", "onzichtbaar")),
        ("doelen", DOEL, "doel-1", (1, "doel_id", "uuid")),
        ("doelen", "2022-10-01", "2022-03-31", (1, "streefdatum", "streefdatum_vroeg")),
        ("doelen", ",2022-10-03", ",", (1, "beoordeeld_op", "resultaat_zonder_dag")),
        ("bijdragen", FEIT, FEIT.upper(), (1, "bijdrage_id", "uuid")),
        ("bijdragen", "P1,O1", "P2,O1", (1, "over", "over_niet_betrokken")),
        ("bijdragen", "P1,O1", "P1,O9", (1, "bron", "verwijzing")),
        ("bijdragen", "Zij zei het zelf.", "Ja.", (1, "grond", "grond_bij_geheim")),
        ("bijdragen", "ja,toestemming", "nee,toestemming", (1, "grond", "grond_bij_geheim")),
        ("bijdragen", ",iedereen,", ",werknotitie,", (1, "publiek", "code")),
        ("bijdragen", ",gezondheid,", ",geloof,", (1, "categorie", "code")),
        ("bijdragepubliek", ",O1", ",O9", (1, "organisatie_id", "verwijzing")),
        ("bijdragepubliek", GENOEMD, FEIT, (1, "bijdrage_id", "publiek_noemt_niet")),
        ("bijdragepubliek", GENOEMD, DOEL, (1, "bijdrage_id", "verwijzing")),
        ("documenten", BRIEF, FEIT, (1, "bijdrage_id", "geen_document")),
        ("documenten", ",1,", ",0,", (1, "nummer", "nummer_nul")),
        ("documenten", ",png,", ",exe,", (1, "soort", "code")),
    ],
)  # fmt: skip
def test_een_fout_noemt_bestand_rij_en_kolom(
    bestand: str, oud: str, nieuw: str, plek: tuple[int, str, str], tmp_path: Path
) -> None:
    verloop = neem_in(tmp_path / "in.age", _met(bestand, oud, nieuw))

    assert (bestand, *plek) in verloop.plekken
    assert not verloop.uitkomst.geschreven
    assert aantal_casussen() == 1


@pytest.mark.parametrize(
    ("inhoud", "plek"),
    [
        (gaaf() | {FOTOPAD: FOTO + b"x"}, (*DOCUMENTRIJ, "document_anders")),
        (gaaf() | {"documenten/x.png": FOTO}, ("documenten/x.png", 0, "", "bestand_onbekend")),
        (gaaf() | {"laat.csv": b"datum\n"}, ("laat.csv", 0, "", "bestand_volgorde")),
        (gaaf() | {FOTOPAD: b"x" * 20_000_001}, (*DOCUMENTRIJ, "document_te_groot")),
        (zonder_foto(gaaf()), (*DOCUMENTRIJ, "document_ontbreekt")),
        (_met("documenten", "foto.png,png", "foto.exe,png"), (*DOCUMENTRIJ, "document_soort")),
        (met_bestand(b"MZ" + bytes(100)), (*DOCUMENTRIJ, "document_soort")),
        ({"vreemd.csv": b"a\n1\n"} | gaaf(), ("vreemd.csv", 0, "", "bestand_onbekend")),
        ({"../personen.csv": b"a\n1\n"} | gaaf(), ("../personen.csv", 0, "", "bestand_pad")),
    ],
)  # fmt: skip
def test_bij_een_fout_met_een_bestand_komt_er_niets_binnen(
    inhoud: dict[str, bytes], plek: tuple[str, int, str, str], tmp_path: Path
) -> None:
    verloop = neem_in(tmp_path / "in.age", inhoud)

    assert plek in verloop.plekken
    assert verloop.uitkomst.aantal_fouten == len(verloop.fouten)
    assert not verloop.uitkomst.geschreven
    assert aantal_casussen() == 1


def test_wat_hier_al_staat_wordt_niet_gewijzigd(tmp_path: Path) -> None:
    neem_in(tmp_path / "een.age", gaaf())

    for bestand, oud, nieuw in (
        ("bijdragen", "alleen_huis", "iedereen"),
        ("bijdragen", "slaapt slecht", "slaapt goed"),
        ("doelen", "weer thuis", "weer ergens"),
        ("criteriumoordelen", "Schulden", "Geld"),
        ("beslissers", ",ja", ",nee"),
    ):
        verloop = neem_in(tmp_path / "twee.age", _met(bestand, oud, nieuw))
        assert [(plek[0], plek[3]) for plek in verloop.plekken] == [(bestand, "dossier_anders")]


def test_een_bijdrage_die_er_al_is_krijgt_geen_publiek_en_geen_bestand_erbij(
    tmp_path: Path,
) -> None:
    neem_in(tmp_path / "een.age", gaaf())
    erbij = DOSSIER["bijdragepubliek"] + f"{GENOEMD},O2\n"
    o2 = GAAF["organisaties"] + "O2,De GGZ,ggz,zorg\n"
    tweede = DOSSIER["documenten"] + DOSSIER["documenten"].splitlines()[1].replace(",1,", ",2,")

    publiek = neem_in(tmp_path / "twee.age", gaaf(bijdragepubliek=erbij, organisaties=o2))
    bestand = neem_in(tmp_path / "drie.age", gaaf(documenten=tweede))

    assert publiek.plekken == [("bijdragepubliek", 2, "bijdrage_id", "bijdrage_bestaat")]
    assert bestand.plekken == [("documenten", 2, "bijdrage_id", "bijdrage_bestaat")]


def _naar_zaak(naam: str) -> str:
    """Rows of the package, but the one about a person, for the casus of the cast."""
    return "\n".join(
        regel if ",P1," in regel else regel.replace(",C1,", ",ZVH-2022-0001,")
        for regel in DOSSIER[naam].split("\n")
    )


def test_een_casus_waaraan_hier_iemand_meedoet_krijgt_er_niets_bij(tmp_path: Path) -> None:
    with als(AMIRA):
        uitnodigen(id_van("casus"), Plek(id_van("bram"), id_van("ggz"), RolSoort.DEELNEMER))

    verloop = neem_in(
        tmp_path / "in.age",
        gaaf(**{naam: _naar_zaak(naam) for naam in ("doelen", "bijdragen")}),
    )

    assert verloop.plekken == [
        ("doelen", 1, "casus_id", "casus_in_gebruik"),
        ("bijdragen", 2, "casus_id", "casus_in_gebruik"),
        ("bijdragen", 3, "casus_id", "casus_in_gebruik"),
    ]


@pytest.mark.parametrize("wat", ["sleutel", "afgekapt", "omgezet", "geen tar"])
def test_een_pakket_dat_niet_opengaat_laat_niets_achter(wat: str, tmp_path: Path) -> None:
    pad = ingepakt(tmp_path / "in.age", gaaf())
    if wat == "sleutel":
        ingepakt(pad, gaaf(), voor=OPENBARE_SLEUTEL)
    elif wat == "afgekapt":
        pad.write_bytes(pad.read_bytes()[:-20])
    elif wat == "omgezet":
        geheel = bytearray(pad.read_bytes())
        geheel[-40] ^= 1
        pad.write_bytes(geheel)
    else:
        _zonder_tar(pad)

    with pytest.raises(VangnetFout, match="past niet" if wat == "sleutel" else "beschadigd"):
        voer_in(pad, sleutel=SLEUTEL)

    assert aantal_casussen() == 1


def _zonder_tar(pad: Path) -> None:
    from pyrage import encrypt, x25519

    pad.write_bytes(encrypt(b"geen tar" * 200, [x25519.Recipient.from_str(SLEUTEL.openbaar)]))


def test_zonder_sleutel_zegt_het_hoe(tmp_path: Path) -> None:
    with pytest.raises(VangnetFout, match="--sleutelbestand"):
        voer_in(ingepakt(tmp_path / "in.age", gaaf()))


def test_een_dossier_komt_niet_open_binnen(tmp_path: Path) -> None:
    verloop = voer_in(schrijf(tmp_path / "in", {**GAAF, "doelen": DOSSIER["doelen"]}))

    assert verloop.plekken == [("doelen.csv", 0, "", "bestand_dossier")]


def test_elke_fout_heeft_een_zin() -> None:
    for soort in ("dossier_anders", "casus_in_gebruik", "bijdrage_bestaat", "document_te_groot"):
        assert all(SOORTEN[soort])


@pytest.mark.parametrize("naam", list(BESTANDEN_DOSSIER))
def test_de_werkbank_heeft_de_kolommen_van_het_dossier(naam: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = "
            "(SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = 'invoer' AND c.relname = %s) AND attnum > 0",
            [naam],
        )
        kolommen = [rij[0] for rij in cursor.fetchall()]

    assert kolommen == ["rij", "id", "stand", *ALLE[naam].per_naam]


def test_vervangen_van_een_rij_waar_een_bijdrage_over_gaat_zegt_wat_te_doen(
    tmp_path: Path,
) -> None:
    neem_in(tmp_path / "in.age", gaaf())
    rollen = "casus_id,persoon_id,rol,vanaf\nC1,P1,hoofdbetrokkene,2022-03-02\n"

    pakket = {"betrokkenen": rollen, "inzetten": GAAF["inzetten"]}
    verloop = voer_in(schrijf(tmp_path / "los", pakket), vervang=True)

    assert verloop.plekken == [("betrokkenen", 0, "", "vervang_in_gebruik")]
    assert "Voer in zonder te vervangen" in str(verloop.fouten[0])
    assert not verloop.uitkomst.geschreven
    with als(Vrager(id_van("frank"))):
        assert Handeling.objects.filter(handeling="register.geweigerd").exists()
