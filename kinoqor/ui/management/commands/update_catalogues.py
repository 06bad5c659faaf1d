"""Brings the catalogues to what code and pages say now; translations are kept."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from kinoqor.ui.catalogue import PLURALS, collect, file_of, merged, read, text_of, texts


class Command(BaseCommand):
    help = "Rewrites the catalogues: new texts come in, texts no longer said go out, translations stay."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        wanted = collect(settings.ROOT)
        for language in PLURALS:
            path = file_of(settings.ROOT, language)
            catalogue = merged(language, wanted, read(path, language))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text_of(language, catalogue))
            missing = sum(1 for message in texts(catalogue) if not message.string or not all(message.string))
            self.stdout.write(f"{language}: {len(catalogue)} texts, {missing} without a translation")
