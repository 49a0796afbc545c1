# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class FinancienConfig(AppConfig):
    name = "vangnet.financien"
    label = "financien"
