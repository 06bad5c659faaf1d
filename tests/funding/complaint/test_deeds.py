"""How a complaint is made and answered, with a refusal for each reason."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.queries import one
from kinoqor.funding.application.words import State
from kinoqor.funding.check.models import Refusal
from kinoqor.funding.complaint import queries
from kinoqor.funding.complaint.actions import answer, complain
from kinoqor.funding.complaint.models import Complaint
from kinoqor.funding.complaint.words import Answer
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.letter.models import Letter
from tests import people
from tests.funding.application import making as drafts
from tests.funding.check import making
from tests.funding.check.making import NOW, filed, officer, refused

pytestmark = pytest.mark.django_db
WHY = "The synopsis stands in the script, on its first page."
BACK = "The synopsis stands there indeed; the file is looked at again."


def test_a_complaint_is_taken_once_and_its_answer_has_a_day() -> None:
    user = drafts.producer()
    number = filed(user, complete=False)
    refusal = refused(number, officer())
    made = Complaint.objects.get(pk=complain(refusal, WHY, NOW, by=user.doer))
    assert made.answer == Answer.OPEN
    assert made.day is not None
    assert made.day > date(2026, 5, 5)
    assert WHY in Letter.objects.latest("pk").body
    with pytest.raises(Refused, match="complained against this refusal already"):
        complain(refusal, WHY, NOW, by=user.doer)


def test_a_complaint_after_the_last_day_or_without_reasons_is_refused() -> None:
    user = drafts.producer()
    refusal = refused(filed(user, complete=False), officer())
    shuts = Refusal.objects.get(pk=refusal).shuts
    assert shuts is not None
    with pytest.raises(Refused, match="has run out"):
        complain(refusal, WHY, shuts, by=user.doer)
    with pytest.raises(Refused, match="letters why"):
        complain(refusal, "No.", NOW, by=user.doer)


def test_a_call_that_knows_no_complaint_takes_none() -> None:
    making.call(complaint={})
    user = drafts.producer()
    refusal = refused(filed(user, complete=False), officer())
    with pytest.raises(Refused, match="know no complaint"):
        complain(refusal, WHY, NOW, by=user.doer)


def test_the_refuser_does_not_answer_and_a_colleague_does_once() -> None:
    user, refuser, colleague = drafts.producer(), officer(), officer()
    number = filed(user, complete=False)
    made = complain(refused(number, refuser), WHY, NOW, by=user.doer)
    with pytest.raises(Refused, match="refused this file yourself"):
        answer(made, Answer.UPHELD, NOW, by=refuser.doer, why=BACK)
    with pytest.raises(Refused, match="letters why"):
        answer(made, Answer.UPHELD, NOW, by=colleague.doer, why="Yes.")
    with pytest.raises(Refused, match="either upheld or rejected"):
        answer(made, "perhaps", NOW, by=colleague.doer, why=BACK)
    answer(made, Answer.UPHELD, NOW, by=colleague.doer, why=BACK)
    with pytest.raises(Refused, match="already"):
        answer(made, Answer.REJECTED, NOW, by=colleague.doer, why=BACK)


def test_one_of_the_company_does_not_answer() -> None:
    where = drafts.company()
    user, colleague = drafts.producer(where), officer()
    people.seated(Role.PRODUCER, colleague, where=where)
    made = complain(refused(filed(user, where, complete=False), officer()), WHY, NOW, by=user.doer)
    with pytest.raises(Refused, match="seat in the company"):
        answer(made, Answer.UPHELD, NOW, by=colleague.doer, why=BACK)


def test_a_complaint_that_is_upheld_takes_the_refusal_back_and_the_file_is_checked_again() -> None:
    user = drafts.producer()
    number = filed(user, complete=False)
    refusal = refused(number, officer())
    answer(complain(refusal, WHY, NOW, by=user.doer), Answer.UPHELD, NOW, by=officer().doer, why=BACK)
    assert one(number).state == State.FILED
    assert Refusal.objects.get(pk=refusal).lifted is not None
    assert BACK in Letter.objects.latest("pk").body


def test_a_complaint_that_is_rejected_leaves_the_refusal_and_says_why() -> None:
    user = drafts.producer()
    number = filed(user, complete=False)
    refusal = refused(number, officer())
    answer(complain(refusal, WHY, NOW, by=user.doer), Answer.REJECTED, NOW, by=officer().doer, why=BACK)
    assert one(number).state == State.REFUSED
    assert Refusal.objects.get(pk=refusal).lifted is None
    assert BACK in Letter.objects.latest("pk").body


def test_what_was_answered_cannot_be_changed_in_the_database() -> None:
    user = drafts.producer()
    made = complain(refused(filed(user, complete=False), officer()), WHY, NOW, by=user.doer)
    answer(made, Answer.REJECTED, NOW, by=officer().doer, why=BACK)
    with pytest.raises(DatabaseError), transaction.atomic():
        Complaint.objects.filter(pk=made).update(reply="Otherwise.")


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_letters_are_written_whole_in_the_language_of_their_reader(lang: str) -> None:
    user = drafts.producer()
    user.language = lang
    user.save()
    for how in (Answer.UPHELD, Answer.REJECTED):
        refusal = refused(filed(user, complete=False), officer())
        answer(complain(refusal, WHY, NOW, by=user.doer), how, NOW, by=officer().doer, why=BACK)
    found = Letter.objects.filter(kind="file", deed__code__startswith="funding.complaint")
    assert found.count() == 4
    for each in found:
        assert each.language == lang
        assert "{{" not in each.body
        assert "\n\n\n" not in each.body
        assert f"/{lang}/" in each.body


def test_what_waits_for_an_officer_is_asked_and_leaves_out_their_own_refusals() -> None:
    user, refuser = drafts.producer(), officer()
    complain(refused(filed(user, complete=False), refuser), WHY, NOW, by=user.doer)
    assert queries.waiting_for(Who(refuser)).count() == 0
    assert queries.waiting_for(people.who(Role.OFFICER)).count() == 1
