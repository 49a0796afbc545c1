# SPDX-License-Identifier: EUPL-1.2
"""That a mail which says too much makes the test fail that sent it, and that mail goes one way."""

import smtplib
from email.message import EmailMessage

import pytest

from tests.architectuur.boom import bestanden, kort
from tests.opdrachtregel.postbus import postbus, te_veel


def _mail(tekst: str, **koppen: str) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = "Vangnet: je werk van vandaag"
    for naam, waarde in koppen.items():
        mail[naam.replace("_", "-")] = waarde
    mail.set_content(tekst, cte="8bit")
    return mail


def test_een_mail_met_aantallen_mag() -> None:
    mail = _mail("Goedemorgen,\n\n- 12 afspraken zijn te laat\n\nhttps://vangnet.invalid/\n")

    assert te_veel(mail) == []


@pytest.mark.parametrize(
    "regel",
    [
        "- 1 afspraak van Bram Douma is te laat",
        "- 1 vraag aan GGZ Noorderlicht is te laat",
        "- 1 afspraak is te laat (C-00805)",
        "Goedemorgen Amira,",
        "https://vangnet.invalid/zaken/18af3bc4-48fb-c303-0cd9-ad68009169d1/",
    ],
)
def test_een_regel_die_iets_verraadt_valt_op(regel: str) -> None:
    assert te_veel(_mail(f"Goedemorgen,\n{regel}\n")) == [regel.replace("- 1 ", "- # ")]


_UITNODIGING = "Vangnet: uitnodiging voor een overleg"


def _uitnodiging(tekst: str = "", *, agenda: str = "SUMMARY:Overleg") -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = _UITNODIGING
    mail.set_content(f"Je bent uitgenodigd voor een overleg:\n{tekst}\n", cte="8bit")
    mail.add_attachment(
        f"{agenda}\r\n".encode(),
        maintype="text",
        subtype="calendar",
        filename="overleg.ics",
        params={"method": "REQUEST", "charset": "utf-8"},
    )
    return mail


def test_een_uitnodiging_met_een_dag_mag() -> None:
    assert te_veel(_uitnodiging("- vrijdag 4 december 2026 om 10:00 uur")) == []


@pytest.mark.parametrize(
    "regel",
    [
        "- vrijdag 4 december 2026 bij GGZ Noorderlicht",
        "https://vangnet.invalid/zaken/18af3bc4-48fb-c303-0cd9-ad68009169d1/",
    ],
)
def test_een_regel_van_een_uitnodiging_die_iets_verraadt_valt_op(regel: str) -> None:
    assert te_veel(_uitnodiging(regel)) == [regel]


@pytest.mark.parametrize(
    "regel",
    [
        "SUMMARY:Overleg over Bram",
        "LOCATION:GGZ Noorderlicht",
        "ATTENDEE;CN=Bram Douma:mailto:bram@proef.invalid",
        "DESCRIPTION:C-00805",
    ],
)
def test_een_agendaregel_die_iets_verraadt_valt_op(regel: str) -> None:
    assert te_veel(_uitnodiging(agenda=regel)) == [regel]


@pytest.mark.parametrize("kop", ["Reply_To", "X_Zaak", "Cc"])
def test_een_kop_die_er_niet_hoort_valt_op(kop: str) -> None:
    naam = kop.replace("_", "-")

    assert te_veel(_mail("Goedemorgen,\n", **{kop: "C-00805"})) == [f"{naam}: C-00805"]


def _stuur_langs(mail: EmailMessage) -> None:
    with postbus() as bus, smtplib.SMTP("127.0.0.1", bus.poort) as server:
        server.send_message(mail)


def test_wie_in_een_test_te_veel_mailt_ziet_hem_falen() -> None:
    mail = _mail("- 1 afspraak van Bram\n", From="vangnet@huis.invalid", To="els@proef.invalid")

    with pytest.raises(AssertionError, match="van Bram"):
        _stuur_langs(mail)


def test_alleen_de_ochtendmail_en_de_uitnodiging_versturen_iets() -> None:
    bronnen = {kort(pad): pad.read_text(encoding="utf-8") for pad in bestanden("src", einde=".py")}

    assert {naam for naam, tekst in bronnen.items() if "smtplib" in tekst} == {
        "src/vangnet/kern/post.py"
    }
    assert {naam for naam, tekst in bronnen.items() if "send_mail" in tekst} == set()
    assert {naam for naam, tekst in bronnen.items() if "kern.post import" in tekst} == {
        "src/vangnet/opdrachtregel/overlegmail.py",
        "src/vangnet/opdrachtregel/samenvatting.py",
    }
