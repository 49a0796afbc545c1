# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class PersonenConfig(AppConfig):
    name = "vangnet.personen"
    label = "personen"
