# SPDX-License-Identifier: EUPL-1.2
"""Aanmelding: the request as received and the decision of triage."""
