# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from vangnet.kern.klok import vandaag
from vangnet.plan.models import Afspraak, Doel, Plan, PlanVersie
from vangnet.plan.ondertekenaars import GezetteHandtekening, Ondertekenaar, wat_er_staat
from vangnet.plan.regels import INTERVENTIES
from vangnet.plan.selectors import Uitvoerder, naam_van_uitvoerder
from vangnet.plan.services import Inhoud
from vangnet.web.deelvelden import codekeuzes
from vangnet.web.formulieren import (
    Dagveld,
    Formulier,
    Naamveld,
    Tekstvlak,
    Terugveld,
    op_voorwaarde,
)
from vangnet.web.samenvoegen import Beginveld, met_begin


class AfspraakForm(Formulier):
    """An afspraak as the house makes or changes it."""

    omschrijving = Naamveld(label=_("Wat"), max_length=500)
    wie = forms.ChoiceField(
        label=_("Wie"),
        help_text=_("Een organisatie die meedoet, of het huis zelf."),
    )
    uiterlijk_op = Dagveld(label=_("Uiterlijk"), help_text=_("Bijvoorbeeld vr, 12-3, over 2 weken"))
    domein = forms.ChoiceField(label=_("Domein"), choices=codekeuzes("domein"), initial="zorg")
    interventie = forms.ChoiceField(
        label=_("Interventie"), required=False, choices=lambda: _interventies(None)
    )
    doel = forms.ChoiceField(label=_("Hoort bij doel"), required=False)
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    begin = Beginveld()
    # Made with the form: a second click without script doesn't make the same afspraak twice.
    eenmalig = forms.UUIDField(
        required=False, initial=uuid4, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def __init__(
        self,
        *args: Any,
        uitvoerders: Sequence[Uitvoerder],
        doelen: Sequence[Doel] = (),
        afspraak: Afspraak | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._vanaf = afspraak.vastgesteld_op if afspraak else vandaag()
        self._uitvoerders = {een.sleutel: een for een in uitvoerders}
        if afspraak:
            nu = Uitvoerder(afspraak.organisatie, afspraak.gebruiker)
            self._uitvoerders.setdefault(nu.sleutel, nu)
        mensen = [(een, naam_van_uitvoerder(wie)) for een, wie in self._uitvoerders.items()]
        self.kiezen("wie", [("", _("Kies wie het doet")), *mensen])
        self.kiezen("interventie", _interventies(afspraak))
        self.kiezen("doel", _doelen(doelen, afspraak))

    def clean_uiterlijk_op(self) -> Any:
        """Not before the day on which it was made."""
        dag = self.cleaned_data["uiterlijk_op"]
        if dag < self._vanaf:
            raise forms.ValidationError(_("Kies een dag vanaf de dag van de afspraak."))
        return dag

    def inhoud(self) -> Inhoud:
        """What was filled in."""
        gekozen = self.cleaned_data
        wie = self._uitvoerders[gekozen["wie"]]
        return Inhoud(
            omschrijving=gekozen["omschrijving"],
            organisatie_id=wie.organisatie.pk if wie.organisatie else None,
            gebruiker_id=wie.gebruiker.pk if wie.gebruiker else None,
            domein=gekozen["domein"],
            interventie=gekozen["interventie"] or None,
            doel_id=UUID(gekozen["doel"]) if gekozen["doel"] else None,
            uiterlijk_op=gekozen["uiterlijk_op"],
        )


def _interventies(afspraak: Afspraak | None) -> list[Any]:
    """By domain, and what the afspraak has from an import."""
    domeinen = dict(codekeuzes("domein"))
    keuzes: list[Any] = [("", _("Geen"))]
    keuzes += [
        (domeinen[domein], [(een, een) for een in namen]) for domein, namen in INTERVENTIES.items()
    ]
    bekend = {een for namen in INTERVENTIES.values() for een in namen}
    if afspraak and afspraak.interventie and afspraak.interventie not in bekend:
        keuzes.append((afspraak.interventie, afspraak.interventie))
    return keuzes


def _doelen(doelen: Sequence[Doel], afspraak: Afspraak | None) -> list[Any]:
    """Those that are open, and the one that the afspraak has."""
    nu = afspraak.doel_id if afspraak else None
    keuzes = [een for een in doelen if een.resultaat is None or een.pk == nu]
    return [("", _("Geen")), *((str(een.pk), een.omschrijving) for een in keuzes)]


def als_beginwaarden(afspraak: Afspraak) -> dict[str, Any]:
    """The fields of the form as an afspraak has them now."""
    nu = {
        "omschrijving": afspraak.omschrijving or "",
        "wie": Uitvoerder(afspraak.organisatie, afspraak.gebruiker).sleutel,
        "uiterlijk_op": afspraak.uiterlijk_op,
        "domein": afspraak.domein,
        "interventie": afspraak.interventie or "",
        "doel": str(afspraak.doel_id or ""),
        "versie": afspraak.versie,
    }
    return met_begin(AfspraakForm, nu)


class VervalForm(Formulier):
    """Why an afspraak is not needed any more."""

    reden = forms.CharField(
        label=_("Waarom gaat de afspraak niet door?"),
        max_length=2000,
        widget=Tekstvlak(attrs={"rows": 2}),
    )


class TekenForm(Formulier):
    """When who signed which version; another day or version later on asks why.

    tekenaars: who can sign; of one person there is nothing to choose. laatste: the last day on
    which the casus may be followed.
    """

    van = forms.ChoiceField(
        label=_("Wie tekende?"),
        error_messages={"required": _("Kies wie tekende.")},
        help_text=_("Ieder tekent zelf. De eerste handtekening telt voor het volgen."),
    )
    ondertekend_op = Terugveld(
        label=_("Op welke dag tekende de betrokkene?"),
        help_text=_(
            "Daarna volgen we het plan drie jaar, of korter als de bewaartermijn eerder eindigt."
        ),
    )
    versie = forms.ChoiceField(
        label=_("Onder welke versie staat de handtekening?"),
        required=False,
        help_text=_("Het nummer staat boven aan het papier."),
    )
    reden = op_voorwaarde(
        forms.CharField(
            label=_("Waarom verandert de handtekening?"),
            required=False,
            max_length=2000,
            widget=Tekstvlak(attrs={"rows": 2}),
            help_text=_("Nodig als de dag of de versie verandert. Wat er stond, blijft bewaard."),
        )
    )

    def __init__(
        self,
        *args: Any,
        plan: Plan,
        versies: Sequence[PlanVersie],
        tekenaars: Sequence[Ondertekenaar] = (),
        laatste: date | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._plan, self._laatste, self._alle = plan, laatste, tekenaars
        self._tekenaars = {een.sleutel: een for een in tekenaars}
        self.kiezen(
            "van",
            [("", _("Kies wie tekende")), *((een.sleutel, een.naam) for een in tekenaars)],
        )
        if len(tekenaars) <= 1:
            del self.fields["van"]
        self._versies = {str(een.pk): een for een in versies}
        self.kiezen(
            "versie", [(sleutel, _versiekeuze(een)) for sleutel, een in self._versies.items()]
        )
        if not versies:
            del self.fields["versie"]
        if plan.ondertekend_op is None:
            self.fields["reden"].widget = forms.HiddenInput()

    def clean_ondertekend_op(self) -> Any:
        """Between the day of the plan and today, and not after the last day of following."""
        dag = self.cleaned_data["ondertekend_op"]
        if not self._plan.vastgesteld_op <= dag <= vandaag():
            raise forms.ValidationError(
                _("Kies een dag vanaf de dag van het plan, en niet in de toekomst.")
            )
        if self._laatste and dag > self._laatste:
            zin = _(
                "We mogen deze zaak volgen tot %(dag)s. Een handtekening van later kan niet: kijk "
                "of de dag klopt."
            )
            raise forms.ValidationError(zin % {"dag": formats.date_format(self._laatste, "j F Y")})
        return dag

    def clean(self) -> dict[str, Any]:
        """Who signed and the version were there on that day; a reason where anything changes."""
        gekozen = super().clean() or self.cleaned_data
        dag, versie = gekozen.get("ondertekend_op"), self._versies.get(gekozen.get("versie", ""))
        if dag and versie and versie.vastgesteld_op > dag:
            self.add_error("versie", _("Deze versie is van na die dag. Kies een eerdere versie."))
        self._toets_vanaf(dag)
        stond = self.wat_er_stond()
        andere_dag = stond and dag and dag != stond.op
        andere_versie = stond and stond.versie and versie and versie.pk != stond.versie
        if (andere_dag or andere_versie) and not gekozen.get("reden"):
            self.add_error("reden", _("Schrijf waarom de handtekening verandert."))
        return gekozen

    def _toets_vanaf(self, dag: date | None) -> None:
        van = self.gekozen_tekenaar()
        if dag and van and van.vanaf and dag < van.vanaf:
            zin = _(
                "Wie tekende, is pas sinds %(dag)s hoofdbetrokkene van deze zaak. Kies een dag "
                "vanaf dan."
            )
            vanaf = formats.date_format(van.vanaf, "j F Y")
            self.add_error("ondertekend_op", zin % {"dag": vanaf})

    def gekozen_tekenaar(self) -> Ondertekenaar | None:
        """Who signed: the only one who can, or who was chosen of several."""
        if "van" not in self.fields:
            return next(iter(self._alle), None)
        return self._tekenaars.get(self.cleaned_data.get("van", ""))

    def wat_er_stond(self) -> GezetteHandtekening | None:
        """Of whoever was chosen; nothing before somebody is."""
        van = self.gekozen_tekenaar()
        return wat_er_staat(self._plan, self._alle, van) if van or not self._alle else None

    def gekozen_versie(self) -> UUID | None:
        """Under which version it stands; none was chosen: the last one of that day."""
        sleutel = self.cleaned_data.get("versie")
        return UUID(sleutel) if sleutel else None


def _versiekeuze(een: PlanVersie) -> str:
    dag = formats.date_format(een.vastgesteld_op, "j b Y")
    return _("Versie %(nummer)s van %(dag)s") % {"nummer": een.nummer, "dag": dag}
