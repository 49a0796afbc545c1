# SPDX-License-Identifier: EUPL-1.2
"""Zaken: the list of casussen, its export, and the page of one casus."""
