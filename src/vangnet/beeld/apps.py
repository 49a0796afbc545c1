# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class BeeldConfig(AppConfig):
    name = "vangnet.beeld"
    label = "beeld"
