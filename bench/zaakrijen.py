# SPDX-License-Identifier: EUPL-1.2
"""The rows that bench/zaken.py asks for, on top of the register, and the same in plain SQL."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import psycopg

from bench.register import vul
from tests.bezetting import id_van

AANTAL_REGELS, MIJN_ZAKEN = 20, 25
# More than one page of the list.
ZAKEN_VAN_PARTNER = 60
# An address, and what a form sends there.
Besluit = tuple[str, Mapping[str, str]]
_BASIS = "id, versie, aangemaakt_op"
_BIJDRAGEN = f"""
    INSERT INTO casus_bijdrage ({_BASIS}, casus_id, auteur_id, soort, tekst, categorie, doel,
        publiek, onder_geheim, dicht, eerste_verwerking, eerste_verwerking_afgeleid)
    SELECT gen_random_uuid(), 1, now() - n * interval '1 day', %(casus)s, %(amira)s, 'notitie',
        'Een notitie van een paar regels, zoals mensen die schrijven. ' || n, 'woonsituatie',
        'afstemming', 'iedereen', false, false, '2024-01-01', false
      FROM generate_series(1, %(regels)s) n
"""  # noqa: S608 - own words
_ROLLEN = f"""
    INSERT INTO casus_casusrol ({_BASIS}, casus_id, gebruiker_id, rol, antwoord, vanaf, dicht)
    SELECT gen_random_uuid(), 1, now(), c.id, %(amira)s, 'regisseur', 'aanvaard', '2020-01-01',
        false
      FROM casus_casus c WHERE NOT c.dicht AND c.kenmerk LIKE 'ZVH-0%%'
     ORDER BY c.kenmerk LIMIT %(mijn)s
"""  # noqa: S608 - own words
_PARTNERROLLEN = f"""
    INSERT INTO casus_casusrol ({_BASIS}, casus_id, gebruiker_id, organisatie_id, rol, antwoord,
        vanaf, dicht)
    SELECT gen_random_uuid(), 1, now(), c.id, %(bram)s, %(ggz)s, 'deelnemer', 'aanvaard',
        '2020-01-01', false
      FROM casus_casus c WHERE NOT c.gesloten AND c.kenmerk LIKE 'ZVH-0%%'
     ORDER BY c.kenmerk DESC LIMIT %(van_partner)s
"""  # noqa: S608 - own words
_AANMELDINGEN = f"""
    INSERT INTO aanmelding_aanmelding ({_BASIS}, kenmerk, ontvangen_op, aanmelder_id, gemeente,
        achternaam, aanleiding, dicht, eerste_verwerking, eerste_verwerking_afgeleid)
    SELECT md5('wacht' || n)::uuid, 1, now(), 'wacht-' || n, current_date, %(politie)s, 'GM0080',
        'Zoekgeraakt' || n, 'Aanleiding', false, current_date, false
      FROM generate_series(1, %(wacht)s) n RETURNING id
"""  # noqa: S608 - own words
_CRITERIA = ("a_problemen", "b_leefgebieden", "c_onveilig", "d_samenwerking")
_BESLUIT = {
    "besluit": "procesregie",
    "samenstelling": "individu",
    "regisseur": str(id_van("amira")),
    "naam_1": "Sjoukje Verzinsel",
    "organisatie_1": str(id_van("politie")),
    "akkoord_1": "ja",
    **{f"geldt_{een}": "ja" for een in _CRITERIA},
    **{f"motivering_{een}": "Dat blijkt uit de aanmelding." for een in _CRITERIA},
}
_LIJST = """
    SELECT c.id, c.kenmerk, p.achternaam, p.voornamen, i.soort,
           (SELECT min(a.ontvangen_op) FROM aanmelding_aanmelding a WHERE a.casus_id = c.id),
           ARRAY(SELECT o.naam FROM casus_casusrol r
                   JOIN organisaties_organisatie o ON o.id = r.organisatie_id
                  WHERE r.casus_id = c.id)
      FROM casus_casus c LEFT JOIN personen_persoon p ON p.id = c.hoofdbetrokkene_id
      LEFT JOIN casus_inzet i ON i.casus_id = c.id
     WHERE NOT c.dicht {} ORDER BY c.kenmerk DESC LIMIT 51
"""
_CASUS = (
    "SELECT c.*, p.* FROM casus_casus c JOIN personen_persoon p ON p.id = c.hoofdbetrokkene_id "
    "WHERE c.id = %(casus)s"
)
_REGELS = (
    "SELECT b.*, g.naam FROM casus_bijdrage b JOIN gebruikers_gebruiker g ON g.id = b.auteur_id "
    "WHERE b.casus_id = %(casus)s ORDER BY b.aangemaakt_op DESC"
)
# The row of the journaal and its subject, as far as an administrator can write them.
_JOURNAAL = (
    "INSERT INTO journaal_handeling (id, moment, gebruiker, vrager_soort, handeling, object_soort, "
    "object, casus, doel, toegestaan, regel, herkomst, spoor, velden, aantallen) VALUES "
    "(gen_random_uuid(), clock_timestamp(), %(amira)s, 'mens', 'casus.ingezien', 'casus', "
    "%(casus)s, %(casus)s, '', true, '', 'web', '', '{{}}', '{{}}')"
).replace("{{}}", "{}")
_OPEN = (
    "WITH c AS (INSERT INTO casus_casus (id, versie, aangemaakt_op, kenmerk, samenstelling, dicht, "
    "beperkt, gesloten, eerste_verwerking_afgeleid) VALUES (gen_random_uuid(), 1, now(), "
    "gen_random_uuid()::text, 'individu', false, false, false, false) RETURNING id) "
    "INSERT INTO casus_inzet (id, versie, aangemaakt_op, casus_id, soort, vanaf, dicht) "
    "SELECT gen_random_uuid(), 1, now(), c.id, 'procesregie', current_date, false FROM c"
)
# The same list for the house and for a partner, who sees as many of them.
LIJST, LIJST_VAN_PARTNER = "zaken, eerste bladzijde", "zaken, eerste bladzijde, partner"
RUW: Mapping[str, tuple[str, ...]] = {
    LIJST: (_LIJST.format(""),),
    LIJST_VAN_PARTNER: (
        _LIJST.format(
            "AND EXISTS (SELECT FROM casus_casusrol m WHERE m.casus_id = c.id "
            "AND m.gebruiker_id = %(bram)s)"
        ),
    ),
    "zaken van een gemeente": (_LIJST.format("AND c.gemeente = 'GM0080'"),),
    "zaken van een jaar": (
        _LIJST.format(
            "AND EXISTS (SELECT FROM aanmelding_aanmelding j WHERE j.casus_id = c.id "
            "AND j.ontvangen_op BETWEEN '2016-01-01' AND '2016-12-31')"
        ),
    ),
    "zaken, negen tiende diep": (_LIJST.format("AND c.kenmerk < %(diep)s"),),
    "overzicht van een zaak": (_CASUS, _REGELS + " LIMIT 10", _JOURNAAL),
    "tijdlijn van een zaak": (_CASUS, _REGELS, _JOURNAAL),
    "mijn werk": (
        "SELECT c.kenmerk, (SELECT min(a.uiterlijk_op) FROM plan_afspraak a "
        "WHERE a.casus_id = c.id AND a.gereed_op IS NULL) FROM casus_casusrol r "
        "JOIN casus_casus c ON c.id = r.casus_id WHERE r.gebruiker_id = %(amira)s "
        "ORDER BY 2 LIMIT 50",
    ),
    "een zaak openen": (_OPEN,),
}


@dataclass(frozen=True)
class Rijen:
    """What is asked: addresses of pages, decisions to send one by one, and values of plain SQL."""

    paden: Mapping[str, str]
    besluiten: list[Besluit]
    waarden: Mapping[str, Any]


def zet_rijen(beheer: psycopg.Connection, zaken: int, keer: int) -> Rijen:
    """Fill a clone with a register and a casus with a timeline; `keer` decisions and some more."""
    vul(beheer, zaken)
    beheer.execute("SET session_replication_role = replica")
    eerste = beheer.execute(
        "SELECT id FROM casus_casus WHERE NOT dicht AND kenmerk LIKE 'ZVH-0%' ORDER BY kenmerk"
    ).fetchone()
    if eerste is None:
        raise RuntimeError("geen open zaak")
    waarden = {
        "casus": eerste[0],
        "amira": id_van("amira"),
        "bram": id_van("bram"),
        "ggz": id_van("ggz"),
        "politie": id_van("politie"),
        "regels": AANTAL_REGELS,
        "mijn": MIJN_ZAKEN,
        "van_partner": ZAKEN_VAN_PARTNER,
        "wacht": keer + 5,
        "diep": f"ZVH-{zaken // 10:07d}",
    }
    for opdracht in (_BIJDRAGEN, _ROLLEN, _PARTNERROLLEN):
        beheer.execute(opdracht.encode(), waarden)
    wachtend = beheer.execute(_AANMELDINGEN.encode(), waarden).fetchall()
    beheer.execute("RESET session_replication_role")
    beheer.execute("VACUUM ANALYZE")
    zaak = f"/zaken/{waarden['casus']}"
    return Rijen(
        paden={
            LIJST: "/zaken/",
            "zaken van een gemeente": "/zaken/?gemeente=GM0080",
            "zaken van een jaar": "/zaken/?jaar=2016",
            "zaken, negen tiende diep": f"/zaken/?na={waarden['diep']}",
            "overzicht van een zaak": zaak,
            "tijdlijn van een zaak": f"{zaak}/tijdlijn",
            "mijn werk": "/werk/",
        },
        besluiten=[(f"/aanmeldingen/{een}/besluit", _BESLUIT) for (een,) in wachtend],
        waarden=waarden,
    )
