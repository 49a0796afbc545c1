# SPDX-License-Identifier: EUPL-1.2
"""Overleg: casusoverleg and the other tables."""
