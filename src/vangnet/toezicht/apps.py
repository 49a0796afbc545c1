# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class ToezichtConfig(AppConfig):
    name = "vangnet.toezicht"
    label = "toezicht"
