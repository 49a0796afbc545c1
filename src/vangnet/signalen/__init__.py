# SPDX-License-Identifier: EUPL-1.2
"""Signalen: what the house sees across casussen and whom it told."""
