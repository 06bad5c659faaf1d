"""The words of scripts compared: one script in another spelling or version, and papers that no machine reads."""

import time
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.models import Application
from kinoqor.funding.likeness.adapters.packed import packed, unpacked
from kinoqor.funding.likeness.adapters.script import read_script
from kinoqor.funding.likeness.clock import read_scripts, trace_filed
from kinoqor.funding.likeness.models import Mark, Script, Trace
from kinoqor.funding.likeness.queries import like, one, seen, to_read
from kinoqor.funding.likeness.rules import compare, script_notes, telling
from kinoqor.funding.likeness.words import SCRIPT_KEPT, Compared, Reading, Sign
from kinoqor.funding.likeness.words import Script as Read
from kinoqor.kit.shingles import Sketch, sketch
from tests import people
from tests.funding.application import making
from tests.funding.likeness.writing import latin, scan, scenes, script, sent

TOLD = scenes(1, 60)
ACTS = {"first": TOLD[:20], "second": TOLD[20:40], "third": TOLD[40:]}


def read(told: list[str]) -> Read:
    return Read("script.pdf", Reading.READ, 1, True, sketch("\n".join(told), SCRIPT_KEPT))


def share(one: list[str], other: list[str]) -> float:
    """How much of two scripts is one, by the law; 0 where they do not look alike."""
    signs = compare(Compared(1, scripts={"a": read(one)}), Compared(2, scripts={"b": read(other)}))
    return signs[0].share if signs else 0.0


def test_a_script_in_latin_letters_with_yo_or_ye_is_the_same_script() -> None:
    assert share(TOLD, latin(TOLD)) > 0.95
    russian = ["Ёлка ещё стоит, и всё её зовёт. " + scene for scene in TOLD]
    assert share(russian, [scene.replace("ё", "е").replace("Ё", "Е") for scene in russian]) == 1


def test_a_script_with_one_act_of_three_written_anew_shares_two_thirds() -> None:
    anew = [*ACTS["first"], *scenes(7, 20), *ACTS["third"]]
    assert share(TOLD, anew) == pytest.approx(2 / 3, abs=0.08)


def test_a_treatment_taken_from_a_script_stands_in_it() -> None:
    assert share(TOLD, TOLD[::6]) == pytest.approx(1, abs=0.2)


def test_two_scripts_of_the_same_world_are_not_alike() -> None:
    assert share(TOLD, scenes(2, 60)) == 0
    assert share(TOLD, scenes(3, 8)) == 0


def test_the_very_same_file_is_told_once() -> None:
    mine = Compared(1, files={"a": "one.pdf"}, scripts={"a": read(TOLD)})
    other = Compared(2, files={"a": "two.pdf"}, scripts={"a": read(TOLD)})
    assert [why.sign for why in compare(mine, other)] == [Sign.FILE]


@pytest.mark.parametrize(
    ("text", "pages", "tells"),
    [
        ("\n".join(TOLD), 30, True),
        ("", 90, False),
        ("Scanned by Scanner 12 " * 90, 90, False),
        ("few words", 1, False),
        ("\ue001\ue002\ue003 \ue004 " * 5000, 90, False),
        ("/G01/G02/G11 17 04 " * 5000, 90, False),
    ],
)
def test_a_scan_and_letters_without_an_alphabet_tell_nothing(text: str, pages: int, tells: bool) -> None:
    assert telling(text, pages) is tells


def test_what_is_packed_is_the_same_sketch() -> None:
    drawn = read(TOLD).sketch
    assert unpacked(drawn.pieces, packed(drawn)) == drawn
    assert unpacked(0, packed(Sketch(0, ()))) == Sketch(0, ())


def test_a_script_of_120_pages_is_read_in_seconds() -> None:
    raw, began = script("Сынақ даласы", scenes(5, 240)), time.monotonic()
    found = read_script(raw, "pdf")
    assert (found.reading, found.whole) == (Reading.READ, True)
    assert found.pages >= 120
    assert time.monotonic() - began < 30


def filed(title: str, company: str) -> int:
    made = making.application(of=making.company(company), titles={"kk": title})
    Application.objects.filter(pk=made.pk).update(filed_at=making.NOW, state="filed")
    return made.pk


@pytest.fixture
def two(db: None, settings: Settings, tmp_path: Path) -> tuple[int, int]:
    """Two applications of one script under two titles, the second with an act written anew and in Latin letters."""
    settings.UNSCANNED = False
    making.call(papers=True)
    first, second = filed("Сынақ даласы", "Test company"), filed("Мүлде бөлек", "Another company")
    sent(first, script("Сынақ даласы", TOLD), tmp_path)
    anew = [*ACTS["first"], *scenes(7, 20), *ACTS["third"]]
    sent(second, script("Mülde bölek", latin(anew)), tmp_path, "stsenarii.pdf")
    return first, second


def test_one_script_under_two_titles_is_shown_with_the_share_of_common_passages(two: tuple[int, int]) -> None:
    assert (trace_filed.call(), read_scripts.call(), trace_filed.call(), read_scripts.call()) == (2, 2, 2, 0)
    [found] = like(one(two[0]))
    assert (found.other.pk, found.strong) == (two[1], True)
    [why] = found.why
    assert (why.sign, why.mine, why.theirs) == (Sign.SCRIPT, "script.pdf", "stsenarii.pdf")
    assert why.share == pytest.approx(2 / 3, abs=0.1)
    shown = people.signed_in(Role.OFFICER).get(f"/en/desk/applications/{two[0]}/alike/").content.decode()
    assert f"about {round(100 * why.share)}% of the shorter script stands in the other" in shown


def test_the_words_of_a_script_are_kept_nowhere(two: tuple[int, int]) -> None:
    trace_filed.call()
    read_scripts.call()
    trace_filed.call()
    kept = str([*Trace.objects.values_list("told", flat=True), *Mark.objects.values_list("key", flat=True)])
    kept += str([bytes(each) for each in Script.objects.values_list("smallest", flat=True)])
    assert not any(word in kept for word in set(TOLD[0].split()) if len(word) > 4)


def test_what_is_read_but_not_traced_anew_is_compared_all_the_same(two: tuple[int, int]) -> None:
    trace_filed.call()
    assert like(one(two[0])) == []
    read_scripts.call()
    assert [each.other.pk for each in like(one(two[0]))] == [two[1]]


def test_a_script_is_read_only_after_it_is_judged_clean(
    two: tuple[int, int], settings: Settings, tmp_path: Path
) -> None:
    late = filed("Үшінші", "Third company")
    sent(late, script("Үшінші", scenes(9, 20)), tmp_path, clean=False)
    trace_filed.call()
    assert len(to_read(9)) == 2
    [note] = script_notes(seen(one(late)).scripts)
    assert "is not compared yet" in note
    settings.UNSCANNED = True
    assert len(to_read(9)) == 3


def test_a_scan_and_a_broken_paper_are_told_to_the_officer(
    db: None, settings: Settings, tmp_path: Path
) -> None:
    making.call(papers=True)
    scanned, broken = filed("Сынақ даласы", "Test company"), filed("Мүлде бөлек", "Another company")
    sent(scanned, scan(40), tmp_path)
    sent(broken, b"%PDF-1.4 cut off", tmp_path)
    trace_filed.call()
    assert read_scripts.call() == 2
    officer = people.signed_in(Role.OFFICER)
    for number, said in ((scanned, "no text that can be compared"), (broken, "could not be read")):
        assert said in officer.get(f"/en/desk/applications/{number}/alike/").content.decode()
    assert like(one(scanned)) == []


def test_a_long_round_stops_and_goes_on_in_the_next(
    two: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    trace_filed.call()
    monkeypatch.setattr("kinoqor.funding.likeness.clock.READ_FOR", -timedelta(1).total_seconds())
    assert read_scripts.call() == 0
    assert len(to_read(9)) == 2


def test_only_the_first_pages_of_a_very_long_script_are_told() -> None:
    [note] = script_notes([Read("a.pdf", Reading.READ, 400, False)])
    assert "only its first 400 pages" in note
    assert script_notes([Read("a.pdf", Reading.READ, 90)]) == []
