# SPDX-License-Identifier: EUPL-1.2
"""Invoer: bring a register package in by upload, with a proof run before anything is written."""
