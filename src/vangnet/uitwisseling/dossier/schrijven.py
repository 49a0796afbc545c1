# SPDX-License-Identifier: EUPL-1.2
"""New casework from the workbench into the register; nothing that is here is changed."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from vangnet.documenten.regels import naam_met_soort
from vangnet.documenten.sleutels import aantal_delen, nieuwe_sleutel, open_sleutel, sluit_delen
from vangnet.documenten.soorten import GeweigerdBestand, bepaal_soort
from vangnet.uitwisseling.dossier.documentrij import Documentrij
from vangnet.uitwisseling.dossier.lezen import Document
from vangnet.uitwisseling.fouten import Fout
from vangnet.uitwisseling.invoer.bank import Bank, Waarden

_RIJEN = (
    # Where there is none yet: the check refused what would come to be another one.
    """
    UPDATE casus_betrokkenheid m SET zijde = s.kant::smallint
      FROM invoer.kanten s JOIN casus_casus c ON c.kenmerk = s.casus_id
      JOIN personen_persoon p ON p.kenmerk = s.persoon_id
     WHERE m.casus_id = c.id AND m.persoon_id = p.id AND m.zijde IS NULL AND s.stand = 'nieuw'
    """,
    """
    INSERT INTO plan_handtekening (id, invoer, casus_id, plan_id, betrokkenheid_id, ondertekend_op)
    SELECT s.id, %(invoer)s, l.casus_id, l.id, m.id, s.ondertekend_op::date
      FROM invoer.handtekeningen s JOIN plan_plan l ON l.kenmerk = s.plan_id
      JOIN LATERAL (SELECT b.id FROM casus_betrokkenheid b
                      JOIN personen_persoon p ON p.id = b.persoon_id
                     WHERE b.casus_id = l.casus_id AND p.kenmerk = s.persoon_id
                       AND b.rol = 'hoofdbetrokkene'
                       AND coalesce(b.tot, 'infinity') >= l.vastgesteld_op
                     ORDER BY b.tot DESC NULLS FIRST, b.id LIMIT 1) m ON true
     WHERE s.stand = 'nieuw'
    """,
    """
    INSERT INTO aanmelding_criteriumoordeel (id, invoer, aanmelding_id, criterium, geldt,
                                             motivering)
    SELECT s.id, %(invoer)s, a.id, s.criterium, s.geldt = 'ja', s.motivering
      FROM invoer.criteriumoordelen s JOIN aanmelding_aanmelding a ON a.kenmerk = s.aanmelding_id
     WHERE s.stand = 'nieuw'
    """,
    # A criterium of the other house is kept as one that never began here.
    """
    INSERT INTO aanmelding_huiscriterium (id, invoer, tekst, vanaf, tot)
    SELECT gen_random_uuid(), %(invoer)s, s.criterium, s.vanaf::date, s.vanaf::date - 1
      FROM (SELECT DISTINCT criterium, vanaf FROM invoer.huisoordelen WHERE stand = 'nieuw') s
     WHERE NOT EXISTS (SELECT FROM aanmelding_huiscriterium h
                        WHERE h.tekst = s.criterium AND h.vanaf = s.vanaf::date)
    """,
    """
    INSERT INTO aanmelding_huisoordeel (id, invoer, aanmelding_id, criterium_id, geldt, motivering)
    SELECT s.id, %(invoer)s, a.id, h.id, s.geldt = 'ja', s.motivering
      FROM invoer.huisoordelen s JOIN aanmelding_aanmelding a ON a.kenmerk = s.aanmelding_id
      JOIN LATERAL (SELECT c.id FROM aanmelding_huiscriterium c
                     WHERE c.tekst = s.criterium AND c.vanaf = s.vanaf::date
                     ORDER BY c.id LIMIT 1) h ON true
     WHERE s.stand = 'nieuw'
    """,
    """
    INSERT INTO aanmelding_beslisser (id, invoer, aanmelding_id, organisatie_id, naam, akkoord)
    SELECT s.id, %(invoer)s, a.id, g.id, s.naam, s.akkoord = 'ja'
      FROM invoer.beslissers s JOIN aanmelding_aanmelding a ON a.kenmerk = s.aanmelding_id
      JOIN organisaties_organisatie g ON g.kenmerk = s.organisatie_id WHERE s.stand = 'nieuw'
    """,
    """
    INSERT INTO plan_doel (id, invoer, casus_id, leefgebied, omschrijving, meetbaar, vastgesteld_op,
                           streefdatum, resultaat, beoordeeld_op)
    SELECT s.id, %(invoer)s, c.id, s.leefgebied, s.omschrijving, s.meetbaar, s.vastgesteld_op::date,
           s.streefdatum::date, s.resultaat, s.beoordeeld_op::date
      FROM invoer.doelen s JOIN casus_casus c ON c.kenmerk = s.casus_id WHERE s.stand = 'nieuw'
    """,
    """
    INSERT INTO casus_bijdrage (id, invoer, casus_id, auteur_id, soort, leefgebied,
        betrokkenheid_id, bron_id, categorie, doel, onder_geheim, grond, grond_motivering,
        voorwaarden, publiek, tekst, eerste_verwerking, eerste_verwerking_afgeleid)
    SELECT s.id, %(invoer)s, c.id, %(auteur)s, s.soort, s.leefgebied,
           m.id, g.id, s.categorie, s.doel, s.onder_geheim = 'ja', s.grond, s.grond_motivering,
           s.voorwaarden, s.publiek, s.tekst,
           coalesce(s.eerste_verwerking::date, c.eerste_verwerking), s.eerste_verwerking IS NULL
      FROM invoer.bijdragen s JOIN casus_casus c ON c.kenmerk = s.casus_id
      LEFT JOIN organisaties_organisatie g ON g.kenmerk = s.bron
      LEFT JOIN LATERAL (SELECT b.id FROM casus_betrokkenheid b
                           JOIN personen_persoon p ON p.id = b.persoon_id
                          WHERE b.casus_id = c.id AND p.kenmerk = s.over
                          ORDER BY b.vanaf NULLS FIRST, b.id LIMIT 1) m ON true
     WHERE s.stand = 'nieuw'
    """,
    """
    INSERT INTO casus_bijdragepubliek (id, invoer, bijdrage_id, organisatie_id)
    SELECT s.id, %(invoer)s, s.bijdrage_id::uuid, g.id FROM invoer.bijdragepubliek s
      JOIN organisaties_organisatie g ON g.kenmerk = s.organisatie_id WHERE s.stand = 'nieuw'
    """,
)
_OVER = """
    SELECT 'casus', c.id FROM casus_casus c WHERE c.kenmerk IN (
        SELECT casus_id FROM invoer.bijdragen WHERE stand = 'nieuw'
        UNION SELECT casus_id FROM invoer.doelen WHERE stand = 'nieuw'
        UNION SELECT casus_id FROM invoer.kanten WHERE stand = 'nieuw')
    UNION SELECT 'casus', l.casus_id FROM plan_plan l WHERE l.kenmerk IN (
        SELECT plan_id FROM invoer.handtekeningen WHERE stand = 'nieuw')
    UNION SELECT 'casus', a.casus_id FROM aanmelding_aanmelding a
     WHERE a.casus_id IS NOT NULL AND a.kenmerk IN (
        SELECT aanmelding_id FROM invoer.criteriumoordelen WHERE stand = 'nieuw'
        UNION SELECT aanmelding_id FROM invoer.huisoordelen WHERE stand = 'nieuw'
        UNION SELECT aanmelding_id FROM invoer.beslissers WHERE stand = 'nieuw')
    UNION SELECT 'persoon', p.id FROM personen_persoon p WHERE p.kenmerk IN (
        SELECT persoon_id FROM invoer.kanten WHERE stand = 'nieuw'
        UNION SELECT persoon_id FROM invoer.handtekeningen WHERE stand = 'nieuw')
     ORDER BY 1, 2
"""
_VERSIE = """
    INSERT INTO documenten_documentversie (id, invoer, document, dossier, nummer, naam, soort,
        omvang, sha256, delen, door_id, eerste_verwerking)
    VALUES (%(versie)s, %(invoer)s, %(bijdrage)s, %(casus)s, %(nummer)s, %(naam)s, %(soort)s,
        %(omvang)s, %(sha256)s, %(delen)s, %(auteur)s, %(dag)s)
"""
_DEEL = (
    "INSERT INTO documenten_documentdeel (id, van_id, nummer, gesloten) "
    "VALUES (%(id)s, %(versie)s, %(nummer)s, %(gesloten)s)"
)


def schrijf_dossier(bank: Bank, *, invoer: UUID, auteur: UUID) -> list[tuple[str, UUID]]:
    """Add the rows that are new, in the name of `auteur`.

    Returns, by kind and key, the casussen that got any, and the people who came to stand on a side
    or signed.
    """
    for vraag in _RIJEN:
        bank.doe(vraag, {"invoer": invoer, "auteur": auteur})
    return [(str(soort), UUID(str(sleutel))) for soort, sleutel in bank.rijen(_OVER)]


def neem_documenten_in(
    bank: Bank, documenten: Iterable[Document], *, invoer: UUID, auteur: UUID
) -> list[Fout]:
    """Seal each document under the key of its casus here; returns what was wrong, by row.

    Nobody reads them before the scanner of this house judged them. What is here already is passed
    over. Raises VangnetFout when the package turns out to be damaged.
    """
    rijen = Documentrij.alle(bank)
    sleutels: dict[UUID, bytes] = {}
    fouten: list[Fout] = []
    gezien: set[str] = set()
    for document in documenten:
        rij = rijen.get(document.pad)
        soort = _bezwaar(document, rij, gezien)
        if soort:
            plek = ("documenten", rij.rij) if rij else (document.pad, 0)
            fouten.append(Fout(*plek, "bijdrage_id" if rij else "", "", soort))
        elif rij and rij.is_nieuw and not fouten:
            _bewaar(bank, rij, document.inhoud, sleutels, {"invoer": invoer, "auteur": auteur})
        gezien.add(document.pad)
    fouten += [
        Fout("documenten", rij.rij, "bijdrage_id", str(rij.bijdrage), "document_ontbreekt", pad)
        for pad, rij in rijen.items()
        if rij.is_nieuw and pad not in gezien
    ]
    return fouten


def _bezwaar(document: Document, rij: Documentrij | None, gezien: set[str]) -> str:
    """The kind of fault of a document, or an empty text."""
    if document.soort:
        return document.soort
    if document.pad in gezien:
        return "bestand_dubbel"
    if rij is None:
        return "bestand_onbekend"
    if not rij.is_van(document.inhoud):
        return "document_anders"
    try:
        soort = bepaal_soort(document.inhoud)
    except GeweigerdBestand:
        return "document_soort"
    past = soort == rij.soort and naam_met_soort(rij.naam, soort) == rij.naam
    return "" if past else "document_soort"


def _bewaar(
    bank: Bank, rij: Documentrij, inhoud: bytes, sleutels: dict[UUID, bytes], van: Waarden
) -> None:
    if rij.casus not in sleutels:
        sleutels[rij.casus] = _sleutel_van(bank, rij.casus)
    versie = uuid4()
    bank.doe(_VERSIE, {**van, **rij.als_waarden(), "versie": versie, "delen": aantal_delen(inhoud)})
    stukken = sluit_delen(inhoud, sleutels[rij.casus], versie=versie)
    for nummer, stuk in enumerate(stukken):
        waarden = {"id": uuid4(), "versie": versie, "nummer": nummer, "gesloten": stuk}
        bank.doe(_DEEL, waarden)


def _sleutel_van(bank: Bank, casus: UUID) -> bytes:
    """The key of the casus here, made with its first document."""
    vraag = "SELECT gesloten FROM documenten_dossiersleutel WHERE dossier = %(casus)s"
    gevonden = bank.rijen(vraag, {"casus": casus})
    if gevonden:
        (gesloten,) = gevonden[0]
        return open_sleutel(bytes(gesloten), casus)  # type: ignore[call-overload]
    nieuw = nieuwe_sleutel(casus)
    bank.doe(
        "INSERT INTO documenten_dossiersleutel (id, dossier, gesloten) "
        "VALUES (%(id)s, %(casus)s, %(gesloten)s)",
        {"id": uuid4(), "casus": casus, "gesloten": nieuw},
    )
    return open_sleutel(nieuw, casus)
