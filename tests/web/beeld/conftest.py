# SPDX-License-Identifier: EUPL-1.2
from tests.web.plan.conftest import neem_deel

__all__ = ["neem_deel"]
