"""The pages after a decision: an applicant objects and reads the answer, officers answer, re-checks and annulments."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kinoqor.accounts.role.words import Role
from kinoqor.deciding.allocation import actions as lists
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.recheck import actions, clock
from kinoqor.deciding.recheck.models import Objection, Recheck
from kinoqor.deciding.recheck.words import Answer, Changes
from kinoqor.funding.application.models import Application
from kinoqor.funding.call.models import Call, CallVersion
from tests import people
from tests.deciding import making
from tests.deciding.allocation.test_deeds import MILLION, computed, rounds
from tests.deciding.publication.publishing import out
from tests.make import BY

pytestmark = pytest.mark.django_db
REF, STAGE = making.REF, making.STAGE
WORDS = "The mark of one reader was typed into the wrong row."


def result(days: int | None = 20) -> tuple[Application, Client]:
    """A result that is out, against which one may object so many days yet; its applicant's browser."""
    owner = people.user("Сынақ Өтінуші")
    file = making.admitted(owner)
    told = making.publication(making.order(making.allocation({"f1": file.pk})))
    line = {"code": "f1"}
    if days is not None:
        line["objection"] = (timezone.now() + timedelta(days=days)).date().isoformat()
    making.outcome(told, file, line=line)
    return file, people.client(owner)


def seen(browser: Client, name: str, *args: object, status: int = 200) -> str:
    answer = browser.get(reverse(name, args=args))
    assert answer.status_code == status
    return answer.content.decode()


def adopted() -> Allocation:
    """An adopted list of films that were read and heard."""
    rounds()
    of = computed()
    lists.adopt(of.pk, by=BY)
    return of


def test_an_applicant_reads_until_when_they_may_object_writes_and_reads_it_again() -> None:
    file, browser = result()
    assert "You may object until" in seen(browser, "objection", file.pk)
    short = browser.post(reverse("objection-new", args=[file.pk]), {"words": "Wrong."})
    assert short.status_code == 200 and not Objection.objects.exists()
    assert "Wrong." in short.content.decode(), "what was typed is not lost"
    sent = browser.post(reverse("objection-new", args=[file.pk]), {"words": WORDS})
    assert sent.status_code == 302
    page = seen(browser, "objection", file.pk)
    assert WORDS in page and "not answered yet" in page
    again = browser.post(reverse("objection-new", args=[file.pk]), {"words": WORDS})
    assert "objected to this result already" in again.content.decode()


@pytest.mark.parametrize(("days", "told"), [(-2, "has run out"), (None, "know no objection")])
def test_who_may_not_object_reads_why_and_sees_no_form(days: int | None, told: str) -> None:
    file, browser = result(days)
    page = seen(browser, "objection", file.pk)
    assert told in page
    assert "<textarea" not in page


def test_nobody_reads_the_objection_of_another_company() -> None:
    file, _browser = result()
    seen(people.client(people.user()), "objection", file.pk, status=404)


def test_an_officer_finds_the_objection_and_answers_it_with_reasons() -> None:
    file, browser = result()
    number = actions.object_to(file.pk, WORDS, timezone.now(), by=BY)
    officer = people.signed_in(Role.OFFICER)
    assert f"№ {file.pk}" in seen(officer, "objections")
    assert WORDS in seen(officer, "objection-answer", number)
    said = {
        "how": Answer.REJECTED,
        "words": "The row was the right one; the protocol of the reading shows it.",
    }
    assert officer.post(reverse("objection-answer", args=[number]), said).status_code == 302
    assert said["words"] in seen(browser, "objection", file.pk)
    assert "<textarea" not in seen(officer, "objection-answer", number)
    assert "No objection stands here" in seen(officer, "objections")


def test_the_points_of_one_film_are_put_right_and_the_difference_is_shown() -> None:
    of = adopted()
    officer = people.signed_in(Role.OFFICER)
    address = reverse("recheck-new", args=[of.pk])
    form = officer.get(address).context["form"]
    same = {each.name: "" if each.value() is None else each.value() for each in form} | {"reason": WORDS}
    same.pop("without")  # no box is ticked
    code = form.fields["film"].choices[1][0]
    alone = officer.post(address, same | {"film": code})
    assert "Say which points the film has then." in alone.content.decode()
    alone = officer.post(address, same | {"points": "9.5"})
    assert "Choose the film whose points these are." in alone.content.decode()
    assert "Nothing is changed" in officer.post(address, same).content.decode()
    assert officer.post(address, same | {"film": code, "points": "1.25"}).status_code == 302
    made = Recheck.objects.get()
    assert made.changes["points"] == {code: 125}
    clock.work.call(made.pk)
    page = seen(officer, "recheck", made.pk)
    assert "with 1.25 points" in page
    assert "computed" in page


def test_a_recheck_is_read_by_everybody_once_the_result_is_out_and_by_officers_before() -> None:
    of = adopted()
    number = actions.ask(of.pk, Changes(envelopes={"social": 600 * MILLION}), WORDS, by=BY)
    clock.work.call(number)
    assert seen(people.signed_in(Role.OFFICER), "recheck", number)
    seen(people.client(people.user()), "recheck", number, status=404)
    seen(people.client(), "rechecks", REF, STAGE, status=404)
    making.publication(making.order(of))
    page = seen(people.client(), "rechecks", REF, STAGE)
    assert WORDS in page
    assert reverse("recheck", args=[number]) in page
    public = seen(people.client(), "recheck", number)
    for file in Application.objects.all():
        assert file.titles["kk"] not in public, "no film is named that the result does not name"


def test_a_result_that_nobody_had_computed_again_says_so() -> None:
    result()
    assert "Nobody has had this list computed once more" in seen(people.client(), "rechecks", REF, STAGE)


def test_a_round_is_annulled_with_ground_and_clause_and_its_repetition_begun() -> None:
    result()
    officer = people.signed_in(Role.OFFICER)
    address = reverse("round-annulment", args=[REF])
    assert "1 order is annulled." in seen(officer, "round-annulment", REF)
    refused = officer.post(address, {"ground": "audit", "clause": "", "words": WORDS})
    assert refused.status_code == 200 and not Call.objects.get(ref=REF).annulled_id
    done = officer.post(address, {"ground": "audit", "clause": "Act 12, clause 3", "words": WORDS})
    assert done.status_code == 302
    for page in (seen(officer, "round-annulment", REF), seen(people.client(), "call", REF)):
        assert WORDS in page and "Act 12, clause 3" in page
    again = officer.post(reverse("round-repeat", args=[REF]), {"ref": "tests-again"})
    assert again.status_code == 302
    assert "tests-again" in seen(officer, "round-annulment", REF)


def test_the_result_of_an_annulled_round_leads_to_the_call_that_repeats_it_once_that_is_published() -> None:
    out()
    officer = people.signed_in(Role.OFFICER)
    given = {"ground": "audit", "clause": "Act 12, clause 3", "words": WORDS}
    officer.post(reverse("round-annulment", args=[REF]), given)
    officer.post(reverse("round-repeat", args=[REF]), {"ref": "tests-again"})
    to = reverse("call", args=["tests-again"])
    for name, args in (("result", [REF, STAGE]), ("call", [REF])):
        page = seen(people.client(), name, *args)
        assert WORDS in page
        assert to not in page, "a draft is nobody's to read"
    again = Call.objects.get(ref="tests-again").versions.get()
    CallVersion.objects.filter(pk=again.pk).update(published=making.deed())
    for name, args in (("result", [REF, STAGE]), ("call", [REF])):
        assert to in seen(people.client(), name, *args)
