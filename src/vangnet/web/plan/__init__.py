# SPDX-License-Identifier: EUPL-1.2
"""Plan & afspraken of a casus: who does what, and by when."""
