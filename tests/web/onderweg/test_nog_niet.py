# SPDX-License-Identifier: EUPL-1.2
"""Before the day of an appointment nobody knows whether somebody was met."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.bezetting import id_van
from tests.web.onderweg.test_onderweg import ONDERWEG, afgesproken, contacten
from vangnet.kern.klok import HUISTIJD, vandaag
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.models import Contactmoment
from vangnet.voortgang.regels import Uitkomst

Ingelogd = Callable[[str], Client]
pytestmark = pytest.mark.usefixtures("begeleid")


def _op(dagen: int, uur: time) -> datetime:
    return datetime.combine(vandaag() + timedelta(days=dagen), uur, tzinfo=HUISTIJD)


@pytest.mark.parametrize(
    ("dagen", "uur", "uitkomst", "daarna"),
    [
        (1, time(0, 0), "gesproken", None),
        (1, time(0, 0), "niet_bereikt", None),
        (1, time(0, 0), "afgezegd", "afgezegd"),
        (0, time(23, 59), "gesproken", "gesproken"),
        (0, time(23, 59), "niet_bereikt", "niet_bereikt"),
    ],
)
def test_pas_op_de_dag_zelf_schrijf_je_op_wat_eruit_kwam(
    dagen: int, uur: time, uitkomst: str, daarna: str | None, ingelogd: Ingelogd
) -> None:
    contact = afgesproken(_op(dagen, uur))

    na = ingelogd("tineke").post(
        f"{ONDERWEG}/contact/{contact}", {"uitkomst": uitkomst}, follow=True
    )

    assert na.redirect_chain == [(ONDERWEG, 302)]
    assert [een.uitkomst for een in contacten()] == [daarna]
    zin = "Deze afspraak komt nog. Wacht tot de dag zelf met Gesproken of Niet bereikt."
    assert (zin in na.content.decode()) == (daarna is None)


@pytest.mark.parametrize(("dagen", "knoppen"), [(0, 2), (1, 0)])
def test_voor_de_dag_zelf_staan_die_knoppen_er_niet(
    dagen: int, knoppen: int, ingelogd: Ingelogd
) -> None:
    afgesproken(_op(dagen, time(12)))

    pagina = ingelogd("tineke").get(ONDERWEG).content.decode()

    assert pagina.count('value="gesproken"') + pagina.count('value="niet_bereikt"') == knoppen
    assert pagina.count('value="afgezegd"') == 1


def test_ook_de_databank_laat_vooraf_niets_opschrijven() -> None:
    contact = afgesproken(_op(1, time(12)))

    with als(Vrager(id_van("tineke"))):
        eigen = Contactmoment.objects.filter(pk=contact)
        with pytest.raises(IntegrityError, match="nog komt"), transaction.atomic():
            eigen.update(uitkomst=str(Uitkomst.GESPROKEN))
        assert eigen.update(uitkomst=str(Uitkomst.AFGEZEGD)) == 1
    with pytest.raises(IntegrityError, match="nog komt"):
        afgesproken(_op(1, time(12)), Uitkomst.NIET_BEREIKT)
