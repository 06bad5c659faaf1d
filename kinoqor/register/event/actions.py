"""What settles awards and releases."""

import json
from collections.abc import Collection, Iterator

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from kinoqor.kit import bulk
from kinoqor.kit.batch import batched
from kinoqor.ledger.deed.actions import Line, deed
from kinoqor.register.claim.queries import gathered, relations
from kinoqor.register.event.models import Award, Release
from kinoqor.register.identity.queries import as_shown

AWARD = ["film", "organisation", "year", "edition", "section", "award", "result", "sources", "unverified"]
RELEASE = [
    "film", "platform", "territory", "venue", "date", "medium", "box_office", "currency", "admissions", "sources",
    "unverified",
]  # fmt: skip


@deed(
    "register.event.settled",
    _("Awards and releases written anew"),
    _("%(who)s had awards and releases written anew: %(awards)s, %(releases)s"),
)
def settle_events(line: Line, subjects: Collection[int] | None = None) -> int:
    """Write awards and releases of these films (all, where None) anew from standing claims; give how many."""
    _clear(Award, subjects)
    _clear(Release, subjects)
    awards, releases = list(_awards(subjects)), list(_releases(subjects))
    bulk.insert(Award, AWARD, awards)
    bulk.insert(Release, RELEASE, releases)
    line.details.update(awards=len(awards), releases=len(releases))
    return len(awards) + len(releases)


def _clear(model: type[models.Model], subjects: Collection[int] | None) -> None:
    if subjects is None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")
        return
    for some in batched(subjects, 900):
        model._default_manager.filter(film__in=some).delete()


def _number(value: str) -> int | None:
    return int(value) if value.isdigit() else None


def _awards(subjects: Collection[int] | None) -> Iterator[tuple[object, ...]]:
    for said, sources, unverified in gathered(as_shown(relations(["award"], subjects))):
        q = said.qualifiers
        if said.target is not None:
            yield (
                said.subject, said.target, _number(q.get("year", "")), q.get("edition", ""), q.get("section", ""),
                q.get("award", ""), q.get("result", ""), json.dumps(sources), unverified,
            )  # fmt: skip


def _releases(subjects: Collection[int] | None) -> Iterator[tuple[object, ...]]:
    for said, sources, unverified in gathered(as_shown(relations(["release"], subjects))):
        q = said.qualifiers
        yield (
            said.subject, said.target, q.get("territory", ""), q.get("venue", ""), q.get("date", ""),
            q.get("type", ""), _number(q.get("box_office", "")), q.get("currency", ""),
            _number(q.get("admissions", "")), json.dumps(sources), unverified,
        )  # fmt: skip
