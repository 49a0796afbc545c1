# SPDX-License-Identifier: EUPL-1.2
"""Taken: jobs that run beside the pages, each with its asker and its progress."""
