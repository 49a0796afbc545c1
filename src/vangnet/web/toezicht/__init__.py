# SPDX-License-Identifier: EUPL-1.2
"""Toezicht: who has looked at a dossier, one's own trace, and the search for who supervises."""
