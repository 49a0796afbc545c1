# SPDX-License-Identifier: EUPL-1.2
"""Ground under every room: ids, clock, base model, keys, errors, database. No domain word here."""
