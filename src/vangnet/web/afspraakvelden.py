# SPDX-License-Identifier: EUPL-1.2
"""What happens to an appointment of a trajectbegeleider who stops: a choice for each of them."""

from collections.abc import Iterable

from django import forms
from django.utils import formats
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.kern.klok import nu
from vangnet.voortgang.losse import Geregeld
from vangnet.voortgang.models import Contactmoment
from vangnet.voortgang.regels import Uitkomst
from vangnet.web.formulieren import Formulier

REEKS = "afspraak_"
# The asker takes the appointment over.
_OVER = "over"


class Afspraakvragen(Formulier):
    """A form that asks what happens to each of some appointments."""

    reeksen = (REEKS,)

    @classmethod
    def uit_reeks(cls, naam: str) -> forms.Field:
        """Of an appointment to come as of one that was: which it is, isn't known here."""
        return forms.ChoiceField(
            label=_("Wat gebeurt er met een afspraak, of wat kwam eruit?"),
            choices=[
                (str(Uitkomst.GESPROKEN), _("Gesproken")),
                (str(Uitkomst.NIET_BEREIKT), _("Niet bereikt")),
                (str(Uitkomst.AFGEZEGD), _("Gaat of ging niet door")),
                (_OVER, _("Die neem ik over")),
            ],
        )


def vraag_erbij(form: Formulier, contacten: Iterable[Contactmoment]) -> None:
    """Add to a form a question about each appointment."""
    for een in contacten:
        veld = forms.ChoiceField(
            label=_vraag(een),
            choices=_keuzes(een),
            widget=forms.RadioSelect,
            error_messages={"required": gettext_lazy("Kies wat er met deze afspraak gebeurt.")},
        )
        form.erbij(f"{REEKS}{een.pk}", veld)


def geregeld(form: Formulier, contacten: Iterable[Contactmoment]) -> Geregeld:
    """What was chosen for each of them."""
    keuzes = {een.pk: form.cleaned_data[f"{REEKS}{een.pk}"] for een in contacten}
    return {pk: None if wat == _OVER else Uitkomst(wat) for pk, wat in keuzes.items()}


def _vraag(een: Contactmoment) -> str:
    woorden = {
        "op": formats.date_format(localtime(een.moment), "D j b Y H:i"),
        "naam": een.door.naam,
        "plek": f" ({een.plek})" if een.plek else "",
    }
    if een.moment > nu():
        return _("Afspraak op %(op)s van %(naam)s%(plek)s. Wat gebeurt daarmee?") % woorden
    return _("Afspraak op %(op)s van %(naam)s%(plek)s. Wat kwam eruit?") % woorden


def _keuzes(een: Contactmoment) -> list[tuple[str, str]]:
    """What is to come wasn't kept yet; of what was, one may not know how it went."""
    if een.moment > nu():
        return [
            (str(Uitkomst.AFGEZEGD), _("Gaat niet door. Ik vertel het de betrokkene.")),
            (_OVER, _("Gaat door. Ik ga, of ik regel wie er gaat.")),
        ]
    return [
        (str(Uitkomst.GESPROKEN), _("Gesproken")),
        (str(Uitkomst.NIET_BEREIKT), _("Niet bereikt")),
        (str(Uitkomst.AFGEZEGD), _("Ging niet door")),
        (_OVER, _("Weet ik nog niet. Ik zoek het uit.")),
    ]
