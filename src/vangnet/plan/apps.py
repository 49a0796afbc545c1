# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "vangnet.plan"
    label = "plan"
