# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class SignalenConfig(AppConfig):
    name = "vangnet.signalen"
    label = "signalen"
