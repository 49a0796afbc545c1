# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class AanmeldingConfig(AppConfig):
    name = "vangnet.aanmelding"
    label = "aanmelding"
