# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class KerncijfersConfig(AppConfig):
    name = "vangnet.kerncijfers"
    label = "kerncijfers"
