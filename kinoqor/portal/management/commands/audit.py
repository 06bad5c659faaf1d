"""Compare everything with everything: `./kino manage audit`. Journal, record, published files, papers and decisions."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from kinoqor.portal.record.adapters.audit_log import (
    erased_by_law,
    of_the_log,
    of_the_papers,
    of_the_salts,
)
from kinoqor.portal.record.adapters.audit_rows import of_the_rows
from kinoqor.portal.record.adapters.audit_steps import of_the_steps


class Command(BaseCommand):
    help = "Finds and names each row and file that was altered behind the house's back; ends with an error if any was."

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for part in (of_the_log, of_the_salts, of_the_papers, of_the_rows, of_the_steps):
            for sentence in part():
                found += 1
                self.stdout.write(sentence)
        for sentence in erased_by_law():
            self.stdout.write(sentence)
        if found:
            raise CommandError(_("Altered, missing or unknown to the record: %(found)s.") % {"found": found})
        self.stdout.write(_("Journal, record, published files, papers and decisions say the same."))
