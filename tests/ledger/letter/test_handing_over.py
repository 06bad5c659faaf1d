"""How a letter goes: to the outbox or to a mail server that takes it, refuses it, is away, or breaks off."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from benchmarks.postbox import Postbox, standing
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.letter import clock
from kinoqor.ledger.letter.actions import send_again
from kinoqor.ledger.letter.clock import look_after_waiting, send
from kinoqor.ledger.letter.models import Letter, Sending
from kinoqor.ledger.letter.queries import in_trouble
from kinoqor.ledger.letter.words import State
from tests.ledger.letter.writing import later, state, work, written
from tests.make import BY

pytestmark = pytest.mark.django_db


@pytest.fixture
def box(settings: Settings) -> Iterator[Postbox]:
    """A mail server of this test, and a house that sends by it."""
    with standing() as box:
        settings.MAIL = "smtp://127.0.0.1"
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", box.port
        yield box


def sending(letter: Letter) -> Sending:
    return Sending.objects.get(pk=letter.pk)


def test_in_the_outbox_a_letter_counts_as_sent_and_stays_to_be_read() -> None:
    letter = written(secret=True)
    work()
    assert state(letter) == State.SENT and sending(letter).secret_body


def test_a_mail_server_is_given_each_letter_once_with_its_number_and_language(box: Postbox) -> None:
    letters = [written(f"a{number}@example.org", "kk") for number in range(3)]
    work()
    work()
    assert sorted(box.numbers()) == sorted(each.sending.message_id for each in letters)
    first = next(each for each in box.letters() if each["Message-ID"] == letters[0].sending.message_id)
    assert (first["To"], first["Content-Language"]) == ("a0@example.org", "kk")
    assert first["Subject"] == letters[0].subject_line and first["Auto-Submitted"] == "auto-generated"
    assert [state(each) for each in letters] == [State.SENT] * 3


def test_the_secret_of_a_letter_is_gone_once_it_is_sent(box: Postbox) -> None:
    letter = written(secret=True)
    words = sending(letter).secret_body
    work()
    assert sending(letter).secret_body == ""
    assert words.split()[0] in box.letters()[0].get_content()  # type: ignore[attr-defined]


def test_a_letter_that_is_refused_for_now_is_tried_again_after_its_pauses(box: Postbox) -> None:
    box.says["RCPT"] = "450 try again"
    letter = written()
    work()
    assert (state(letter), sending(letter).tries) == (State.WAITING, 1)
    assert "450" in sending(letter).trouble
    work()
    assert sending(letter).tries == 1, "not before its pause is over"
    box.says.clear()
    later(seconds=11)
    work()
    assert (state(letter), sending(letter).tries, len(box.taken)) == (State.SENT, 2, 1)


@pytest.mark.parametrize("word", ["MAIL", "RCPT", "DATA", "END"])
def test_a_letter_that_is_refused_for_good_has_failed_and_is_not_tried_again(box: Postbox, word: str) -> None:
    box.says[word] = "550 never"
    letter = written()
    work()
    later(days=1)
    work()
    assert (state(letter), sending(letter).tries) == (State.FAILED, 1)
    assert "550" in sending(letter).trouble and list(in_trouble()) == [letter]


def test_a_mail_server_that_is_away_is_asked_with_pauses_that_grow_until_the_letter_has_failed(
    box: Postbox, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 9
    letter = written()
    tries = []
    for hours in (0, 1, 1, 1, 1, 7, 7, 7):
        later(hours=hours)
        work()
        look_after_waiting.call()
        work()
        tries.append(sending(letter).tries)
    assert tries == [1, 2, 3, 4, 5, 6, 7, 8] and state(letter) == State.WAITING
    monkeypatch.setattr(clock, "PATIENCE", timedelta(seconds=-1))
    later(hours=7)
    look_after_waiting.call()
    work()
    assert state(letter) == State.FAILED
    settings.EMAIL_PORT = port
    later(days=1)
    look_after_waiting.call()
    work()
    assert box.taken == []


def test_whether_a_letter_was_taken_is_unsure_where_the_line_breaks_and_it_is_never_sent_twice(
    box: Postbox,
) -> None:
    box.dies_at = "DATA"
    letter = written()
    work()
    box.dies_at = ""
    for _hour in range(30):
        later(hours=1)
        look_after_waiting.call()
        work()
    assert (state(letter), len(box.taken)) == (State.UNSURE, 1)


def test_an_administrator_may_send_an_unsure_letter_again_but_no_other(box: Postbox) -> None:
    box.dies_at = "MAIL"
    letter = written()
    work()
    box.dies_at = ""
    assert state(letter) == State.UNSURE and not box.taken
    send_again(letter.pk, by=BY)
    work()
    assert (state(letter), len(box.taken)) == (State.SENT, 1)
    with pytest.raises(Refused):
        send_again(letter.pk, by=BY)


def test_a_letter_whose_worker_died_while_handing_it_over_is_unsure_once_the_lease_is_over(
    box: Postbox,
) -> None:
    letter = written()
    Sending.objects.filter(pk=letter.pk).update(state=State.HANDING, changed=timezone.now())
    assert send.call(letter.pk) == State.HANDING
    later(minutes=3)
    assert send.call(letter.pk) == State.UNSURE
    assert box.taken == []


def test_a_letter_that_nobody_hands_over_any_more_is_found_by_the_look_around(box: Postbox) -> None:
    letter = written()
    DBTaskResult.objects.all().delete()
    Sending.objects.update(state=State.HANDING, changed=timezone.now() - timedelta(minutes=3))
    look_after_waiting.call()
    work()
    assert state(letter) == State.UNSURE


def test_a_letter_that_lost_its_job_is_found_by_the_look_around_once(box: Postbox) -> None:
    letter = written()
    DBTaskResult.objects.all().delete()
    assert look_after_waiting.call() == 0
    later(minutes=6)
    assert look_after_waiting.call() == 1
    assert look_after_waiting.call() == 0
    work()
    assert (state(letter), len(box.taken)) == (State.SENT, 1)


def test_without_a_mail_server_letters_wait_where_nobody_may_see_the_outbox(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["kino.example"]
    letter = written()
    work()
    later(minutes=30)
    assert look_after_waiting.call() == 0
    assert state(letter) == State.WAITING
