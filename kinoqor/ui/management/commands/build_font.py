"""`build_font`: cut the font into the folder of built static files; quick where it is there already."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from kinoqor.ui import font


class Command(BaseCommand):
    """Cut the font of the pages from its package."""

    help = (
        "Cut the font of the pages from its package into the data folder (quick where it is there already)."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Build, and say in one line what was done."""
        built = font.build(settings.BUILT_STATIC)
        path = settings.BUILT_STATIC / font.NAME
        self.stdout.write(f"{path}: {'cut' if built else 'stands'}, {path.stat().st_size // 1024} KB")
