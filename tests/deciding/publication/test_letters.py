"""What came of a file is told to its applicants exactly once, whatever workers do; no more once a round is annulled."""

from contextlib import suppress
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from kinoqor.deciding.publication import actions, clock, letters
from kinoqor.deciding.publication.actions import lift, prepare, tell
from kinoqor.deciding.publication.models import Outcome, Publication
from kinoqor.deciding.recheck.actions import annul_round
from kinoqor.deciding.recheck.words import Ground
from kinoqor.funding.application.models import Application
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.letter.models import Letter
from tests.deciding import making
from tests.deciding.publication.publishing import after, at, listed, soon
from tests.funding.application import making as drafts
from tests.judging.making import REF, STAGE
from tests.make import BY

pytestmark = pytest.mark.django_db


def letters_of(numbers: list[int]) -> list[str]:
    found = Letter.objects.filter(
        deed__code="deciding.publication.told", about__in=[f"application:{n}" for n in numbers]
    )
    return sorted(found.values_list("about", flat=True))


def told_round(files: int = 4) -> tuple[int, list[Application]]:
    """A lifted result of files each of which has somebody to be written to."""
    making.call()
    some = [making.admitted(drafts.producer(of := drafts.company(f"Told {at}")), of) for at in range(files)]
    listed(some[:1], some[1:])
    number = prepare(REF, STAGE, soon(), timezone.now(), by=BY)
    lift(number, after(), by=BY)
    return number, some


def test_every_applicant_is_told_in_words_why_and_nobody_to_ask_for_less() -> None:
    number, some = told_round(2)
    assert clock.tell_all.func(number) == 2
    bodies = {each.about: each.body for each in Letter.objects.filter(deed__code="deciding.publication.told")}
    refused = bodies[some[1].name]
    for words in (
        "79.00",
        "80.00",
        "1.00",
        "Rule 7",
        "passed by films that a quota asks for",
        "Сынақ даласы",
    ):
        assert words in refused
    assert "less" not in refused
    assert "In the order:" in bodies[some[0].name]


@pytest.mark.parametrize("dies_at", range(4))
def test_a_worker_that_dies_at_any_letter_leaves_none_twice_and_none_out(
    dies_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, some = told_round(4)
    monkeypatch.setattr(actions, "BATCH", 2)
    plain, written = letters.tell_outcome, []

    def dying(*given: Any) -> int:
        if len(written) == dies_at:
            raise KeyboardInterrupt  # as a killed worker: no handler of the house catches it
        written.append(given[2].pk)
        return plain(*given)

    monkeypatch.setattr(letters, "tell_outcome", dying)
    with suppress(KeyboardInterrupt):
        clock.tell_all.func(number)
    told = Outcome.objects.exclude(told=None).count()
    assert told == dies_at // 2 * 2  # whole batches alone are kept
    assert len(letters_of([each.pk for each in some])) == told
    monkeypatch.setattr(letters, "tell_outcome", plain)
    assert clock.tell_left.func() == 4 - told
    assert letters_of([each.pk for each in some]) == sorted(each.name for each in some)
    assert clock.tell_left.func() == 0
    with pytest.raises(Refused, match="are written"):
        tell(number, timezone.now(), by=BY)


def test_once_a_round_is_annulled_no_letter_says_any_more_that_a_film_is_in_the_order() -> None:
    number, some = told_round(2)
    annul_round(REF, Ground.AUDIT, "Act 12, clause 3", by=BY, why="The audit chamber found it unlawful.")
    assert (clock.tell_all.func(number), clock.tell_left.func()) == (0, 0)
    assert letters_of([each.pk for each in some]) == []
    with pytest.raises(Refused, match="This round was annulled"):
        tell(number, timezone.now(), by=BY)


def test_a_moved_moment_publishes_once_and_writes_each_letter_once_however_many_workers_look() -> None:
    making.call()
    one = making.admitted(drafts.producer(of := drafts.company("Moved")), of)
    listed([one], [])
    first = at(-2)
    Publication.objects.filter(pk=first).update(withdrawn=making.deed())
    second = at(-1)
    assert [clock.lift_due.func(), clock.lift_due.func()] == [1, 0]
    assert set(Outcome.objects.values_list("publication", flat=True)) == {second}
    for number in (first, second, second):
        clock.tell_all.func(number)
    assert letters_of([one.pk]) == [one.name]


def test_who_was_told_is_kept_by_the_database_itself() -> None:
    number, _some = told_round(1)
    clock.tell_all.func(number)
    with pytest.raises(DatabaseError), transaction.atomic():
        Outcome.objects.update(told=making.deed())
    with pytest.raises(DatabaseError), transaction.atomic():
        Publication.objects.update(lifts=after())
