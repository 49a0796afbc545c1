# SPDX-License-Identifier: EUPL-1.2
"""Demo: makes a fictitious house as a register package, from a house file and a seed.

Pure Python, imports no other room. The house file holds totals, never answers on records;
the figures of the package follow from counting its rows.
"""
