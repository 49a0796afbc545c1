# SPDX-License-Identifier: EUPL-1.2
"""The register package: a house comes from somewhere, and must be able to leave."""
