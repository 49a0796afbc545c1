# SPDX-License-Identifier: EUPL-1.2
"""Drafts of aanmeldingen on Mijn werk: told apart, thrown away and taken back there."""

from collections.abc import Callable
from uuid import uuid4

from django.test import Client

from tests.bezetting import id_van
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.toegang.vrager import Vrager, als
from vangnet.web.werk.concepten import Conceptregel

Ingelogd = Callable[[str], Client]
WERK = "/werk/"
BUREN = "De buren bellen elke week de politie, want er is elke nacht lawaai."


def _typ(client: Client, **velden: str) -> None:
    antwoord = client.post("/aanmeldingen/concept", {"eenmalig": str(uuid4()), **velden})
    assert antwoord.status_code == 200


def _van_aanmeldingen(client: Client) -> list[Conceptregel]:
    return [een for een in client.get(WERK).context["concepten"] if een.is_aanmelding]


def test_een_concept_van_een_aanmelding_ken_je_aan_hoe_het_begint(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    _typ(joris, aanleiding=BUREN, achternaam="Verzinsel")
    _typ(joris, aanleiding="Hij slaapt in zijn auto.", achternaam="Bedenksel")

    pagina = joris.get(WERK).content.decode()

    assert "De buren bellen elke week de politie, want er is elke nacht…" in pagina
    assert "Hij slaapt in zijn auto." in pagina
    assert "Verzinsel" not in pagina
    assert "Bedenksel" not in pagina


def test_een_concept_van_een_aanmelding_gooi_je_op_mijn_werk_weg_en_haal_je_terug(
    ingelogd: Ingelogd,
) -> None:
    joris = ingelogd("joris")
    _typ(joris, aanleiding="Hij slaapt in zijn auto.")
    (concept,) = _van_aanmeldingen(joris)
    adres, van_hier = f"/aanmeldingen/concepten/{concept.id}", {"mijn-werk": "ja"}
    assert f'action="{adres}/weggooien"' in joris.get(WERK).content.decode()

    weg = joris.post(f"{adres}/weggooien", van_hier, follow=True)
    assert weg.redirect_chain == [(WERK, 302)]
    assert f'action="{adres}/terughalen"' in weg.content.decode()

    terug = joris.post(f"{adres}/terughalen", van_hier, follow=True)
    assert terug.redirect_chain == [(WERK, 302)]
    assert f'<a href="{adres}">Aanmelding</a>' in terug.content.decode()


def test_in_het_journaal_staat_van_welke_aanmelding_het_begin_er_stond(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    _typ(joris, aanleiding="Hij slaapt in zijn auto.")
    (concept,) = _van_aanmeldingen(joris)

    with als(Vrager(id_van("frank"))):
        blik = Handeling.objects.filter(handeling="werk.ingezien").latest("moment")
        over = Onderwerp.objects.filter(handeling=blik, soort="aanmelding")
        assert [een.onderwerp for een in over] == [concept.id]
