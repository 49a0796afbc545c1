# SPDX-License-Identifier: EUPL-1.2
"""Mijn werk: what somebody who does casework has to see to, first thing after log-in."""
