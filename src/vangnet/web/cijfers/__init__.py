# SPDX-License-Identifier: EUPL-1.2
"""Cijfers: the key figures at a glance, a page per theme, and the contradictions."""
