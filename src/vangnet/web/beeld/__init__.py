# SPDX-License-Identifier: EUPL-1.2
"""Beeld: questions to partners, scores per leefgebied, and what became of a hypothese."""
