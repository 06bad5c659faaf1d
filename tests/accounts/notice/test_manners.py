"""Who is told what and how: at once, once a day, or only here; who sees which letter, and whose address nobody sees."""

import pytest
from django.urls import reverse
from django.utils.translation import override
from pytest_django.fixtures import Settings

from kinoqor.accounts.notice.actions import choose, write_daily
from kinoqor.accounts.notice.clock import daily_letters
from kinoqor.accounts.notice.letters import tell, tell_address
from kinoqor.accounts.notice.rules import manner_of, may_choose
from kinoqor.accounts.notice.words import CHOSEN, FIXED, USUAL, Manner, Notice
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.actions import empty_account
from kinoqor.accounts.user.models import User
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.ledger.letter.models import Letter, Sending
from kinoqor.ledger.letter.words import State
from tests import people
from tests.make import BY

TEMPLATE = "accounts/signin/written/secured"
VALUES = {"what": "Test"}


@deed("tests.notice.told")
def _told(line: Line, user: int, notice: Notice) -> int | None:
    """A deed that tells someone something."""
    return tell(line, user, notice, TEMPLATE, VALUES)


@deed("tests.notice.told_address")
def _told_address(line: Line, address: str, user: int | None = None) -> int:
    """A deed that writes to an address."""
    return tell_address(line, address, user, TEMPLATE, VALUES, Notice.ANSWER)


def state(number: int | None) -> str:
    return Sending.objects.get(pk=number).state


@pytest.mark.parametrize("notice", Notice)
def test_what_keeps_an_account_safe_always_comes_and_the_rest_is_chosen(notice: Notice) -> None:
    assert bool(may_choose(notice)) == (notice not in FIXED)
    chosen = manner_of(notice, {str(notice): "here"})
    assert chosen == (Manner.AT_ONCE if notice in FIXED else Manner.HERE)


def test_every_kind_is_either_fixed_or_has_a_usual_manner() -> None:
    assert set(Notice) == FIXED | set(CHOSEN) and set(USUAL) == set(CHOSEN)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("manner", "wanted"),
    [(Manner.AT_ONCE, State.WAITING), (Manner.DAILY, State.HELD), (Manner.HERE, State.DROPPED)],
)
def test_a_letter_comes_in_the_manner_that_was_chosen(manner: Manner, wanted: State) -> None:
    someone = people.user()
    choose(someone.pk, Notice.ANSWER, manner, by=someone.doer)
    assert state(_told(someone.pk, Notice.ANSWER, by=BY)) == wanted


@pytest.mark.django_db
def test_nobody_switches_off_the_letters_about_their_safety() -> None:
    someone = people.user()
    with pytest.raises(Refused):
        choose(someone.pk, Notice.SECURITY, Manner.HERE, by=someone.doer)


@pytest.mark.django_db
def test_the_daily_letter_names_what_waited_once_and_in_the_language_of_its_receiver() -> None:
    someone, other = people.user(), people.user()
    User.objects.filter(pk=someone.pk).update(language="ru")
    for one in (someone, other):
        choose(one.pk, Notice.ANSWER, Manner.DAILY, by=one.doer)
    waited = [_told(someone.pk, Notice.ANSWER, by=BY) for _each in range(2)]
    _told(other.pk, Notice.ANSWER, by=BY)
    assert daily_letters.call() == 3
    daily = Letter.objects.get(receiver=someone.doer.voice, kind=Notice.DAILY)
    assert daily.language == "ru" and all(f"/ru/letters/{number}/" in daily.body for number in waited)
    assert {state(number) for number in waited} == {State.DROPPED}
    assert daily_letters.call() == 0
    assert Letter.objects.filter(kind=Notice.DAILY).count() == 2


@pytest.mark.django_db
def test_nobody_is_written_to_once_their_account_is_erased() -> None:
    someone = people.user()
    choose(someone.pk, Notice.ANSWER, Manner.DAILY, by=someone.doer)
    _told(someone.pk, Notice.ANSWER, by=BY)
    empty_account(someone.pk, by=someone.doer)
    assert _told(someone.pk, Notice.ANSWER, by=BY) is None
    assert write_daily(someone.doer.voice, by=Doer("clock")) == 0


@pytest.mark.django_db
def test_a_letter_is_visible_to_both_sides_and_to_no_third() -> None:
    writer, receiver, third = people.user(name="Сынақ Жазушы"), people.user(name="Сынақ Алушы"), people.user()
    number = _told(receiver.pk, Notice.ANSWER, by=writer.doer)
    place = reverse("letter", args=[number])
    answers = [people.client(each).get(place).status_code for each in (writer, receiver, third)]
    assert answers == [200, 200, 404]
    assert people.client(receiver).get(reverse("letters")).content.decode().count(place) == 1
    listed = people.client(writer).get(f"{reverse('letters')}?written=1").content.decode()
    assert place in listed and "Сынақ Алушы" in listed


@pytest.mark.django_db
def test_whoever_writes_does_not_see_the_address_of_the_receiver() -> None:
    writer, receiver = people.user(), people.user(email="private@example.org")
    for number in (
        _told(receiver.pk, Notice.ANSWER, by=writer.doer),
        _told_address("stranger@example.net", by=writer.doer),
    ):
        browser = people.client(writer)
        pages = (
            browser.get(reverse("letter", args=[number])).content
            + browser.get(f"{reverse('letters')}?written=1").content
        )
        assert b"private@example.org" not in pages and b"stranger@example.net" not in pages
    own = people.client(receiver).get(reverse("letter", args=[Letter.objects.earliest("pk").pk]))
    assert b"private@example.org" in own.content


@pytest.mark.django_db
def test_the_outbox_is_open_only_where_the_house_answers_to_this_machine_alone(settings: Settings) -> None:
    _told(people.user().pk, Notice.SECURITY, by=BY)
    browser = people.client()
    with override("en"):
        assert "Test" in browser.get(reverse("outbox")).content.decode()
        settings.ALLOWED_HOSTS = ["testserver", "kino.example"]
        assert browser.get(reverse("outbox")).status_code == 404
        assert people.signed_in(Role.ADMINISTRATOR).get(reverse("outbox")).status_code == 404


@pytest.mark.django_db
def test_a_letter_to_an_address_comes_at_once_in_the_language_of_its_account_or_of_the_page() -> None:
    someone = people.user()
    User.objects.filter(pk=someone.pk).update(language="kk")
    with override("ru"):
        known, unknown = (
            _told_address(someone.email, someone.pk, by=BY),
            _told_address("b@example.org", by=BY),
        )
    assert [Letter.objects.get(pk=each).language for each in (known, unknown)] == ["kk", "ru"]
    assert [state(each) for each in (known, unknown)] == [State.WAITING] * 2
