# SPDX-License-Identifier: EUPL-1.2
"""The phone screen of a trajectbegeleider: note, next appointment, call a partner."""
