# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class AdviesConfig(AppConfig):
    name = "vangnet.advies"
    label = "advies"
