"""Change the key of the public record in the open: `./kino manage change_record_key`."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from kinoqor.kit.note import public_key
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.log.actions import change_key
from kinoqor.ledger.log.adapters import keys


class Command(BaseCommand):
    help = (
        "Makes a new key beside the old one and says so in the record; heads are signed by both from then on."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        place = settings.RECORD_KEY
        try:
            found = keys.held(place)
            if not found:
                raise keys.lost(place)
            if len(found) == 1:
                found = [keys.add(place, found), *found]
            after, before = (str(public_key(settings.RECORD_ORIGIN, each)) for each in found[:2])
            index = change_key(before, after, by=Doer("set-up"))
        except Refused as refused:
            raise CommandError(f"{refused.verdict.reason} {refused.verdict.way}".strip()) from refused
        said = _("Leaf %(leaf)s of the public record names the new key: %(key)s")
        self.stdout.write(said % {"leaf": index, "key": after})
        self.stdout.write(
            _("Once a head is published, take the second key out of %(place)s.") % {"place": place}
        )
