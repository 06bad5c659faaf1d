"""Cut, as the law asks, what leads from a leaf to a person: `./kino manage erase_from_record LEAF --clause CODE`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.log import queries
from kinoqor.ledger.log.actions import erase_salt


class Command(BaseCommand):
    help = (
        "Erases the salt of what a leaf says as a digest, so that nobody can tell any more what it was of; the leaf "
        "stays, and another one says so. It cannot be undone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("leaf", type=int, help="the number of the leaf, as its page has it")
        parser.add_argument(
            "--clause",
            required=True,
            help="the clause of the law that asks for it, as a code: law-94-5:art.8",
        )
        parser.add_argument(
            "--why", default="", help="the request, for the journal: its number and day, no name"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        index = options["leaf"]
        before = queries.written_leaf(index)
        if before is None:
            raise CommandError(_("The public record has no leaf %(leaf)s.") % {"leaf": index})
        digests = queries.salted_in(before)
        if not digests:
            raise CommandError(_("Leaf %(leaf)s says nothing of which a salt is kept.") % {"leaf": index})
        for digest in digests:
            try:
                told = erase_salt(digest, options["clause"], by=Doer("set-up"), why=options["why"])
            except Refused as refused:
                raise CommandError(f"{refused.verdict.reason} {refused.verdict.way}".strip()) from refused
            said = _(
                "Nobody can tell any more what %(digest)s was of; leaf %(leaf)s says so, with the clause."
            )
            self.stdout.write(said % {"digest": digest, "leaf": told})
        self.stdout.write(self._proved(index, before.leaf_hash))

    def _proved(self, index: int, before: str) -> str:
        """That the leaf is the one that it was, as anybody can prove it."""
        after, proof = queries.written_leaf(index), queries.proof(index)
        if after is None or after.leaf_hash != before:
            raise CommandError(_("Leaf %(leaf)s is not the one that it was: run audit.") % {"leaf": index})
        told = {"leaf": index, "hash": before}
        if proof is None:
            return _("Leaf %(leaf)s is as it was (%(hash)s); it is not published yet.") % told
        return _("Leaf %(leaf)s is as it was (%(hash)s), and its proof leads to the signed root.") % told
