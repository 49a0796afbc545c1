# SPDX-License-Identifier: EUPL-1.2
"""The house: its name, its terms, its code lists and its gemeenten with their years.

What a house may choose is configuration and lives here; what every house shares (the codes of the
register package, the gemeenten of the Netherlands) is data in `gegevens`, read by small loaders
without Django, so that rules, figures and import can use them alike.
"""
