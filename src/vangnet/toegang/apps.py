# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class ToegangConfig(AppConfig):
    name = "vangnet.toegang"
    label = "toegang"
