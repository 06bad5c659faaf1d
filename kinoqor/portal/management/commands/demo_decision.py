"""The played demonstration goes on: a round that was read is decided, from its pitching to its published order; once."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils import timezone

from kinoqor.deciding.premiere.actions import play
from kinoqor.deciding.premiere.queries import is_played
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Doer


class Command(BaseCommand):
    help = "Plays how a round of the demonstration is decided: pitching, list, council, commission, order, result."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            return
        if is_played():
            self.stdout.write("The demonstration was decided before.")
            return
        reverse("applications")  # reads the addresses, beside which the rooms say who answers for files
        try:
            play(settings.PACK, timezone.now(), self._told, by=Doer("demonstration"))
        except Refused as refused:  # a house without it is a house all the same
            words = f"{refused.verdict.reason} {refused.verdict.way}".strip()
            self.stdout.write(f"The demonstration was not decided: {words}")

    def _told(self, what: str) -> None:
        self.stdout.write(f"  {what}")
