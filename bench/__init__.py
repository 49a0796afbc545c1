# SPDX-License-Identifier: EUPL-1.2
"""Generators and benchmarks."""
