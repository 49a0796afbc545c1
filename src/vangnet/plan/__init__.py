# SPDX-License-Identifier: EUPL-1.2
"""Plan van aanpak: the plan and its afspraken."""
