# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.casus.models import Betrokkenheid, Bijdrage
from vangnet.casus.regels import BijdrageSoort
from vangnet.casus.services import Gift, Inhoud, stand
from vangnet.delen.regels import Publiek
from vangnet.organisaties.models import Organisatie
from vangnet.web.deelvelden import DeelForm, codekeuzes
from vangnet.web.formulieren import (
    Dagveld,
    Formulier,
    Naamveld,
    Tekstvlak,
    Terugveld,
    op_voorwaarde,
)
from vangnet.web.samenvoegen import Beginveld, met_begin

_HUIS = ("", _("Het huis"))
Bronnen = Sequence[Organisatie | None]


class BijdrageForm(DeelForm):
    """A bijdrage as its author writes or changes it."""

    # Who may read it is said of this text; and on which ground, of this secret.
    samen = (("tekst", "publiek", "organisaties"), ("onder_geheim", "grond", "grond_motivering"))
    soort = forms.ChoiceField(
        label=_("Wat voeg je toe?"),
        help_text=_("Een hypothese blijft een hypothese, ook als zij wordt bevestigd."),
        choices=[
            (BijdrageSoort.FEIT, _("Een feit: iets wat zo is")),
            (BijdrageSoort.NOTITIE, _("Een notitie: wat je deed, hoorde of denkt")),
            (
                BijdrageSoort.BESCHERMENDE_FACTOR,
                _("Een beschermende factor: wat helpt of goed gaat"),
            ),
            (
                BijdrageSoort.HYPOTHESE,
                _("Een hypothese: wat misschien zo is en nog niet vaststaat"),
            ),
        ],
        widget=forms.RadioSelect,
        initial=BijdrageSoort.FEIT,
    )
    tekst = forms.CharField(
        label=_("Tekst"),
        max_length=20_000,
        widget=Tekstvlak(attrs={"rows": 6}),
        help_text=_("Schrijf zo dat de betrokkene het ook mag lezen."),
    )
    leefgebied = forms.ChoiceField(
        label=_("Leefgebied"), required=False, choices=codekeuzes("leefgebied", leeg=_("Geen"))
    )
    bron = forms.ChoiceField(
        label=_("Van wie komt het?"),
        required=False,
        help_text=_("De organisatie die dit weet en ervoor instaat."),
    )
    over = forms.ChoiceField(
        label=_("Over wie gaat het?"),
        required=False,
        help_text=_("Leeg: over de hele zaak."),
    )
    stand = forms.CharField(required=False, widget=forms.HiddenInput)
    begin = Beginveld()
    # Made with the form: a second click without script doesn't add the same bijdrage twice.
    eenmalig = forms.UUIDField(
        required=False, initial=uuid4, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def __init__(
        self,
        *args: Any,
        bronnen: Bronnen,
        betrokkenen: Sequence[Betrokkenheid] | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._bronnen = {str(een.pk) if een else "": een for een in bronnen}
        self.kiezen("bron", [(pk, een.naam) if een else _HUIS for pk, een in self._bronnen.items()])
        self._houd_hypothesen_apart(kwargs.get("initial") or {}, nieuw=betrokkenen is not None)
        self._betrokkenen = {str(een.pk): een for een in betrokkenen or ()}
        self.kiezen(
            "over",
            [
                ("", _("De hele zaak")),
                *((pk, een.persoon.naam) for pk, een in self._betrokkenen.items()),
            ],
        )
        if len(self._bronnen) == 1:
            del self.fields["bron"]
        if betrokkenen is None:
            del self.fields["over"]
        if self.initial.get("soort") == BijdrageSoort.DOCUMENT:
            self._wordt_titel()

    def _wordt_titel(self) -> None:
        """Of a document the text is its title, and it stays a document."""
        del self.fields["soort"]
        veld = self.fields["tekst"]
        veld.label, veld.help_text = _("Titel"), ""
        veld.widget.attrs["rows"] = 1

    def _houd_hypothesen_apart(self, stond: Mapping[str, Any], *, nieuw: bool) -> None:
        """What stands there as a hypothese stays one, and nothing else becomes one."""
        if nieuw:
            return
        was = stond.get("soort") == BijdrageSoort.HYPOTHESE
        keuzes = [
            een
            for een in self.fields["soort"].choices  # type: ignore[attr-defined]  # a ChoiceField
            if (een[0] == BijdrageSoort.HYPOTHESE) == was
        ]
        self.kiezen("soort", keuzes)

    def bron_gekozen(self) -> Organisatie | None:
        """The source: the only one there is, or the one that was chosen."""
        if len(self._bronnen) == 1:
            return next(iter(self._bronnen.values()))
        return self._bronnen.get(self.cleaned_data.get("bron", ""))

    def soort_van_de_bron(self) -> str:
        bron = self.bron_gekozen()
        return bron.soort if bron else ""

    def over_gekozen(self) -> Betrokkenheid | None:
        """Whom it is about, when it is about one of them."""
        return self._betrokkenen.get(self.cleaned_data.get("over", ""))

    def inhoud(self) -> Inhoud:
        """What the author may change, as chosen."""
        waarden = {
            naam: self.cleaned_data[naam]
            for naam in Inhoud.__dataclass_fields__
            if naam in self.cleaned_data and naam != "organisaties"
        }
        waarden.setdefault("soort", BijdrageSoort.DOCUMENT)
        return Inhoud(organisaties=self.genoemd(), **waarden)


def als_beginwaarden(bijdrage: Bijdrage) -> dict[str, Any]:
    """The fields of the form as a bijdrage has them now."""
    velden = {
        naam: getattr(bijdrage, naam)
        for naam in Inhoud.__dataclass_fields__
        if naam != "organisaties"
    }
    genoemd = [str(een.organisatie_id) for een in bijdrage.genoemd.all()]
    nu = velden | {"organisaties": genoemd, "stand": stand(bijdrage)}
    return met_begin(BijdrageForm, nu)


def eerste_waarden(bronnen: Bronnen) -> dict[str, Any]:
    """For a new bijdrage: a partner comes to share, the house begins with itself."""
    if None in bronnen:
        return {"publiek": Publiek.ALLEEN_HUIS}
    eigen = [str(een.pk) for een in bronnen if een]
    return {"publiek": Publiek.IEDEREEN, "organisaties": eigen}


class VerstrekForm(Formulier):
    """What was given to somebody outside the casus."""

    aan = op_voorwaarde(
        forms.ChoiceField(
            label=_("Aan welke organisatie?"),
            required=False,
            help_text=_(
                "Nodig als je hieronder geen derde noemt. Aan een derde die geen partner is? "
                "Laat dit leeg en vul de twee velden hieronder in."
            ),
        )
    )
    derde = op_voorwaarde(
        Naamveld(
            label=_("Aan welke derde?"),
            required=False,
            max_length=200,
            help_text=_(
                "Nodig als je hierboven geen organisatie kiest. "
                "Organisatie en functie, bijvoorbeeld: Woonstichting De Brug, consulent."
            ),
        )
    )
    geheimhouding_op = op_voorwaarde(
        Terugveld(
            label=_("Wanneer tekende de derde voor geheimhouding?"),
            required=False,
            help_text=_("Nodig bij een derde. Zonder handtekening krijgt een derde niets."),
        )
    )
    wat = forms.CharField(
        label=_("Wat gaf je?"),
        max_length=5000,
        widget=Tekstvlak(attrs={"rows": 3}),
        help_text=_("Zeg welke gegevens het waren. Neem de gegevens zelf niet over."),
    )
    grond = forms.ChoiceField(
        label=_("Waarom mocht dat?"),
        choices=codekeuzes("verstrekkingsgrond", leeg=_("Kies een grond")),
    )
    getoetst = forms.CharField(
        label=_("Wat heb je nagekeken?"),
        min_length=10,
        max_length=5000,
        widget=Tekstvlak(attrs={"rows": 3}),
        help_text=_(
            "Was het nodig? Stelde de bron voorwaarden? Had een deelnemer bezwaar? "
            "Gaf de bron toestemming?"
        ),
    )
    op = Terugveld(label=_("Op welke dag?"))

    def __init__(self, *args: Any, organisaties: Sequence[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._organisaties = {str(een.pk): een for een in organisaties}
        self.kiezen(
            "aan",
            [
                ("", _("Geen organisatie")),
                *((pk, een.naam) for pk, een in self._organisaties.items()),
            ],
        )

    def clean(self) -> dict[str, Any]:
        """One receiver, and a third party only with a signature that came before."""
        gekozen = super().clean() or self.cleaned_data
        aan, derde = gekozen.get("aan"), gekozen.get("derde")
        getekend, op = gekozen.get("geheimhouding_op"), gekozen.get("op")
        if bool(aan) == bool(derde):
            self.add_error("aan", _("Kies een organisatie of noem een derde, niet allebei."))
        if derde and not getekend:
            self.add_error("geheimhouding_op", _("Vul in wanneer de derde tekende."))
        if derde and getekend and op and getekend > op:
            self.add_error("geheimhouding_op", _("De derde tekent voordat je iets geeft."))
        return gekozen

    def gift(self) -> Gift:
        """What was filled in."""
        gekozen = dict(self.cleaned_data)
        return Gift(aan=self._organisaties.get(gekozen.pop("aan")), **gekozen)


class OverdraagForm(Formulier):
    """To which colleague a rol goes, and until when."""

    aan = forms.ChoiceField(label=_("Aan welke collega?"))
    tot = Dagveld(
        label=_("Tot en met"),
        required=False,
        help_text=_(
            "Alleen bij een tijdelijke vervanging, zoals verlof: daarna gaat de rol vanzelf terug. "
            "Leeg: voor altijd. Bijvoorbeeld vr, 12-3 of over 2 weken."
        ),
    )

    def __init__(self, *args: Any, collegas: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kiezen(
            "aan", [("", _("Kies een collega")), *((str(pk), naam) for pk, naam in collegas)]
        )
