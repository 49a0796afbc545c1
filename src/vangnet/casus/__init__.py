# SPDX-License-Identifier: EUPL-1.2
"""Casus: the zaak that the house holds, its inzetten and who is in it."""
