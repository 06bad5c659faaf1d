"""The played demonstration of the country pack: invented applications in every state; played once, after its accounts."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils import timezone

from kinoqor.accounts.signin.adapters.demonstration import keep
from kinoqor.funding.demonstration.actions import play
from kinoqor.funding.demonstration.queries import is_played
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
        if is_played():
            self.stdout.write("The demonstration was played before.")
        else:
            reverse("applications")  # reads the addresses, beside which the rooms say who answers for files
            try:
                play(settings.PACK, now, self._told, by=Doer("demonstration"))
            except Refused as refused:  # a house without its demonstration is a house all the same
                words = f"{refused.verdict.reason} {refused.verdict.way}".strip()
                self.stdout.write(f"The demonstration was not played: {words}")
                return
        keep(PLAYED, f"{now:%Y-%m-%d}")

    def _told(self, done: int, of: int) -> None:
        if done % STEP == 0 or done == of:
            self.stdout.write(f"  {done} of {of} invented applications")
