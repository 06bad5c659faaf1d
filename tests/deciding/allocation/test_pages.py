"""The pages of who gets what, as officers, auditors, members of the council and those in conflict see them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kinoqor.accounts.role.words import Role
from kinoqor.deciding.allocation import actions, clock, queries
from kinoqor.deciding.allocation.adapters.whatif import without
from kinoqor.deciding.allocation.adapters.working import departed
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.funding.call.actions import amend, begin_draft
from kinoqor.funding.conflict.actions import report
from kinoqor.funding.conflict.words import Kind
from kinoqor.judging.assignment.models import Reading
from kinoqor.judging.panel.words import BodyKind
from tests import people
from tests.deciding import making
from tests.deciding.allocation.test_deeds import REF, STAGE, STREAM, WHY, computed, rounds
from tests.deciding.making import QUOTA
from tests.funding.check import making as checking
from tests.judging import making as judging
from tests.make import BY

pytestmark = pytest.mark.django_db
ROUND = f"/en/desk/rounds/{REF}/{STAGE}/allocation/"


def officer() -> Client:
    return people.client(checking.officer())


def body(client: Client, place: str) -> str:
    """What stands at an address."""
    answer = client.get(place)
    assert answer.status_code == 200
    return answer.content.decode()


def one(of: Allocation, part: str = "") -> str:
    """The address of a list, or of a page of it."""
    return f"/en/desk/allocations/{of.pk}/{part}"


def test_a_stage_without_a_list_leads_to_the_freezing_and_that_to_the_list() -> None:
    rounds()
    browser = officer()
    assert f"{ROUND}freeze/" in body(browser, ROUND)
    answer = browser.post(f"{ROUND}freeze/")
    of = queries.current(REF, STAGE)
    assert of is not None and answer.headers["Location"] == one(of)
    assert "The list is being computed." in body(browser, one(of))
    assert browser.get(one(of, "progress.json")).json()["working"] is True


def test_the_list_shows_each_film_with_its_reason_the_line_and_the_cut_offs() -> None:
    files = rounds()
    of = computed()
    page = body(officer(), ROUND)
    assert all(each.titles["kk"] in page for each in files)
    rows = queries.listed(of)
    under = page[page.index("theline") :]
    assert all(f"№&nbsp;{row.application}" in (page if row.funded else under) for row in rows)
    assert "The line" in page and "Cut-off" in page and "Set aside" in page


def test_what_a_film_lacked_is_told_for_the_one_that_is_asked_about() -> None:
    rounds()
    of = computed()
    out = next(row for row in queries.listed(of) if not row.funded)
    asked = f"{one(of)}?film={out.application}"
    assert "It is being worked out" in body(officer(), asked)
    clock.tell.call(of.pk)
    page = body(officer(), asked)
    assert "would be funded, if" in page and "It is being worked out" not in page


def test_a_departure_is_made_shown_with_its_author_and_taken_back() -> None:
    rounds()
    of, browser = computed(), officer()
    out = next(row for row in queries.listed(of) if not row.funded)
    said = {"application": out.application, "author": "Member of the tests", "reason": WHY}
    assert browser.post(one(of, "depart/"), said).status_code == 302
    page = body(browser, one(of))
    assert "Member of the tests" in page and WHY in page and "Its price:" in page
    [made] = queries.departures(of)
    browser.post(one(of, f"departures/{made.pk}/undo/"))
    assert "Nobody has departed" in body(browser, one(of))


def test_a_departure_of_another_list_cannot_be_taken_back_here() -> None:
    rounds()
    first = computed()
    out = next(row for row in queries.listed(first) if not row.funded)
    made = actions.depart(first.pk, out.application, True, WHY, departed, by=BY)
    actions.cancel(first.pk, by=BY, why="An envelope was typed wrong.")
    second = computed()
    assert officer().post(one(second, f"departures/{made}/undo/")).status_code == 404


def test_a_dropped_list_stays_readable_beside_the_next_one() -> None:
    rounds()
    of, browser = computed(), officer()
    browser.post(one(of, "drop/"), {"why": ""})
    assert queries.current(REF, STAGE) == of
    browser.post(one(of, "drop/"), {"why": "An envelope was typed wrong."})
    assert queries.current(REF, STAGE) is None
    assert one(of) in body(browser, ROUND)
    assert "An envelope was typed wrong." in body(browser, one(of))


def test_what_if_tells_who_would_come_in_with_twice_the_money_and_keeps_nothing() -> None:
    rounds()
    of, browser = computed(), officer()
    before = Allocation.objects.values().get(pk=of.pk)
    assert "Move a slider" in body(browser, one(of, "what-if/"))
    assert "Nothing is moved" in body(browser, one(of, "what-if/?money-social=0"))
    page = body(browser, one(of, "what-if/?money-social=100"))
    assert "Would come in" in page and "more than now" in page
    assert Allocation.objects.values().get(pk=of.pk) == before


def test_an_address_that_names_one_slider_leaves_the_others_where_they_stood() -> None:
    making.call(
        award={"pitching": None, "purse": {"lots": "none", "least_points": 100}}, pairs=[],
        streams=[STREAM | {"envelope": 300_000_000}], quotas=[QUOTA | {"least": 0, "most": 4}],
    )  # fmt: skip
    rounds()
    of = computed()
    form = officer().get(one(of, "what-if/?money-social=50")).context["form"]
    assert form["most-documentary"].value() == 4
    assert form.asked() == {"money-social": 50}


def test_a_film_that_gave_way_to_a_departure_says_so() -> None:
    rounds()
    of = computed()
    rows = queries.listed(of)
    out = next(row for row in rows if not row.funded)
    actions.depart(of.pk, out.application, True, WHY, departed, by=BY)
    [made] = queries.departures(of)
    assert made.price["leaving"], "the film comes in at somebody's cost"
    page = body(officer(), f"{one(of)}?film={of.codes[made.price['leaving'][0]]}")
    assert "gave way to a departure from the list" in page and "the computed list has it" in page


def test_the_page_of_a_list_asks_the_database_no_more_than_a_page_of_the_desk_may() -> None:
    rounds()
    of, browser = computed(), officer()
    body(browser, one(of))
    with CaptureQueriesContext(connection) as asked:
        body(browser, one(of))
    assert len(asked) <= 21, [each["sql"][:100] for each in asked.captured_queries]


def test_what_if_without_a_reader_counts_the_points_anew() -> None:
    rounds()
    of, browser = computed(), officer()
    assert "Without the marks of" in body(browser, one(of, "what-if/"))
    reader, case = Reading.objects.order_by("pk")[0].user_id, queries.frozen(of)
    other = without(of, case, reader)
    assert {each.code: each.points for each in other.files} != {each.code: each.points for each in case.files}
    page = body(browser, one(of, f"what-if/?gone={reader}"))
    assert "Nothing is moved" not in page and "What would be" in page and "Set aside" in page


def council_member() -> Client:
    """Somebody who sits on the council of the tests."""
    member = judging.member(judging.body("test-great-council", kind=BodyKind.COUNCIL))
    return people.client(member.seat.user)


def test_a_member_of_the_council_and_an_auditor_read_and_change_nothing() -> None:
    rounds()
    of = computed()
    auditor = people.user()
    people.seated(Role.AUDITOR, auditor)
    for browser in (council_member(), people.client(auditor)):
        page = body(browser, one(of))
        assert "Drop this list" not in page and "frozen.json" not in page
        assert browser.post(one(of, "drop/"), {"why": "Because."}).status_code == 403
        assert browser.get(one(of, "frozen.json")).status_code == 403
    assert "Without the marks of" not in body(council_member(), one(of, "what-if/"))


def test_an_expert_without_a_seat_there_finds_nothing() -> None:
    rounds()
    of = computed()
    someone = people.user()
    people.seated(Role.EXPERT, someone)
    assert people.client(someone).get(one(of)).status_code == 404
    assert people.client(someone).get(ROUND).status_code == 404


def test_whoever_is_in_conflict_with_one_film_sees_no_list_at_all() -> None:
    files = rounds()
    of = computed()
    someone = checking.officer()
    report(files[0].pk, files[0].name, someone.pk, Kind.FAMILY, "They are cousins and share a house.", by=BY)
    browser = people.client(someone)
    for place in (ROUND, one(of), one(of, "what-if/"), one(of, "decided.json"), one(of, "depart/")):
        answer = browser.get(place)
        assert answer.status_code == 403, place
        assert files[1].titles["kk"] not in answer.content.decode()


def test_the_files_of_a_list_come_byte_for_byte_to_an_officer() -> None:
    rounds()
    of, browser = computed(), officer()
    answer = browser.get(one(of, "frozen.json"))
    assert answer.content.decode() == of.frozen and "no-store" in answer.headers["Cache-Control"]
    assert browser.get(one(of, "decided.json")).content.decode() == of.result


def test_announced_numbers_are_entered_by_hand_where_lots_decide() -> None:
    rounds(level=True, lots="ties")
    browser = officer()
    browser.post(f"{ROUND}freeze/", {"announced": "State lottery, draw 1520; 2026-11-20"})
    of = queries.current(REF, STAGE)
    assert of is not None
    clock.work.call(of.pk)
    page = body(browser, one(of))
    assert "lots decide between them" in page and one(of, "chance/") in page
    assert "State lottery, draw 1520" in body(browser, one(of, "chance/"))
    browser.post(one(of, "chance/"), {"source0": "5 17 23"})
    clock.work.call(of.pk)
    assert queries.whole(of.pk).seed and queries.listed(queries.whole(of.pk))


def drafted(least: int) -> Client:
    """An officer, and a draft of the call that asks for so many documentaries of six films that are none."""
    rounds()
    begin_draft(REF, by=BY)
    quota = QUOTA | {"least": least}
    amend(REF, "quotas", lambda now: {**now, "quotas": [quota]}, by=BY)
    return officer()


def test_the_draft_of_a_call_leads_to_its_quotas_tried_and_they_can_hold() -> None:
    browser = drafted(0)
    assert f"/en/desk/calls/{REF}/quotas/" in body(browser, f"/en/desk/calls/{REF}/")
    page = body(browser, f"/en/desk/calls/{REF}/quotas/?past={REF}/{STAGE}")
    assert "They can hold." in page and "6 files were used." in page


def test_quotas_that_cannot_hold_name_the_smallest_set_that_clashes() -> None:
    page = body(drafted(5), f"/en/desk/calls/{REF}/quotas/?past={REF}/{STAGE}")
    assert "The smallest set that clashes:" in page and "Documentaries" in page and "What would help" in page


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_page_of_a_list_opens_to_an_officer_in_each_language(language: str) -> None:
    rounds()
    browser, round_ = officer(), ROUND.replace("/en/", f"/{language}/")
    pages = [round_, f"{round_}freeze/"]
    answers = {page: browser.get(page).status_code for page in pages}
    of = computed()
    for part in ("", "?by=stream", "depart/", "chance/", "what-if/", "what-if/?money-social=-50"):
        page = one(of, part).replace("/en/", f"/{language}/")
        answers[page] = browser.get(page).status_code
    answers["freeze again"] = browser.get(f"{round_}freeze/").status_code
    assert {page: status for page, status in answers.items() if status != 200} == {}
