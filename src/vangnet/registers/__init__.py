# SPDX-License-Identifier: EUPL-1.2
"""Registers: work on persons or incidents that is not a casus; meldingen and prioriteringen."""
