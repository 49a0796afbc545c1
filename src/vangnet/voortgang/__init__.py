# SPDX-License-Identifier: EUPL-1.2
"""Voortgang: trajectbegeleiding and opschaling."""
