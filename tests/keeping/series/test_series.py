"""A series: made, passed by where it must be, and undone to the letter."""

from typing import Any

import pytest

from kinoqor.keeping.edit.actions import enter
from kinoqor.keeping.edit.queries import newest
from kinoqor.keeping.edit.rules import Entry
from kinoqor.keeping.series.actions import make, undo
from kinoqor.keeping.series.models import Series, Step
from kinoqor.keeping.series.queries import newest_deed
from kinoqor.keeping.series.rules import Change
from kinoqor.keeping.series.words import MOST, Do, Left
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.card.models import Card, Facet
from kinoqor.register.claim.actions import NewClaim, propose
from kinoqor.register.claim.models import Claim
from kinoqor.register.claim.words import Rank
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import Kind
from tests import make as made
from tests import people
from tests.keeping.series.films import ARCHIVE, REFS, change, done, genres, three, undone
from tests.make import BY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def films() -> list[Subject]:
    return three()


def as_kept(*refs: str) -> list[Any]:
    """Cards and facets, every column of them, the facts as they are written."""
    names = [field.attname for field in Card._meta.fields]
    cards = [str(row) for row in Card.objects.filter(ref__in=refs).order_by("ref").values_list(*names)]
    return cards + list(
        Facet.objects.filter(card__ref__in=refs).order_by("card", "pk").values_list("card", "axis", "code")
    )


def test_one_value_is_replaced_in_many_records_at_once() -> None:
    number = done()
    assert (genres("f901"), genres("f902"), genres("f903")) == ({"drama", "musical"}, {"drama"}, {"war"})
    series = Series.objects.get(pk=number)
    assert (series.records, series.left) == (2, {"f903": Left.WITHOUT})


def test_what_was_replaced_stays_to_be_read_with_the_reason() -> None:
    done()
    gone = Claim.objects.filter(value="comedy").select_related("withdrawn")
    assert {claim.withdrawn.why for claim in gone if claim.withdrawn} == {"The list of the archive says so."}
    assert gone.count() == 3


def test_the_cards_are_settled_once_for_all_records() -> None:
    before = Deed.objects.filter(code="register.intake.settled").count()
    done()
    assert Deed.objects.filter(code="register.intake.settled").count() == before + 1
    assert Deed.objects.get(code="keeping.series.made").details["records"] == 2  # type: ignore[index]


@pytest.mark.parametrize("do", list(Do))
def test_undoing_restores_the_cards_to_the_letter(do: Do, films: list[Subject]) -> None:
    made.claim(films[1], "year", "1971", made.source("https://two.example/b"), rank=Rank.PREFERRED)
    made.settled()
    before = as_kept(*REFS)
    of = (
        change(do, old="" if do == Do.LEAD else "comedy", new="1972", prop="year")
        if do == Do.LEAD
        else change(do)
    )
    number = done(of)
    assert as_kept(*REFS) != before
    undone(number)
    assert as_kept(*REFS) == before


def test_what_a_series_withdrew_stands_again_as_its_senders_and_in_its_place() -> None:
    first = Claim.objects.filter(value="comedy", subject__ref="f902").get()
    undone(done())
    again = Claim.objects.get(value="comedy", subject__ref="f902", withdrawn=None)
    assert (again.sender, again.fingerprint, again.place) == (first.sender, first.fingerprint, first.pk)


def test_a_series_can_be_made_again_after_it_was_undone_and_undone_again() -> None:
    before = as_kept(*REFS)
    undone(done())
    number = done()
    assert genres("f902") == {"drama"}
    undone(number)
    assert as_kept(*REFS) == before


def test_a_correction_of_many_leads_on_each_card(films: list[Subject]) -> None:
    done(change(Do.LEAD, "", "1999", "year"))
    assert set(Card.objects.filter(ref__in=REFS).values_list("year", flat=True)) == {1999}


def test_who_is_named_by_many_records_is_named_by_their_cards() -> None:
    made.organisation("o901")
    made.settled()
    done(change(Do.ADD, "", "o901", "studio", target="o901"))
    assert Facet.objects.filter(axis="studio", code="o901").count() == 3


def test_a_record_that_is_shown_under_another_number_is_passed_by() -> None:
    made.subject("p901", Kind.PERSON)
    number = done(refs=[*REFS, "f999", "p901"])
    assert Series.objects.get(pk=number).left == {"f903": "without", "f999": "gone", "p901": "gone"}


def test_a_record_that_someone_changed_meanwhile_is_passed_by(films: list[Subject]) -> None:
    seen = newest_deed()
    enter("f902", Entry("genre", "war", ARCHIVE), False, newest(films[1].pk, "genre"), by=BY)
    number = done(seen=seen)
    assert Series.objects.get(pk=number).left["f902"] == Left.CHANGED
    assert genres("f902") == {"comedy", "war"}


def test_a_change_of_something_else_meanwhile_is_no_hindrance(films: list[Subject]) -> None:
    seen = newest_deed()
    enter("f902", Entry("year", "1971", ARCHIVE), False, newest(films[1].pk, "year"), by=BY)
    assert "f902" not in Series.objects.get(pk=done(seen=seen)).left


def test_nobody_keeps_their_own_record_by_a_series() -> None:
    someone = keeper("p901")
    for ref in ("p901", "p902"):
        made.claim(made.person(ref), "occupation", "actor")
    made.settled()
    of = Change(Do.ADD, "occupation", "", Entry("occupation", "director", ARCHIVE))
    number = make(Kind.PERSON, of, ["p901", "p902"], newest_deed(), by=someone, why="Both directed.")
    assert Series.objects.get(pk=number).left == {"p901": Left.OWN}
    other = make(Kind.PERSON, of, ["p901"], newest_deed(), by=BY, why="They did.")
    with pytest.raises(Refused, match="None of its records"):
        undone(other, someone)


def keeper(ref: str) -> Doer:
    someone = people.user()
    someone.person_ref = ref
    someone.save()
    return someone.doer


@pytest.mark.parametrize(
    ("of", "refs", "why", "reason"),
    [
        (change(), [], "So.", "No record"),
        (change(), [f"f{n}" for n in range(MOST + 1)], "So.", "at most"),
        (change(), REFS, " ", "reason"),
        (change(old="drama", new="war"), REFS, "So.", "None of these"),
        (change(), ["f903"], "So.", "None of these"),
    ],
)
def test_a_series_is_refused_with_its_reason(of: Change, refs: list[str], why: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        make(Kind.WORK, of, refs, newest_deed(), by=BY, why=why)
    assert not Series.objects.exists() and not Step.objects.exists()


def test_undoing_passes_by_what_someone_changed_since(films: list[Subject]) -> None:
    number = done()
    enter("f901", Entry("genre", "war", ARCHIVE), False, newest(films[0].pk, "genre"), by=BY)
    assert undone(number) == 1
    assert (genres("f901"), genres("f902")) == ({"drama", "musical", "war"}, {"comedy"})
    assert Series.objects.get(pk=number).left_undone == {"f901": Left.CHANGED}


@pytest.mark.parametrize(
    ("touch", "why", "reason"), [(2, "So.", "None of its"), (0, "", "reason"), (-1, "So.", "already")]
)
def test_undoing_is_refused_with_its_reason(films: list[Subject], touch: int, why: str, reason: str) -> None:
    number = done()
    for film in films[: max(touch, 0)]:
        enter(film.ref, Entry("genre", "war", ARCHIVE), False, newest(film.pk, "genre"), by=BY)
    if touch < 0:
        undone(number)
    with pytest.raises(Refused, match=reason):
        undo(number, by=BY, why=why)


def test_a_proposal_that_waits_hinders_no_series(films: list[Subject]) -> None:
    seen = newest_deed()
    waiting = NewClaim(films[1].pk, "genre", "war", made.source().pk, "proposal:test", 77)
    propose([waiting], by=BY)
    assert "f902" not in Series.objects.get(pk=done(seen=seen)).left
