"""After a result: an objection and its answer, a list computed once more, a round annulled and run again."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinoqor.deciding.allocation import actions as lists
from kinoqor.deciding.allocation import queries as listed
from kinoqor.deciding.order.models import Order
from kinoqor.deciding.pitching.actions.planning import prepare as prepare_pitching
from kinoqor.deciding.recheck import actions, clock, queries, rules
from kinoqor.deciding.recheck.models import Objection, Recheck
from kinoqor.deciding.recheck.words import Answer, Changes, Ground, Standing
from kinoqor.deciding.session.actions import call_sitting
from kinoqor.deciding.session.words import Meeting
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.funding.call.models import Call
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.letter.models import Letter
from kinoqor.ledger.log.models import Leaf
from tests import people
from tests.deciding import making
from tests.deciding.allocation.test_deeds import MILLION, computed, rounds
from tests.funding.check import making as checking
from tests.make import BY

pytestmark = pytest.mark.django_db
NOW, REF, STAGE = making.NOW, making.REF, making.STAGE
WORDS = "The mark of one reader was typed into the wrong row."
LAST = (NOW + timedelta(days=20)).date()


def result(state: str = State.ADMITTED, **line: Any) -> Application:
    """An application with a result that is out."""
    file = making.admitted(people.user("Сынақ Өтінуші"))
    order = making.order(making.allocation({"f1": file.pk}))
    out = making.publication(order)
    making.outcome(out, file, line={"code": "f1", "objection": LAST.isoformat()} | line)
    Application.objects.filter(pk=file.pk).update(state=state)
    return file


def letters(file: Application) -> list[str]:
    return list(Letter.objects.filter(about=file.name).order_by("pk").values_list("subject_line", flat=True))


def test_an_applicant_objects_once_in_time_and_is_answered_by_somebody_else() -> None:
    file = result()
    number = actions.object_to(file.pk, WORDS, NOW, by=BY)
    with pytest.raises(Refused, match="objected to this result already"):
        actions.object_to(file.pk, WORDS, NOW, by=BY)
    officer = checking.officer()
    actions.answer(number, Answer.ACCEPTED, NOW, by=officer.doer, why="The row was indeed the wrong one.")
    found = Objection.objects.get(pk=number)
    assert (found.answer, found.reply) == (Answer.ACCEPTED, "The row was indeed the wrong one.")
    assert len(letters(file)) >= 2
    with pytest.raises(Refused, match="answered already"):
        actions.answer(
            number, Answer.REJECTED, NOW, by=officer.doer, why="The row was the right one after all."
        )


def test_an_objection_after_the_last_day_is_refused() -> None:
    file = result(objection=date(2020, 1, 1).isoformat())
    with pytest.raises(Refused, match="has run out"):
        actions.object_to(file.pk, WORDS, NOW, by=BY)
    assert not Objection.objects.exists()


def test_whoever_published_does_not_answer() -> None:
    file = result()
    number = actions.object_to(file.pk, WORDS, NOW, by=BY)
    voices = queries.deciders(queries.outcome(file.pk))  # type: ignore[arg-type]
    assert "tests" in voices
    found = queries.objections().get(pk=number)
    assert not queries.asked(found, None, "tests").answered
    assert "took part" in str(rules.may_answer(queries.asked(found, None, "tests")).reason)


def test_a_list_is_computed_once_more_with_more_money_and_says_who_would_come_in() -> None:
    rounds()
    of = computed()
    with pytest.raises(Refused, match="Only an adopted list"):
        actions.ask(of.pk, Changes(envelopes={"social": 1}), WORDS, by=BY)
    lists.adopt(of.pk, by=BY)
    number = actions.ask(of.pk, Changes(envelopes={"social": 600 * MILLION}), WORDS, by=BY)
    clock.work.call(number)
    found = Recheck.objects.get(pk=number)
    assert (found.standing, found.trouble) == (Standing.COMPUTED, "")
    assert found.difference and found.difference["entering"] and found.difference["money"] > 0
    assert listed.read(listed.whole(of.pk)) == listed.read(of), "the adopted list stays as it is"
    assert Leaf.objects.filter(kind="check.repeated").count() == 1


def test_a_list_without_a_member_counts_the_marks_of_the_others() -> None:
    rounds()
    of = computed()
    lists.adopt(of.pk, by=BY)
    user = making.judging.Review.objects.order_by("pk")[0].reading.user_id
    number = actions.ask(of.pk, Changes(without=(user,)), WORDS, by=BY)
    clock.work.call(number)
    found = Recheck.objects.get(pk=number)
    assert found.standing == Standing.COMPUTED, found.trouble
    assert found.frozen and found.frozen != of.frozen


def test_an_annulled_round_stays_readable_and_is_run_again() -> None:
    file = result(state=State.ORDERED)
    order = Order.objects.get()
    fell = actions.annul_round(REF, Ground.AUDIT, "Act 12, clause 3", by=BY, why=WORDS)
    assert fell == 1
    file.refresh_from_db()
    assert file.state == State.REVOKED
    order.refresh_from_db()
    assert order.annulled_id and Call.objects.get(ref=REF).annulled_id
    assert Leaf.objects.filter(kind="call.annulled").exists()
    clock.tell_annulled.call(REF, Ground.AUDIT, "Act 12, clause 3", WORDS)
    before = len(letters(file))
    assert before >= 1
    clock.tell_annulled.call(REF, Ground.AUDIT, "Act 12, clause 3", WORDS)
    assert len(letters(file)) == before, "nobody is written to twice"
    with pytest.raises(Refused, match="annulled already"):
        actions.annul_round(REF, Ground.AUDIT, "Act 12, clause 3", by=BY, why=WORDS)
    actions.repeat("tests-again", REF, by=BY)
    again = Call.objects.get(ref="tests-again")
    assert again.rerun_of is not None and again.rerun_of.ref == REF
    page = Client().get(reverse("call", args=[REF]))
    assert page.status_code == 200 and WORDS in page.content.decode()


@pytest.mark.parametrize(
    "goes_on",
    [
        lambda: prepare_pitching(REF, STAGE, making.body().pk, by=BY),
        lambda: call_sitting(Meeting(REF, STAGE, making.body().ref, NOW + timedelta(days=3)), NOW, by=BY),
        lambda: lists.freeze(REF, STAGE, NOW, by=BY),
    ],
    ids=["pitching", "sitting", "list"],
)
def test_nothing_of_an_annulled_round_goes_on(
    goes_on: Callable[[], object], request: pytest.FixtureRequest
) -> None:
    if request.node.callspec.id == "list":
        rounds()
    else:
        making.call()
    making.judging.member(making.body())
    actions.annul_round(REF, Ground.AUDIT, "Act 12, clause 3", by=BY, why=WORDS)
    with pytest.raises(Refused, match="This round was annulled"):
        goes_on()
