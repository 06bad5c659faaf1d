"""Settle the register anew from its claims: `./kino manage settle [f038 …]`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from kinoqor.ledger.deed.actions import Doer
from kinoqor.register.intake.actions import settle
from kinoqor.register.subject.queries import numbers


class Command(BaseCommand):
    help = "Writes the cards anew from the claims, for all subjects or for those named."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("refs", nargs="*", help="numbers such as f038; all subjects where none is named")

    def handle(self, *args: Any, **options: Any) -> None:
        refs = options["refs"]
        known = numbers(refs)
        unknown = [ref for ref in refs if ref not in known]
        if unknown:
            raise CommandError(f"The register has no {', '.join(unknown)}.")
        subjects = list(known.values()) or None
        settle(subjects, by=Doer("settle"))
        self.stdout.write(f"Settled {len(subjects)} subjects." if subjects else "Settled the whole register.")
