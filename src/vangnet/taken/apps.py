# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class TakenConfig(AppConfig):
    name = "vangnet.taken"
    label = "taken"
