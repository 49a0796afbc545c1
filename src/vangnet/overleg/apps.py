# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class OverlegConfig(AppConfig):
    name = "vangnet.overleg"
    label = "overleg"
