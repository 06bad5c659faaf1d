"""How a letter is written: with its deed or not at all, in its receiver's language, as evidence that stays."""

import hashlib

import pytest
from django.db import DatabaseError, transaction
from django.utils.translation import override
from django_tasks_db.models import DBTaskResult

from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.letter.actions import erase_addresses
from kinoqor.ledger.letter.models import Letter, Sending
from kinoqor.ledger.letter.words import State
from tests.ledger.letter.writing import state, written
from tests.make import BY

pytestmark = pytest.mark.django_db


def test_a_letter_its_way_and_its_job_are_written_with_the_deed() -> None:
    letter = written()
    assert letter.deed == Deed.objects.get(code="tests.letter.written")
    assert (state(letter), letter.receiver, letter.about) == (State.WAITING, "user:1", "f001")
    job = DBTaskResult.objects.get()
    assert (job.task_path, job.args_kwargs["args"]) == ("kinoqor.ledger.letter.clock.send", [letter.pk])


def test_a_deed_that_breaks_off_has_written_nobody() -> None:
    with pytest.raises(RuntimeError):
        written(fails=True)
    assert not Letter.objects.exists() and not Sending.objects.exists()
    assert not DBTaskResult.objects.exists() and not Deed.objects.exists()


@pytest.mark.parametrize(
    ("language", "words"), [("kk", "Сәлеметсіз бе"), ("ru", "Здравствуйте"), ("en", "Good day")]
)
def test_a_letter_is_written_in_the_language_of_its_receiver(language: str, words: str) -> None:
    with override("en"):
        letter = written(language=language)
    assert letter.language == language and words in letter.body


def test_names_are_put_in_as_they_are_since_a_letter_is_plain_text() -> None:
    assert "Ұлан <b>&amp;</b>" in written(name="Ұлан <b>&amp;</b>").body


def test_a_name_with_breaks_makes_no_header() -> None:
    letter = written(name="A\r\nBcc: all@example.org")
    assert "\r" not in letter.subject_line and "\n" not in letter.subject_line


def test_the_digest_proves_which_letter_was_written() -> None:
    letter = written()
    whole = f"{letter.subject_line}\n\n{letter.body}"
    assert letter.digest == hashlib.sha256(whole.encode()).hexdigest()
    assert letter.digest[:16] in letter.sending.message_id


def test_a_letter_with_a_secret_keeps_only_its_digest() -> None:
    letter = written(secret=True)
    assert letter.body == "" and letter.sending.secret_body
    whole = f"{letter.subject_line}\n\n{letter.sending.secret_body}"
    assert letter.digest == hashlib.sha256(whole.encode()).hexdigest()


@pytest.mark.parametrize("field", ["body", "subject_line", "digest", "receiver", "language"])
def test_a_letter_cannot_be_changed(field: str) -> None:
    letter = written()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(**{field: "ru"})


def test_a_letter_cannot_be_removed() -> None:
    letter = written()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Letter.objects.filter(pk=letter.pk)._raw_delete(Letter.objects.db)


def test_without_an_address_a_letter_is_only_kept() -> None:
    letter = written(address="")
    assert state(letter) == State.DROPPED and not DBTaskResult.objects.exists()


def test_a_letter_for_the_daily_one_has_no_job_of_its_own() -> None:
    assert state(written(state=State.HELD)) == State.HELD
    assert not DBTaskResult.objects.exists()


def test_erased_addresses_leave_the_letters_and_stop_what_waits() -> None:
    letter = written(secret=True)
    assert erase_addresses("user:1", by=BY) == 1
    sending = Sending.objects.get(pk=letter.pk)
    assert (sending.address, sending.secret_body, sending.state) == ("", "", State.DROPPED)
    assert Letter.objects.get().digest == letter.digest
