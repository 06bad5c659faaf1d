"""Widths of words: every label that must not stand on another rests on them."""

from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.ui import font
from kinoqor.ui.drawing.text import escape, width, wrap

TITLES = (
    "Қыз Жібек",
    "Меня зовут Кожа",
    "The Fall of Otrar",
    "Ұшқан ұя",
    "Художник-постановщик",
    "1991–2019",
)
LETTERS = st.text(
    alphabet="абвгдежзийклмнопрстуфхцчшщыьэюяәғқңөұүһіABCDEFGHabcdefgh .,-–«»0123456789", max_size=80
)


def test_no_title_is_thought_narrower_than_its_letters_are() -> None:
    letters = TTFont(font.SOURCE)
    names, advances = letters.getBestCmap(), letters["hmtx"]
    for title in TITLES:
        true = sum(advances[names[ord(letter)]][0] for letter in title) * 13 / 1000
        assert true * 0.97 <= width(title, 13) <= true * 1.25, title


def test_bold_words_are_wider() -> None:
    assert width("Кожа", 14, 700) > width("Кожа", 14)


@given(LETTERS, st.floats(min_value=60, max_value=600))
def test_lines_fit_into_their_room_and_lose_no_letter(words: str, room: float) -> None:
    lines = wrap(words, room, 13)
    assert all(width(line, 13) <= room + 0.01 for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


def test_a_title_with_markup_and_control_signs_is_only_text() -> None:
    assert escape("<script>&\x00\u202e'\"") == "&lt;script&gt;&amp;  &#39;&quot;"
