# SPDX-License-Identifier: EUPL-1.2
"""Pages of no room: is it alive, is it ready, light or dark."""
