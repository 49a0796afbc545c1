# SPDX-License-Identifier: EUPL-1.2
"""The mail about an overleg: what it says, who gets it, and that it goes once a change."""

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import cluster
from tests.opdrachtregel.postbus import Postbus, agendaregels
from tests.opdrachtregel.uitnodigingen import (
    BRAM,
    CASUS,
    CHANTAL,
    afspraken,
    bus,
    dag,
    doe_mee,
    draag_over,
    eigen_bus,
    gelast_af,
    laat_weg,
    plan,
    verzet,
)
from tests.opgeschreven import in_het_journaal
from tests.toegang.kanaries import woorden
from vangnet.casus.deelname import (
    rol_beeindigen,
)
from vangnet.casus.models import CasusRol
from vangnet.gebruikers.models import Gebruiker
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.opdrachtregel import overlegmail
from vangnet.opdrachtregel.overlegmail import overlegmail_ronde
from vangnet.overleg import mails
from vangnet.overleg.models import Agendapunt
from vangnet.overleg.services import (
    op_agenda_zetten,
    van_agenda_halen,
)
from vangnet.toegang.vrager import Vrager, als

__all__ = ["bus", "eigen_bus"]


def test_de_uitnodiging_zegt_wanneer_en_verder_niets(bus: Postbus) -> None:
    overleg = plan()

    overlegmail_ronde()

    (mail,) = bus.aan(BRAM)
    tekst, bijlage = mail.iter_parts()
    adres = f"https://vangnet.invalid/overleggen/{overleg}"
    assert mail["Subject"] == "Vangnet: uitnodiging voor een overleg"
    regels = tekst.get_content().splitlines()
    assert regels[0] == "Je bent uitgenodigd voor een overleg:"
    assert regels[2].endswith(" om 10:00 uur")
    assert adres in regels
    assert bijlage.get_content_type() == "text/calendar"
    assert bijlage.get_param("method") == "REQUEST"
    alles = agendaregels(bijlage)
    assert [een for een in alles if not een.startswith(("DT", "BEGIN", "END"))] == [
        "VERSION:2.0",
        "PRODID:-//Vangnet//Overleg//NL",
        "METHOD:REQUEST",
        f"UID:{overleg}",
        "SEQUENCE:0",
        "SUMMARY:Overleg",
        "ORGANIZER:mailto:vangnet@huis.invalid",
        "ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:bram@proef.invalid",
        f"URL:{adres}",
        "CLASS:PRIVATE",
        "STATUS:CONFIRMED",
    ]
    assert woorden("\n".join([*regels, *alles])) == {str(overleg)}


def test_de_link_in_de_uitnodiging_is_die_van_de_agenda(bus: Postbus) -> None:
    overleg = plan()

    assert log_in(Client(), "bram").get(f"/overleggen/{overleg}").status_code == 200


def test_verzetten_afgelasten_en_toch_doorgaan_gaan_elk_een_keer_met_een_hoger_nummer(
    bus: Postbus,
) -> None:
    overleg = plan()
    overlegmail_ronde()
    verzet(overleg, 9)
    overlegmail_ronde()
    gelast_af(overleg)
    overlegmail_ronde()
    gelast_af(overleg, af=False)
    overlegmail_ronde()
    overlegmail_ronde()

    gekregen = afspraken(bus)
    assert [(een[0], een[2], een[3]) for een in gekregen] == [
        ("REQUEST", dag(7), "CONFIRMED"),
        ("REQUEST", dag(9), "CONFIRMED"),
        ("CANCEL", dag(9), "CANCELLED"),
        ("REQUEST", dag(9), "CONFIRMED"),
    ]
    nummers = [int(een[1]) for een in gekregen]
    assert nummers == sorted(set(nummers))
    assert [een.toegestaan for een in in_het_journaal("overlegmail.verzonden")] == [True] * 4
    assert {een.object for een in in_het_journaal("overlegmail.verzonden")} == {overleg}


def test_wat_meteen_ongedaan_is_gemaakt_geeft_geen_mail(bus: Postbus) -> None:
    overleg = plan()
    overlegmail_ronde()
    gelast_af(overleg)
    gelast_af(overleg, af=False)
    verzet(overleg, 9)
    verzet(overleg, 7)

    overlegmail_ronde()

    assert len(bus.aan(BRAM)) == 1


def test_een_andere_titel_geeft_geen_mail(bus: Postbus) -> None:
    overleg = plan()
    overlegmail_ronde()
    verzet(overleg, 7)

    overlegmail_ronde()

    assert len(bus.aan(BRAM)) == 1


def test_wie_wordt_weggelaten_leest_dat_en_de_oude_dag_en_verder_niets(bus: Postbus) -> None:
    overleg = plan()
    overlegmail_ronde()
    laat_weg(overleg)
    verzet(overleg, 9)

    overlegmail_ronde()

    laatste = bus.aan(BRAM)[-1]
    tekst, _bijlage = laatste.iter_parts()
    assert laatste["Subject"] == "Vangnet: overleg gaat niet door"
    assert "https://" not in tekst.get_content()
    assert [(een[0], een[2]) for een in afspraken(bus)] == [
        ("REQUEST", dag(7)),
        ("CANCEL", dag(7)),
    ]


def test_wie_toch_wordt_gevraagd_krijgt_een_nieuwe_uitnodiging(bus: Postbus) -> None:
    overleg = plan()
    overlegmail_ronde()
    laat_weg(overleg)
    overlegmail_ronde()
    laat_weg(overleg, weg=False)
    overlegmail_ronde()

    gekregen = afspraken(bus)
    assert [een[0] for een in gekregen] == ["REQUEST", "CANCEL", "REQUEST"]
    assert [een[1] for een in gekregen] == ["0", "1", "2"]


def test_wie_is_weggelaten_voor_de_eerste_mail_krijgt_er_geen(bus: Postbus) -> None:
    laat_weg(plan())

    overlegmail_ronde()

    assert bus.mails == []


def test_een_zaak_van_de_agenda_is_geen_overleg_meer_voor_wie_daarvoor_kwam(bus: Postbus) -> None:
    overleg = plan()
    overlegmail_ronde()
    with als(Vrager(id_van("amira"))):
        van_agenda_halen(Agendapunt.objects.get(overleg=overleg).pk)
    overlegmail_ronde()

    assert [een[0] for een in afspraken(bus)] == ["REQUEST", "CANCEL"]


def test_wie_later_meedoet_krijgt_de_uitnodiging_als_de_zaak_weer_op_de_agenda_komt(
    bus: Postbus,
) -> None:
    overleg = plan()
    overlegmail_ronde()
    doe_mee("chantal")
    with als(Vrager(id_van("amira"))):
        op_agenda_zetten(overleg, CASUS)
    overlegmail_ronde()

    assert (len(bus.aan(BRAM)), len(bus.aan(CHANTAL))) == (1, 1)


def test_wie_het_overleg_niet_meer_ziet_krijgt_niets(bus: Postbus) -> None:
    overleg = plan()
    with als(Vrager(id_van("amira"))):
        rol = CasusRol.objects.get(casus=CASUS, gebruiker=id_van("bram"), antwoord="aanvaard")
        rol_beeindigen(rol.pk)

    overlegmail_ronde()
    gelast_af(overleg)
    overlegmail_ronde()

    assert bus.mails == []


def test_wie_geen_mail_wil_krijgt_geen_uitnodiging(bus: Postbus) -> None:
    with als(Vrager(id_van("bram"))):
        Gebruiker.objects.filter(pk=id_van("bram")).update(samenvatting_dagen="")
    plan()

    overlegmail_ronde()

    assert bus.mails == []


def test_een_geweigerde_uitnodiging_gaat_na_vijf_minuten_een_keer(
    eigen_bus: Postbus, eigen_databank: str
) -> None:
    plan()
    eigen_bus.weigert = True
    assert dict(overlegmail_ronde()) == {"mislukt": 1}
    eigen_bus.weigert = False

    assert dict(overlegmail_ronde()) == {}
    with cluster().verbind(BEHEERDER, eigen_databank) as beheer:
        beheer.execute("UPDATE overleg_overlegmail SET laatst_op = now() - interval '301 seconds'")
    overlegmail_ronde()
    overlegmail_ronde()

    assert [een[:2] for een in afspraken(eigen_bus)] == [("REQUEST", "0")]
    assert [een.toegestaan for een in in_het_journaal("overlegmail.mislukt")] == [False]


def test_breekt_de_verbinding_met_de_uitnodiging_onderweg_dan_gaat_zij_niet_nog_eens(
    bus: Postbus,
) -> None:
    overleg = plan()
    bus.verbreekt = True
    assert dict(overlegmail_ronde()) == {"onzeker": 1}
    bus.verbreekt = False
    verzet(overleg, 7)
    overlegmail_ronde()

    assert len(bus.aan(BRAM)) == 1
    assert [een.toegestaan for een in in_het_journaal("overlegmail.onzeker")] == [False]


def test_wie_halverwege_wordt_gestopt_nodigt_niet_dubbel_uit(
    bus: Postbus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    plan()
    with monkeypatch.context() as even:
        even.setattr(mails, "mail_afronden", stop)
        with pytest.raises(KeyboardInterrupt):
            overlegmail_ronde()
    overlegmail_ronde()

    assert len(bus.aan(BRAM)) == 1


def test_verzetten_terwijl_een_uitnodiging_onderweg_is_geeft_er_nog_een(
    bus: Postbus, monkeypatch: pytest.MonkeyPatch
) -> None:
    overleg = plan()
    echt = overlegmail._verstuur

    def verzet_intussen(*woorden: object) -> object:
        verzet(overleg, 9)
        return echt(*woorden)  # type: ignore[arg-type]  # passed on as they came

    with monkeypatch.context() as even:
        even.setattr(overlegmail, "_verstuur", verzet_intussen)
        overlegmail_ronde()
    overlegmail_ronde()

    assert [(een[0], een[2]) for een in afspraken(bus)] == [
        ("REQUEST", dag(7)),
        ("REQUEST", dag(9)),
    ]


def test_wie_de_rol_overneemt_krijgt_de_uitnodiging_en_wie_hem_had_een_afmelding(
    bus: Postbus,
) -> None:
    plan()
    overlegmail_ronde()
    draag_over()

    overlegmail_ronde()

    assert [een[0] for een in afspraken(bus)] == ["REQUEST", "CANCEL"]
    assert [een[0] for een in afspraken(bus, CHANTAL)] == ["REQUEST"]
