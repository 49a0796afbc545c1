# SPDX-License-Identifier: EUPL-1.2
"""From the made casussen to the rows of the package: identifiers first, then the files."""

from vangnet.demo.bouw import Bouw, cel
from vangnet.demo.dossier import Aanvraag, Dossier

AANLEIDINGEN = (
    "Aanhoudende overlast en oplopende spanning met de buren.",
    "Herhaald geweld in het gezin; hulp wordt afgehouden.",
    "Verward gedrag op straat, zorg en politie komen er niet uit.",
    "Komt binnenkort vrij zonder woning en zonder inkomen.",
    "Ernstige bedreigingen aan een ex-partner.",
    "Glijdt af naar criminaliteit, school en ouders verliezen grip.",
)


def nummer(bouw: Bouw) -> None:
    """Give casussen and aanmeldingen their identifiers, in the order in which they came."""
    bouw.dossiers.sort(key=lambda dossier: dossier.aangemeld_op)
    for volgnummer, dossier in enumerate(bouw.dossiers, start=1):
        dossier.casus_id = f"C-{bouw.blok}{volgnummer:05d}"
    bouw.aanvragen.sort(key=lambda aanvraag: (aanvraag.ontvangen_op, not aanvraag.eerste))
    for volgnummer, aanvraag in enumerate(bouw.aanvragen, start=1):
        aanvraag.aanmelding_id = f"A-{bouw.blok}{volgnummer:05d}"


def schrijf_op(bouw: Bouw) -> None:
    """Add the rows of persons, aanmeldingen and casussen."""
    for persoon in bouw.bevolking.personen:
        bouw.rij("personen", **persoon.rij())
    for aanvraag in bouw.aanvragen:
        _aanmelding(bouw, aanvraag)
    for dossier in bouw.dossiers:
        _casus(bouw, dossier)


def schrijf_huis_op(bouw: Bouw) -> None:
    """Add the rows that a house has once: its organisations and its prestatieafspraken."""
    for organisatie in bouw.huis.organisaties:
        bouw.rij(
            "organisaties",
            organisatie_id=organisatie.organisatie_id,
            naam=organisatie.naam,
            soort=organisatie.soort,
            keten=organisatie.keten,
            deelnemer=organisatie.deelnemer,
            convenant_op=organisatie.convenant_op,
            rapportgroep=organisatie.rapportgroep,
        )
    for afspraak in bouw.huis.prestatieafspraken:
        bouw.rij("prestatieafspraken", **afspraak)


def _aanmelding(bouw: Bouw, aanvraag: Aanvraag) -> None:
    bouw.rij(
        "aanmeldingen",
        aanmelding_id=aanvraag.aanmelding_id,
        ontvangen_op=cel(aanvraag.ontvangen_op),
        aanmelder=aanvraag.aanmelder.organisatie_id,
        aangedragen_door=aanvraag.aangedragen_door,
        herkomst=aanvraag.herkomst,
        gemeente=aanvraag.gemeente,
        aandachtsgebied=aanvraag.aandachtsgebied,
        aanleiding=bouw.dobbel.choice(AANLEIDINGEN),
        triage_op=cel(aanvraag.triage_op),
        triage_besluit=aanvraag.besluit,
        reden=aanvraag.reden,
        casus_id=aanvraag.dossier.casus_id if aanvraag.dossier else "",
        eerste_verwerking=cel(aanvraag.ontvangen_op),
    )


def _casus(bouw: Bouw, dossier: Dossier) -> None:
    casus_id = dossier.casus_id
    bouw.rij(
        "casussen",
        casus_id=casus_id,
        samenstelling=dossier.samenstelling,
        hoofdbetrokkene=dossier.hoofdbetrokkene.persoon_id,
        gemeente=dossier.gemeente,
        aandachtsgebied=dossier.aandachtsgebied,
        eerste_verwerking=cel(dossier.aangemeld_op),
    )
    for inzet in dossier.inzetten:
        bouw.rij(
            "inzetten",
            casus_id=casus_id,
            soort=inzet.soort,
            vanaf=cel(inzet.vanaf),
            tot=cel(inzet.tot),
        )
    for sluiting in dossier.sluitingen:
        bouw.rij(
            "afsluitingen",
            casus_id=casus_id,
            afgesloten_op=cel(sluiting.afgesloten_op),
            afsluitreden=sluiting.afsluitreden,
            resultaat=sluiting.resultaat,
            overdracht=sluiting.overdracht,
            heropend_op=cel(sluiting.heropend_op),
        )
    for vanaf, tot in dossier.trajecten:
        bouw.rij("trajecten", casus_id=casus_id, vanaf=cel(vanaf), tot=cel(tot))
    _rollen(bouw, dossier)


def _rollen(bouw: Bouw, dossier: Dossier) -> None:
    for rol in dossier.rollen:
        bouw.rij(
            "betrokkenen",
            casus_id=dossier.casus_id,
            persoon_id=rol.persoon.persoon_id,
            rol=rol.rol,
            vanaf=cel(rol.vanaf),
            tot=cel(rol.tot),
            eerste_verwerking=cel(rol.vanaf or dossier.aangemeld_op),
        )
