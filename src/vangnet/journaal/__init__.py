# SPDX-License-Identifier: EUPL-1.2
"""Journaal: who saw or did what, and why; bare ids, append-only (toegang.md section 6)."""
