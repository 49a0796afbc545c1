# SPDX-License-Identifier: EUPL-1.2
"""Pages of the documents of a casus: the list, adding, looking, and getting the file itself."""
