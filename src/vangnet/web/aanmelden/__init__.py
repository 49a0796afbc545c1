# SPDX-License-Identifier: EUPL-1.2
"""Aanmelden: reporting somebody, and what became of it."""
