# SPDX-License-Identifier: EUPL-1.2
"""Beeld: what the house asks its partners, how each leefgebied stands, and what may explain it."""
