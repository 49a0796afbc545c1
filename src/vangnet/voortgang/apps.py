# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class VoortgangConfig(AppConfig):
    name = "vangnet.voortgang"
    label = "voortgang"
