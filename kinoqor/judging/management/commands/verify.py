"""Check what the house has published: `./kino manage verify draw 7 [folder | frozen.json result.json]`."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils.translation import gettext as _

from kinoqor.judging.assignment.adapters.chance import check_round
from kinoqor.judging.assignment.models import Draw
from kinoqor.judging.assignment.rules.checking import FROZEN, RESULT, Step, same, steps


class Command(BaseCommand):
    help = "Recomputes a draw from its published documents, without the solver, and says each step in a sentence."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["draw"])
        parser.add_argument("number", type=int, help="the number of the draw")
        parser.add_argument(
            "places", nargs="*", help="a folder with both documents, or both; none: this house's own"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        kept = _kept(options["number"])
        given = _given(options["places"]) or kept
        if given is None:
            raise CommandError(
                _(
                    "This house has no result of draw %(number)s: name the folder with %(frozen)s and %(result)s."
                )
                % {"number": options["number"], "frozen": FROZEN, "result": RESULT}
            )
        found = [*steps(*given, check_round)]
        if kept is not None and options["places"]:
            names = zip((FROZEN, RESULT), given, kept, strict=True)
            found = [*[same(*each) for each in names], *found]
        self.tell(found)

    def tell(self, found: list[Step]) -> None:
        """Write every step; raises CommandError where one is wrong."""
        for step in found:
            mark = _("right") if step.right else _("WRONG")
            self.stdout.write(f"{mark}: {step.words}")
        if not all(step.right for step in found):
            raise CommandError(_("This draw is not what these documents say."))
        self.stdout.write(_("Everything is right: anyone who repeats this draw finds the same."))


def _kept(number: int) -> tuple[str, str] | None:
    """The documents that this house keeps; None where it has none, or no database."""
    try:
        of = Draw.objects.filter(pk=number).exclude(drawn_by=None).first()
    except DatabaseError:
        return None
    return (of.frozen or "", of.result or "") if of else None


def _given(places: list[str]) -> tuple[str, str] | None:
    """The documents in a folder, or in two files. Raises CommandError where they cannot be read."""
    if not places:
        return None
    if len(places) == 1:
        places = [str(Path(places[0]) / name) for name in (FROZEN, RESULT)]
    try:
        one, other = (Path(place).read_bytes().decode("utf-8") for place in places)
    except (OSError, ValueError) as error:
        raise CommandError(_("The documents cannot be read: %(error)s") % {"error": error}) from error
    return one, other
