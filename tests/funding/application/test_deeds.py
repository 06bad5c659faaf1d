"""What is done with an application, with a refusal for each reason."""

from datetime import datetime

import pytest

from kinoqor.funding.application import actions, queries
from kinoqor.funding.application.models import Application, Aside
from kinoqor.funding.application.words import CREW, MOST_DRAFTS, State
from kinoqor.funding.call.actions import annul
from kinoqor.kit.verdict import Refused
from kinoqor.register.card.models import Card
from tests.funding.application import making
from tests.funding.application.making import NOW, later
from tests.make import BY

pytestmark = pytest.mark.django_db


def save(of: Application, part: str, seen: int | None = None, now: datetime = NOW, **values: object) -> int:
    return actions.save(of.pk, part, values, of.revision if seen is None else seen, now, by=BY)


def test_an_application_begins_as_a_draft_whose_film_nobody_sees() -> None:
    one = making.application(making.producer())
    assert (one.state, one.stage, one.titles) == (State.DRAFT, "script", {"kk": "Сынақ даласы"})
    assert not Card.objects.filter(ref=one.film.ref).exists()
    assert len(queries.addressees(one.pk)) == 1


def test_two_applications_have_two_films_and_one_that_goes_on_has_the_same() -> None:
    one, other = making.application(), making.application()
    assert one.film_id != other.film_id
    again = making.application(titles={}, again=one.pk)
    assert (again.film_id, again.titles) == (one.film_id, one.titles)


def test_nothing_is_taken_over_from_another_company() -> None:
    one = making.application()
    other = making.application(of=making.company("Another test company"), again=one.pk)
    assert other.film_id != one.film_id


@pytest.mark.parametrize("now", [later(days=9), later(days=-20)])
def test_nothing_begins_outside_the_window(now: datetime) -> None:
    with pytest.raises(Refused, match="takes no applications now"):
        making.application(now=now)


def test_nothing_begins_in_a_call_that_was_annulled() -> None:
    making.call()
    annul(making.REF, by=BY, why="An audit.")
    with pytest.raises(Refused, match="takes no applications now"):
        making.application()


def test_a_company_writes_only_so_many_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinoqor.funding.application.rules.MOST_DRAFTS", 2)
    making.application(), making.application()
    with pytest.raises(Refused, match="writes 2 applications"):
        making.application()
    assert MOST_DRAFTS > 2


def test_a_kind_that_is_not_in_the_call_is_refused() -> None:
    with pytest.raises(Refused):
        making.application(kind="opera")


def test_answers_are_saved_and_can_be_taken_out() -> None:
    one = making.application()
    revision = save(one, "story", synopsis="A test.")
    assert queries.one(one.pk).values["synopsis"] == "A test."
    save(one, "story", revision, synopsis=None)
    assert "synopsis" not in queries.one(one.pk).values


def test_what_did_not_change_makes_no_new_revision() -> None:
    one = making.application()
    assert save(one, "film", title_kk="Сынақ даласы") == one.revision


def test_two_windows_may_write_two_parts_but_not_one() -> None:
    one = making.application()
    save(one, "story", synopsis="The one.")
    save(one, "film", title_ru="Другая")
    with pytest.raises(Refused, match="changed in another window"):
        save(one, "story", synopsis="The other.")
    assert queries.one(one.pk).values["synopsis"] == "The one."


def test_what_came_too_late_is_kept_beside_and_settled_once() -> None:
    one = making.application()
    kept = actions.set_aside(one.pk, "story", {"synopsis": "The other."}, by=BY)
    assert [each.values for each in queries.asides_of(one.pk)] == [{"synopsis": "The other."}]
    actions.settle_aside(one.pk, kept, by=BY)
    assert not queries.asides_of(one.pk).exists()
    assert Aside.objects.get(pk=kept).values == {"synopsis": "The other."}


def test_not_everything_is_kept_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinoqor.funding.application.rules.MOST_ASIDE", 1)
    one = making.application()
    actions.set_aside(one.pk, "story", {}, by=BY)
    with pytest.raises(Refused, match="1 versions lie beside"):
        actions.set_aside(one.pk, "story", {}, by=BY)


def test_nothing_is_saved_when_the_window_has_shut() -> None:
    one = making.application()
    with pytest.raises(Refused):
        save(one, "story", now=later(days=9), synopsis="Late.")


def test_the_crew_is_saved_as_one_list() -> None:
    one = making.application()
    member = {"role": "director", "ref": "", "name": "Сынақ Режиссер", "citizen": ""}
    actions.save_crew(one.pk, [member], one.revision, NOW, by=BY)
    kept = queries.one(one.pk)
    assert (kept.crew, kept.parts[CREW][0]) == ([member], kept.revision)
    with pytest.raises(Refused, match="changed in another window"):
        actions.save_crew(one.pk, [], one.revision, NOW, by=BY)


def test_stream_and_kind_are_changed_while_all_of_it_may_be() -> None:
    one = making.application()
    actions.save_film(one.pk, "social", "documentary-full", one.revision, NOW, by=BY)
    assert queries.one(one.pk).kind == "documentary-full"


def test_a_withdrawn_application_stays_and_is_withdrawn_once() -> None:
    one = making.application()
    actions.withdraw(one.pk, by=BY, why="Another plan.")
    assert queries.one(one.pk).state == State.WITHDRAWN
    with pytest.raises(Refused, match="not possible now"):
        actions.withdraw(one.pk, by=BY)


def test_a_step_that_the_flow_does_not_know_is_refused() -> None:
    one = making.application()
    with pytest.raises(Refused, match="not possible now"):
        actions.move(one.pk, "admit", by=BY)


def test_what_was_not_filed_lapses_once_the_window_has_shut() -> None:
    one = making.application()
    assert queries.overdue(NOW) == []
    assert queries.overdue(later(days=9)) == [(one.pk, one.film.ref)]
    actions.move(one.pk, "lapse", by=BY)
    assert queries.one(one.pk).state == State.LAPSED
    assert queries.overdue(later(days=9)) == []
