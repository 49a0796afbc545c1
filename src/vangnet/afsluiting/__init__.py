# SPDX-License-Identifier: EUPL-1.2
"""Afsluiting: how a casus ended, and that it was reopened."""
