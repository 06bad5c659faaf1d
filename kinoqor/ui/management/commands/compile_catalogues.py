"""Turns the catalogues into the form that a running house reads; what is made is never committed."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from kinoqor.ui.catalogue import PLURALS, borrowed, compile_file, file_of


class Command(BaseCommand):
    help = "Compiles the catalogues of the interface."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        for language in PLURALS:
            for path in (file_of(settings.ROOT, language), borrowed(settings.ROOT, language)):
                if not path.exists():
                    continue
                made, target = compile_file(path, language), path.with_suffix(".mo")
                if not target.exists() or target.read_bytes() != made:
                    target.write_bytes(made)
                self.stdout.write(f"{language}: {len(made) // 1024} KB")
