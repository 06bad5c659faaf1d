"""What settles credits."""

import json
from collections.abc import Collection, Iterator
from itertools import groupby

from django.db import connection
from django.utils.translation import gettext_lazy as _

from kinoqor.kit import bulk
from kinoqor.kit.batch import batched
from kinoqor.ledger.deed.actions import Line, deed
from kinoqor.register.claim.queries import gathered, relations
from kinoqor.register.credit.models import Credit
from kinoqor.register.credit.rules import Named, in_credit_order
from kinoqor.register.identity.queries import as_shown

COLUMNS = ["film", "person", "role", "character", "order", "sources", "unverified"]


@deed(
    "register.credit.settled",
    _("Credits written anew"),
    _("%(who)s had credits written anew: %(credits)s"),
)
def settle_credits(line: Line, subjects: Collection[int] | None = None) -> int:
    """Write the credits of these films (all, where None) anew from their standing claims; give how many."""
    if subjects is None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(Credit._meta.db_table)}")
    else:
        for some in batched(subjects, 900):
            Credit.objects.filter(film__in=some).delete()
    count = 0
    for rows in batched(_rows(subjects), 5000):
        bulk.insert(Credit, COLUMNS, rows)
        count += len(rows)
    line.details["credits"] = count
    return count


def _named(subjects: Collection[int] | None) -> Iterator[Named]:
    for said, sources, unverified in gathered(as_shown(relations(["credit"], subjects))):
        if said.target is not None:
            role, character = said.qualifiers.get("role", ""), said.qualifiers.get("character", "")
            yield Named(said.subject, said.target, role, character, tuple(sources), unverified, said.order)


def _rows(subjects: Collection[int] | None) -> Iterator[tuple[object, ...]]:
    for _film, of_film in groupby(_named(subjects), key=lambda named: named.film):
        for order, one in enumerate(in_credit_order(of_film)):
            yield (
                one.film,
                one.person,
                one.role,
                one.character,
                order,
                json.dumps(one.sources),
                one.unverified,
            )
