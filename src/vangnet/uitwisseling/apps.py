# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class UitwisselingConfig(AppConfig):
    name = "vangnet.uitwisseling"
    label = "uitwisseling"
