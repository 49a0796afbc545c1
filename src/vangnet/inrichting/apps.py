# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class InrichtingConfig(AppConfig):
    name = "vangnet.inrichting"
    label = "inrichting"
