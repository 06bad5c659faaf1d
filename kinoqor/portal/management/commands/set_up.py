"""Several commands in one process, for ./kino: `set_up build_font "migrate --no-input" …`."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

# ./kino reads which command is being done now from lines that begin with this sign.
MARK = "\x1e"


class Command(BaseCommand):
    help = "Does several commands one after the other; a line that begins with a sign of its own tells which."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("commands", nargs="+", help="a command with its arguments, in one word")

    def handle(self, *args: Any, **options: Any) -> None:
        for line in options["commands"]:
            self.stdout.write(f"{MARK}{line}")
            self.stdout.flush()
            name, *rest = line.split()
            call_command(name, *rest, stdout=self.stdout)
