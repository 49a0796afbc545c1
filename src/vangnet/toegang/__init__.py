# SPDX-License-Identifier: EUPL-1.2
"""Toegang: who asks, which rights are declared, and what an account may; denied unless allowed."""
