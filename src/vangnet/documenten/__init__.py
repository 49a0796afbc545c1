# SPDX-License-Identifier: EUPL-1.2
"""Documenten: files of a dossier; scanned, encrypted under a key of the dossier, in versions."""
