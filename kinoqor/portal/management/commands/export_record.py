"""Write the public record with all published rounds into a folder: `./kino manage export_record FOLDER [--call REF]`."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from kinoqor.portal.record.adapters.export import export


class Command(BaseCommand):
    help = "Writes everything of the public record that anybody may take into a folder, with the program that checks it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", help="where to; files of the same names are written over")
        parser.add_argument("--call", default="", help="only the rounds of this call")

    def handle(self, *args: Any, **options: Any) -> None:
        place = Path(options["folder"])
        try:
            leaves, stages = export(place, timezone.now(), options["call"])
        except FileNotFoundError as nothing:
            raise CommandError(_("Nothing of the public record is published yet.")) from nothing
        told = {"leaves": leaves, "stages": stages, "folder": place}
        self.stdout.write(_("%(folder)s: leaves %(leaves)s, stages of calls %(stages)s.") % told)
