# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class DelenConfig(AppConfig):
    name = "vangnet.delen"
    label = "delen"
