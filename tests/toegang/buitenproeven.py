# SPDX-License-Identifier: EUPL-1.2
"""Whose rol in a casus does not count, and to whom a question falls that was asked of them.

toegang.md section 2: a ketenpartner holds a running rol by name, designated by the organisation;
section 4: the sides of a casus can be shielded from each other's partners.
"""

from tests.toegang.klokproeven import Proef

# A rol of Chantal for the GGZ in which Bram takes part too; her account role is what a probe says.
_CHANTAL = (
    "INSERT INTO casus_casusrol (id, casus_id, gebruiker_id, organisatie_id, rol, antwoord, vanaf, "
    "dicht) SELECT %(tineke)s, c.id, %(chantal)s, %(ggz)s, 'deelnemer', 'aanvaard', '2024-03-01', "
    "c.dicht FROM casus_casus c WHERE c.id = %({})s"
)
_OOK_IN_LOPEND = _CHANTAL.format("lopend").replace("%(tineke)s", "gen_random_uuid()")
_ROL = "UPDATE casus_casusrol SET {} WHERE id = %(tineke)s"
_ACCOUNT = "UPDATE toegang_accountrol SET {} WHERE gebruiker = %(chantal)s AND rol = 'ketenpartner'"
_VOORBIJ = _ACCOUNT.format("tot = casus.dag() - 1")
# Another account role, that counts.
_OOK = (
    "INSERT INTO toegang_accountrol (id, gebruiker, rol, organisatie, vanaf, taak, screening_op, "
    "bevestigd_op) SELECT gen_random_uuid(), {wie}, {rol}, {bij}, casus.dag(), a.taak, "
    "a.screening_op, a.bevestigd_op FROM toegang_accountrol a "
    "WHERE a.gebruiker = %(chantal)s AND a.rol = 'ketenpartner'"
)
_ZELF = {"wie": "%(chantal)s", "rol": "'ketenpartner'", "bij": "%(ggz)s"}
_POLITIE = _ZELF | {"bij": "%(politie)s"}
_COORDINATOR = _ZELF | {"rol": "'coordinator'"}
_JORIS = _ZELF | {"wie": "%(joris)s"}
_BUITEN = "SELECT count(*) FROM casus.rollen_buiten_werk() r WHERE r = %(tineke)s"


def _buiten(casus: str, *anders: str) -> str:
    return "; ".join((_CHANTAL.format(casus), *anders))


_VAN_DE_ACCOUNTROL = [
    Proef(f"rollen_buiten_werk: {zin}", "procesregisseur", _BUITEN, antwoord, klaar)
    for zin, antwoord, klaar in (
        ("niet wie een accountrol heeft", 0, _buiten("lopend")),
        ("die is voorbij", 1, _buiten("lopend", _VOORBIJ)),
        ("niet op de laatste dag", 0, _buiten("lopend", _ACCOUNT.format("tot = casus.dag()"))),
        ("die is beëindigd", 1, _buiten("lopend", _ACCOUNT.format("beeindigd_op = now()"))),
        ("die begint nog", 1, _buiten("lopend", _ACCOUNT.format("vanaf = casus.dag() + 1"))),
        ("die heeft geen taak", 1, _buiten("lopend", _ACCOUNT.format("taak = NULL"))),
        (
            "de screening is later",
            1,
            _buiten("lopend", _ACCOUNT.format("screening_op = casus.dag() + 1")),
        ),
        ("die is niet bevestigd", 1, _buiten("lopend", _ACCOUNT.format("bevestigd_op = NULL"))),
        ("die telt voor een ander", 1, _buiten("lopend", _VOORBIJ, _OOK.format(**_POLITIE))),
        ("een andere rol telt", 1, _buiten("lopend", _VOORBIJ, _OOK.format(**_COORDINATOR))),
        (
            "die telt voor de organisatie van deze rol",
            0,
            _buiten(
                "lopend",
                _VOORBIJ,
                _OOK.format(**_POLITIE),
                _ROL.format("organisatie_id = %(politie)s"),
            ),
        ),
        ("die van een ander mens telt", 1, _buiten("lopend", _VOORBIJ, _OOK.format(**_JORIS))),
        ("die is opnieuw gegeven", 0, _buiten("lopend", _VOORBIJ, _OOK.format(**_ZELF))),
    )
]
_VAN_DE_ROL = [
    Proef(f"rollen_buiten_werk: {zin}", vrager, _BUITEN, antwoord, klaar)
    for zin, vrager, antwoord, klaar in (
        (
            "niet zonder account",
            "procesregisseur",
            0,
            _buiten("lopend", _VOORBIJ, _ROL.format("gebruiker_id = NULL")),
        ),
        (
            "niet wie het huis helpt",
            "procesregisseur",
            0,
            _buiten("lopend", _VOORBIJ, _ROL.format("rol = 'procesondersteuner'")),
        ),
        (
            "niet een rol die is beëindigd",
            "procesregisseur",
            0,
            _buiten("lopend", _VOORBIJ, _ROL.format("beeindigd_op = now()")),
        ),
        (
            "niet een rol die nog begint",
            "procesregisseur",
            0,
            _buiten("lopend", _VOORBIJ, _ROL.format("vanaf = casus.dag() + 1")),
        ),
        (
            "niet een rol die voorbij is",
            "procesregisseur",
            0,
            _buiten("lopend", _VOORBIJ, _ROL.format("tot = casus.dag() - 1")),
        ),
        (
            "ook op de laatste dag van de rol",
            "procesregisseur",
            1,
            _buiten("lopend", _VOORBIJ, _ROL.format("tot = casus.dag()")),
        ),
        ("niet bij een beperkte zaak", "procesregisseur", 0, _buiten("beperkt", _VOORBIJ)),
        ("wie daar is genoemd wel", "procesondersteuner", 1, _buiten("beperkt", _VOORBIJ)),
        ("niet voor een manager", "manager", 0, _buiten("lopend", _VOORBIJ)),
        ("voor wie met haar meedoet", "ketenpartner", 1, _buiten("lopend", _VOORBIJ)),
        ("niet in een andere zaak", "ketenpartner", 0, _buiten("traject", _VOORBIJ)),
        (
            "ook niet in een andere zaak van wie hier meedoet",
            "ketenpartner",
            0,
            _buiten("traject", _VOORBIJ, _OOK_IN_LOPEND),
        ),
        (
            "niet van een andere organisatie",
            "ketenpartner",
            0,
            _buiten("lopend", _VOORBIJ, _ROL.format("organisatie_id = %(politie)s")),
        ),
        (
            "niet aan een andere kant",
            "ketenpartner",
            0,
            _buiten("andere_zijde", _VOORBIJ, _ROL.format("zijde = 1")),
        ),
        (
            "wel aan dezelfde kant",
            "ketenpartner",
            1,
            _buiten("andere_zijde", _VOORBIJ, _ROL.format("zijde = 2")),
        ),
    )
]
# The question was asked of Chantal; Bram of the same organisation takes part.
_GEVALLEN = "SELECT EXISTS (SELECT FROM afsluiting.mijn_gevallen_overdrachten())"
_VRAAG = (
    "UPDATE afsluiting_overdracht SET gebruiker_id = %(chantal)s, antwoord = NULL, "
    "beantwoord_op = NULL, beantwoord_door_id = NULL WHERE casus_id = %({})s "
    "AND organisatie_id = %(ggz)s"
)
_ZET = "UPDATE afsluiting_overdracht SET {} WHERE casus_id = %(lopend)s"
_AAN_BRAMS_KANT = "UPDATE casus_casusrol SET zijde = {} WHERE gebruiker_id = %(bram)s"


def _gevallen(*anders: str, casus: str = "lopend") -> str:
    return "; ".join((_VRAAG.format(casus), *anders))


_OVER = _ROL.format("beeindigd_op = now()")
_VAN_DE_VRAAG = [
    Proef(f"mijn_gevallen_overdrachten: {zin}", "ketenpartner", _GEVALLEN, antwoord, klaar)
    for zin, antwoord, klaar in (
        ("van wie geen rol heeft", True, _gevallen()),
        ("niet van wie meedoet", False, _gevallen(_CHANTAL.format("lopend"))),
        ("van wie de rol overdroeg", True, _gevallen(_CHANTAL.format("lopend"), _OVER)),
        (
            "van wie geen accountrol meer heeft",
            True,
            _gevallen(_CHANTAL.format("lopend"), _VOORBIJ),
        ),
        (
            "van wie geen account meer heeft",
            True,
            _gevallen(
                _CHANTAL.format("lopend"),
                "UPDATE gebruikers_gebruiker SET actief_tot = casus.dag() - 1 "
                "WHERE id = %(chantal)s",
            ),
        ),
        ("niet als het huis antwoordt", False, _gevallen(_ZET.format("gebruiker_id = NULL"))),
        (
            "niet wat is beantwoord",
            False,
            _gevallen(
                _ZET.format(
                    "antwoord = 'aanvaard', beantwoord_op = casus.dag(), "
                    "beantwoord_door_id = %(chantal)s"
                )
            ),
        ),
        (
            "niet aan een andere organisatie",
            False,
            _gevallen(_ZET.format("organisatie_id = %(politie)s")),
        ),
        ("niet in een andere zaak", False, _gevallen(casus="traject")),
        (
            "niet wat aan de andere kant was gevraagd",
            False,
            _gevallen(
                _CHANTAL.format("lopend"),
                _ROL.format("beeindigd_op = now(), zijde = 1"),
                _AAN_BRAMS_KANT.format(2),
            ),
        ),
        (
            "niet wat aan beide kanten was gevraagd",
            False,
            _gevallen(_CHANTAL.format("lopend"), _OVER, _AAN_BRAMS_KANT.format(2)),
        ),
        (
            "wel wat aan dezelfde kant was gevraagd",
            True,
            _gevallen(
                _CHANTAL.format("lopend"),
                _ROL.format("beeindigd_op = now(), zijde = 2"),
                _AAN_BRAMS_KANT.format(2),
            ),
        ),
        (
            "wie beide kanten ziet antwoordt voor een kant",
            True,
            _gevallen(_CHANTAL.format("lopend"), _ROL.format("beeindigd_op = now(), zijde = 2")),
        ),
    )
]
BUITENPROEVEN = [*_VAN_DE_ACCOUNTROL, *_VAN_DE_ROL, *_VAN_DE_VRAAG]
