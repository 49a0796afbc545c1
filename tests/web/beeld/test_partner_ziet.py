# SPDX-License-Identifier: EUPL-1.2
"""What the house writes down for a partner stays visible to that partner."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import ProgrammingError, transaction
from django.db.utils import IntegrityError
from django.test import Client

from tests.bezetting import id_van
from tests.web.beeld.test_vragen import ANTWOORD, BEELD, VRAAG, NeemDeel
from vangnet.beeld.models import Informatievraag
from vangnet.beeld.vragen import Gezegd, vraag_beantwoorden
from vangnet.casus.models import Bijdrage, BijdragePubliek
from vangnet.casus.services import Inhoud, bijdrage_wijzigen, stand
from vangnet.kern.fouten import VangnetFout
from vangnet.kern.klok import nu, vandaag
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
GGZ, POLITIE = id_van("ggz"), id_van("politie")
VELDEN = ANTWOORD | {"gezegd_door": "Sjoukje Verzinsel, arts", "gezegd_op": "vandaag"}


def _inhoud(publiek: str, *organisaties: UUID) -> Inhoud:
    return Inhoud(
        soort="feit",
        tekst=ANTWOORD["tekst"],
        categorie="relaties",
        doel="afstemming",
        leefgebied="huisvesting",
        publiek=publiek,
        organisaties=frozenset(organisaties),
    )


def _opgeschreven(inhoud: Inhoud, op: date | None = None) -> Bijdrage:
    """As Amira, what the GGZ said."""
    vraag = Informatievraag.objects.select_related("casus", "organisatie").get(pk=id_van("vraag"))
    gezegd = Gezegd("Sjoukje Verzinsel, arts", op or vandaag())
    return Bijdrage.objects.get(
        pk=vraag_beantwoorden(vraag, inhoud, auteur=id_van("amira"), gezegd=gezegd)
    )


def _publiek(bijdrage: Bijdrage) -> tuple[str, set[object]]:
    bijdrage.refresh_from_db()
    return bijdrage.publiek, {een.organisatie_id for een in bijdrage.genoemd.all()}


def test_alleen_het_huis_is_bij_een_antwoord_aan_de_telefoon_ook_de_partner(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")
    assert "Alleen het huis en de partner zelf" in amira.get(f"{VRAAG}/namens").content.decode()

    assert amira.post(f"{VRAAG}/namens", VELDEN).status_code == 302

    assert ANTWOORD["tekst"] in ingelogd("bram").get(BEELD).content.decode()
    with als(Vrager(id_van("bram"))):
        assert Bijdrage.objects.filter(tekst=ANTWOORD["tekst"]).count() == 1


@pytest.mark.parametrize(
    ("inhoud", "publiek"),
    [
        (_inhoud("alleen_huis"), ("organisaties", {GGZ})),
        (_inhoud("alleen_huis", POLITIE), ("organisaties", {GGZ})),
        (_inhoud("organisaties", POLITIE), ("organisaties", {GGZ, POLITIE})),
        (_inhoud("iedereen"), ("iedereen", set())),
    ],
    ids=["alleen huis", "alleen huis met vinkje", "een ander", "iedereen"],
)
def test_de_partner_hoort_bij_elk_publiek(
    inhoud: Inhoud, publiek: tuple[str, set[object]], neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    with als(Vrager(id_van("amira"))):
        assert _publiek(_opgeschreven(inhoud)) == publiek


def test_een_gesprek_van_morgen_wordt_niet_opgeschreven(neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    with als(Vrager(id_van("amira"))), pytest.raises(VangnetFout, match="in de toekomst"):
        _opgeschreven(_inhoud("iedereen"), vandaag() + timedelta(days=1))


@pytest.mark.parametrize(
    ("publiek", "genoemd", "dagen", "mag"),
    [
        ("iedereen", None, 0, True),
        ("organisaties", GGZ, 0, True),
        ("iedereen", None, 1, False),
        ("alleen_huis", None, 0, False),
        ("alleen_huis", GGZ, 0, False),
        ("organisaties", POLITIE, 0, False),
        ("organisaties", None, 0, False),
    ],
)
def test_de_databank_weigert_een_antwoord_dat_de_partner_niet_ziet_of_van_morgen(
    publiek: str, genoemd: UUID | None, dagen: int, mag: bool, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    with als(Vrager(id_van("amira"))):
        # Another one that names the partner doesn't count.
        for tekst in ("Eerder.", "Ja."):
            bijdrage = Bijdrage.objects.create(
                casus_id=id_van("casus"),
                auteur_id=id_van("amira"),
                bron_id=GGZ,
                soort="feit",
                tekst=tekst,
                categorie="relaties",
                doel="afstemming",
                publiek="organisaties" if tekst == "Eerder." else publiek,
            )
            naam = GGZ if tekst == "Eerder." else genoemd
            if naam:
                BijdragePubliek.objects.create(bijdrage=bijdrage, organisatie_id=naam)
        try:
            with transaction.atomic():
                Informatievraag.objects.filter(pk=id_van("vraag")).update(
                    afhandeling="gegeven",
                    afgehandeld_op=nu(),
                    afgehandeld_door=id_van("amira"),
                    bijdrage=bijdrage,
                    gezegd_door="Sjoukje Verzinsel",
                    gezegd_op=vandaag() + timedelta(days=dagen),
                )
        except ProgrammingError:
            assert not mag
        else:
            assert mag


@pytest.mark.parametrize(
    ("eerst", "daarna"),
    [
        (_inhoud("alleen_huis"), _inhoud("iedereen")),
        (_inhoud("iedereen"), _inhoud("organisaties", GGZ)),
        (_inhoud("organisaties", GGZ, POLITIE), _inhoud("organisaties", GGZ)),
    ],
)
def test_het_publiek_verandert_zolang_de_partner_erbij_hoort(
    eerst: Inhoud, daarna: Inhoud, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    with als(Vrager(id_van("amira"))):
        rij = _opgeschreven(eerst)
        bijdrage_wijzigen(rij.pk, daarna, auteur=id_van("amira"), gelezen=stand(rij))
        assert _publiek(rij) == (daarna.publiek, set(daarna.genoemd))


@pytest.mark.parametrize("eerst", [_inhoud("iedereen"), _inhoud("organisaties", GGZ, POLITIE)])
@pytest.mark.parametrize(
    "daarna",
    [_inhoud("alleen_huis"), _inhoud("werknotitie"), _inhoud("organisaties", POLITIE)],
)
def test_het_huis_verbergt_een_antwoord_niet_alsnog_voor_de_partner(
    eerst: Inhoud, daarna: Inhoud, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    with als(Vrager(id_van("amira"))):
        rij = _opgeschreven(eerst)
        voor = _publiek(rij)
        with pytest.raises(VangnetFout, match="antwoord van een partner"):
            bijdrage_wijzigen(rij.pk, daarna, auteur=id_van("amira"), gelezen=stand(rij))
        assert _publiek(rij) == voor


def test_ook_rechtstreeks_valt_de_partner_niet_uit_het_publiek(neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    with als(Vrager(id_van("amira"))):
        rij = _opgeschreven(_inhoud("organisaties", POLITIE))
        BijdragePubliek.objects.filter(bijdrage=rij, organisatie=POLITIE).delete()
        with pytest.raises(IntegrityError), transaction.atomic():
            BijdragePubliek.objects.filter(bijdrage=rij).delete()
        with pytest.raises(IntegrityError), transaction.atomic():
            Bijdrage.objects.filter(pk=rij.pk).update(publiek="alleen_huis")


def test_een_eigen_antwoord_van_de_partner_houdt_elk_publiek(neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    with als(Vrager(id_van("bram"))):
        vraag = Informatievraag.objects.select_related("casus", "organisatie").get(
            pk=id_van("vraag")
        )
        sleutel = vraag_beantwoorden(vraag, _inhoud("organisaties", GGZ), auteur=id_van("bram"))
        rij = Bijdrage.objects.get(pk=sleutel)
        bijdrage_wijzigen(rij.pk, _inhoud("alleen_huis"), auteur=id_van("bram"), gelezen=stand(rij))
        assert _publiek(rij) == ("alleen_huis", set())


def test_de_bladzijde_van_de_bijdrage_zegt_waarom_dat_niet_kan(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    with als(Vrager(id_van("amira"))):
        rij = _opgeschreven(_inhoud("iedereen"))
        velden = {**VELDEN, "soort": "feit", "leefgebied": "huisvesting", "stand": stand(rij)}

    antwoord = ingelogd("amira").post(f"/zaken/{id_van('casus')}/bijdragen/{rij.pk}", velden)

    assert antwoord.status_code == 422
    assert "Kies een publiek waar die partner bij hoort." in antwoord.content.decode()
