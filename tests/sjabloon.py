# SPDX-License-Identifier: EUPL-1.2
"""Have the template of the test databases ready: `python -m tests.sjabloon`."""

from tests.databank import pytest_unconfigure, sjabloon

if __name__ == "__main__":
    try:
        sjabloon()
    finally:
        pytest_unconfigure()
