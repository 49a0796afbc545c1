# SPDX-License-Identifier: EUPL-1.2
"""The page of a person: in which casussen, and related to whom, as far as the reader may see."""
