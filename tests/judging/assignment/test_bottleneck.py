"""Where there is no plan: the sentence, and changes that help."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis

from kinoqor.judging.assignment.rules.bottleneck import enough
from kinoqor.judging.assignment.rules.fitting import best
from kinoqor.judging.assignment.words import Case, File, Reader, Settings, Short
from tests.judging.assignment.invented import SEED, cases


def short(case: Case, settings: Settings) -> Short:
    with pytest.raises(Short) as caught:
        best(case, settings, SEED)
    return caught.value


def kazakh() -> Case:
    """Fourteen documentaries in one language, three readers of it with forty free reads, and others who cannot help."""
    files = [File(f"d{at}", "kk", "documentary") for at in range(14)] + [
        File(f"f{at}", "ru") for at in range(6)
    ]
    readers = [Reader("a", 14, languages=frozenset({"kk"})), Reader("b", 13, languages=frozenset({"kk"}))]
    readers += [Reader("c", 13, languages=frozenset({"kk", "ru"}))]
    readers += [Reader(f"o{at}", 20, languages=frozenset({"ru"})) for at in range(6)]
    return Case(files, readers, [[500] * len(readers) for _file in files])


def test_the_bottleneck_names_files_readers_and_free_reads() -> None:
    found = short(kazakh(), Settings(reads=3)).bottleneck
    assert (len(found.files), found.readers, found.needed, found.free) == (14, ("a", "b", "c"), 42, 40)
    assert found.verdict.reason == (
        "Not enough: 14 files (kk, documentary); needed: 42 reads. There are for them: 3 readers, 40 free reads."
    )
    assert [(change.what, change.to) for change in found.changes] == [
        ("most", 14),
        ("readers", 1),
        ("reads", 2),
    ]
    assert "invite 1 more reader for these files" in str(found.verdict.way)


def test_a_floor_that_is_too_high_is_lowered_as_little_as_helps() -> None:
    case = Case([File("f")], [Reader("a", 5), Reader("b", 5)], [[600, 377]])
    changes = short(case, Settings(reads=2, floor=400)).bottleneck.changes
    assert ("floor", 377) in [(change.what, change.to) for change in changes]


def test_strong_readers_who_are_not_there_are_asked_for_less() -> None:
    case = Case([File("f")], [Reader("a", 5), Reader("b", 5)], [[600, 300]])
    changes = short(case, Settings(reads=2, strong=2, strong_from=500)).bottleneck.changes
    assert ("strong", 1) in [(change.what, change.to) for change in changes]


def test_readers_who_were_promised_too_much_are_named() -> None:
    case = Case([File("f"), File("g")], [Reader("a", 5, 2), Reader("b", 5)], [[-1, 500], [500, 500]])
    found = short(case, Settings(reads=1)).bottleneck
    assert (found.files, found.readers, found.needed, found.free) == ((), ("a",), 2, 1)
    assert "promised" in str(found.verdict.reason)


def test_without_readers_there_is_a_sentence_too() -> None:
    found = short(Case([File("f")], [], [[]]), Settings(reads=2)).bottleneck
    assert (found.needed, found.free, found.readers) == (2, 0, ())
    assert ("readers", 2) in [(change.what, change.to) for change in found.changes]


def test_a_reader_of_no_load_reads_nothing() -> None:
    case = Case([File("f")], [Reader("a", 0), Reader("b", 1)], [[900, 100]])
    assert best(case, Settings(reads=1), SEED)[0].readers("f") == ("b",)
    assert short(case, Settings(reads=2)).bottleneck.readers == ("b",)


@hypothesis(max_examples=80, deadline=None)
@given(cases(crossing=False))
def test_every_change_that_is_proposed_helps_and_the_numbers_show_the_shortage(
    drawn: tuple[Case, Settings],
) -> None:
    case, settings = drawn
    try:
        best(case, settings, SEED)
    except Short as caught:
        found = caught.bottleneck
        assert found.needed > found.free >= 0
        for change in found.changes:
            if change.what == "floor":
                assert enough(case, replace(settings, floor=change.to), SEED)
                assert change.to == 0 or not enough(case, replace(settings, floor=change.to + 1), SEED)
            if change.what == "strong":
                assert enough(case, replace(settings, strong=change.to), SEED)
