# SPDX-License-Identifier: EUPL-1.2
"""The pages: one folder per room, the frame and the components they share."""
