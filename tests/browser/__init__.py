# SPDX-License-Identifier: EUPL-1.2
"""A real browser against a real server: what a person sees, hears and types."""
