# SPDX-License-Identifier: EUPL-1.2
"""Organisaties: ketenpartners, what kind of deelnemer each is, and their convenant."""
