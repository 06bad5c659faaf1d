"""What the making of a body, an appointment and the end of a term keep to: the law, without a database."""

from datetime import date

import pytest

from kinoqor.judging.panel.rules import making
from kinoqor.judging.panel.rules.barring import in_force, read, round_on, rounds_sat, turn_of
from kinoqor.judging.panel.words import BodyKind, Doubt, Ground, Making, Member
from kinoqor.kit.document import Faulty, Part

NAME = dict.fromkeys(("kk", "ru", "en"), "Test council")
TODAY, LATER = date(2031, 3, 10), date(2031, 6, 1)
OPENED = [date(2029, 2, 1), date(2030, 2, 1), date(2031, 2, 1)]
CLAUSE = {"kk": "7-тармақ", "ru": "пункт 7", "en": "clause 7"}


def body(**more: object) -> Making:
    plain = {"kind": BodyKind.COUNCIL, "name": NAME, "act": "Order 1", "quorum": 3}
    return Making(**(plain | more))  # type: ignore[arg-type]


def test_a_body_needs_an_act_a_name_in_each_language_and_a_quorum() -> None:
    assert making.may_make(body())
    noes = [
        making.may_make(body(act=" ")),
        making.may_make(body(name={"en": "Test council"})),
        making.may_make(body(quorum=0)),
    ]
    assert not any(noes)
    assert len({str(one.reason) for one in noes}) == 3


def test_a_closed_body_takes_nobody_and_one_with_members_is_not_closed() -> None:
    assert making.may_change(False)
    assert not making.may_change(True)
    assert making.may_close(False, 0)
    assert not making.may_close(True, 0)
    assert not making.may_close(False, 1)
    assert making.may_say_act("Order 9")
    assert not making.may_say_act(" ")


def test_a_term_is_ended_by_an_act_while_it_lasts_and_not_in_the_past() -> None:
    assert making.may_end(None, TODAY, LATER, "Order 2")
    assert making.may_end(LATER, TODAY, TODAY, "Order 2")
    noes = [
        making.may_end(date(2031, 3, 9), TODAY, LATER, "Order 2"),
        making.may_end(None, TODAY, LATER, ""),
        making.may_end(None, TODAY, date(2031, 3, 9), "Order 2"),
    ]
    assert not any(noes)
    assert len({str(one.reason) for one in noes}) == 3


def test_what_the_register_leaves_open_is_looked_into_by_a_person() -> None:
    assert making.may_trust([], False)
    assert making.may_trust([Doubt.HEAD], True)
    assert "of this name" in str(making.may_trust([Doubt.HEAD], False).reason)


def test_an_account_has_one_record_and_no_other_can_be_named() -> None:
    assert making.same_record("", "p001")
    assert making.same_record("p001", "p001")
    assert making.same_record("p001", "")
    assert "p001" in str(making.same_record("p001", "p002").reason)


def test_a_member_reads_in_languages_of_the_house_and_a_number_of_files() -> None:
    assert making.may_read(("kk", "en"), 20)
    assert making.may_read((), None)
    assert not making.may_read(("fr",), None)
    assert not making.may_read((), 0)


def test_a_photograph_is_taken_once_for_each_matter() -> None:
    assert making.may_photograph("opening:1", False)
    assert not making.may_photograph(" ", False)
    assert not making.may_photograph("opening:1", True)


def test_a_round_begins_when_its_call_opens() -> None:
    assert [round_on(OPENED, day) for day in (date(2029, 1, 31), date(2029, 2, 1), TODAY)] == [0, 1, 3]
    terms = [Member("a", "o", date(2029, 5, 1), date(2030, 1, 1)), Member("a", "o", date(2031, 2, 1))]
    assert rounds_sat(OPENED, terms) == (1, 3)
    assert rounds_sat([], terms) == ()


def test_an_appointment_is_for_the_round_that_runs_or_the_next_where_one_sat_in_it() -> None:
    assert turn_of(OPENED, TODAY, ()) == 3
    assert turn_of(OPENED, TODAY, (2, 3)) == 4
    assert turn_of(OPENED, date(2028, 1, 1), ()) == 1


def test_the_document_of_a_pack_is_the_law_with_clauses_in_a_language() -> None:
    said = read(
        Part({
            "working_years": 4, "rotation": {"on": 2},
            "bars": [{"ground": "director", "roles": ["director"], "clause": CLAUSE, "verified": True}],
        })
    )  # fmt: skip
    rules = in_force(said, "kk")
    assert rules.working == {"director": Ground.DIRECTOR}
    assert (rules.working_years, rules.rounds_on, rules.rounds_off) == (4, 2, 1)
    assert (rules.owners, rules.applicants) == (False, False)
    assert rules.clauses == {"director": "7-тармақ"}


def test_a_document_with_a_slip_is_refused_with_every_fault() -> None:
    with pytest.raises(Faulty) as faulty:
        read(Part({"bars": [{"ground": "taste", "clause": CLAUSE}], "rotation": {"times": 2}}))
    assert len(faulty.value.faults) == 3
