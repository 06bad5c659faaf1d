"""Filing: the last second, the same twice, what is frozen, and a refusal for each reason."""

import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils.translation import override
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from kinoqor.funding.application import actions as writing
from kinoqor.funding.application import queries as applications
from kinoqor.funding.application.adapters.points import kept_beside, points_of
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.funding.filing.actions import file, receive
from kinoqor.funding.filing.adapters.open import everywhere, in_each, read
from kinoqor.funding.filing.models import Answer, Filing
from kinoqor.funding.filing.rules import Asked
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.letter.models import Letter
from kinoqor.ledger.paper.models import Paper
from kinoqor.ledger.paper.queries import bytes_of
from kinoqor.register.card.models import Card
from kinoqor.register.claim.queries import waiting
from tests.funding.application import making
from tests.funding.application.making import NOW
from tests.make import BY

pytestmark = pytest.mark.django_db
LAST = datetime(2030, 3, 13, 23, 59, 59, tzinfo=UTC)


def filed(one: Application, now: datetime = NOW, even_so: bool = True, **more: Any) -> Filing:
    one.refresh_from_db()
    asked = {
        "stage": one.stage,
        "revision": one.revision,
        "now": now,
        "language": "en",
        "even_so": even_so,
    } | more
    made: Filing = file(one.pk, Asked(**asked), by=BY)
    return made


def whole(one: Application) -> Application:
    """The same with every question answered."""
    values = {"title_ru": "Степь", "title_en": "Steppe", "synopsis": "A test.", "minutes": 90}
    writing.save(one.pk, "film", values, one.revision, NOW, by=BY)
    return applications.one(one.pk)


def test_the_last_second_counts_in_whole_and_the_next_does_not() -> None:
    assert filed(making.application(), LAST + timedelta(microseconds=999_999))
    with pytest.raises(Refused, match="open until"):
        filed(making.application(), LAST + timedelta(seconds=1))


def test_what_was_filed_is_frozen_and_its_digest_can_be_made_again() -> None:
    one = whole(making.application())
    made = filed(one, even_so=False)
    assert hashlib.sha256(made.snapshot.encode()).hexdigest() == made.digest
    told = json.loads(made.snapshot)
    assert told["answers"]["synopsis"] == "A test."
    assert (told["film"], told["call"], told["version"]) == (one.film.ref, making.REF, 1)
    assert applications.one(one.pk).state == State.FILED


def test_a_filing_is_changed_and_removed_by_nobody() -> None:
    made = filed(making.application())
    for change in (
        lambda: Filing.objects.filter(pk=made.pk).update(digest="0" * 64),
        lambda: Filing.objects.filter(pk=made.pk).delete(),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()


def test_the_same_filing_sent_twice_is_one_filing_even_after_the_window() -> None:
    one = making.application()
    first = filed(one)
    again = filed(one, LAST + timedelta(days=1))
    assert (again.pk, Filing.objects.count()) == (first.pk, 1)


def test_a_page_of_an_older_revision_files_nothing() -> None:
    one = making.application()
    writing.save(one.pk, "story", {"synopsis": "Newer."}, one.revision, NOW, by=BY)
    with pytest.raises(Refused, match="changed in another window"):
        filed(one, revision=1)


def test_a_page_of_another_stage_files_nothing() -> None:
    with pytest.raises(Refused, match="another stage"):
        filed(making.application(), stage="package")


def test_open_points_are_filed_only_by_who_says_that_they_know() -> None:
    one = making.application()
    with pytest.raises(Refused, match="1 point is still open"):
        filed(one, even_so=False)
    made = filed(one)
    assert [point[0] for point in made.points] == ["synopsis"]


@pytest.mark.parametrize("filed_in", ["kk", "ru", "en"])
def test_open_points_are_read_by_everyone_in_their_own_language(filed_in: str) -> None:
    with override(filed_in):
        made = filed(making.application())
    said = {}
    for lang in ("kk", "ru", "en"):
        with override(lang):
            [[_place, said[lang], _clause, _label]] = read(made.points)
    assert said["en"] == "This is not answered yet."
    assert len(set(said.values())) == 3


def test_what_stands_open_is_told_in_every_language_without_asking_again(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    one = making.application()
    kept = kept_beside(one)
    points = points_of(one, NOW, kept)
    assert points
    everywhere(points, one, NOW, kept)  # a process reads what a call says once in each language
    with django_assert_num_queries(0):
        told = everywhere(points, one, NOW, kept)
    assert len({*told[0][1].values()}) == 3


def test_open_points_of_earlier_filings_are_read_as_they_were_frozen() -> None:
    old = [["synopsis", "Этот вопрос без ответа.", "п. 1", "Синопсис"]]
    with override("kk"):
        assert list(read(old)) == old
    assert in_each(old)[0][1] == dict.fromkeys(("kk", "ru", "en"), "Этот вопрос без ответа.")


def test_a_film_without_any_title_is_not_filed() -> None:
    with pytest.raises(Refused, match="no title yet"):
        filed(making.application(titles={}))


def test_a_withdrawn_application_is_not_filed() -> None:
    one = making.application()
    writing.withdraw(one.pk, by=BY)
    with pytest.raises(Refused, match="not possible now"):
        filed(one)


def test_a_company_that_files_forty_times_files_twice_of_each_making() -> None:
    answers = []
    for number in range(40):
        one = making.application(kind="feature-full" if number % 2 else "feature-short")
        try:
            answers.append(bool(filed(one)))
        except Refused as refused:
            assert (
                "at most 2" in str(refused.verdict.reason) and refused.verdict.clause and refused.verdict.way
            )
            writing.withdraw(one.pk, by=BY)
    assert answers == [True, True]
    assert filed(making.application(kind="documentary-full"))


def test_what_is_withdrawn_makes_room_for_another() -> None:
    first, _second = filed(making.application()), filed(making.application())
    writing.withdraw(first.application_id, by=BY)
    assert filed(making.application())


def test_a_repair_is_filed_beside_the_first_filing_and_in_its_time_only() -> None:
    one = making.application()
    first = filed(one)
    until = LAST + timedelta(days=5)
    named = {"places": ["synopsis"], "until": until.isoformat(), "notice": 1}
    writing.move(one.pk, "notify", repair=named, by=BY)
    one.refresh_from_db()
    late = LAST + timedelta(days=4)
    writing.save(one.pk, "story", {"synopsis": "Here it is."}, one.revision, late, by=BY)
    with pytest.raises(Refused, match="none of them"):
        writing.save(one.pk, "film", {"title_kk": "Басқа"}, one.revision + 1, late, by=BY)
    with pytest.raises(Refused, match="time for the repair is over"):
        filed(one, until)
    second = filed(one, until - timedelta(seconds=1))
    assert (first.number, second.number) == (1, 2)
    assert applications.one(one.pk).state == State.FILED
    assert json.loads(Filing.objects.get(pk=first.pk).snapshot)["answers"].get("synopsis") is None


def test_after_a_filing_the_receipt_is_written_once_and_the_answers_can_be_searched() -> None:
    someone = making.producer()
    one = whole(making.application(someone))
    made = filed(one)
    receive(made.pk, by=BY)
    receive(made.pk, by=BY)
    letters = Letter.objects.filter(receiver=someone.doer.voice, body__contains=made.digest)
    assert letters.count() == 1
    assert Answer.objects.get(application=one, question="minutes").number == 90
    assert Filing.objects.get(pk=made.pk).receipt == made.called


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_receipt_is_a_paper_in_the_language_of_the_filing(lang: str) -> None:
    one = whole(making.application())
    made = filed(one, language=lang)
    receive(made.pk, by=BY)
    with bytes_of(Paper.objects.get(number=made.called)) as opened:
        words = PdfReader(opened).pages[0].extract_text()
    assert made.called in words
    assert one.titles[lang] in words
    assert made.digest in "".join(words.replace("\u200b", "").split())


def test_the_titles_are_proposed_to_the_register_and_seen_by_nobody() -> None:
    one = whole(making.application())
    receive(filed(one).pk, by=BY)
    said = {claim.lang: claim.value for claim in waiting().filter(subject=one.film_id)}
    assert said == {"kk": "Сынақ даласы", "ru": "Степь", "en": "Steppe"}
    assert not Card.objects.filter(ref=one.film.ref).exists()


def test_filing_asks_few_questions(django_assert_max_num_queries: Any) -> None:
    one = whole(making.application())
    with django_assert_max_num_queries(26):
        filed(one)
