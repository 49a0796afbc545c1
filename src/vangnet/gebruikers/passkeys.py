# SPDX-License-Identifier: EUPL-1.2
"""Passkeys (WebAuthn level 2): a key in a device that asks for a finger, face or pin of its own.

Each one is made with user verification, so it is two factors in one, and bound to the host name.
The answers of the browser are JSON as `PublicKeyCredential.toJSON()` gives it.
"""

import base64
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from fido2.server import Fido2Server
from fido2.utils import websafe_decode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from vangnet.gebruikers.factoren import factor_toevoegen, factoren_van
from vangnet.gebruikers.geheimen import ontsleutel, versleutel
from vangnet.gebruikers.models import FactorSoort, Gebruiker, TweedeFactor
from vangnet.kern.klok import nu

Opties = dict[str, Any]
_VERPLICHT = UserVerificationRequirement.REQUIRED


def registratie_beginnen(gebruiker: Gebruiker, *, host: str, huis: str) -> tuple[Opties, Opties]:
    """What the browser has to do to make a passkey, and what the session keeps of it."""
    opties, stand = _server(host, huis).register_begin(
        PublicKeyCredentialUserEntity(
            id=gebruiker.pk.bytes, name=gebruiker.email, display_name=gebruiker.naam
        ),
        credentials=_sleutels(gebruiker.pk),
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=_VERPLICHT,
    )
    return dict(opties.public_key), dict(stand)


def registratie_afronden(
    gebruiker: Gebruiker, stand: Mapping[str, Any], antwoord: Opties, *, host: str, naam: str
) -> TweedeFactor | None:
    """The new passkey; None when the answer isn't right."""
    try:
        gemaakt = _server(host).register_complete(dict(stand), antwoord)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    if gemaakt.credential_data is None:
        return None
    inhoud = base64.b64encode(gemaakt.credential_data).decode()
    return factor_toevoegen(
        gebruiker,
        FactorSoort.PASSKEY,
        naam=naam,
        geheim=versleutel(inhoud, van=gebruiker.pk),
        teller=gemaakt.counter,
    )


def vraag_beginnen(gebruiker: UUID | None, *, host: str) -> tuple[Opties, Opties]:
    """What the browser has to do to show a passkey; without account: any that it has for us."""
    sleutels = _sleutels(gebruiker) if gebruiker else None
    opties, stand = _server(host).authenticate_begin(sleutels, user_verification=_VERPLICHT)
    return dict(opties.public_key), dict(stand)


def account_in(antwoord: Mapping[str, Any]) -> UUID | None:
    """Whose passkey the browser says it shows; not proved yet."""
    try:
        return UUID(bytes=websafe_decode(antwoord["response"]["userHandle"]))
    except (ValueError, TypeError, KeyError):
        return None


def passkey_klopt(
    gebruiker: UUID, stand: Mapping[str, Any], antwoord: Opties, *, host: str
) -> bool:
    """Whether the answer was made with a passkey of this account, now and for us."""
    bewaard = _bewaard(gebruiker)
    try:
        gegeven = AuthenticationResponse.from_dict(antwoord)
        gebruikt = _server(host).authenticate_complete(
            dict(stand), [sleutel for _, sleutel in bewaard], gegeven
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return False
    teller = gegeven.response.authenticator_data.counter
    for factor, sleutel in bewaard:
        if sleutel.credential_id == gebruikt.credential_id:
            return _tel_door(factor, teller)
    return False


def _tel_door(factor: TweedeFactor, teller: int) -> bool:
    """A counter that doesn't go up is of a copy; many devices have none and always say zero."""
    passend = TweedeFactor.objects.filter(pk=factor.pk)
    if teller or factor.teller:
        passend = passend.filter(teller__lt=teller)
    return bool(passend.update(teller=teller, laatst_gebruikt_op=nu()))


def _server(host: str, huis: str = "Vangnet") -> Fido2Server:
    # The library checks the origin: https and this host, or http on localhost.
    return Fido2Server(PublicKeyCredentialRpEntity(id=host, name=huis))


def _bewaard(gebruiker: UUID) -> Sequence[tuple[TweedeFactor, AttestedCredentialData]]:
    return [
        (factor, _lees(factor))
        for factor in factoren_van(gebruiker)
        if factor.soort == FactorSoort.PASSKEY
    ]


def _lees(factor: TweedeFactor) -> AttestedCredentialData:
    inhoud = ontsleutel(factor.geheim, van=factor.gebruiker_id)
    return AttestedCredentialData(base64.b64decode(inhoud))


def _sleutels(gebruiker: UUID) -> list[AttestedCredentialData]:
    return [sleutel for _, sleutel in _bewaard(gebruiker)]
