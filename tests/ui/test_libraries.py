"""What the libraries under the house say is said in Kazakh too, and nothing is kept that they no longer say."""

import re

import pytest
from babel.messages import Message
from django.conf import settings
from django.test import Client
from django.utils.translation import gettext, ngettext, override

from kinoqor.ui.catalogue import borrowed, differences, english, file_of, forms, read, texts

KEPT = texts(read(borrowed(settings.ROOT, "kk"), "kk"))
LATIN = re.compile(r"[A-Za-z]{3,}")
SHOWN = re.compile(r"<main.*?</main>", re.DOTALL)
UNSEEN = re.compile(r"<(script|svg|noscript)\b.*?</\1>|<(?![^>]*placeholder)[^>]*>", re.DOTALL)
PLACEHOLDER = re.compile(r"<[^>]*placeholder=\"([^\"]*)\"[^>]*>")
# Names that are written so in every language.
ALIKE = {"JavaScript"}


def said(message: Message, language: str) -> str:
    """The text in a language, as a page that knows only the catalogues would say it."""
    ids = english(message)
    with override(language):
        return ngettext(ids[0], ids[-1], 5) if len(ids) > 1 else gettext(ids[0])


@pytest.mark.parametrize("message", KEPT, ids=lambda message: english(message)[0][:40])
def test_a_text_of_a_library_is_said_whole(message: Message) -> None:
    assert all(forms(message, "kk"))
    assert list(differences(message, message, "kk")) == []
    assert said(message, "kk") == forms(message, "kk")[-1]


@pytest.mark.parametrize("message", KEPT, ids=lambda message: english(message)[0][:40])
def test_a_text_that_no_library_says_any_more_is_not_kept(message: Message) -> None:
    assert said(message, "ru") != english(message)[-1], "the library does not translate this: has it changed?"


def test_no_text_is_kept_twice() -> None:
    own = read(file_of(settings.ROOT, "kk"), "kk")
    assert [english(message)[0] for message in KEPT if own.get(english(message)[0])] == []


@pytest.mark.django_db
@pytest.mark.parametrize("place", ["login", "signup", "password/reset"])
@pytest.mark.parametrize("sent", [None, {"email": "no", "login": "no", "password1": "123", "name": "x"}])
def test_the_forms_of_a_library_speak_kazakh(place: str, sent: dict[str, str] | None) -> None:
    address = f"/kk/account/{place}/"
    answer = Client().get(address) if sent is None else Client().post(address, sent)
    found = SHOWN.search(answer.content.decode())
    assert answer.status_code == 200 and found
    words = UNSEEN.sub(" ", PLACEHOLDER.sub(r" \1 ", found.group()))
    assert [word for word in LATIN.findall(words) if word not in ALIKE] == []
