"""What the machine finds in a filing: the law, without a database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kinoqor.funding.finding.rules import Asks, Filed, Finding, Open, Wanted, findings
from kinoqor.funding.finding.words import Found, Machine
from kinoqor.kit.calendar import Window

WINDOW = Window(datetime(2031, 3, 5, 9), datetime(2031, 3, 13, 23, 59, 59), "Etc/UTC")  # noqa: DTZ001
GOOD = Filed(
    datetime(2031, 3, 10, 12, tzinfo=UTC), date(2031, 3, 10), {"script": 1, "identity": 2}, number_ok=True,
    activities=("59.11.1",), tax_day=date(2031, 3, 1), tax_debt=0, earlier=0, estimate=500, asked=300, sources=500,
)  # fmt: skip
ASKS = Asks(
    WINDOW, (Wanted("script", "Script", "Rules, 7"), Wanted("identity", "Identity"), Wanted("more", "More", "", False)),
    ("59.11", "59.12"), 30, 600, 2, 400, "EUR", {Machine.TAX_DEBT: "Rules, 9.2"},
)  # fmt: skip


def of(machine: Machine, filed: Filed = GOOD, asks: Asks = ASKS) -> list[Finding]:
    return [one for one in findings(filed, asks) if one.machine == machine]


def only(machine: Machine, filed: Filed = GOOD, asks: Asks = ASKS) -> Finding:
    (one,) = of(machine, filed, asks)
    return one


def test_a_sound_file_has_no_fault() -> None:
    assert {one.found for one in findings(GOOD, ASKS)} == {Found.GOOD, Found.UNSURE}
    assert [one.machine for one in findings(GOOD, ASKS) if one.found == Found.UNSURE] == [Machine.SOLVENT]


def test_faults_stand_before_what_cannot_be_told_and_that_before_what_is_in_order() -> None:
    order = [one.found for one in findings(replace(GOOD, tax_day=None, tax_debt=601), ASKS)]
    assert order == sorted(order, key=list(Found).index)


def test_the_last_second_of_the_window_counts_and_the_next_does_not() -> None:
    last = datetime(2031, 3, 13, 23, 59, 59, 999999, tzinfo=UTC)
    assert only(Machine.IN_TIME, replace(GOOD, at=last)).found == Found.GOOD
    assert only(Machine.IN_TIME, replace(GOOD, at=last + timedelta(microseconds=1))).found == Found.FAULT
    assert (
        only(Machine.IN_TIME, replace(GOOD, at=datetime(2031, 3, 5, 8, 59, 59, tzinfo=UTC))).found
        == Found.FAULT
    )
    assert only(Machine.IN_TIME, GOOD, replace(ASKS, window=None)).found == Found.UNSURE


def test_every_missing_paper_is_named_with_its_clause_and_its_place() -> None:
    (one,) = of(Machine.COMPLETE, replace(GOOD, papers={"identity": 1, "script": 0}))
    assert (one.found, one.clause, one.place) == (Found.FAULT, "Rules, 7", "file:script")
    assert "“Script”" in str(one.said)


def test_a_paper_that_no_scanner_has_seen_is_no_fault_but_is_said() -> None:
    (one,) = of(Machine.COMPLETE, replace(GOOD, unclean=["identity"]))
    assert (one.found, one.place) == (Found.UNSURE, "file:identity")


def test_open_questions_are_faults_at_their_places() -> None:
    (one,) = of(
        Machine.COMPLETE, replace(GOOD, open_points=[Open("title_kk", "The title is missing.", "7.1")])
    )
    assert (one.found, one.place, one.clause, one.said) == (
        Found.FAULT,
        "title_kk",
        "7.1",
        "The title is missing.",
    )


def test_a_number_is_judged_by_its_digit_and_one_that_is_not_there_cannot_be() -> None:
    assert only(Machine.NUMBER, replace(GOOD, number_ok=False)).found == Found.FAULT
    assert only(Machine.NUMBER, replace(GOOD, number_ok=None)).found == Found.UNSURE


HOME = replace(ASKS, registered=True, home=["NO"], clauses={Machine.REGISTERED: "Law, 14"})
LOCAL = replace(GOOD, country="NO", country_name="Norway")


def test_a_registration_in_the_country_is_told_by_the_company_file_and_the_number() -> None:
    one = only(Machine.REGISTERED, LOCAL, HOME)
    assert (one.found, one.clause, one.place) == (Found.GOOD, "Law, 14", "company")
    assert "Norway" in str(one.said)
    assert of(Machine.REGISTERED, LOCAL, ASKS) == []


def test_a_registration_elsewhere_is_a_fault() -> None:
    one = only(Machine.REGISTERED, replace(GOOD, country="SE", country_name="Sweden"), HOME)
    assert one.found == Found.FAULT
    assert "Sweden" in str(one.said)


def test_where_the_file_cannot_say_where_one_is_registered_the_paper_is_named() -> None:
    proof = replace(HOME, papers=[Wanted("registration", "Certificate of registration")])
    for filed, asks in (
        (GOOD, proof),
        (replace(LOCAL, number_ok=False), proof),
        (replace(LOCAL, number_ok=None), proof),
        (LOCAL, replace(proof, home=())),
    ):
        one = only(Machine.REGISTERED, filed, asks)
        assert one.found == Found.UNSURE
        assert "not known to the machine: look at the paper “Certificate of registration”" in str(one.said)
    assert "look the applicant up in the state’s register" in str(only(Machine.REGISTERED, GOOD, HOME).said)


def test_an_activity_code_holds_the_finer_ones_below_it_however_it_is_written() -> None:
    for code, found in (
        ("59.11.9", "good"),
        ("5911", "good"),
        ("59111", "good"),
        ("47.11", "fault"),
        ("59.1", "fault"),
    ):
        assert only(Machine.ACTIVITY, replace(GOOD, activities=[code])).found == found, code
    assert only(Machine.ACTIVITY, replace(GOOD, activities=["47.11", "59.12"])).found == Found.GOOD
    assert only(Machine.ACTIVITY, replace(GOOD, activities=[])).found == Found.UNSURE


def test_what_a_call_does_not_ask_is_not_looked_at() -> None:
    asked = {one.machine for one in findings(GOOD, Asks(WINDOW))}
    assert not asked & {Machine.ACTIVITY, Machine.TAX_DATE, Machine.TAX_DEBT, Machine.LIMIT}


@given(st.integers(0, 400), st.integers(1, 400))
def test_a_tax_certificate_is_too_old_from_the_day_after_the_last_one_allowed(old: int, most: int) -> None:
    filed = replace(GOOD, tax_day=GOOD.day - timedelta(days=old))
    assert (only(Machine.TAX_DATE, filed, replace(ASKS, tax_days=most)).found == Found.FAULT) == (old > most)


def test_a_tax_certificate_of_tomorrow_is_a_fault_and_none_cannot_be_judged() -> None:
    assert only(Machine.TAX_DATE, replace(GOOD, tax_day=date(2031, 3, 11))).found == Found.FAULT
    assert only(Machine.TAX_DATE, replace(GOOD, tax_day=None)).found == Found.UNSURE


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_a_debt_of_just_the_limit_is_allowed(debt: int, limit: int) -> None:
    one = only(Machine.TAX_DEBT, replace(GOOD, tax_debt=debt), replace(ASKS, tax_debt=limit))
    assert (one.found == Found.FAULT) == (debt > limit)
    assert one.clause == "Rules, 9.2"


def test_a_debt_that_is_not_said_cannot_be_judged() -> None:
    assert only(Machine.TAX_DEBT, replace(GOOD, tax_debt=None)).found == Found.UNSURE


def test_a_company_that_calls_itself_bankrupt_is_a_fault_and_any_other_is_looked_up() -> None:
    assert only(Machine.SOLVENT, replace(GOOD, bankrupt=True)).found == Found.FAULT
    assert only(Machine.SOLVENT, replace(GOOD, bankrupt=False)).found == Found.UNSURE


@given(st.integers(0, 40), st.integers(1, 10))
def test_the_file_after_the_last_one_allowed_is_one_too_many(earlier: int, most: int) -> None:
    one = only(Machine.LIMIT, replace(GOOD, earlier=earlier), replace(ASKS, limit=most))
    assert (one.found == Found.FAULT) == (earlier + 1 > most)


def test_sources_that_do_not_make_the_estimate_and_a_sum_above_the_cap_are_two_faults() -> None:
    both = of(Machine.SUMS, replace(GOOD, sources=499, asked=401))
    assert [one.found for one in both] == [Found.FAULT, Found.FAULT]
    assert of(Machine.SUMS, replace(GOOD, estimate=None)) == []
