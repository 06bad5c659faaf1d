"""How a review is written, handed in and opened.

The lines of the journal name the reading and never the file: who sees deeds may have a conflict with it.
"""

import secrets
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.judging.review import queries, rules
from kinoqor.judging.review.models import Review
from kinoqor.judging.review.rules import NOT_THERE
from kinoqor.judging.review.words import Given
from kinoqor.kit.verdict import Refused, require
from kinoqor.ledger.deed.actions import Line, deed


@deed(
    "judging.review.written",
    _("A review written on"),
    _("%(who)s wrote on the review of reading %(reading)s"),
)
def write(line: Line, reading: int, given: Given, revision: int, now: datetime) -> int:
    """Keep what a reader has written, finished or not, over the revision that they saw (0: none yet); give the new one.

    What is kept already is not kept again, whatever revision was seen. Refused where another page was quicker.
    """
    found, review = _own(line, reading)
    require(rules.may_write(queries.case_of(found, review)))
    require(rules.may_keep(queries.terms(found).criteria, given))
    line.details.update(reading=reading)
    if review is not None and queries.given_of(review) == given:
        return review.revision
    kept = _kept(line, reading, review, given, revision, now)
    kept.save()
    return kept.revision


@deed(
    "judging.review.handed_in",
    _("A review handed in"),
    _("%(who)s handed in the review of reading %(reading)s"),
)
def hand_in(line: Line, reading: int, given: Given, revision: int, no_tie: bool, now: datetime) -> str:
    """Keep what a reader has written and seal it; gives the digest. By trigger it cannot be changed after."""
    found, review = _own(line, reading)
    terms = queries.terms(found)
    case, needed = queries.case_of(found, review), queries.words_needed(terms, found.draw.stage)
    require(rules.may_hand_in(case, terms.criteria, given, needed, no_tie))
    kept = _kept(line, reading, review, given, revision, now)
    kept.digest, kept.handed = rules.seal(reading, given, kept.salt), line.deed
    kept.save()
    line.details.update(reading=reading, seal=kept.digest)
    return kept.digest


def _own(line: Line, number: int) -> tuple[Any, Review | None]:
    """A reading of whoever does the deed, held, with its review; that of somebody else is not there."""
    found = queries.own(number_of(line.deed.voice), number)
    if found is None:
        raise Refused(NOT_THERE)
    return found, queries.review_of(number)


def _kept(
    line: Line, reading: int, review: Review | None, given: Given, revision: int, now: datetime
) -> Review:
    """The review with what was written, not saved yet. Refused where it was changed since `revision`."""
    if review is None:
        require(rules.unchanged_since(revision, 0))
        review = Review(reading_id=reading, revision=0, made=line.deed, salt=secrets.token_hex(32))
    elif queries.given_of(review) != given:
        require(rules.unchanged_since(revision, review.revision))
    review.marks, review.reasons = dict(given.marks), dict(given.reasons)
    review.council, review.language = given.council, given.language
    review.revision, review.changed = review.revision + 1, now
    return review
