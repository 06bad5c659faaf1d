"""Anyone repeats a draw from its published documents; whatever was altered is found."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from kinoqor.judging.assignment.models import Draw
from kinoqor.judging.assignment.rules.checking import Step, first_other, steps
from kinoqor.judging.assignment.rules.drawing import drawn
from kinoqor.judging.assignment.rules.frozen import (
    case_of,
    frozen,
    ordered,
    plan_of,
    randomness,
    result,
    seed,
)
from kinoqor.judging.assignment.rules.proof import check_proof
from kinoqor.judging.assignment.words import Plan, Settings
from kinoqor.kit.announced import key_string
from kinoqor.kit.canonical import canonical
from kinoqor.kit.verdict import YES, Verdict, no
from tests.judging.assignment import drawing
from tests.judging.assignment.invented import large

# Round 1000 of quicknet, as its public servers give it.
ROUND, SIGNATURE = (
    1000,
    ("b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"),
)

# The better part of an hour before that round; and the documents of a small draw as they were published at first.
MOMENT = datetime(2023, 8, 23, 15, 0, 0, tzinfo=UTC)
FIRST = Path(__file__).parent / "first_format"


def known(number: int, signature: str) -> Verdict:
    """The signature of the one round that these tests know."""
    return YES if (number, signature) == (ROUND, SIGNATURE) else no("Another round.")


@cache
def published(source: str = "drand") -> tuple[str, str]:
    """The documents of an invented draw with houses, strong readers, conflicts and a warning."""
    case = large(24, 12, 3)
    readers = [replace(each, house=f"h{at // 2}") for at, each in enumerate(case.readers)]
    case = ordered(replace(case, readers=readers, conflicts={("f1", "r2")}, warned={("f2", "r3")}))
    settings = Settings(reads=3, strong=1, strong_from=400, cap=Fraction(1, 2))
    about: dict[str, Any] = {"source": "drand", "round": ROUND}
    chance = SIGNATURE
    if source != "drand":
        about = {"source": source, "announced": [{"name": "Test lottery", "day": "2026-12-01"}]}
        chance = key_string([[9, 18, 2]])
    before = frozen(case, settings, {"call": "test", "chance": about}, MOMENT)
    plan, prices = drawn(case, settings, seed(before, randomness(source, chance)))
    return before, result(plan, prices, before, chance)


def wrong(found: list[Step]) -> list[str]:
    return [step.words for step in found if not step.right]


@pytest.mark.parametrize("source", ["drand", "numbers"])
def test_the_documents_as_they_were_published_are_right_in_every_step(source: str) -> None:
    found = [*steps(*published(source), known)]
    assert wrong(found) == [] and len(found) == 10
    assert "72 readings" in found[-2].words
    ahead = "15:00:00 UTC, 59 minutes before" if source == "drand" else "15:00:00 UTC. Compare that with"
    assert f"2023-08-23 {ahead}" in found[3].words
    assert "its own prices prove" in found[-1].words and "per cent" in found[-1].words


def test_documents_of_the_first_format_are_right_too_and_say_that_the_price_is_not_proved() -> None:
    both = [(FIRST / name).read_text(encoding="utf-8") for name in ("frozen.json", "result.json")]
    assert json.loads(both[0])["format"] == "kinoqor draw 1"
    found = [*steps(both[0], both[1], known)]
    assert wrong(found) == [] and "stated and not proved" in found[-1].words


def test_lists_that_were_frozen_when_the_number_could_be_known_are_wrong() -> None:
    before, after = (json.loads(text) for text in published())
    before["frozen_at"] = "2023-08-23T16:00:06Z"
    told = wrong([*steps(canonical(before), canonical(after), known)])
    assert any("could be known already" in words for words in told)


def test_the_price_of_a_draw_is_what_two_best_plans_say() -> None:
    before, after = (json.loads(text) for text in published())
    plan, _prices = plan_of(after)
    assert plan.top is not None and sum(pair.fit for pair in plan.top.pairs) == plan.best
    assert 0 < plan.price < 1
    case, settings = case_of(before)
    assert check_proof(case, settings, Plan(plan.top.pairs, plan.top.pairs, 1, plan.seed), plan.top.prices)


def altered(place: int, change: Any) -> tuple[str, str]:
    """The documents of which one says something else, written as canonically as before."""
    both = [json.loads(text) for text in published()]
    change(both[place])
    return canonical(both[0]), canonical(both[1])


def swap(said: Any) -> None:
    """A file is read by somebody on whom the draw did not fall."""
    pairs = {tuple(pair) for pair in said["pairs"]}
    file, new = next((one, other) for one, other, *_more in said["chances"] if (one, other) not in pairs)
    next(pair for pair in said["pairs"] if pair[0] == file)[1] = new


def unlikely(said: Any) -> None:
    """A reading that was drawn had no chance."""
    pairs = {tuple(pair) for pair in said["pairs"]}
    said["chances"].remove(next(each for each in said["chances"] if tuple(each[:2]) in pairs))


def worse(said: Any) -> None:
    """A poorer plan is called the best one, so that the draw looks cheaper than it is."""
    fits = {(file, reader): fit for file, reader, fit in said["top"]["pairs"]}
    pairs = {tuple(pair) for pair in said["pairs"]}
    drawn_ = [[file, reader, fit] for file, reader, fit, _units in said["chances"] if (file, reader) in pairs]
    assert sum(fit for *_who, fit in drawn_) < sum(fits.values())
    said["top"]["pairs"], said["best"] = drawn_, sum(fit for *_who, fit in drawn_)


@pytest.mark.parametrize(
    ("place", "change", "words"),
    [
        (0, lambda said: said["fit"][0].__setitem__(0, 999), "frozen.json was altered"),
        (0, lambda said: said["conflicts"].clear(), "frozen.json was altered"),
        (1, lambda said: said.update(chance="00" * 48), "not the named one"),
        (1, lambda said: said.update(seed="00" * 32), "seed"),
        (1, swap, "differ first"),
        (1, lambda said: said["prices"].update({next(iter(said["prices"])): 10**9}), "do not show"),
        (1, unlikely, "contradict"),
        (1, lambda said: said.update(counted=1), "numbers"),
        (1, lambda said: said.pop("of"), "contradict"),
        (1, lambda said: said.update(best=said["best"] - 1), "and not of"),
        (1, lambda said: said.update(top=None), "proof of the price of the draw is missing"),
        (
            1,
            lambda said: said["top"]["prices"].update({next(iter(said["prices"])): 10**9}),
            "price of the draw is not proved",
        ),
        (1, worse, "price of the draw is not proved"),
    ],
)
def test_whatever_was_altered_is_found_and_named(place: int, change: Any, words: str) -> None:
    told = wrong([*steps(*altered(place, change), known)])
    assert told and words in " ".join(told)


def test_a_single_byte_that_was_altered_is_found_wherever_it_is() -> None:
    for place in (0, 1):
        text = published()[place]
        for at in range(0, len(text), max(1, len(text) // 12)):
            other = text[:at] + ("7" if text[at] != "7" else "8") + text[at + 1 :]
            both = (other, published()[1]) if place == 0 else (published()[0], other)
            assert wrong([*steps(*both, known)]), (place, at)
            assert first_other(other, text) == at + 1


def test_no_solver_is_needed_to_check() -> None:
    code = (
        "import sys, django; django.setup()\n"
        "from kinoqor.judging.assignment.rules import checking\n"
        "print([name for name in sys.modules if name.startswith('ortools')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.django_db
def test_the_command_says_each_step_and_names_the_altered_byte(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _files, _members, of = drawing.filled(draw={"source": "numbers"})
    number = drawing.drawn_by_numbers(of)
    call_command("verify", "draw", str(number))
    assert "Everything is right" in capsys.readouterr().out
    held = Draw.objects.get(pk=number)
    (tmp_path / "frozen.json").write_text(held.frozen or "", encoding="utf-8")
    text = held.result or ""
    (tmp_path / "result.json").write_text(text[:50] + "x" + text[51:], encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("verify", "draw", str(number), str(tmp_path))
    told = capsys.readouterr().out
    assert "WRONG: result.json was altered: its byte 51" in told
    assert "right: frozen.json is byte for byte" in told


@pytest.mark.django_db
def test_the_command_says_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no result of draw 99"):
        call_command("verify", "draw", "99")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("verify", "draw", "99", str(tmp_path))


@pytest.mark.django_db
def test_the_command_verifies_a_real_round_without_this_house(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in zip(("frozen.json", "result.json"), published(), strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    call_command("verify", "draw", "1", str(tmp_path))
    assert "that of round 1000 of drand quicknet" in capsys.readouterr().out
