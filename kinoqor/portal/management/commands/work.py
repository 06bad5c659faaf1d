"""Do the jobs: `./kino manage work [--until-empty]`."""

import pkgutil
from importlib import import_module
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

import kinoqor
from kinoqor.kit.jobs import hand


def know_the_clocks() -> list[str]:
    """Import every clock.py of the house, so that its jobs and its calendar are known; give their names."""
    names = [
        each.name
        for each in pkgutil.walk_packages(kinoqor.__path__, "kinoqor.")
        if each.name.endswith(".clock")
    ]
    for name in names:
        import_module(name)
    return names


class Command(BaseCommand):
    help = "Does the jobs that the house has written down: letters and what the calendar asks for."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--until-empty", action="store_true", help="end when nothing is due")
        parser.add_argument(
            "--pause", type=float, default=1.0, help="seconds between two looks at an empty queue"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        know_the_clocks()
        worker = hand(options["pause"])
        worker.configure_signals()
        worker.work(until_empty=options["until_empty"])
