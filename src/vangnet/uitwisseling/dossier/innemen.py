# SPDX-License-Identifier: EUPL-1.2
"""The casework of a package, as a step of its import."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from vangnet.journaal.services import Act, leg_vast
from vangnet.toegang.regels import Recht
from vangnet.uitwisseling.dossier.lezen import Document
from vangnet.uitwisseling.dossier.schrijven import neem_documenten_in, schrijf_dossier
from vangnet.uitwisseling.fouten import Fout
from vangnet.uitwisseling.invoer.bank import Bank
from vangnet.uitwisseling.invoer.laden import Voortgang


@dataclass(frozen=True)
class Dossier:
    """What a package has beside its tables, and in whose name that comes in."""

    documenten: Iterator[Document]
    auteur: UUID

    def neem_in(
        self, bank: Bank, invoer: UUID, voortgang: Voortgang
    ) -> tuple[Sequence[tuple[str, UUID]], Sequence[Fout]]:
        """What the journaal has to name, by kind and key, and what was wrong with the documents.

        They come last in the package, so what is wrong with them is known last; also that the
        package was whole.
        """
        voortgang("dossiers schrijven", 0)
        onderwerpen = schrijf_dossier(bank, invoer=invoer, auteur=self.auteur)
        voortgang("documenten schrijven", 0)
        return onderwerpen, neem_documenten_in(
            bank, self.documenten, invoer=invoer, auteur=self.auteur
        )


def schrijf_dossier_op(
    onderwerpen: Sequence[tuple[str, UUID]], *, invoer: UUID, met_kanten: int
) -> None:
    """One act, with every casus that got casework and who got a side or signed; else nothing.

    met_kanten: of how many casussen the package says on which side people stand.
    """
    if not onderwerpen:
        return
    leg_vast(
        Act(
            handeling="dossier.ingevoerd",
            object_soort="invoer",
            object=invoer,
            doel="uitwisseling",
            regel=str(Recht.GEGEVENS_INVOEREN),
            herkomst="opdrachtregel",
            aantallen={"zaken_met_kanten": met_kanten},
            onderwerpen=onderwerpen,
        )
    )
