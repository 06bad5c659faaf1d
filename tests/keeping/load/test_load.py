"""What is loaded, what is not, and what is left when it is taken back."""

import pytest

from kinoqor.keeping.edit.actions import begin
from kinoqor.keeping.edit.rules import Entry
from kinoqor.keeping.load.actions import (
    GO_ON,
    ask_withdrawal,
    begin_again,
    check,
    confirm,
    map_columns,
    set_aside,
    take_back,
    take_in,
)  # fmt: skip
from kinoqor.keeping.load.clock import work_on
from kinoqor.keeping.load.models import Brought, Load, LoadRow
from kinoqor.keeping.load.queries import counted
from kinoqor.keeping.load.words import State, Why
from kinoqor.kit.jobs import MANNERS
from kinoqor.kit.sheet.table import Form
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.card.models import Card
from kinoqor.register.claim.models import Claim
from kinoqor.register.claim.queries import standing
from kinoqor.register.credit.models import Credit
from kinoqor.register.spelling.queries import find
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import Kind
from tests import make
from tests.keeping.load import tables
from tests.keeping.load.sending import loaded, outcomes, picture, sent
from tests.keeping.load.tables import FEW as HEAD
from tests.keeping.load.tables import few as row
from tests.make import BY

pytestmark = pytest.mark.django_db
SOURCE = "https://archive.example/a"


@pytest.fixture(autouse=True)
def register() -> None:
    make.film("f901", "The Test Steppe", year="1970", runtime="90")
    make.person("p901", "Сынақ Үлгіұлы")
    make.settled()


def withdrawn(number: int) -> None:
    ask_withdrawal(number, by=BY, why="It was another fund.")
    work_on(number, BY)


def test_of_five_hundred_rows_forty_are_bad_and_the_others_are_loaded() -> None:
    number = sent(tables.rows(), head=tables.HEAD, form=Form.XLSX)
    assert (counted([number])[number].outcomes, Card.objects.count()) == ({"new": 460, "refused": 40}, 2)
    confirm(number, by=BY)
    work_on(number, BY)
    n = counted([number])[number]
    assert (n.taken, n.back, Card.objects.filter(kind=Kind.WORK).count()) == (460, 40, 461)
    assert LoadRow.objects.filter(load=number, outcome="refused", reasons=[]).count() == 0


def test_loading_twice_changes_nothing() -> None:
    body = tables.rows(60, 5)
    loaded(body, head=tables.HEAD)
    before, claims = picture(), Claim.objects.count()
    again = sent(body, head=tables.HEAD)
    assert counted([again])[again].outcomes == {"same": 55, "refused": 5}
    with pytest.raises(Refused, match="No row"):
        confirm(again, by=BY)
    assert (picture(), Claim.objects.count()) == (before, claims)


def test_two_files_that_were_checked_side_by_side_load_their_rows_once() -> None:
    body = tables.rows(10, 0)
    one, two = sent(body, head=tables.HEAD), sent(body, head=tables.HEAD)
    for number in (one, two):
        confirm(number, by=BY)
        work_on(number, BY)
    assert (set(outcomes(one)), set(outcomes(two))) == ({"new"}, {"same"})
    assert Card.objects.filter(kind=Kind.WORK).count() == 11
    assert Brought.objects.filter(load=two).count() == 0


def test_the_same_rows_of_another_sender_are_doubtful_and_not_their_own() -> None:
    body = tables.rows(3, 0)
    loaded(body, head=tables.HEAD)
    assert set(outcomes(sent(body, head=tables.HEAD, sender="Another archive"))) == {"doubtful"}


def test_a_withdrawn_load_leaves_everything_as_it_was() -> None:
    before = picture()
    number = loaded(
        [row("f901", "Another Steppe", "", "", "p901"), row("", "A new film", "1980", "70")], head=HEAD
    )
    assert picture() != before
    withdrawn(number)
    assert picture() == before
    load = Load.objects.get(pk=number)
    assert (load.state, load.why, Brought.objects.count()) == (State.WITHDRAWN, "It was another fund.", 5)
    assert Claim.objects.filter(withdrawn__why="It was another fund.").count() == 5


def test_a_record_that_began_with_a_withdrawn_load_has_no_card_and_cannot_be_found() -> None:
    number = loaded([row("", "Lonely film", "1980")], head=HEAD)
    ref = Subject.objects.exclude(ref__in=["f901", "p901"]).get().ref
    assert [hit.found.subject for hit in find("Lonely film")[1]]
    withdrawn(number)
    assert not Card.objects.filter(ref=ref).exists() and find("Lonely film")[1] == []


def test_a_record_of_which_someone_else_speaks_too_keeps_its_card() -> None:
    number = loaded([row("", "Shared film", "1980")], head=HEAD)
    about = Subject.objects.exclude(ref__in=["f901", "p901"]).get()
    make.claim(about, "title", "Shared film", lang="en", script="Latn")
    withdrawn(number)
    assert Card.objects.get(ref=about.ref).title_en == "Shared film"


def test_what_the_desk_withdrew_meanwhile_does_not_stop_a_withdrawal() -> None:
    number = loaded([row("", "A film", "1980", "70")], head=HEAD)
    Claim.objects.filter(prop="runtime", value="70").update(withdrawn=Deed.objects.latest("pk"))
    withdrawn(number)
    assert standing().filter(sender__startswith="load:").count() == 0


def test_after_a_withdrawal_the_mended_file_can_be_loaded() -> None:
    withdrawn(loaded([row("", "A film", "1980")], head=HEAD))
    assert outcomes(loaded([row("", "A film", "1981")], head=HEAD)) == ["new"]


def test_the_journal_has_every_step_with_who_did_it() -> None:
    withdrawn(loaded([row("", "A film", "1980")], head=HEAD))
    codes = Deed.objects.filter(code__startswith="keeping.load").order_by("pk").values_list("code", flat=True)
    assert [code.split(".")[2] for code in codes] == [
        "uploaded", "mapped", "checked", "confirmed", "loaded", "withdrawal_asked", "withdrawn",
    ]  # fmt: skip
    assert Deed.objects.get(code="keeping.load.loaded").details["claims"] == 2


def test_new_records_are_given_numbers_above_those_of_the_packs_and_no_number_twice() -> None:
    begin("work", [Entry("title", "By hand", SOURCE, lang="en", script="Latn")], by=BY)
    loaded(tables.rows(3, 0), head=tables.HEAD)
    refs = Card.objects.filter(ref__startswith="f1").order_by("ref").values_list("ref", flat=True)
    assert list(refs) == ["f100001", "f100002", "f100003", "f100004"]


def test_credits_are_loaded_by_number_and_by_name() -> None:
    loaded([row("f901", "", "", "", "Сынақ Үлгіұлы")], head=HEAD)
    [credit] = Credit.objects.all()
    assert (credit.film.ref, credit.person.ref, credit.role) == ("f901", "p901", "director")


def test_people_and_organisations_are_loaded_like_films() -> None:
    head = ("Name in English", "Born", "Occupation", "Source")
    assert outcomes(loaded([["Test Person", "1950", "director", SOURCE]], head=head, kind=Kind.PERSON)) == [
        "new"
    ]
    head = ("Name in English", "Founded", "Kind of organisation", "Source")
    studio = ["Test Studio", "1961", "studio", SOURCE]
    assert outcomes(loaded([studio], head=head, kind=Kind.ORGANISATION)) == ["new"]
    refs = Card.objects.filter(title_en__startswith="Test ").values_list("ref", flat=True)
    assert set(refs) == {"p100001", "o100001"}


def test_a_text_that_would_be_a_formula_stays_text() -> None:
    loaded([row("", "=1+1", "1980")], head=HEAD)
    assert Card.objects.get(year=1980).title_en == "=1+1"


# ------------------------------------------------------------------------------------------- refusals and dead workers


def test_a_file_is_loaded_once() -> None:
    number = loaded([row("", "A film", "1980")], head=HEAD)
    for again in (confirm, take_in, check):
        with pytest.raises(Refused):
            again(number, by=BY)


def test_what_was_not_loaded_cannot_be_withdrawn_and_nothing_is_without_a_reason() -> None:
    number = sent([row("", "A film", "1980")], head=HEAD)
    with pytest.raises(Refused, match="Only what was loaded"):
        ask_withdrawal(number, by=BY, why="x")
    confirm(number, by=BY)
    work_on(number, BY)
    with pytest.raises(Refused, match="with a reason"):
        ask_withdrawal(number, by=BY, why=" ")
    with pytest.raises(Refused, match="done already"):
        take_back(number, by=BY, why="x")


def test_a_file_that_was_set_aside_is_not_loaded() -> None:
    number = sent([row("", "A film", "1980")], head=HEAD)
    set_aside(number, by=BY)
    for forbidden in (confirm, set_aside, begin_again):
        with pytest.raises(Refused):
            forbidden(number, by=BY)
    with pytest.raises(Refused):
        map_columns(number, [], "", by=BY)


class Killed(BaseException):
    """What no code catches, as when a worker is killed."""


def test_a_worker_that_dies_in_the_middle_loses_nothing_and_nothing_is_loaded_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    number = sent(tables.rows(10, 0), head=tables.HEAD)
    confirm(number, by=BY)
    before = picture()

    def dies(*_given: object, **_more: object) -> None:
        raise Killed

    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr("kinoqor.keeping.load.actions.settle", dies)
        work_on(number, BY)
    assert (picture(), Brought.objects.count(), Load.objects.get(pk=number).state) == (
        before,
        0,
        State.LOADING,
    )
    begin_again(number, by=BY)
    for _worker in range(2):
        work_on(number, BY)
    assert Card.objects.filter(kind=Kind.WORK).count() == 11
    assert Deed.objects.filter(code="keeping.load.loaded").count() == 1


def test_the_job_that_is_called_is_a_job() -> None:
    assert GO_ON in MANNERS


def test_a_bad_row_names_all_that_is_wrong_with_it() -> None:
    number = sent([row("f999", "A film", "soon", "ninety", "Nobody")], head=HEAD)
    reasons = LoadRow.objects.get(load=number).reasons
    assert [why for why, _at, _of in reasons] == [Why.VALUE, Why.VALUE, Why.UNKNOWN, Why.NOBODY]
