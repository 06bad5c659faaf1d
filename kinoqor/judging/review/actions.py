"""How a review is written, handed in and opened.

The lines of the journal name the reading and never the file: who sees deeds may have a conflict with it.
"""

import secrets
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.funding.application.queries import holder
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.conflict.actions import declare
from kinoqor.funding.conflict.words import Kind
from kinoqor.judging.assignment.actions import end_reading
from kinoqor.judging.panel.actions import photograph
from kinoqor.judging.review import letters, queries, rules
from kinoqor.judging.review.adapters import rounds
from kinoqor.judging.review.models import Opening, Review
from kinoqor.judging.review.rules import NO_ROUND, NOT_THERE
from kinoqor.judging.review.words import Given
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import Refused, require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.ledger.log.actions import write as record


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
    # The panel opens by the same turn: what is handed in is opened with all the others, or refused as too late.
    wait_turn(_turn(found.draw.version.call.ref, found.draw.stage, found.draw.phase))
    terms = queries.terms(found)
    case, needed = queries.case_of(found, review), queries.words_needed(terms, found.draw.stage)
    require(rules.may_hand_in(case, terms.criteria, given, needed, no_tie))
    kept = _kept(line, reading, review, given, revision, now)
    kept.digest, kept.handed = rules.seal(reading, given, kept.salt), line.deed
    kept.save()
    line.details.update(reading=reading, seal=kept.digest)
    of = found.draw
    said = {"stage": of.stage, "phase": of.phase, "seal": kept.digest}
    record("review.sealed", of.version.call.ref, said, by=Doer(line.deed.voice, line.deed.hat))
    return kept.digest


@deed(
    "judging.review.stopped",
    _("A reading stopped for a conflict of interest"),
    _("%(who)s declared a conflict of interest while reading and stopped reading %(reading)s"),
)
def stop(line: Line, reading: int, kind: Kind, words: str) -> int:
    """A reader declares a tie to the file that they read: the reading ends, unless its review is sealed, and the file is
    shut to them at once. Number of the conflict.
    """
    found, review = _own(line, reading)
    case = queries.case_of(found, review)
    require(rules.may_read(case))
    by = Doer(line.deed.voice, line.deed.hat)
    if not case.handed:
        why = gettext("A conflict of interest was declared: %(kind)s. %(words)s")
        end_reading(reading, by=by, why=(why % {"kind": kind.label, "words": words}).strip())
    of = found.application_id
    made: int = declare(of, holder(of), kind, words, by=by)
    line.details.update(reading=reading)
    return made


@deed(
    "judging.review.reminded",
    _("Experts reminded"),
    _("%(who)s reminded experts of the call %(call)s of what they have to hand in"),
)
def remind(line: Line, ref: str, stage: str, phase: int, now: datetime, only: Collection[int] = ()) -> int:
    """Write to the readers of a stage (all, or some by number) who have something to hand in, each once a day; give to
    how many.
    """
    wait_turn(_turn(ref, stage, phase))
    waiting = rounds.to_remind(ref, stage, phase, only)
    draws = {each.draw_id for some in waiting.values() for each in some}
    told = rounds.reminded(draws, rounds.midnight(now))
    left = {user: some for user, some in waiting.items() if f"user:{user}" not in told}
    require(rules.may_remind(len(waiting), len(waiting) - len(left)))
    days, sent = queries.calendars(), 0
    for user, some in left.items():
        last = max((each for each in (queries.due(one, days) for one in some) if each), default=None)
        sent += letters.remind(line, user, some, queries.terms(some[0]), last) is not None
    line.details.update(call=ref, stage=stage, letters=sent)
    return sent


@deed(
    "judging.review.opened",
    _("Reviews opened"),
    _("%(who)s opened all reviews of a stage of the call %(call)s"),
)
def open_reviews(
    line: Line, ref: str, stage: str, phase: int, missing: Collection[int], now: datetime
) -> int:
    """Open all reviews of a stage and phase together, once; `missing` are the readings, by number, that the opener names
    as having none, with the deed's reason. Keeps who sat on each body that read. Gives the number of the opening.
    """
    wait_turn(_turn(ref, stage, phase))
    of = queries.of_stage(ref, stage, phase)
    if of is None:
        raise Refused(NO_ROUND)
    day = queries.now_day(terms_of(of.version), now)
    found = rounds.round_of(ref, stage, phase, line.deed.voice, missing, day)
    require(rules.may_open(found))
    require(rules.may_lack(len(found.lacking), line.deed.why))
    by, about = Doer(line.deed.voice, line.deed.hat), f"opening:{of.version_id}:{stage}:{phase}"
    bodies = rounds.bodies_of(ref, stage, phase)
    for each in bodies:  # every turn before the first leaf of the record, whose own turn is the last
        wait_turn(f"body {each.ref}")
    taken = [photograph(each.pk, about, day, by=by) for each in bodies]
    seals = rounds.seals(ref, stage, phase)
    made = Opening.objects.create(
        version=of.version, stage=stage, phase=phase, photograph_id=taken[0], reviews=len(seals),
        missing=len(found.lacking), digest=rules.seal_of_all(seals), deed=line.deed,
    )  # fmt: skip
    line.details.update(
        call=ref, stage=stage, phase=phase, reviews=len(seals), missing=len(found.lacking), seal=made.digest
    )
    said = {
        "stage": stage,
        "phase": phase,
        "reviews": made.reviews,
        "missing": made.missing,
        "seals": made.digest,
    }
    record("reviews.opened", ref, said, by=by)
    return made.pk


def _turn(ref: str, stage: str, phase: int) -> str:
    return f"reviews of {ref} {stage} {phase}"


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
