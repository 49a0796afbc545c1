# SPDX-License-Identifier: EUPL-1.2
"""Write the register out as a package: the same bytes each time, and what came in goes out."""
