# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class CasusConfig(AppConfig):
    name = "vangnet.casus"
    label = "casus"
