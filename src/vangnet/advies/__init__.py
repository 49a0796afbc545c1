# SPDX-License-Identifier: EUPL-1.2
"""Advies: short advice and tallies; holds no person."""
