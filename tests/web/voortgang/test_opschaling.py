# SPDX-License-Identifier: EUPL-1.2
"""Opschaling: what is asked, what the aangesprokene sees until the answer, and what comes of it."""

import json
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.utils.formats import date_format

from tests.bezetting import id_van
from tests.web.voortgang.conftest import BESTUUR, termijn
from vangnet.casus.deelname import Plek, rol_beeindigen, uitnodigen
from vangnet.casus.models import Betrokkenheid, Bijdrage, Casus, CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.personen.models import Persoon
from vangnet.plan.models import Afspraak
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.models import Opschaling, VastgelopenAfspraak
from vangnet.voortgang.opschalen import (
    aan_te_spreken,
    notities,
    opschaling_afronden,
    opschaling_beantwoorden,
)

Ingelogd = Callable[[str], Client]
SchaalOp = Callable[..., Any]
CASUS = id_van("casus")
VOORTGANG = f"/zaken/{CASUS}/voortgang/"


def _acten(handeling: str) -> int:
    with als(Vrager(id_van("frank"))):
        return Handeling.objects.filter(handeling=handeling).count()


def _ziet_anja() -> dict[str, int]:
    """How many rows of each table the database shows her."""
    tabellen = (Opschaling, VastgelopenAfspraak, Afspraak, Casus, Persoon, Betrokkenheid, Bijdrage)
    with als(Vrager(id_van("anja"))):
        return {een.__name__: een._default_manager.count() for een in tabellen}


def test_wie_gevraagd_is_ziet_de_vraag_de_afspraken_en_over_wie(
    opschaling: UUID, ingelogd: Ingelogd
) -> None:
    anja = ingelogd("anja")

    assert "ZVH-2022-0001" in anja.get("/opschalingen/").content.decode()
    pagina = anja.get(f"/opschalingen/{opschaling}").content.decode()
    dag = date_format(termijn(), "j b Y")
    for wel in ("Kanarie-nieuwe-vraag", "Kanarie-afspraak", "Kanarie-achternaam", dag):
        assert wel in pagina
    for niet in ("Kanarie-bijdrage", "Kanarie-vraag", "Kanarie-evaluatie", "Kanarie-toelater"):
        assert niet not in pagina
    assert anja.get(f"/zaken/{CASUS}").status_code == 404
    assert _ziet_anja() == {
        "Opschaling": 1,
        "VastgelopenAfspraak": 1,
        "Afspraak": 1,
        "Casus": 1,
        "Persoon": 1,
        "Betrokkenheid": 0,
        "Bijdrage": 0,
    }
    assert _acten("casus.opgeschaald") == 1
    with als(Vrager(id_van("frank"))):
        gezien = Handeling.objects.get(handeling="opschaling.ingezien")
        assert set(gezien.onderwerpen.values_list("soort", flat=True)) >= {"casus", "persoon"}


def test_met_het_antwoord_eindigt_de_toegang(opschaling: UUID, ingelogd: Ingelogd) -> None:
    anja, pagina = ingelogd("anja"), f"/opschalingen/{opschaling}"

    klaar = anja.post(pagina, {"antwoord": "Kanarie-antwoord"}, follow=True)

    assert "Je antwoord is verstuurd." in klaar.content.decode()
    assert "ZVH-2022-0001" not in klaar.content.decode()
    assert anja.get(pagina).status_code == 404
    assert set(_ziet_anja().values()) == {0}
    assert "Kanarie-antwoord" in ingelogd("amira").get(VOORTGANG).content.decode()
    assert _acten("opschaling.beantwoord") == 1
    with als(Vrager(id_van("anja"))), pytest.raises(NietToegestaan):
        opschaling_beantwoorden(opschaling, antwoord="Nog een keer.")


def test_een_leeg_antwoord_laat_de_vraag_staan(opschaling: UUID, ingelogd: Ingelogd) -> None:
    assert ingelogd("anja").post(f"/opschalingen/{opschaling}", {}).status_code == 422
    with als(Vrager(id_van("anja"))), pytest.raises(NietToegestaan):
        opschaling_beantwoorden(opschaling, antwoord=" ")


@pytest.mark.parametrize("naam", ["amira", "bram", "mirjam", "corrie", "bas"])
def test_een_ander_antwoordt_niet(naam: str, opschaling: UUID, ingelogd: Ingelogd) -> None:
    antwoord = ingelogd(naam).post(f"/opschalingen/{opschaling}", {"antwoord": "Ik dan."})

    assert antwoord.status_code == 404
    with als(Vrager(id_van(naam))), pytest.raises(NietToegestaan):
        opschaling_beantwoorden(opschaling, antwoord="Ik dan.")


@pytest.mark.parametrize("uitkomst", ["doorbraak", "geen_doorbraak"])
def test_een_doorbraak_is_voortgang(uitkomst: str, opschaling: UUID, ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    velden = {"uitkomst": uitkomst, "opbrengst": "Kanarie-opbrengst"}

    assert amira.post(f"{VOORTGANG}{opschaling}/afronden", velden).status_code == 302

    assert "Kanarie-opbrengst" in amira.get(VOORTGANG).content.decode()
    stil = "Geen voortgang sinds" in amira.get(VOORTGANG).content.decode()
    assert stil == (uitkomst == "geen_doorbraak")
    assert _acten("opschaling.afgerond") == 1
    assert amira.get(f"{VOORTGANG}{opschaling}/afronden").status_code == 302


def test_afronden_zonder_antwoord_beeindigt_de_toegang_ook(
    opschaling: UUID, ingelogd: Ingelogd
) -> None:
    with als(Vrager(id_van("amira"))):
        opschaling_afronden(opschaling, uitkomst="geen_doorbraak", opbrengst="Geen antwoord.")

    assert ingelogd("anja").get(f"/opschalingen/{opschaling}").status_code == 404
    assert set(_ziet_anja().values()) == {0}


def test_wie_afrondt_zonder_het_antwoord_te_hebben_gezien_leest_het_eerst(
    opschaling: UUID, ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")
    pagina = f"{VOORTGANG}{opschaling}/afronden"
    stond_er = amira.get(pagina).context["formulier"]["zonder_antwoord"].value()
    with als(Vrager(id_van("anja"))):
        opschaling_beantwoorden(opschaling, antwoord="Wij betalen de plek.")
    velden = {"uitkomst": "geen_doorbraak", "opbrengst": "Niemand zei iets."}

    antwoord = amira.post(pagina, velden | {"zonder_antwoord": str(stond_er)})

    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Er is intussen geantwoord. Lees het antwoord en kies opnieuw." in inhoud
    assert "Wij betalen de plek." in inhoud
    assert "Niemand zei iets." in inhoud
    nog_eens = velden | {
        "zonder_antwoord": antwoord.context["formulier"]["zonder_antwoord"].value()
    }
    assert amira.post(pagina, nog_eens).status_code == 302


def test_een_antwoord_dat_te_laat_komt_is_niet_weg(opschaling: UUID, ingelogd: Ingelogd) -> None:
    anja, pagina = ingelogd("anja"), f"/opschalingen/{opschaling}"
    with als(Vrager(id_van("amira"))):
        opschaling_afronden(opschaling, uitkomst="geen_doorbraak", opbrengst="Kanarie-opbrengst")

    te_laat = anja.post(pagina, {"antwoord": "Mijn <lange> antwoord."})

    assert te_laat.status_code == 409
    inhoud = te_laat.content.decode()
    assert "Deze vraag wacht niet meer op antwoord" in inhoud
    assert "Mijn &lt;lange&gt; antwoord." in inhoud
    for niet in ("Kanarie", "ZVH-2022", "doorbraak", date_format(termijn(), "j b Y")):
        assert niet not in inhoud
    assert _acten("voortgang.geweigerd") == 1
    assert set(_ziet_anja().values()) == {0}
    assert anja.post(pagina, {"antwoord": " "}).status_code == 404


def test_een_antwoord_dat_te_laat_komt_en_al_bewaard_was_leest_anja_terug(
    opschaling: UUID, ingelogd: Ingelogd
) -> None:
    anja, pagina = ingelogd("anja"), f"/opschalingen/{opschaling}"
    concept = {"concept-adres": pagina, "concept-versie": "0", "antwoord": "Half"}
    anja.post("/werk/concepten", concept)
    with als(Vrager(id_van("amira"))):
        opschaling_afronden(opschaling, uitkomst="geen_doorbraak", opbrengst="Kanarie-opbrengst")

    te_laat = anja.post(pagina, {"antwoord": "Helemaal af.", "concept-versie": "1"})
    inhoud = te_laat.content.decode()
    (adres,) = re.findall(r'href="(/werk/concepten/[0-9a-f-]{36})"', inhoud)
    terug = anja.get(adres).content.decode()

    assert (te_laat.status_code, "de tekst weg" in inhoud) == (409, False)
    assert "Helemaal af." in terug
    assert ("Kanarie" in terug, "ZVH-2022" in terug) == (False, False)


def test_twee_keer_antwoorden_zegt_wat_er_is(opschaling: UUID, ingelogd: Ingelogd) -> None:
    anja, pagina = ingelogd("anja"), f"/opschalingen/{opschaling}"

    gestuurd = [anja.post(pagina, {"antwoord": een}).status_code for een in ("Eerst.", "Dan.")]

    assert gestuurd == [302, 409]
    with als(Vrager(id_van("amira"))):
        assert Opschaling.objects.get(pk=opschaling).antwoord == "Eerst."


@pytest.mark.parametrize(
    ("uitkomst", "opbrengst"), [("doorbraak", " "), ("misschien", "Iets."), (None, "Iets.")]
)
def test_een_uitkomst_die_niet_klopt_wordt_geweigerd(
    uitkomst: str, opbrengst: str, opschaling: UUID
) -> None:
    with als(Vrager(id_van("amira"))), pytest.raises(NietToegestaan):
        opschaling_afronden(opschaling, uitkomst=uitkomst, opbrengst=opbrengst)


@pytest.mark.parametrize("naam", ["joris", "anja", "mirjam", "bram"])
def test_alleen_een_regisseur_rondt_af(naam: str, opschaling: UUID) -> None:
    with als(Vrager(id_van(naam))), pytest.raises(NietToegestaan):
        opschaling_afronden(opschaling, uitkomst="doorbraak", opbrengst="Gelukt.")


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"vraag": " "}, "vraag"),
        ({"antwoord_voor": "vandaag"}, "antwoord_voor"),
        ({"antwoord_voor": "over 366 dagen"}, "antwoord_voor"),
        ({"toegelaten_door": ""}, "toegelaten_door"),
        ({"toegelaten_namens": str(id_van("ggz"))}, "toegelaten_namens"),
        ({"aangesprokene": f"{id_van('corrie')}:{id_van('ggz')}"}, "aangesprokene"),
        ({"afspraken": str(uuid4())}, "afspraken"),
        ({"notitie": "Meneer KANARIE weigert."}, "notitie"),
        ({"notitie": "Zie 999990019."}, "notitie"),
    ],
)
def test_wat_ontbreekt_staat_bij_het_veld(
    anders: dict[str, str], veld: str, schaal_op: SchaalOp
) -> None:
    antwoord = schaal_op(**anders)

    assert antwoord.status_code == 422
    assert list(antwoord.context["formulier"].errors) == [veld]
    assert _acten("casus.opgeschaald") == 0


# The same, past the form: what the database refuses by itself.
@pytest.mark.parametrize(
    "anders",
    [
        {"niveau": "landelijk"},
        {"vraag": " "},
        {"vraag": None},
        {"antwoord_voor": None},
        {"toegelaten_door": ""},
        {"toegelaten_namens": str(id_van("ggz"))},
        {"toegelaten_namens": None},
        {"aangesprokene": str(id_van("corrie"))},
        {"aangesprokene": None},
        {"organisatie": str(id_van("politie"))},
    ],
)
def test_de_databank_vraagt_het_ook(anders: dict[str, Any], ggz_doet_mee: None) -> None:
    with als(Vrager(id_van("amira"))):
        with pytest.raises(ProgrammingError, match="niet toegestaan"):
            _roep_schaal_op([id_van("afspraak")], anders)
        assert _roep_schaal_op([id_van("afspraak")], {})


@pytest.mark.parametrize("over", [0, 366])
def test_de_databank_vraagt_een_antwoord_na_vandaag_en_binnen_een_jaar(
    over: int, ggz_doet_mee: None
) -> None:
    voor = str(vandaag() + timedelta(days=over))
    with als(Vrager(id_van("amira"))), pytest.raises(ProgrammingError, match="niet toegestaan"):
        _roep_schaal_op([id_van("afspraak")], {"antwoord_voor": voor})


@pytest.mark.parametrize("naam", ["joris", "bram", "mirjam", "anja", "tineke"])
def test_alleen_een_regisseur_schaalt_op(naam: str, ggz_doet_mee: None) -> None:
    with als(Vrager(id_van(naam))):
        with pytest.raises(ProgrammingError, match="niet toegestaan"):
            _roep_schaal_op([], {})
        assert aan_te_spreken(CASUS) == []


def test_een_afspraak_die_klaar_is_loopt_niet_vast(ggz_doet_mee: None) -> None:
    with als(Vrager(id_van("amira"))):
        Afspraak.objects.filter(pk=id_van("afspraak")).update(
            vervallen_op=vandaag(), vervallen_reden="Niet nodig."
        )
        with pytest.raises(ProgrammingError, match="niet toegestaan"):
            _roep_schaal_op([id_van("afspraak")], {})


def _roep_schaal_op(afspraken: list[UUID], anders: dict[str, Any]) -> Any:
    inhoud = {
        "niveau": "bestuur",
        "vraag": "Wie neemt de leiding?",
        "aangesprokene": str(id_van("anja")),
        "organisatie": str(id_van("ggz")),
        "antwoord_voor": str(vandaag() + timedelta(days=365)),
        "toegelaten_door": "B. Beslisser",
        "toegelaten_namens": str(id_van("politie")),
    } | anders
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT voortgang.schaal_op(%s, %s, %s::jsonb, %s::uuid[], '')",
            [uuid4(), CASUS, json.dumps(inhoud), afspraken],
        )
        return cursor.fetchone()[0]


def test_van_een_organisatie_die_niet_meedoet_wordt_niemand_gevraagd(db: None) -> None:
    with als(Vrager(id_van("amira"))):
        assert aan_te_spreken(CASUS) == []
        with pytest.raises(ProgrammingError, match="niet toegestaan"):
            _roep_schaal_op([], {})


def test_wie_ophoudt_mee_te_doen_kan_niet_worden_gevraagd(ggz_doet_mee: None) -> None:
    with als(Vrager(id_van("amira"))):
        assert [een.gebruiker.naam for een in aan_te_spreken(CASUS)] == ["Anja Postma"]
        rol_beeindigen(CasusRol.objects.get(casus=CASUS, organisatie=id_van("ggz")).pk)
        assert aan_te_spreken(CASUS) == []


def test_hetzelfde_formulier_twee_keer_is_een_opschaling(schaal_op: SchaalOp) -> None:
    eenmalig = str(uuid4())

    assert [schaal_op(eenmalig=eenmalig).status_code for _ in range(2)] == [302, 302]
    nog_een = schaal_op()

    assert nog_een.status_code == 422
    assert "Er loopt al een opschaling naar dit niveau." in nog_een.content.decode()
    assert BESTUUR["vraag"] in nog_een.content.decode()
    assert _acten("casus.opgeschaald") == 1


def test_een_notitie_noemt_ook_niet_wie_meedoet(schaal_op: SchaalOp) -> None:
    notitie = "Brams voorstel ligt er al weken."
    with als(Vrager(id_van("amira"))):
        uitnodigen(CASUS, Plek(id_van("bram"), id_van("ggz"), RolSoort.DEELNEMER))

    antwoord = schaal_op(notitie=notitie)

    assert antwoord.status_code == 422
    assert antwoord.context["formulier"].errors["notitie"] == ["Haal deze namen weg: Bram."]
    assert notitie in antwoord.content.decode()


@pytest.mark.parametrize(
    ("notitie", "namen"),
    [("Bel Bram op 06-00 00 00 00.", "Haal deze namen weg: Bram. "), ("Bel 06-00 00 00 00.", "")],
)
def test_een_notitie_met_een_nummer_noemt_ook_de_naam_die_erin_staat(
    notitie: str, namen: str, schaal_op: SchaalOp
) -> None:
    with als(Vrager(id_van("amira"))):
        uitnodigen(CASUS, Plek(id_van("bram"), id_van("ggz"), RolSoort.DEELNEMER))

    antwoord = schaal_op(notitie=notitie)

    nummer = "Haal deze nummers weg: 06-00 00 00 00. Ze lijken op een bsn of telefoonnummer."
    assert antwoord.status_code == 422
    assert antwoord.context["formulier"].errors["notitie"] == [f"{namen}{nummer}"]


def test_hetzelfde_formulier_met_iets_anders_verliest_niets(schaal_op: SchaalOp) -> None:
    eenmalig = str(uuid4())
    schaal_op(eenmalig=eenmalig)

    anders = schaal_op(eenmalig=eenmalig, vraag="Iets heel anders.")

    assert anders.status_code == 422
    assert "Er loopt al een opschaling naar dit niveau." in anders.content.decode()
    assert "Iets heel anders." in anders.content.decode()


def test_wie_te_laat_afrondt_krijgt_geen_fout(
    opschaling: UUID, ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    velden = {"uitkomst": "doorbraak", "opbrengst": "Gelukt."}

    def na_een_collega(een: UUID, **gekozen: str) -> None:
        opschaling_afronden(een, uitkomst="geen_doorbraak", opbrengst="Eerder.")
        opschaling_afronden(een, **gekozen)

    monkeypatch.setattr("vangnet.web.voortgang.opschalen.opschaling_afronden", na_een_collega)

    antwoord = ingelogd("amira").post(f"{VOORTGANG}{opschaling}/afronden", velden)

    assert antwoord.status_code == 409
    assert "Deze opschaling is al afgerond: Geen doorbraak." in antwoord.content.decode()
    with als(Vrager(id_van("amira"))):
        assert Opschaling.objects.get(pk=opschaling).opbrengst == "Eerder."
    assert _acten("voortgang.geweigerd") == 1


def test_manager_en_bestuur_lezen_de_notitie_zonder_namen(
    opschaling: UUID, ingelogd: Ingelogd
) -> None:
    for naam, aantal in (("mirjam", 2), ("bas", 1)):
        pagina = ingelogd(naam).get("/voortgang/gremium").content.decode()

        assert BESTUUR["notitie"] in pagina
        assert "Kanarie" not in pagina
        assert "Anja" not in pagina
        with als(Vrager(id_van(naam))):
            assert len(notities()) == aantal
    for naam in ("amira", "anja", "frank"):
        with als(Vrager(id_van(naam))):
            assert notities() == []


def test_de_notitie_op_papier_noemt_niemand(opschaling: UUID, ingelogd: Ingelogd) -> None:
    pagina = ingelogd("amira").get(f"{VOORTGANG}{opschaling}/notitie").content.decode()

    assert BESTUUR["notitie"] in pagina
    assert "Zorg: 1" in pagina
    for niet in ("Kanarie", "Anja", "GGZ", "Leeuwarden"):
        assert niet not in pagina


def test_niemand_schrijft_een_opschaling_rechtstreeks(opschaling: UUID) -> None:
    with als(Vrager(id_van("amira"))):
        for wijzig in (
            lambda: Opschaling.objects.filter(pk=opschaling).update(aangesprokene=id_van("bram")),
            lambda: Opschaling.objects.filter(pk=opschaling).update(beantwoord_op=None),
            lambda: Opschaling.objects.create(casus_id=CASUS, datum=vandaag(), niveau="bestuur"),
            lambda: VastgelopenAfspraak.objects.all().delete(),
        ):
            with pytest.raises(ProgrammingError), transaction.atomic():
                wijzig()
