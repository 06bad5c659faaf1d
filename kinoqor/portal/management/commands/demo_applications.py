"""The played demonstration of the country pack: invented applications in every state, read by an invented panel; once."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils import timezone

from kinoqor.accounts.signin.adapters.demonstration import keep
from kinoqor.funding.demonstration.actions import play
from kinoqor.funding.demonstration.queries import is_played
from kinoqor.judging.rehearsal.actions import play as play_on
from kinoqor.judging.rehearsal.queries import is_played as is_played_on
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ui.context import PLAYED

STEP = 20  # applications between two lines of progress


class Command(BaseCommand):
    help = "Plays the demonstration of the country pack: invented applications in every state."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            return
        now = timezone.now()
        reverse("applications")  # reads the addresses, beside which the rooms say who answers for files
        by = Doer("demonstration")
        if is_played() and is_played_on():
            self.stdout.write("The demonstration was played before.")
        try:
            if not is_played():
                play(settings.PACK, now, self._told, by=by)
            if not is_played_on():
                play_on(settings.PACK, now, self._read, by=by)
        except Refused as refused:  # a house without its demonstration is a house all the same
            words = f"{refused.verdict.reason} {refused.verdict.way}".strip()
            self.stdout.write(f"The demonstration was not played: {words}")
            return
        keep(PLAYED, f"{now:%Y-%m-%d}")

    def _told(self, done: int, of: int) -> None:
        if done % STEP == 0 or done == of:
            self.stdout.write(f"  {done} of {of} invented applications")

    def _read(self, what: str) -> None:
        self.stdout.write(f"  {what}")
