# SPDX-License-Identifier: EUPL-1.2
"""Delen: with whom an item is shared, on which ground, and what its source asks (toegang.md 4)."""
