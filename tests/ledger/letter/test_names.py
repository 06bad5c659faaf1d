"""How the receiver of a letter is named in it: in what is sent, and not in what is kept."""

from pathlib import Path

import pytest
from django.conf import settings as house
from django.core import mail
from django.utils import timezone
from pytest_django.fixtures import Settings

from kinoqor.ledger.deed.actions import Line
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.letter.clock import send
from kinoqor.ledger.letter.letters import Receiver, Words, write_letter
from kinoqor.ledger.letter.models import Letter
from kinoqor.ledger.letter.rules import NAME, addressed
from kinoqor.ledger.letter.words import State

SERVER = "smtp://mail.example:25"


def letter(name: str = "Сынақ Адам") -> Letter:
    line = Line(Deed.objects.create(at=timezone.now(), code="tests.letter.wrote", voice="tests"))
    to = Receiver("user:1", "someone@example.org", "en", name)
    return write_letter(line, to, Words("security", "accounts/signin/written/secured"), {"what": "Test news"})


def test_a_name_is_put_where_its_mark_stands() -> None:
    assert addressed(f"Good day, {NAME}!", "Сынақ") == "Good day, Сынақ!"
    assert addressed(f"Good day, {NAME}!", "") == f"Good day, {NAME}!"


@pytest.mark.parametrize("path", sorted(Path(house.ROOT).rglob("written/*.txt")), ids=lambda path: path.name)
def test_no_subject_line_names_its_receiver(path: Path) -> None:
    assert "{{ name" not in path.read_text(encoding="utf-8").splitlines()[0]


@pytest.mark.django_db
def test_a_letter_is_sent_with_the_name_and_kept_without_it(settings: Settings) -> None:
    settings.MAIL = SERVER
    made = letter()
    assert send.func(made.pk) == State.SENT
    assert "Good day, Сынақ Адам!" in mail.outbox[0].body
    assert NAME in made.body and "Сынақ" not in made.body
