# SPDX-License-Identifier: EUPL-1.2
"""The database under Vangnet: the embedded PostgreSQL and its roles, or a server's address.

No Django in here: the launcher runs before Django knows where the database is.
"""
