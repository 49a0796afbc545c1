# SPDX-License-Identifier: EUPL-1.2
"""The command line: thin commands over the rooms (uitwisseling.md, Command line)."""
