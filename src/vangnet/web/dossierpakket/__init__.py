# SPDX-License-Identifier: EUPL-1.2
"""The order for a package with the dossier: to ask, to decide, and to take back."""
