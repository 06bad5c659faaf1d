"""Says which visible texts lack a translation, and which translations do not fit."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kinoqor.ui.catalogue import PLURALS, all_faults


class Command(BaseCommand):
    help = "Checks that every visible text stands in every language."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        found = all_faults(settings.ROOT, PLURALS)
        for fault in found:
            self.stdout.write(str(fault))
        if found:
            raise CommandError(f"{len(found)} texts are not as they should be.")
        self.stdout.write("Every visible text stands in every language.")
