# SPDX-License-Identifier: EUPL-1.2
"""Progress of casussen: what stands still, evaluations, and opschaling."""
