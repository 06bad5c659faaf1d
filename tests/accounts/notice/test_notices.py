"""What people are told, how often, and where it can be read."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from kinoqor.accounts.account.actions import erase
from kinoqor.accounts.notice.actions import choose, write_daily
from kinoqor.accounts.notice.clock import daily_letters
from kinoqor.accounts.notice.letters import tell, tell_address
from kinoqor.accounts.notice.queries import has_outbox, visible_to
from kinoqor.accounts.notice.rules import manner_of, may_choose
from kinoqor.accounts.notice.words import CHOSEN, FIXED, Manner, Notice
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Doer, Line
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.letter.models import Letter
from kinoqor.ledger.letter.words import State
from tests import people
from tests.make import BY

SECURED = "accounts/signin/written/secured"


def written(to: User, notice: Notice = Notice.ANSWER, by: str = "tests") -> Letter:
    """A letter of some kind to a person, written by a deed of somebody."""
    line = Line(Deed.objects.create(at="2026-01-01T00:00Z", code="tests.notice.told", voice=by))
    number = tell(line, to.pk, notice, SECURED, {"what": "Test news"})
    return Letter.objects.select_related("sending").get(pk=number)


@pytest.mark.parametrize("notice", sorted(FIXED))
def test_what_keeps_an_account_ones_own_always_comes_at_once(notice: Notice) -> None:
    assert manner_of(notice, {notice: Manner.HERE}) == Manner.AT_ONCE
    assert not may_choose(notice)


@pytest.mark.parametrize("notice", CHOSEN)
@pytest.mark.parametrize("manner", list(Manner))
def test_everything_else_comes_as_its_receiver_chose(notice: Notice, manner: Manner) -> None:
    assert manner_of(notice, {notice: manner}) == manner
    assert may_choose(notice)


def test_every_kind_of_notice_can_be_chosen_or_is_fixed() -> None:
    assert set(CHOSEN) | FIXED == set(Notice) and not set(CHOSEN) & FIXED


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("manner", "state"),
    [(Manner.AT_ONCE, State.WAITING), (Manner.DAILY, State.HELD), (Manner.HERE, State.DROPPED)],
)
def test_a_letter_goes_the_way_that_was_chosen_and_is_kept_in_any_case(manner: Manner, state: State) -> None:
    someone = people.user()
    choose(someone.pk, Notice.ANSWER, manner, by=someone.doer)
    letter = written(someone)
    assert letter.sending.state == state
    assert letter.subject_line in people.client(someone).get(reverse("letters")).content.decode()


@pytest.mark.django_db
def test_a_fixed_notice_cannot_be_switched_off() -> None:
    someone = people.user()
    with pytest.raises(Refused, match="always comes"):
        choose(someone.pk, Notice.SECURITY, Manner.HERE, by=someone.doer)


@pytest.mark.django_db
def test_a_choice_is_kept_from_its_page_and_leaves_one_line_only_where_it_changes_something() -> None:
    someone = people.user()
    browser = people.client(someone)
    for _time in range(2):
        browser.post(reverse("notices"), {"answer": "here", "work": "daily"})
    assert list(Deed.objects.filter(code="accounts.notice.chosen").values_list("details", flat=True)) == [
        {"user": someone.pk, "notice": "answer", "manner": "here"}
    ]


@pytest.mark.django_db
def test_the_daily_letter_names_what_waited_once() -> None:
    someone, other = people.user(), people.user()
    for whom in (someone, other):
        choose(whom.pk, Notice.ANSWER, Manner.DAILY, by=whom.doer)
    first, second, theirs = written(someone), written(someone), written(other)
    assert daily_letters.func() == 3
    daily = Letter.objects.get(receiver=someone.doer.voice, kind=Notice.DAILY)
    assert daily.sending.state == State.WAITING
    for letter in (first, second):
        letter.sending.refresh_from_db()
        assert (letter.sending.state, letter.sending.daily) == (State.DROPPED, daily)
        assert f"/en/letters/{letter.pk}/" in daily.text
    assert f"/letters/{theirs.pk}/" not in daily.text
    assert daily_letters.func() == 0


@pytest.mark.django_db
def test_whom_nothing_waits_for_gets_no_daily_letter() -> None:
    someone = people.user()
    assert write_daily(someone.doer.voice, by=Doer("clock")) == 0
    assert not Letter.objects.filter(kind=Notice.DAILY).exists()


@pytest.mark.django_db
def test_nobody_is_written_to_once_their_account_is_erased() -> None:
    someone = people.user()
    choose(someone.pk, Notice.ANSWER, Manner.DAILY, by=someone.doer)
    written(someone)
    erase(someone.pk, "", by=someone.doer)
    assert daily_letters.func() == 0
    line = Line(Deed.objects.latest("pk"))
    assert tell(line, someone.pk, Notice.ANSWER, SECURED, {"what": "Test"}) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "greets"), [("kk", "Сәлеметсіз бе"), ("ru", "Здравствуйте"), ("en", "Good day")]
)
def test_a_letter_is_written_in_its_receivers_language(language: str, greets: str) -> None:
    someone = people.user("Сынақ Адам")
    User.objects.filter(pk=someone.pk).update(language=language)
    letter = written(someone)
    assert letter.language == language and greets in letter.text and "Сынақ Адам" in letter.text


@pytest.mark.django_db
def test_a_letter_is_seen_by_both_sides_and_by_an_administrator_and_by_nobody_else() -> None:
    receiver, writer, third = people.user(), people.user(), people.user()
    letter = written(receiver, by=writer.doer.voice)
    place = reverse("letter", args=[letter.pk])
    for whom in (receiver, writer):
        assert people.client(whom).get(place).status_code == 200
    assert people.client(third).get(place).status_code == 404
    for role in Role:
        status = people.signed_in(role).get(place).status_code
        assert status == (200 if role == Role.ADMINISTRATOR else 404), role
    assert Client().get(place).status_code == 302
    assert letter not in visible_to(people.who(Role.ADMINISTRATOR, strong=False))


@pytest.mark.django_db
def test_who_wrote_finds_the_letter_among_what_their_deeds_wrote() -> None:
    receiver, writer = people.user(), people.user()
    letter = written(receiver, by=writer.doer.voice)
    browser = people.client(writer)
    assert letter.subject_line in browser.get(reverse("letters"), {"written": 1}).content.decode()
    assert "No letter yet" in browser.get(reverse("letters")).content.decode()


@pytest.mark.django_db
def test_the_page_of_a_letter_leaves_no_secret_behind_once_it_was_sent(settings: Settings) -> None:
    someone = people.user()
    line = Line(Deed.objects.create(at="2026-01-01T00:00Z", code="tests.notice.told", voice="tests"))
    link = {"link": "https://secret.example/"}
    number = tell_address(
        line, someone.email, someone.pk, "accounts/signin/written/reset", link, Notice.SECURITY
    )
    letter = Letter.objects.get(pk=number)
    assert letter.body == "" and "https://secret.example/" in letter.text
    letter.sending.secret_body = ""
    letter.sending.save()
    said = people.client(someone).get(reverse("letter", args=[number])).content.decode()
    assert "Only its digest was kept" in said and "secret.example" not in said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("mail", "https", "status"),
    [
        ("", False, 200),
        ("smtp://mail.example:25", False, 404),
        ("", True, 404),
        ("smtp://mail.example:25", True, 404),
    ],
)
def test_the_outbox_stands_only_on_a_machine_without_mail_and_tls(
    settings: Settings, mail: str, https: bool, status: int
) -> None:
    settings.MAIL, settings.HTTPS = mail, https
    written(people.user(), by=BY.voice)
    answer = Client().get(reverse("outbox"))
    assert answer.status_code == status and has_outbox() == (status == 200)
    assert ("Test news" in answer.content.decode()) == (status == 200)


@pytest.mark.django_db
def test_markup_in_a_name_or_a_letter_is_shown_as_text() -> None:
    someone = people.user("<b>Сынақ</b>")
    letter = written(someone)
    for place in (reverse("letter", args=[letter.pk]), reverse("outbox")):
        page = people.client(someone).get(place).content.decode()
        assert "&lt;b&gt;Сынақ" in page and "<b>Сынақ" not in page
