# SPDX-License-Identifier: EUPL-1.2
"""The work in a casus: plans, afspraken, overleggen and opschalingen, while its inzet lasts."""

from datetime import date, timedelta

from vangnet.demo.bouw import Bouw, cel
from vangnet.demo.dossier import PROCESREGIE, Dossier, Inzet
from vangnet.demo.huis import Organisatie

INTERVENTIES = {
    "strafrechtelijk": ("bijzondere voorwaarden", "taakstraf", "elektronisch toezicht", "ISD"),
    "bestuursrechtelijk": ("gebiedsverbod", "tijdelijk huisverbod", "last onder dwangsom"),
    "civielrechtelijk": ("bewind", "mentorschap", "ondertoezichtstelling", "contactverbod"),
    "zorg": ("zorgmachtiging", "verslavingsbehandeling", "beschermd wonen", "bemoeizorg"),
}
AFSPRAKEN = (
    "Bezoekt de betrokkene thuis en koppelt terug in het casusoverleg.",
    "Vraagt de indicatie aan.",
    "Legt contact met de bewindvoerder over de schulden.",
    "Stemt het veiligheidsplan af met de wijkagent.",
    "Regelt dagbesteding.",
    "Bereidt het gesprek met het gezin voor.",
)
VOLGJAREN = 3


def werk(bouw: Bouw) -> None:
    """Make the work of every inzet procesregie, and the lokale overlegtafels of the others."""
    deelnemers = [o for o in bouw.huis.organisaties if o.deelnemer in {"publiek", "privaat"}]
    horizon = date(bouw.huis.jaren[-1].jaar, 12, 31)
    for dossier in bouw.dossiers:
        for inzet in dossier.inzetten:
            einde = min(inzet.tot or horizon, horizon)
            if inzet.vanaf > einde:
                continue
            if inzet.soort == PROCESREGIE:
                _plan(bouw, dossier, inzet, einde, deelnemers)
                _overleggen(bouw, dossier, "casusoverleg", inzet.vanaf, einde)
                _opschaling(bouw, dossier, inzet.vanaf, einde)
            else:
                _overleggen(bouw, dossier, "lokale_overlegtafel", inzet.vanaf, einde)
    _losse_overleggen(bouw)


def _plan(
    bouw: Bouw, dossier: Dossier, inzet: Inzet, einde: date, deelnemers: list[Organisatie]
) -> None:
    dag = inzet.vanaf + timedelta(days=bouw.dobbel.randint(14, 70))
    if dag > einde:
        return
    plan_id = f"L-{bouw.blok}{len(bouw.rijen.get('plannen', ())) + 1:05d}"
    ondertekend = dag + timedelta(days=bouw.dobbel.randrange(21))
    getekend = bouw.dobbel.random() < 0.7 and ondertekend <= einde
    volgen_tot = ondertekend + timedelta(days=365 * VOLGJAREN)
    bouw.rij(
        "plannen",
        plan_id=plan_id,
        casus_id=dossier.casus_id,
        vastgesteld_op=cel(dag),
        nadruk=bouw.dobbel.choices(("justitieel", "nazorg", "integraal"), weights=(3, 4, 3))[0],
        ondertekend_op=cel(ondertekend if getekend else None),
        volgen_tot=cel(volgen_tot if getekend and bouw.dobbel.random() < 0.8 else None),
    )
    for _ in range(bouw.dobbel.randint(1, 4)):
        _afspraak(bouw, dossier, dag, bouw.dobbel.choice(deelnemers))


def _afspraak(bouw: Bouw, dossier: Dossier, dag: date, wie: Organisatie) -> None:
    dobbel = bouw.dobbel
    domein = dobbel.choices(list(INTERVENTIES), weights=(2, 2, 2, 4))[0]
    uiterlijk = dag + timedelta(days=dobbel.randint(14, 120))
    nakoming = dobbel.choices(
        ("op_tijd", "te_laat", "open", "vervallen"), weights=(60, 20, 10, 10)
    )[0]
    gereed = {
        "op_tijd": uiterlijk - timedelta(days=dobbel.randrange(14)),
        "te_laat": uiterlijk + timedelta(days=dobbel.randint(1, 40)),
    }.get(nakoming)
    vervallen = (
        uiterlijk - timedelta(days=dobbel.randrange(10)) if nakoming == "vervallen" else None
    )
    bouw.rij(
        "afspraken",
        afspraak_id=f"F-{bouw.blok}{len(bouw.rijen.get('afspraken', ())) + 1:05d}",
        casus_id=dossier.casus_id,
        organisatie_id=wie.organisatie_id,
        domein=domein,
        interventie=dobbel.choice(INTERVENTIES[domein]) if dobbel.random() < 0.5 else "",
        omschrijving=dobbel.choice(AFSPRAKEN),
        vastgesteld_op=cel(dag),
        uiterlijk_op=cel(uiterlijk),
        gereed_op=cel(gereed),
        vervallen_op=cel(vervallen),
    )


def _overleggen(bouw: Bouw, dossier: Dossier, soort: str, vanaf: date, einde: date) -> None:
    dag = vanaf + timedelta(days=bouw.dobbel.randint(3, 30))
    for _ in range(bouw.dobbel.randint(1, 3)):
        if dag > einde:
            return
        overleg(bouw, dag, soort=soort, casus_id=dossier.casus_id, gemeente=_plaats(dossier))
        dag += timedelta(days=bouw.dobbel.randint(28, 80))


def _plaats(dossier: Dossier) -> str:
    return "" if dossier.gemeente == "detentie" else dossier.gemeente


def overleg(bouw: Bouw, dag: date, *, soort: str, casus_id: str = "", gemeente: str = "") -> None:
    """A meeting, about one casus or about none."""
    nummer = len(bouw.rijen.get("overleggen", ())) + 1
    bouw.rij(
        "overleggen",
        overleg_id=f"V-{bouw.blok}{nummer:05d}",
        datum=cel(dag),
        soort=soort,
        casus_id=casus_id,
        gemeente=gemeente,
    )


def _opschaling(bouw: Bouw, dossier: Dossier, vanaf: date, einde: date) -> None:
    if bouw.dobbel.random() > 0.07 or (einde - vanaf).days < 40:
        return
    dag = vanaf + timedelta(days=bouw.dobbel.randint(30, (einde - vanaf).days))
    bouw.rij(
        "opschalingen",
        casus_id=dossier.casus_id,
        datum=cel(dag),
        niveau=bouw.dobbel.choices(("management", "bestuur"), weights=(3, 1))[0],
        uitkomst=bouw.dobbel.choices(("doorbraak", "geen_doorbraak", ""), weights=(6, 2, 2))[0],
    )


def _losse_overleggen(bouw: Bouw) -> None:
    """The tables that are not about one casus, as many as the house file says."""
    for jaar in bouw.huis.jaren:
        for telling in jaar.overleggen:
            for nummer in range(telling.aantal):
                maand = telling.maanden[nummer * len(telling.maanden) // telling.aantal]
                gemeente = telling.gemeenten[nummer % len(telling.gemeenten)]
                dag = bouw.dag_in_maand(jaar.jaar, maand)
                overleg(bouw, dag, soort=telling.soort, gemeente=gemeente)
                tijdvak = f"{jaar.jaar}-{maand:02d}"
                bouw.boek.zet(tijdvak, telling.soort, {"": 1})
                bouw.boek.zet(tijdvak, telling.soort, {gemeente: 1}, dimensie="gemeente")
