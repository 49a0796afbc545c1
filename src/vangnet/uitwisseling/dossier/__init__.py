# SPDX-License-Identifier: EUPL-1.2
"""Version 2 of the package: the casework, sealed for one house (docs/adr/0026)."""
