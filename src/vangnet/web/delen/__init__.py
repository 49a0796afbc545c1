# SPDX-License-Identifier: EUPL-1.2
"""Delen: contributing to a casus, and who takes part in it."""
