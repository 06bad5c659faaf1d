"""The script of the demonstration names nobody who lives and no company that exists, and comes out the same each time."""

import csv
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from kinoqor.funding.demonstration.adapters.files import script as read_script
from kinoqor.funding.demonstration.adapters.filled import company_values, values
from kinoqor.funding.demonstration.rules import Open, Script, crew, moments, texts
from kinoqor.funding.demonstration.words import PATHS, Step
from kinoqor.funding.likeness.words import TEXT_FROM
from kinoqor.funding.question.queries import pack_documents, with_lists
from kinoqor.kit.fold import fold
from kinoqor.kit.question import open_points, read
from kinoqor.kit.shingles import contained, sketch
from tests.house.tree import ROOT

PACK = ROOT / "packs" / "kz"
NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def script() -> Script:
    found = read_script(PACK)
    assert found is not None
    return found


def known(name: str, *columns: str) -> set[str]:
    """Every name that the register has in a file of the pack, without spelling."""
    with (PACK / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts_ = [part for row in rows for column in columns for part in (row.get(column) or "").split(";")]
    return {fold(text) for text in texts_ if text.strip()} - {""}


def test_no_person_of_the_register_plays_in_it(script: Script) -> None:
    real = known("people", "name_kk", "name_ru", "name_en", "other_spellings")
    assert {fold(name) for name, _citizen in script.people.values()} & real == set()


def test_no_company_of_the_register_plays_in_it(script: Script) -> None:
    real = known("organisations", "name_kk", "name_ru", "name_en") | known("support_companies", "name")
    assert {fold(name) for each in script.companies.values() for name in each.name.values()} & real == set()


def test_no_film_of_the_register_plays_in_it(script: Script) -> None:
    real = known("films", "title_kk", "title_ru", "title_en", "title_latin")
    assert {fold(title) for each in script.files for title in each.titles.values()} & real == set()


def test_every_invented_name_says_that_it_is_invented(script: Script) -> None:
    told = (
        "үлгі", "сынақ", "мысал", "көрсетілім", "елес", "ойдан шығарылған", "пример", "образ", "проб", "вымы", "выдум",
        "показательн", "sample", "example", "trial", "invented", "demonstration", "ulgi",
    )  # fmt: skip
    names = [name for name, _citizen in script.people.values()]
    names += [name for each in script.companies.values() for name in each.name.values()]
    assert [name for name in names if not any(word in name.lower() for word in told)] == []


def test_numbers_are_right_by_digit_and_of_a_range_that_nobody_gives(script: Script) -> None:
    form = read(pack_documents()["applicant"])
    for each in script.companies.values():
        values = company_values(script, each, date(2026, 11, 27))
        assert [point.place for point in open_points(form, values)] == [], each.code
        assert each.number.startswith("771249")
        assert each.director_number.startswith("7701011")
        assert each.account[4:13] == "000INVENT"
    assert len({each.number for each in script.companies.values()}) == len(script.companies)


@pytest.mark.parametrize("stage", ["script-stage", "package-stage"])
def test_every_answer_is_one_that_the_form_takes(script: Script, stage: str) -> None:
    form = with_lists(read(pack_documents()[stage]))
    codes = [
        code
        for group in form.groups
        for code in ([group.code] if group.repeats else [each.code for each in group.questions])
    ]
    for each in script.files:
        given = values(script, each, date(2026, 11, 27), ["family"], codes)
        faults = [point.place for point in open_points(form, given)]
        assert set(faults) <= {"themes", "title_kk"}, (each.code, faults)


def test_every_file_names_a_company_a_way_and_what_it_repeats(script: Script) -> None:
    codes = {each.code for each in script.files}
    assert 110 <= len(codes) == len(script.files) <= 160
    assert {each.path for each in script.files} == set(PATHS)
    for each in script.files:
        assert each.company in script.companies
        assert not each.like or each.like in codes
    assert sum(bool(each.like) for each in script.files) >= 4
    assert {each.language for each in script.files} == {"kk", "ru", "en"}


def test_texts_and_crews_come_out_the_same_each_time_and_repeat_only_on_purpose(script: Script) -> None:
    drawn = [texts(script, each) for each in script.files]
    assert drawn == [texts(script, each) for each in script.files]
    assert [crew(script, each) for each in script.files] == [crew(script, each) for each in script.files]
    again = Counter(each["synopsis_long"] for each in drawn)
    assert sum(n - 1 for n in again.values()) == sum(bool(each.like) for each in script.files)
    assert all(len(each["logline"]) <= 300 and len(each["synopsis"].split()) <= 250 for each in drawn)


def test_hardly_any_two_files_are_alike_where_neither_repeats_the_other(script: Script) -> None:
    drawn = [(each, sketch(texts(script, each)["synopsis_long"])) for each in script.files]
    alike = [
        (one.code, other.code)
        for place, (one, mine) in enumerate(drawn)
        for other, theirs in drawn[:place]
        if one.seed != other.seed and contained(mine, theirs) >= TEXT_FROM
    ]
    assert len(alike) <= len(script.files) // 4


def test_steps_follow_each_other_within_their_windows_and_never_after_now(script: Script) -> None:
    windows = [
        Open(NOW - timedelta(days=80), NOW - timedelta(days=66)),
        Open(NOW - timedelta(days=6), NOW + timedelta(days=24)),
    ]
    for each in script.files:
        taken = list(moments(each, windows, NOW))
        assert [step for step, _stage, _at in taken] == list(each.steps)
        assert all(one[2] <= other[2] for one, other in pairwise(taken)), each
        assert all(at < NOW for _step, _stage, at in taken)
        for step, stage, at in taken:
            if step in (Step.WRITE, Step.FILE):
                assert windows[stage].opens <= at < windows[stage].shuts
