"""Publish the public record now: `./kino manage publish_record [--whole] [--or-wait]`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from kinoqor.kit.verdict import Refused
from kinoqor.ledger.log.clock import published


class Command(BaseCommand):
    help = "Writes the tiles of the public record and signs its head; says in a sentence why not, where it cannot."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--whole", action="store_true", help="make every file again, to mend spoilt ones")
        parser.add_argument(
            "--or-wait", action="store_true", help="where it cannot be now, say why and end without an error"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            head = published(options["whole"])
        except Refused as refused:
            said = f"{refused.verdict.reason} {refused.verdict.way}".strip()
            if not options["or_wait"]:
                raise CommandError(said) from refused
            self.stdout.write(said)
            return
        if head is None:
            self.stdout.write(_("Nothing has been written into the public record yet."))
        else:
            self.stdout.write(_("The public record stands with %(leaves)s leaves.") % {"leaves": head.size})
