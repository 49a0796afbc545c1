# SPDX-License-Identifier: EUPL-1.2
"""Overleggen: plan one, its agenda, the screen of the day, and the verslag afterwards."""
