# SPDX-License-Identifier: EUPL-1.2
"""Personen: the only home of identifying fields, and the relations between persons."""
