# SPDX-License-Identifier: EUPL-1.2
"""Toezicht: who has looked at a dossier, and what the privacy officer reviews (toegang.md 6)."""
