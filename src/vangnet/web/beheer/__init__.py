# SPDX-License-Identifier: EUPL-1.2
"""Pages of the beheerder and the manager: accounts, roles, organisations, settings; no content."""
