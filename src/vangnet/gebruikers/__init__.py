# SPDX-License-Identifier: EUPL-1.2
"""Gebruikers: accounts of professionals, sign-in and membership of an organisation."""
