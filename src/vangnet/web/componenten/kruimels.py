# SPDX-License-Identifier: EUPL-1.2
"""The way back from a casus or a person."""

from django.urls import reverse
from django.utils.translation import gettext as _

from vangnet.casus.models import Casus
from vangnet.toegang.kijker import Kijker
from vangnet.toegang.regels import Recht


def kruimels_naar_zaken(wie: Kijker) -> list[dict[str, str]]:
    """To the list of zaken; nowhere for who looks with a reason and has no list."""
    if not wie.mag(Recht.ZAKEN_INZIEN):
        return []
    return [{"titel": _("Zaken"), "url": reverse("zaken:lijst")}]


def kruimels_naar_beeld(casus: Casus, wie: Kijker) -> list[dict[str, str]]:
    """To the tab Beeld of a casus."""
    zaak = {"titel": casus.kenmerk, "url": reverse("zaken:casus", args=[casus.pk])}
    beeld = {"titel": _("Beeld"), "url": reverse("zaken:beeld", args=[casus.pk])}
    return [*kruimels_naar_zaken(wie), zaak, beeld]
