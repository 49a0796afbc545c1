# SPDX-License-Identifier: EUPL-1.2
"""The format as data is the format of the page, and every file has a table."""

import pytest
from django.db import connection

from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.uitwisseling.formaat import BESTANDEN, PER_CASUS, Soort
from vangnet.uitwisseling.tabellen import tabel_van

_VERPLICHT = {
    "organisaties": ["organisatie_id", "naam", "soort", "keten"],
    "personen": ["persoon_id", "achternaam"],
    "relaties": ["persoon_id", "andere_persoon_id", "soort"],
    "aanmeldingen": ["aanmelding_id", "ontvangen_op", "aanmelder"],
    "casussen": ["casus_id", "samenstelling"],
    "inzetten": ["casus_id", "soort", "vanaf"],
    "afsluitingen": ["casus_id", "afgesloten_op"],
    "betrokkenen": ["casus_id", "persoon_id", "rol"],
    "trajecten": ["casus_id", "vanaf"],
    "plannen": ["plan_id", "vastgesteld_op", "nadruk"],
    # Empty organisatie_id: the house does it (docs/adr/0038).
    "afspraken": ["afspraak_id", "casus_id", "domein", "vastgesteld_op", "uiterlijk_op"],
    "overleggen": ["overleg_id", "datum", "soort"],
    "opschalingen": ["casus_id", "datum", "niveau"],
    "adviezen": ["advies_id", "datum", "soort"],
    "tellingen": ["datum", "soort", "aantal"],
    "meldingen": ["melding_id", "datum", "doelgroep"],
    "vervolgacties": ["melding_id", "soort"],
    "prioriteringen": ["persoon_id", "doelgroep", "vanaf"],
    "prestatieafspraken": ["afspraak", "financier", "van", "tot", "soort", "doel"],
    "signalen": ["signaal_id", "datum", "soort"],
    "financien": ["jaar", "soort", "post", "bedrag"],
    "gepubliceerd": ["rapport", "van", "tot", "sleutel", "waarde", "eenheid"],
}  # fmt: skip


def test_elk_bestand_van_het_pakket_staat_in_het_formaat() -> None:
    assert sorted(BESTANDEN) == sorted(_VERPLICHT)


@pytest.mark.parametrize("naam", sorted(_VERPLICHT))
def test_elk_bestand_heeft_zijn_verplichte_kolommen(naam: str) -> None:
    kolommen = BESTANDEN[naam].kolommen

    assert [kolom.naam for kolom in kolommen if kolom.verplicht] == _VERPLICHT[naam]


@pytest.mark.parametrize("naam", sorted(_VERPLICHT))
def test_elke_kolom_heeft_een_veld_in_het_register(naam: str) -> None:
    tabel = tabel_van(naam)
    velden = {veld.column for veld in tabel.model._meta.concrete_fields}

    assert {tabel.veld(kolom) for kolom in tabel.bestand.kolommen} <= velden


def test_elke_codelijst_bestaat() -> None:
    lijsten = {k.codelijst for b in BESTANDEN.values() for k in b.kolommen_van(Soort.CODE)}

    assert lijsten <= set(CODELIJSTEN)


def test_vervangen_gaat_over_vier_bestanden_van_een_casus() -> None:
    assert PER_CASUS == ("inzetten", "afsluitingen", "betrokkenen", "trajecten")


@pytest.mark.django_db
@pytest.mark.parametrize("naam", sorted(_VERPLICHT))
def test_de_werkbank_heeft_de_kolommen_van_het_formaat(naam: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = "
            "(SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = 'invoer' AND c.relname = %s) AND attnum > 0",
            [naam],
        )
        kolommen = [rij[0] for rij in cursor.fetchall()]

    assert kolommen == ["rij", "id", "stand", *BESTANDEN[naam].per_naam]
