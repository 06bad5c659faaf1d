"""Who may not judge what, found and declared: the law, without a database. All people and films are invented."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.funding.conflict.rules import (
    declared,
    key,
    loads_seen,
    may_decide,
    may_dismiss,
    may_fear,
    shut,
)
from kinoqor.funding.conflict.rules.density import density, may_be_judged, shut_within
from kinoqor.funding.conflict.rules.ties import World, conflicts, weight
from kinoqor.funding.conflict.words import (
    LASTING,
    Conflict,
    Credit,
    File,
    Grade,
    Kind,
    Place,
    Reader,
    Settings,
    Status,
    Voice,
)

YEAR = 2031
FILE = File("a1", "studio", "debut", leads=frozenset({"director", "producer"}), crew=frozenset({"driver"}))
READER = Reader("reader")


def world(*credits_: Credit, places: tuple[Place, ...] = (), settings: Settings | None = None) -> World:
    return World(credits_, places, settings or Settings(), YEAR)


def film(name: str, year: int | None, **roles: str) -> list[Credit]:
    return [Credit(person, name, role, name.title(), year) for role, person in roles.items()]


def kinds(found: list[Conflict]) -> list[tuple[Kind, Grade]]:
    return [(one.kind, one.grade) for one in found]


def test_whoever_takes_part_in_a_film_does_not_judge_it() -> None:
    for person in ("director", "driver"):
        assert kinds(conflicts(Reader(person), FILE, world())) == [(Kind.SELF, Grade.BARRED)]


def test_whoever_leads_another_file_with_somebody_of_this_one_does_not_judge_it_whatever_the_stream() -> None:
    other = File("a2", "other", "animation", leads=frozenset({"reader", "director"}))
    there = World((), (), Settings(), YEAR, (FILE, other))
    [found] = conflicts(READER, FILE, there)
    assert (found.kind, found.grade) == (Kind.JOINT, Grade.BARRED)
    assert [(step.one, step.other, step.through) for step in found.path] == [("reader", "director", "a2")]
    assert conflicts(Reader("director"), FILE, there)[0].kind == Kind.SELF


def test_whoever_leads_another_file_of_the_same_company_does_not_judge_it() -> None:
    same = File("a2", "studio", "animation", leads=frozenset({"reader"}))
    strange = File("a3", "other", "animation", leads=frozenset({"reader"}))
    assert kinds(conflicts(READER, FILE, World((), (), Settings(), YEAR, (FILE, same)))) == [
        (Kind.JOINT, Grade.BARRED)
    ]
    assert conflicts(READER, FILE, World((), (), Settings(), YEAR, (FILE, strange))) == []


def test_a_rival_in_the_same_stream_does_not_judge_and_one_of_another_stream_does() -> None:
    assert kinds(conflicts(Reader("reader", frozenset({"debut"})), FILE, world())) == [
        (Kind.RIVAL, Grade.BARRED)
    ]
    assert conflicts(Reader("reader", frozenset({"animation"})), FILE, world()) == []


def test_a_shared_lead_credit_bars_for_five_years_and_its_path_names_the_film_and_both_parts() -> None:
    made = film("steppe", YEAR - 5, director="director", producer="reader")
    (found,) = conflicts(READER, FILE, world(*made))
    (step,) = found.path
    assert (found.kind, found.grade, found.age) == (Kind.CREDIT, Grade.BARRED, 5)
    assert (step.name, step.year, step.roles) == ("Steppe", YEAR - 5, ("producer", "director"))
    older = film("steppe", YEAR - 6, director="director", producer="reader")
    assert conflicts(READER, FILE, world(*older)) == []


def test_a_film_of_unknown_year_counts_as_new() -> None:
    (found,) = conflicts(READER, FILE, world(*film("steppe", None, director="director", producer="reader")))
    assert (found.grade, found.age) == (Grade.BARRED, 0)


def test_of_several_films_the_newest_is_the_evidence() -> None:
    made = [
        *film("old", YEAR - 4, director="director", editor="reader"),
        *film("new", YEAR - 1, director="director", editor="reader"),
    ]
    (found,) = conflicts(READER, FILE, world(*made))
    assert found.path[0].through == "new"


def test_one_shared_crew_work_warns_and_two_of_the_last_years_bar() -> None:
    first = film("one", YEAR - 1, director="director", actor="reader")
    assert kinds(conflicts(READER, FILE, world(*first))) == [(Kind.CREW, Grade.WARNED)]
    second = film("two", YEAR, producer="director", actor="reader")
    assert kinds(conflicts(READER, FILE, world(*first, *second))) == [(Kind.CREW, Grade.BARRED)]
    assert conflicts(READER, FILE, world(*film("three", YEAR - 3, director="director", actor="reader"))) == []


def test_an_owner_never_lapses_and_an_employee_does_after_the_years() -> None:
    def of(**place: object) -> list[tuple[Kind, Grade]]:
        seat = Place("reader", "studio", **place)  # type: ignore[arg-type]
        return kinds(conflicts(READER, FILE, world(places=(seat,))))

    assert of(owns=True) == [(Kind.OWNER, Grade.BARRED)]
    assert of() == [(Kind.EMPLOYER, Grade.BARRED)]
    assert of(until=YEAR - 5) == [(Kind.EMPLOYER, Grade.BARRED)]
    assert of(until=YEAR - 6) == []
    assert of(owns=True, until=YEAR - 6) == []


def test_a_company_shared_with_a_leading_person_bars() -> None:
    seats = (Place("reader", "house", name="House"), Place("producer", "house", until=YEAR - 2))
    (found,) = conflicts(READER, FILE, world(places=seats))
    assert (found.kind, found.age, found.path[0].name) == (Kind.COMPANY, 2, "House")


def test_two_steps_warn_only_and_only_where_nothing_bars() -> None:
    made = [
        *film("first", YEAR - 2, producer="reader", editor="between"),
        *film("second", YEAR - 1, editor="between", director="director"),
    ]
    (found,) = conflicts(READER, FILE, world(*made))
    assert (found.kind, found.grade, found.distance) == (Kind.REMOTE, Grade.WARNED, 2)
    assert [step.through for step in found.path] == ["first", "second"]
    assert conflicts(READER, FILE, world(*made, settings=Settings(remote=False))) == []
    nearer = film("third", YEAR, producer="reader", writer="x", director="director")
    assert kinds(conflicts(READER, FILE, world(*made, *nearer))) == [(Kind.CREDIT, Grade.BARRED)]


@given(st.integers(1, 2), st.integers(0, 9), st.integers(0, 9))
def test_what_is_older_or_farther_never_weighs_more(distance: int, age: int, years: int) -> None:
    here = weight(distance, age, years)
    assert 1 <= weight(distance, age + 1, years) <= here <= 1000
    assert weight(distance + 1, age, years) <= here


PEOPLE = ["reader", "director", "producer", "between", "far"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(PEOPLE), st.sampled_from("abcd"), st.sampled_from(["director", "editor", "actor"])
        ),
        max_size=12,
    ),
    st.integers(0, 7),
)
def test_the_order_of_the_credits_changes_nothing_and_a_longer_memory_never_frees(
    made: list[tuple[str, str, str]], years: int
) -> None:
    rows = [Credit(person, name, role, name, YEAR - ord(name) % 5) for person, name, role in made]
    there = conflicts(READER, FILE, World(rows, (), Settings(years=years), YEAR))
    back = conflicts(READER, FILE, World(rows[::-1], (), Settings(years=years), YEAR))
    assert there == back
    longer = conflicts(READER, FILE, World(rows, (), Settings(years=years + 1), YEAR))
    if any(one.grade == Grade.BARRED for one in there):
        assert any(one.grade == Grade.BARRED for one in longer)


def test_what_nobody_has_decided_shuts_and_what_was_dismissed_stays_so_while_the_evidence_is_the_same() -> (
    None
):
    found = conflicts(READER, FILE, world(*film("steppe", YEAR, director="director", producer="reader")))
    decided = {key(found[0]): Status.DISMISSED}
    assert shut(found, {}) == {("reader", "a1")}
    assert shut(found, decided) == frozenset()
    other = conflicts(READER, FILE, world(*film("taiga", YEAR, director="director", producer="reader")))
    assert shut(other, decided) == {("reader", "a1")}


def test_what_a_member_declares_cannot_be_dismissed_nor_can_their_own_film() -> None:
    own = declared("reader", "a1", Voice.MEMBER, "We share a flat.")
    assert not may_dismiss(own)
    assert not may_dismiss(conflicts(Reader("director"), FILE, world())[0])
    assert may_dismiss(declared("reader", "a1", Voice.REPORT, "They were seen together."))
    with pytest.raises(ValueError, match="found, not declared"):
        declared("reader", "a1", Voice.MEMBER, "We made a film.", Kind.CREDIT)
    with pytest.raises(ValueError, match="found, not declared"):
        declared("reader", "a1", Voice.REGISTER, "It says so.")


def test_nobody_decides_of_their_own_conflict_nor_for_the_company_nor_without_a_reason() -> None:
    one = declared("reader", "a1", Voice.APPLICANT, "A quarrel in court.", Kind.DEBT)
    good = "The court has closed the case in 2019."
    assert may_decide(one, "secretary", frozenset({"owner"}), good)
    noes = [
        may_decide(one, "reader", frozenset(), good),
        may_decide(one, "owner", frozenset({"owner"}), good),
        may_decide(one, "secretary", frozenset(), "No."),
    ]
    assert not any(noes)
    assert len({str(each.reason) for each in noes}) == len(noes)


def test_an_applicant_names_two_whom_they_fear_and_no_third() -> None:
    assert may_fear([], "x", 2)
    assert not may_fear(["x"], "x", 2)
    assert not may_fear(["x", "y"], "z", 2)


def test_one_with_a_hidden_file_in_a_stream_sees_no_loads_in_it() -> None:
    streams = {"a1": "debut", "a2": "debut", "a3": "animation"}
    assert loads_seen(["a1"], streams) == {"animation"}
    assert loads_seen([], streams) == {"animation", "debut"}
    assert loads_seen(["elsewhere"], streams) == {"animation", "debut"}


def test_density_counts_pairs_once_and_only_those_of_the_round() -> None:
    found = density(["r1", "r2"], ["a1", "a2"], [("r1", "a1"), ("r1", "a1"), ("other", "a1"), ("r2", "a9")])
    assert (found.pairs, found.barred, found.share, found.free) == (4, 1, 0.25, {"a1": 1, "a2": 2})
    assert density([], [], []).share == 0


def barred(age: int, kind: Kind = Kind.CREDIT) -> list[Conflict]:
    return [Conflict("", "", kind, Grade.BARRED, age=age)]


def test_a_round_that_blocks_itself_is_told_which_change_is_the_smallest_that_helps() -> None:
    readers, files = ["r1", "r2", "r3"], ["a1", "a2"]
    assert may_be_judged(readers, files, {}, 3, 5)
    found = {("r1", "a1"): barred(4), ("r2", "a1"): barred(2)}
    verdict = may_be_judged(readers, files, found, 2, 5)
    assert not verdict
    assert "3 years" in str(verdict.way)
    for_ever = {(reader, "a1"): barred(0, Kind.FAMILY) for reader in readers}
    assert "at least 2 more" in str(may_be_judged(readers, files, for_ever, 2, 5).way)


@given(
    st.dictionaries(
        st.tuples(st.sampled_from(["r1", "r2", "r3"]), st.sampled_from(["a1", "a2"])),
        st.tuples(st.integers(0, 6), st.sampled_from(list(Kind))),
    )
)
def test_fewer_years_never_shut_more_and_what_lasts_is_shut_at_any(
    pairs: dict[tuple[str, str], tuple[int, Kind]],
) -> None:
    found = {pair: barred(age, kind) for pair, (age, kind) in pairs.items()}
    for years in range(6):
        assert shut_within(found, years) <= shut_within(found, years + 1)
    lasting = {pair for pair, (_age, kind) in pairs.items() if kind in LASTING}
    assert lasting <= shut_within(found, 0)


def test_a_whole_round_is_looked_at_in_one_world() -> None:
    made = [
        credit
        for number in range(400)
        for credit in film(
            f"film {number}", YEAR - number % 8, director=f"p{number % 60}", producer=f"p{number * 7 % 200}",
            editor=f"p{number * 11 % 90}",
        )
    ]  # fmt: skip
    whole = world(*made)
    files = [File(f"a{n}", "studio", "", frozenset({f"p{n}", f"p{n + 50}"})) for n in range(100)]
    found = {
        (reader, file.ref): conflicts(Reader(reader), file, whole)
        for reader, file in product([f"p{n}" for n in range(40)], files)
    }
    assert 0 < density([f"p{n}" for n in range(40)], [f.ref for f in files], shut_within(found, 5)).share < 1
