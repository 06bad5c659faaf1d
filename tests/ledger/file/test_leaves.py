"""A PDF shown leaf by leaf: the mark is in the pixels, the words stay, and a crafted file ends nothing but itself."""

import io
from collections.abc import Callable
from pathlib import Path

import fontpkg_onest  # type: ignore[import-untyped]
import pytest
import typst
from PIL import Image, ImageChops
from pypdf import PdfWriter

from kinoqor.kit.verdict import Refused
from kinoqor.ledger.file.adapters import leaves
from kinoqor.ledger.file.adapters.leaf_mark import marked
from kinoqor.ledger.file.rules import PIXELS, picture_key, shape
from kinoqor.ledger.file.words import Mark
from tests.ledger.file.sending import locked, pdf

MINE = Mark("Қ7Ғ2", "27.11.2026", "Сынақ Үлгіұлы")
THEIRS = Mark("Ә3Ү9", "27.11.2026", "Үлгі Сынаққызы")
WORDS = "Әңгіме: ғұмыр, қайық, өзен, үміт, ұн, һәм іңір."
A4 = (595.0, 842.0)


@pytest.fixture(scope="module")
def script() -> io.BytesIO:
    """Two pages of an invented script, set by Typst."""
    source = f'#set page("a4")\n#set text(font: "Onest", lang: "kk")\n{WORDS}\n#pagebreak()\nЕкінші бет.'
    fonts = [str(Path(fontpkg_onest.ROOT) / "files")]
    made: bytes = typst.compile(source.encode(), font_paths=fonts, ignore_system_fonts=True)  # type: ignore[misc]
    return io.BytesIO(made)


def sheet(across: float, down: float, turned: int = 0) -> io.BytesIO:
    writer, made = PdfWriter(), io.BytesIO()
    writer.add_blank_page(across, down).rotate(turned)
    writer.write(made)
    return made


def seen(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content), formats=["WEBP"])


def test_pages_are_counted_and_measured(script: io.BytesIO) -> None:
    assert leaves.count(script) == 2
    assert leaves.size(script, 2) == pytest.approx((595.28, 841.89), abs=0.1)


def test_a_turned_page_is_measured_as_it_is_seen() -> None:
    assert leaves.size(sheet(200, 300, turned=90), 1) == (300, 200)


def test_the_words_of_a_page_are_given_with_every_letter_of_kazakh(script: io.BytesIO) -> None:
    assert leaves.text(script, 1) == WORDS
    assert leaves.text(script, 2) == "Екінші бет."


def test_a_page_that_is_only_a_picture_has_no_words() -> None:
    assert leaves.text(io.BytesIO(pdf()), 1) == ""


def test_pictures_of_two_readers_differ_by_their_marks_and_the_words_do_not(script: io.BytesIO) -> None:
    mine, theirs = (seen(leaves.picture(script, 1, 600, mark)).convert("L") for mark in (MINE, THEIRS))
    assert ImageChops.difference(mine, theirs).getextrema()[1] > 30  # type: ignore[operator]
    assert leaves.text(script, 1) == WORDS


def test_a_picture_is_as_large_as_its_frame_was_told(script: io.BytesIO) -> None:
    assert seen(leaves.picture(script, 1, 1000, MINE)).size == shape(leaves.size(script, 1), 1000)


def test_a_page_whose_size_is_known_gives_the_same_picture(script: io.BytesIO) -> None:
    known = leaves.size(script, 1)
    assert leaves.picture(script, 1, 600, MINE, known) == leaves.picture(script, 1, 600, MINE)


def test_a_page_beyond_the_last_is_refused_where_a_size_is_given_too(script: io.BytesIO) -> None:
    with pytest.raises(Refused, match="no page of that number"):
        leaves.picture(script, 3, 600, MINE, A4)


@pytest.mark.parametrize("ground", ["white", "black", "grey"])
@pytest.mark.parametrize("width", [360, 1000])
def test_no_corner_of_a_page_is_without_the_mark_whatever_its_ground(ground: str, width: int) -> None:
    """A window of a third of the width and a sixth of the height, laid anywhere, holds some of it."""
    plain = Image.new("L", shape(A4, width), ground)
    apart = ImageChops.difference(plain, marked(plain, MINE))
    across, down = apart.width // 3, apart.height // 6
    for x in range(0, apart.width - across + 1, across):
        for y in range(0, apart.height - down + 1, down):
            assert apart.crop((x, y, x + across, y + down)).getextrema()[1] > 25  # type: ignore[operator]


def test_the_mark_leaves_letters_far_darker_than_itself() -> None:
    """Black stays nearly black and the mark on white nearly white: no letter is lost under it."""
    black, white = (marked(Image.new("L", (400, 560), colour), MINE) for colour in ("black", "white"))
    assert black.getextrema()[1] < 90 < 180 < white.getextrema()[0]  # type: ignore[operator]


def test_a_very_long_name_leaves_code_and_day_readable() -> None:
    line = Mark("Қ7Ғ2", "27.11.2026", "Ұ" * 300).line
    assert line.startswith("Қ7Ғ2 · 27.11.2026 · Ұ") and len(line) < 70


def test_signs_that_cannot_be_drawn_do_not_come_into_a_mark() -> None:
    assert Mark("Қ7", "", "Сынақ\n\u202e Үлгіұлы").line == "Қ7 · Сынақ Үлгіұлы"


@pytest.mark.parametrize("size", [(14400, 14400), (14400, 1), (1, 14400), (0.5, 0.5)])
@pytest.mark.parametrize("width", [-5, 1, 1000, 10**9])
def test_no_picture_passes_its_most_pixels(size: tuple[float, float], width: int) -> None:
    across, down = shape(size, width)
    assert across >= 1 and down >= 1 and across * down <= PIXELS


@pytest.mark.parametrize("size", [(0, 100), (100, -1), (float("nan"), 1), (1, float("inf"))])
def test_a_page_without_a_size_has_no_shape(size: tuple[float, float]) -> None:
    with pytest.raises(ValueError):
        shape(size, 1000)


def test_a_sheet_of_two_hundred_inches_is_shown_small() -> None:
    found = seen(leaves.picture(sheet(14400, 14400), 1, 10_000, MINE))
    assert found.width * found.height <= PIXELS


@pytest.mark.parametrize("number", [0, -1, 3])
def test_a_page_beyond_the_last_is_refused(script: io.BytesIO, number: int) -> None:
    asked: list[Callable[[], object]] = [
        lambda: leaves.size(script, number),
        lambda: leaves.picture(script, number, 600, MINE),
        lambda: leaves.text(script, number),
    ]
    for each in asked:
        with pytest.raises(Refused, match="no page of that number"):
            each()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (locked(), "password"),
        (b"", "damaged"),
        (b"%PDF-1.7\nnothing", "damaged"),
        (pdf(0), "0 pages|damaged"),
        (pdf(2001), "2001 pages"),
    ],
    ids=["locked", "empty", "broken", "no pages", "too many"],
)
def test_what_cannot_be_shown_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    for each in (leaves.count, lambda opened: leaves.picture(opened, 1, 600, MINE)):
        with pytest.raises(Refused, match=reason):
            each(io.BytesIO(content))


def test_a_page_that_takes_too_long_is_given_up(script: io.BytesIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaves, "_PATIENCE", 0.001)
    with pytest.raises(Refused, match="too heavy"):
        leaves.text(script, 1)


def test_a_child_that_dies_ends_nothing_but_itself(
    script: io.BytesIO, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    child = tmp_path / "dies.py"
    child.write_text("import os; os.abort()")
    monkeypatch.setattr(leaves, "_CHILD", child)
    with pytest.raises(Refused, match="too heavy"):
        leaves.text(script, 1)


def test_the_key_of_a_picture_changes_with_each_thing_that_it_is_made_of() -> None:
    keys = {
        picture_key("a", 1, 600, MINE),
        picture_key("b", 1, 600, MINE),
        picture_key("a", 2, 600, MINE),
        picture_key("a", 1, 700, MINE),
        picture_key("a", 1, 600, THEIRS),
    }
    assert len(keys) == 5


def test_no_shared_cache_may_keep_a_picture() -> None:
    assert leaves.PRIVATE.startswith("private")
