# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class DocumentenConfig(AppConfig):
    name = "vangnet.documenten"
    label = "documenten"
