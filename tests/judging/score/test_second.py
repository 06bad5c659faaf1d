"""The second phase: more readers for exactly the films at the line, in one step, and each reason why not."""

from typing import Any

import pytest
from django.test import Client

from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.judging.assignment.models import Draw
from kinoqor.judging.panel.models import Body
from kinoqor.judging.score import queries
from kinoqor.judging.score.actions import send_more
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from tests import people
from tests.funding.check import making as checking
from tests.judging import making
from tests.judging.making import REF, STAGE
from tests.judging.score.test_round import shut, the_round

pytestmark = pytest.mark.django_db
SCORES = f"/en/desk/rounds/{REF}/{STAGE}/scores/"
PAGE = f"{SCORES}second/"
LINE = {"places": 2, "ties": ["lowest", "draw"]}


def at_the_line(more: int = 2, **manner: Any) -> tuple[list[Application], list[str]]:
    """An opened round, and the numbers of its films at the line."""
    making.call(**{"second": {"more": more}, "scores": LINE} | manner)
    files, _readers = making.judged_round(files=5)
    return files, queries.crossing(the_round())


def refusal(seen: list[str]) -> str:
    """Why more readers cannot be asked for."""
    with pytest.raises(Refused) as found:
        send_more(REF, STAGE, seen, by=checking.officer().doer)
    return str(found.value.verdict.reason)


def page_of(browser: Client, place: str = PAGE) -> str:
    """What stands at an address."""
    answer = browser.get(place)
    assert answer.status_code == 200
    return answer.content.decode()


def test_one_step_prepares_the_second_draw_with_exactly_the_films_at_the_line() -> None:
    files, films = at_the_line()
    assert 0 < len(films) < len(files)
    browser = people.client(checking.officer())
    assert f"More readers for the {len(films)} films at the line" in page_of(browser, SCORES)
    page = page_of(browser)
    for each in files:
        assert (each.titles["kk"] in page) == (str(each.pk) in films)
    answer = browser.post(PAGE, {"films": ",".join(films)})
    made = Draw.objects.get(phase=2)
    assert answer.status_code == 302 and answer["Location"].endswith(f"/desk/draws/{made.pk}/")
    assert made.further == sorted(int(film) for film in films)
    draw = page_of(browser, f"/en/desk/draws/{made.pk}/")
    assert "Each of these films gets 2 more experts" in draw
    assert "More experts for a film at the line" in draw and "Experts for each file" not in draw
    assert f"/desk/draws/{made.pk}/" in page_of(browser, SCORES)
    line = Deed.objects.get(code="judging.score.more_asked")
    assert line.details == {"call": REF, "stage": STAGE, "films": len(films), "draws": [made.pk]}


def test_each_body_draws_for_the_films_that_it_has_read() -> None:
    _files, films = at_the_line()
    other = making.body("other-section")
    first = Draw.objects.get()
    second = Draw.objects.create(
        version=first.version, stage=STAGE, body=other, standing=first.standing, salt="5b" * 32, source="drand",
        made=making.deed(), frozen_by=making.deed(), drawn_by=making.deed(), released_by=making.deed(),
    )  # fmt: skip
    moved = int(films[0])
    for each in first.readings.filter(application=moved):
        each.pk, each.draw, each.ended = None, second, making.deed()
        each.save(force_insert=True)
    whose = queries.bodies_of(the_round(), films)
    assert str(moved) in whose[other.pk]
    assert Body.objects.count() == 2 == len(whose)


def test_without_a_second_phase_in_the_call_there_is_none() -> None:
    _files, films = at_the_line(more=0)
    assert refusal(films) == "This call knows no second phase."
    browser = people.client(checking.officer())
    assert "More readers for the" not in page_of(browser, SCORES)
    assert "This call knows no second phase." in page_of(browser)


def test_where_no_film_crosses_the_line_nobody_is_sent() -> None:
    making.call(second={"more": 2}, scores={"ties": ["draw"]})
    making.judged_round()
    assert "No film crosses the line" in refusal([])


def test_a_second_draw_is_prepared_once() -> None:
    _files, films = at_the_line()
    send_more(REF, STAGE, films, by=checking.officer().doer)
    assert "prepared already" in refusal(films)


def test_after_the_second_opening_there_is_no_third_phase() -> None:
    _files, films = at_the_line()
    making.draw(phase=2)
    making.opened(phase=2)
    assert "there is no third" in refusal(films)


def test_a_list_that_has_changed_is_looked_at_again() -> None:
    files, films = at_the_line()
    assert "not those that you saw" in refusal(films[1:])
    Application.objects.filter(pk=int(films[0])).update(state=State.WITHDRAWN)
    answer = people.client(checking.officer()).post(PAGE, {"films": ",".join(str(each.pk) for each in files)})
    assert "not those that you saw" in answer.content.decode()
    assert not Draw.objects.filter(phase=2).exists()


def test_a_body_that_was_closed_reads_no_more() -> None:
    _files, films = at_the_line()
    Body.objects.update(closed=making.deed())
    assert "body was closed" in refusal(films)


def test_before_the_opening_nothing_is_sent() -> None:
    making.call(second={"more": 2}, scores=LINE)
    making.judged_round(open_=False)
    assert people.client(checking.officer()).get(PAGE).status_code == 403
    with pytest.raises(LookupError):
        send_more(REF, STAGE, [], by=checking.officer().doer)


def test_an_officer_in_conflict_and_an_auditor_send_nobody() -> None:
    files, films = at_the_line()
    someone = checking.officer()
    shut(people.who(whom=someone), files[0])
    assert people.client(someone).get(PAGE).status_code == 403
    with pytest.raises(Refused) as found:
        send_more(REF, STAGE, films, by=someone.doer)
    assert "shut to you" in str(found.value.verdict.reason)
    auditor = people.client(people.seated(Role.AUDITOR).user)
    assert auditor.get(PAGE).status_code == 403
    assert "More readers for the" not in page_of(auditor, SCORES)


def test_announced_numbers_are_named_beforehand_in_a_second_phase_too() -> None:
    _files, films = at_the_line(draw={"source": "numbers"})
    browser = people.client(checking.officer())
    told = ",".join(films)
    assert "Numbers that will decide" in browser.post(PAGE, {"films": told}).content.decode()
    assert not Draw.objects.filter(phase=2).exists()
    browser.post(PAGE, {"films": told, "announced": "Test lottery; 2026-12-01"})
    assert Draw.objects.get(phase=2).announced == [{"name": "Test lottery", "day": "2026-12-01"}]


def test_where_nothing_can_be_counted_the_page_says_what_is_missing() -> None:
    criteria = [{"code": "plot", "name": checking.making.text("Plot")}]
    checking.call(criteria=criteria, judging=[making.MANNER | {"second": {"more": 2}}])
    making.opened()
    assert "has no scale" in page_of(people.client(checking.officer()))
