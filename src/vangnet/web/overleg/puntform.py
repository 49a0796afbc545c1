# SPDX-License-Identifier: EUPL-1.2
"""The form of the day: who is there, what is ready, what is agreed and decided."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Genodigde
from vangnet.overleg.regels import DOMEIN_PER_KETEN, Kandidaat, Onleesbaar, Regel, ontleed
from vangnet.overleg.selectors import Punt
from vangnet.overleg.services import Besproken
from vangnet.plan.models import Afspraak
from vangnet.plan.selectors import Uitvoerder
from vangnet.plan.services import Inhoud
from vangnet.web.formulieren import Formulier, Naamveld, Tekstvlak
from vangnet.web.samenvoegen import Beginveld, met_begin

_GEEN_KETEN = "zorg"
_TEKSTEN = ("tekst", "besluit", "afspraken")
_FUNCTIE = "functie_"
_NIET_GEVRAAGD = _(
    "Deze organisatie staat er niet meer zonder naam. Was er toch iemand die je niet bij naam "
    "noemt? Kies dan onder Niet uitgenodigd: Toch uitnodigen. Anders maak je dit veld leeg."
)


class PuntForm(Formulier):
    """What is written on one point, all saved together."""

    reeksen = (_FUNCTIE,)

    @classmethod
    def uit_reeks(cls, naam: str) -> forms.Field:
        """Without the name of the organisation, which may not be known to who reads it."""
        return forms.CharField(label=_("Wie was er namens een organisatie?"))

    aanwezig = forms.MultipleChoiceField(
        label=_("Wie is er?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": _(
                "Wie je aanvinkte, is niet meer genodigd. Kijk de lijst na en sla opnieuw op."
            )
        },
    )
    gereed = forms.MultipleChoiceField(
        label=_("Vorige afspraken: wat is klaar?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": _(
                "Een afspraak die je aanvinkte, staat niet meer open. Kijk de lijst na en sla "
                "opnieuw op."
            )
        },
    )
    tekst = forms.CharField(
        label=_("Wat is besproken?"),
        required=False,
        max_length=20_000,
        widget=Tekstvlak(attrs={"rows": 6}),
    )
    besluit = forms.CharField(
        label=_("Wat is besloten?"),
        required=False,
        max_length=5_000,
        widget=Tekstvlak(attrs={"rows": 3}),
    )
    afspraken = forms.CharField(
        label=_("Nieuwe afspraken, elke regel één"),
        required=False,
        max_length=5_000,
        widget=Tekstvlak(attrs={"rows": 4}),
    )
    versie = forms.IntegerField(
        widget=forms.HiddenInput,
        error_messages={"required": _("Open de bladzijde opnieuw en sla dan op.")},
    )
    begin = Beginveld()
    # Who stood on the form: somebody asked since then isn't absent.
    genodigd = forms.CharField(
        required=False, max_length=20_000, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )
    # Made with the form: a second click without script doesn't make the same afspraken twice.
    eenmalig = forms.UUIDField(
        required=False, initial=uuid4, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def __init__(
        self,
        *args: Any,
        genodigden: Sequence[Genodigde],
        niet_meer: Sequence[Genodigde],
        weggelaten: Sequence[Genodigde],
        is_de_dag: bool,
        openstaand: Sequence[Afspraak],
        uitvoerders: Sequence[Uitvoerder],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._uitvoerders = {een.sleutel: een for een in uitvoerders}
        self._regels: list[Regel] = []
        self._genodigd = {str(een.pk): een.pk for een in genodigden}
        namen = [(str(een.pk), naam_van(een)) for een in genodigden]
        # Who takes no part on that day isn't expected, but may have been there.
        namen += [(str(een.pk), _doet_niet_mee(een)) for een in niet_meer]
        self.kiezen("aanwezig", namen)
        self.kiezen("gereed", [(str(een.pk), als_keuze(een)) for een in openstaand])
        if namen and is_de_dag:
            vraag = [*genodigden, *(een for een in niet_meer if self._functie_van(een))]
            self._zonder_naam = [een for een in vraag if is_zonder_naam(een)]
        else:
            self._zonder_naam = []
            del self.fields["aanwezig"]
        self._weg = [een for een in weggelaten if is_zonder_naam(een) and self._functie_van(een)]
        for een in [*self._zonder_naam, *self._weg]:
            self.erbij(functieveld(een), _vraag_functie(een))
        # What was ticked and is open no more, is said so; it is not left out in silence.
        if not openstaand and "gereed" not in self.data:
            del self.fields["gereed"]
        voorbeeld = _voorbeeld(uitvoerders)
        self.fields["afspraken"].help_text = _(
            "Wat, wie en wanneer. Bijvoorbeeld: Belt de huisarts %(wie)s vr"
        ) % {"wie": voorbeeld}

    def _functie_van(self, een: Genodigde) -> Any:
        """What was typed of who came for it, or kept as a draft."""
        return (self.data if self.is_bound else self.initial).get(functieveld(een))

    def functievelden(self) -> list[forms.BoundField]:
        """Who came for each organisation with nobody by name.

        Also for one that was left out while somebody wrote that: no text goes unseen.
        """
        return [self[functieveld(een)] for een in [*self._zonder_naam, *self._weg]]

    @classmethod
    def teksten(cls) -> list[tuple[str, forms.Field]]:
        """The fields in which somebody types."""
        return [(naam, cls.base_fields[naam]) for naam in _TEKSTEN]

    def clean_afspraken(self) -> str:
        """Each line an afspraak; all that can't be read are named."""
        tekst: str = self.cleaned_data["afspraken"]
        kandidaten, fouten = self._kandidaten(), []
        for regel in filter(str.strip, tekst.splitlines()):
            try:
                self._regels.append(ontleed(regel, kandidaten=kandidaten, vandaag=vandaag()))
            except Onleesbaar as fout:
                fouten.append(f"“{regel.strip()[:60]}”: {fout}")
        if fouten:
            raise forms.ValidationError(fouten)
        return tekst

    def _kandidaten(self) -> list[Kandidaat]:
        """Who may be called in a line."""
        return [
            Kandidaat(een.sleutel, een.naam, een.gebruiker.naam if een.gebruiker else "")
            for een in self._uitvoerders.values()
        ]

    def clean(self) -> dict[str, Any] | None:
        """A verslag that stays as it is says something; who came, was asked."""
        gekozen = super().clean() or {}
        for een in self._weg:
            self.add_error(functieveld(een), _NIET_GEVRAAGD)
        leeg = gekozen.get("tekst") == "" and gekozen.get("besluit") == ""
        if self.stelt_vast and leeg:
            self.add_error("tekst", _("Schrijf eerst op wat is besproken of besloten."))
        return gekozen

    @property
    def stelt_vast(self) -> bool:
        """Sent with the button after which nobody changes the verslag."""
        return self.is_bound and "vaststellen" in self.data

    @property
    def stelt_alle_vast(self) -> bool:
        """Sent with the button that does so for the whole overleg."""
        return self.is_bound and "alle_vaststellen" in self.data

    def besproken(self) -> Besproken:
        """What was filled in."""
        gekozen = self.cleaned_data
        functies = {een.pk: gekozen[functieveld(een)] for een in self._zonder_naam}
        # Who wrote who came, needn't tick it too.
        kwam = {een for een, functie in functies.items() if functie}
        return Besproken(
            gelezen=gekozen["versie"],
            tekst=gekozen["tekst"],
            besluit=gekozen["besluit"],
            genodigd=self._gelezen(gekozen["genodigd"]) if "aanwezig" in self.fields else {},
            aanwezig=frozenset(UUID(een) for een in gekozen.get("aanwezig", ())) | kwam,
            functies=functies,
            gereed=[UUID(een) for een in gekozen.get("gereed", ())],
            afspraken=[self._inhoud(een) for een in self._regels],
        )

    def _gelezen(self, tekst: str) -> dict[UUID, int]:
        """Who stood on the form, with the versie read; what nobody here is called falls away."""
        paren = [een.partition(":") for een in tekst.split()]
        return {
            self._genodigd[wie]: int(versie)
            for wie, _teken, versie in paren
            if wie in self._genodigd and versie.isdecimal()
        }

    def _inhoud(self, regel: Regel) -> Inhoud:
        wie = self._uitvoerders[regel.wie]
        keten = wie.organisatie.keten if wie.organisatie else ""
        return Inhoud(
            omschrijving=regel.wat,
            organisatie_id=wie.organisatie.pk if wie.organisatie else None,
            gebruiker_id=wie.gebruiker.pk if wie.gebruiker else None,
            domein=DOMEIN_PER_KETEN.get(keten, _GEEN_KETEN),
            uiterlijk_op=regel.uiterlijk_op,
        )


def naam_van(een: Genodigde) -> str:
    """Somebody with the organisation that they come for, that alone, or a third party."""
    if een.gebruiker is None and een.organisatie is not None:
        wie = een.functie or _("nog niemand op naam")
        return f"{een.organisatie.naam}, {wie}"
    if een.gebruiker is None:
        return _("%(naam)s (derde, tekende voor geheimhouding)") % {"naam": een.derde or ""}
    naam = een.gebruiker.naam
    return f"{naam}, {een.organisatie.naam}" if een.organisatie else naam


def _doet_niet_mee(een: Genodigde) -> str:
    return _("%(naam)s (doet die dag niet mee)") % {"naam": naam_van(een)}


def is_zonder_naam(een: Genodigde) -> bool:
    """Whether it is an organisation that takes part with nobody by name."""
    return een.gebruiker_id is None and een.organisatie_id is not None


def functieveld(een: Genodigde) -> str:
    """The name of the field that asks who came for it."""
    return f"{_FUNCTIE}{een.pk.hex}"


def _vraag_functie(een: Genodigde) -> forms.CharField:
    naam = een.organisatie.naam if een.organisatie else ""
    return Naamveld(
        label=_("Wie was er namens %(naam)s?") % {"naam": naam},
        required=False,
        max_length=200,
        help_text=_("De functie, geen naam. Bijvoorbeeld: reclasseringswerker."),
    )


def op_formulier(genodigden: Sequence[Genodigde]) -> str:
    """Who stands on the form, as it sends them back."""
    return " ".join(f"{een.pk}:{een.versie}" for een in genodigden)


def beginwaarden(punt: Punt) -> dict[str, Any]:
    """The fields as they are; nobody is there until somebody says so."""
    verslag = punt.verslag
    nu = {
        "aanwezig": [str(een.pk) for een in punt.genodigden if een.aanwezig],
        "genodigd": op_formulier(punt.genodigden),
        **{functieveld(een): een.functie or "" for een in punt.genodigden if is_zonder_naam(een)},
        "tekst": (verslag.tekst or "") if verslag else "",
        "besluit": (verslag.besluit or "") if verslag else "",
        "versie": verslag.versie if verslag else None,
    }
    return met_begin(PuntForm, nu)


def als_keuze(een: Afspraak) -> str:
    """An afspraak in one line."""
    wat = een.omschrijving or een.interventie or een.kenmerk
    return _("%(wie)s: %(wat)s Uiterlijk %(dag)s") % {
        "wat": wat,
        "wie": een.van_wie,
        "dag": formats.date_format(een.uiterlijk_op, "j b Y"),
    }


def _voorbeeld(uitvoerders: Sequence[Uitvoerder]) -> str:
    eerste = next((een.organisatie.naam for een in uitvoerders if een.organisatie), "huis")
    return "@" + eerste.split()[0].lower()
