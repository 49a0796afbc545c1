# SPDX-License-Identifier: EUPL-1.2
"""`python -m vangnet …`: the command line; bin/vangnet calls it."""

import sys

from vangnet.opdrachtregel.hoofd import hoofd

sys.exit(hoofd(sys.argv[1:]))
