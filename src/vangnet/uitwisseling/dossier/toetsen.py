# SPDX-License-Identifier: EUPL-1.2
"""The checks of the casework between rows, and with what is here (sql/dossier_in.sql)."""

from psycopg import sql

from vangnet.uitwisseling.formaat import DOSSIER
from vangnet.uitwisseling.invoer.bank import Bank
from vangnet.uitwisseling.invoer.laden import Lading

_MELD = "INSERT INTO invoer.fout (bestand, rij, kolom, waarde, soort, over) "
# A bijdrage that broke off would have each of its rows called an orphan; references say so.
_TUSSEN_RIJEN = (
    """
    SELECT 'kanten', s.rij, 'persoon_id', s.persoon_id, 'over_niet_betrokken', s.casus_id
      FROM invoer.kanten s WHERE s.persoon_id IS NOT NULL AND s.casus_id IS NOT NULL
       AND NOT EXISTS (SELECT FROM invoer.betrokkenen b
                        WHERE b.casus_id = s.casus_id AND b.persoon_id = s.persoon_id)
       AND NOT EXISTS (SELECT FROM casus_betrokkenheid b JOIN casus_casus c ON c.id = b.casus_id
                         JOIN personen_persoon p ON p.id = b.persoon_id
                        WHERE c.kenmerk = s.casus_id AND p.kenmerk = s.persoon_id)
    """,
    """
    SELECT 'bijdragen', s.rij, 'over', s.over, 'over_niet_betrokken', s.casus_id
      FROM invoer.bijdragen s WHERE s.over IS NOT NULL AND s.casus_id IS NOT NULL
       AND NOT EXISTS (SELECT FROM invoer.betrokkenen b
                        WHERE b.casus_id = s.casus_id AND b.persoon_id = s.over)
       AND NOT EXISTS (SELECT FROM casus_betrokkenheid b JOIN casus_casus c ON c.id = b.casus_id
                         JOIN personen_persoon p ON p.id = b.persoon_id
                        WHERE c.kenmerk = s.casus_id AND p.kenmerk = s.over)
    """,
    # Until the day of the plan at least, as plan.ondertekenaars; a row that the package changes
    # counts as it will be.
    """
    SELECT 'handtekeningen', s.rij, 'persoon_id', s.persoon_id, 'geen_hoofdbetrokkene', s.plan_id
      FROM invoer.handtekeningen s
      LEFT JOIN invoer.plannen x ON x.plan_id = s.plan_id
      LEFT JOIN plan_plan l ON l.kenmerk = s.plan_id
     CROSS JOIN LATERAL (SELECT coalesce(x.vastgesteld_op, l.vastgesteld_op::text, '')) d(dag)
     WHERE s.persoon_id IS NOT NULL AND s.plan_id IS NOT NULL
       AND NOT EXISTS (SELECT FROM uitwisseling.casussen_van_plan(s.plan_id) v(casus_id)
        WHERE EXISTS (SELECT FROM invoer.betrokkenen b
                       WHERE b.casus_id = v.casus_id AND b.persoon_id = s.persoon_id
                         AND b.rol = 'hoofdbetrokkene' AND coalesce(b.tot >= d.dag, true))
           OR EXISTS (SELECT FROM casus_betrokkenheid b JOIN casus_casus c ON c.id = b.casus_id
                        JOIN personen_persoon p ON p.id = b.persoon_id
                       WHERE c.kenmerk = v.casus_id AND p.kenmerk = s.persoon_id
                         AND b.rol = 'hoofdbetrokkene' AND coalesce(b.tot::text >= d.dag, true)
                         AND NOT EXISTS (SELECT FROM invoer.betrokkenen n WHERE n.id = b.id)))
    """,
    # What the figures count and the volgfase begins with is the first.
    """
    SELECT 'handtekeningen', s.rij, 'ondertekend_op', s.ondertekend_op, 'voor_de_eerste', s.plan_id
      FROM invoer.handtekeningen s
      LEFT JOIN invoer.plannen x ON x.plan_id = s.plan_id
      LEFT JOIN plan_plan l ON l.kenmerk = s.plan_id
     WHERE s.plan_id IS NOT NULL AND s.ondertekend_op IS NOT NULL
       AND coalesce(s.ondertekend_op < coalesce(x.ondertekend_op, l.ondertekend_op::text), true)
    """,
    """
    SELECT 'bijdragepubliek', s.rij, 'bijdrage_id', s.bijdrage_id, 'publiek_noemt_niet', b.publiek
      FROM invoer.bijdragepubliek s JOIN invoer.bijdragen b ON b.bijdrage_id = s.bijdrage_id
     WHERE b.publiek <> 'organisaties'
    """,
    """
    SELECT 'documenten', s.rij, 'bijdrage_id', s.bijdrage_id, 'geen_document', b.soort
      FROM invoer.documenten s JOIN invoer.bijdragen b ON b.bijdrage_id = s.bijdrage_id
     WHERE b.soort <> 'document'
    """,
)


def toets_dossier(bank: Bank, lading: Lading) -> None:
    """Give goals and bijdragen the key that they name, and check the casework as a whole.

    Afterwards each row is `nieuw` or `gelijk`; what is here and different is a fault.
    """
    if not set(lading.kolommen) & set(DOSSIER):
        return
    for naam, bestand in DOSSIER.items():
        if bestand.kenmerk:
            bank.doe(
                sql.SQL("UPDATE {} SET id = {kolom}::uuid WHERE {kolom} IS NOT NULL").format(
                    sql.Identifier("invoer", naam), kolom=sql.Identifier(bestand.kenmerk)
                )
            )
    for vraag in _TUSSEN_RIJEN:
        bank.doe(_MELD + vraag)
    bank.analyseer(DOSSIER)
    bank.doe("SELECT uitwisseling.vergelijk_dossier()")


def toets_eerste_handtekening(bank: Bank, lading: Lading) -> None:
    """No day of a plan after the first signature here; once the rows that differ are known."""
    if "plannen" in lading.kolommen:
        bank.doe("SELECT uitwisseling.toets_eerste_handtekening()")


def zaken_met_kanten(bank: Bank) -> tuple[str, ...]:
    """The casussen of the package in which people stand on a side, by identifier."""
    rijen = bank.rijen(
        "SELECT DISTINCT casus_id FROM invoer.kanten WHERE casus_id IS NOT NULL ORDER BY 1"
    )
    return tuple(str(casus) for (casus,) in rijen)
