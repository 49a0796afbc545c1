# SPDX-License-Identifier: EUPL-1.2
"""The partner of tests/web/delen takes part here too."""

from tests.web.delen.conftest import neem_deel

__all__ = ["neem_deel"]
