# SPDX-License-Identifier: EUPL-1.2
"""The bar on top of each page of a casus: which one, how it stands, who leads, who takes part."""

from typing import Any

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from vangnet.afsluiting.zaakkop import Zaakkop
from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.web.componenten.risico import veiligheidsteken, wanneer_gezegd
from vangnet.web.componenten.zaaktabs import zaaktabs
from vangnet.web.componenten.zaakwoorden import FASEN


def zaakbalk(kop: Zaakkop, hier: str) -> dict[str, Any]:
    """Context of a page of a casus, for `componenten/zaakbalk.html`; hier: the open tab."""
    return {
        "casus": kop.casus,
        "balk": {
            "regie": kop.regie,
            "inzage": kop.inzage,
            "noodtoegang": kop.noodtoegang,
            "chips": _chips(kop),
            "wijzigen": reverse("voortgang:veiligheid", args=[kop.casus.pk]) if kop.regie else "",
            "gegevens": [
                (_("Regisseur"), ", ".join(kop.regisseurs) or _("Nog niemand op naam")),
                (_("Gedeeld met"), ", ".join(kop.gedeeld_met) or _("Nog geen partner")),
            ],
            "tabs": zaaktabs(
                kop.casus.pk,
                hier,
                heel=kop.heel,
                plan=kop.inzet != "ondersteuning" or kop.heeft_plan,
            ),
        },
    }


def _chips(kop: Zaakkop) -> list[dict[str, str]]:
    chips = []
    if kop.inzet:
        woorden = {code.code: code.label for code in CODELIJSTEN["inzet"].codes}
        chips.append({"tekst": woorden.get(kop.inzet, kop.inzet), "soort": "info"})
    if kop.afgesloten_op:
        datum = formats.date_format(kop.afgesloten_op, "j b Y")
        tekst = _("Afgesloten op %(datum)s") % {"datum": datum}
        chips.append({"tekst": tekst, "soort": "neutraal"})
    else:
        # Only an open casus has a phase: it says both, on one chip.
        tekst = str(FASEN[kop.fase]) if kop.fase else _("Open")
        chips.append({"tekst": tekst, "soort": "gelukt"})
    if kop.casus.beperkt:
        chips.append({"tekst": _("Beperkt"), "soort": "waarschuwing"})
    return [*chips, *_veiligheid(kop)]


def _veiligheid(kop: Zaakkop) -> list[dict[str, str]]:
    """What holds, and who said it when: a partner reads no more than their own aanmelding."""
    risico = kop.risico
    if risico is None:
        return []
    teken = veiligheidsteken(risico.voor, risico.soort)
    tekst = teken or _("Geen veiligheidsrisico meer")
    soort = "waarschuwing" if teken else "neutraal"
    return [{"tekst": f"{tekst} ({wanneer_gezegd(risico)})", "soort": soort}]
