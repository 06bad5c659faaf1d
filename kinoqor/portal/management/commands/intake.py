"""Load a country pack: `./kino manage intake packs/kz [--dry-run]`."""

import time
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from kinoqor.funding.call.actions import load_calls
from kinoqor.funding.call.queries import waiting as calls_waiting
from kinoqor.funding.programme.actions import load_programmes
from kinoqor.funding.programme.queries import waiting as programmes_waiting
from kinoqor.funding.question.actions import load_forms
from kinoqor.funding.question.queries import pack_news
from kinoqor.keeping.twin.actions import look
from kinoqor.kit.document import Faulty
from kinoqor.kit.question import Unfit
from kinoqor.ledger.deed.actions import Doer
from kinoqor.register.card.queries import never_measured
from kinoqor.register.intake.actions import PackRefused, load, settle
from kinoqor.register.intake.queries import digest, loaded_before, preview
from kinoqor.register.intake.words import Finding, Outcome
from kinoqor.register.spelling.actions import reindex
from kinoqor.register.spelling.queries import nothing_spelled


class Command(BaseCommand):
    help = "Loads a country pack, or with --dry-run shows row by row what loading it would change."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", default=str(settings.PACK))
        parser.add_argument(
            "--dry-run", action="store_true", help="change nothing; show every row that would change"
        )
        parser.add_argument(
            "--again", action="store_true", help="read the files even if they were loaded before"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(options["folder"])
        if not (folder / "pack.toml").exists():
            raise CommandError(
                f"{folder} holds no country pack: a file pack.toml and a folder data are needed."
            )
        if options["dry_run"]:
            self._preview(folder)
            return
        self._funding(folder)
        if loaded_before(digest(folder)) and not options["again"]:
            self.stdout.write("Nothing new: these files were loaded before.")
            if never_measured():
                self.stdout.write("Settling the cards anew: they get their levels …")
                settle(by=Doer("intake"))
            elif nothing_spelled():
                self.stdout.write("Making the register searchable …")
                reindex(by=Doer("intake"))
            return
        started = time.perf_counter()
        try:
            touched = load(folder, self._progress, by=Doer(f"pack:{folder.name}"))
        except PackRefused as refused:
            self._show(refused.findings)
            raise CommandError(
                f"The pack was not loaded, none of it: {len(refused.findings)} rows stand against it (see above)."
            ) from refused
        self.stdout.write("Settling the cards and what they are found by …")
        settle(touched, by=Doer("intake"))
        self.stdout.write("Looking for records that are alike …")
        self.stdout.write(f"  {look(by=Doer('intake'))} pairs")
        self.stdout.write(f"{len(touched)} subjects changed, in {time.perf_counter() - started:.1f} s.")

    def _funding(self, folder: Path) -> None:
        """Programmes and calls; forms stand between them, since a call names its forms."""
        doer = Doer(f"pack:{folder.name}")
        try:
            programmes = load_programmes(folder, by=doer) if programmes_waiting(folder) else 0
            forms = load_forms(folder, by=doer) if pack_news(doer.voice, folder) else []
            calls = load_calls(folder, by=doer) if calls_waiting(folder) else 0
        except Faulty as faulty:
            for fault in faulty.faults:
                self.stdout.write(fault)
            raise CommandError("The funding of this pack was not loaded whole (see above).") from faulty
        except Unfit as unfit:
            for one in unfit.faults:
                self.stdout.write(str(one))
            raise CommandError("The funding of this pack was not loaded whole (see above).") from unfit
        if programmes or forms or calls:
            self.stdout.write(f"  {programmes} programmes, {len(forms)} forms and {calls} calls")

    def _progress(self, file: str, claims: int) -> None:
        self.stdout.write(f"  {file}: {claims} new claims")

    def _preview(self, folder: Path) -> None:
        tally: Counter[str] = Counter()
        for finding in preview(folder):
            tally[finding.outcome] += 1
            self._show([finding])
        words = ", ".join(
            f"{tally[outcome]} {outcome}" for outcome in Outcome.values if outcome != Outcome.SAME
        )
        self.stdout.write(f"Nothing was changed. Loading would give: {words}.")

    def _show(self, findings: list[Finding]) -> None:
        for one in findings:
            place = f"{one.file}:{one.row}" if one.row else one.file
            self.stdout.write(f"{one.outcome:<10} {place:<34} {one.ref:<6} {one.prop:<16} {one.words}")
