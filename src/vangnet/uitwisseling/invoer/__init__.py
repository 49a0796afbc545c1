# SPDX-License-Identifier: EUPL-1.2
"""Take a package in: load, check, compare, write; all of it in one transaction or none of it.

Python reads the files and nothing more; every check and every write is one statement over all rows.
"""
