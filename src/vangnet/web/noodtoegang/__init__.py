# SPDX-License-Identifier: EUPL-1.2
"""A look at one casus beside one's roles: to open, to end, and to judge."""
