# SPDX-License-Identifier: EUPL-1.2
"""Parts of pages that Python draws: charts and the tile-grid map."""
