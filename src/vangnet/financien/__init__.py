# SPDX-License-Identifier: EUPL-1.2
"""Financiën: begroting, dekking, kosten, restant and reserve."""
