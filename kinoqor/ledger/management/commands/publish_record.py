"""Publish the public record now: `./kino manage publish_record [--whole]`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from kinoqor.kit.verdict import Refused
from kinoqor.ledger.log.clock import published


class Command(BaseCommand):
    help = "Writes the tiles of the public record and signs its head; says in a sentence why not, where it cannot."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--whole", action="store_true", help="make every file again, to mend spoilt ones")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            head = published(options["whole"])
        except Refused as refused:
            raise CommandError(f"{refused.verdict.reason} {refused.verdict.way}".strip()) from refused
        if head is None:
            self.stdout.write(_("Nothing has been written into the public record yet."))
        else:
            self.stdout.write(_("The public record stands with %(leaves)s leaves.") % {"leaves": head.size})
