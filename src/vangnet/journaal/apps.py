# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class JournaalConfig(AppConfig):
    name = "vangnet.journaal"
    label = "journaal"
