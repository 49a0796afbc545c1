# SPDX-License-Identifier: EUPL-1.2
"""Closing a casus, handing it over, nazorg after that, and reopening."""
