# SPDX-License-Identifier: EUPL-1.2
"""What a form sends twice is written once."""

import json
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.db import IntegrityError, models, transaction


def sleutel_van(wie: UUID, formulier: UUID | None, *gegeven: Any) -> UUID:
    """The key of what `wie` sends with a form: of the same form with the same content the same.

    Only they can arrive at it, so it meets nobody else's row. Other content makes another row, so
    that nothing is lost. Without the id of a form it is a new key each time.
    """
    if formulier is None:
        return uuid4()
    return uuid5(wie, json.dumps([str(formulier), *gegeven], sort_keys=True, default=str))


def is_nieuw(rij: models.Model, **van: Any) -> bool:
    """Write the row; False when it was written before, with `van` as it is here.

    Raises IntegrityError for any other constraint that says no.
    """
    try:
        with transaction.atomic():
            rij.save(force_insert=True)
    except IntegrityError:
        if type(rij)._default_manager.filter(pk=rij.pk, **van).exists():
            return False
        raise
    return True
