# SPDX-License-Identifier: EUPL-1.2
"""Kerncijfers: what is counted, from facts without names, each figure defined once."""
