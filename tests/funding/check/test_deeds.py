"""What an officer does with a filed application, with a refusal for each reason."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.actions import save
from kinoqor.funding.application.queries import one
from kinoqor.funding.application.words import State
from kinoqor.funding.check import queries
from kinoqor.funding.check.actions import admit, judge, lift, note_end, notify, refuse, remind
from kinoqor.funding.check.adapters.points import points
from kinoqor.funding.check.clock import note_ends, remind_of_terms
from kinoqor.funding.check.models import Judgement, Notice, Refusal
from kinoqor.funding.check.words import Judged, Stands
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.letter.models import Letter
from tests import people
from tests.funding.application import making as drafts
from tests.funding.check import making
from tests.funding.check.making import NOW, filed, filing_of, judged, later, noticed, officer, refused
from tests.make import BY

pytestmark = pytest.mark.django_db
CLOCK = Doer("clock")


def state(number: int) -> str:
    return one(number).state


def letter(number: int) -> Letter:
    return Letter.objects.filter(about=f"application:{number}").latest("pk")


def test_judgements_are_kept_one_by_one_and_the_newest_counts() -> None:
    number, by = filed(), officer()
    judged(number, by)
    count = Judgement.objects.count()
    assert (
        judge(number, filing_of(number), {"true": (Judged.FAULT, "It says otherwise.")}, NOW, by=by.doer) == 1
    )
    assert Judgement.objects.count() == count + 1
    assert queries.judged(filing_of(number))["true"] == (Judged.FAULT, "It says otherwise.")
    assert (
        judge(number, filing_of(number), {"true": (Judged.FAULT, "It says otherwise.")}, NOW, by=by.doer) == 0
    )


def test_what_is_no_point_of_the_list_or_no_judgement_is_not_kept() -> None:
    number, by = filed(), officer()
    given = {"beauty": (Judged.MET, ""), "true": ("perhaps", "")}
    assert judge(number, filing_of(number), given, NOW, by=by.doer) == 0


def test_what_was_judged_cannot_be_changed_in_the_database() -> None:
    number, by = filed(), officer()
    judged(number, by)
    with pytest.raises(DatabaseError), transaction.atomic():
        Judgement.objects.update(judged=Judged.FAULT)


def test_nobody_checks_the_file_of_their_own_company() -> None:
    where = drafts.company()
    number, by = filed(of=where), officer()
    people.seated(Role.PRODUCER, by, where=where)
    with pytest.raises(Refused, match="seat in the company"):
        judge(number, filing_of(number), {}, NOW, by=by.doer)


def test_nobody_checks_a_file_on_which_they_have_worked() -> None:
    someone = drafts.producer(drafts.company("A company of tests"))
    number = filed(someone)
    with pytest.raises(Refused):
        admit(number, filing_of(number), NOW, by=someone.doer)


def test_a_notice_gives_three_working_days_and_names_what_can_be_changed() -> None:
    user = drafts.producer()
    number = filed(user, complete=False)
    made = Notice.objects.get(pk=noticed(number, officer()))
    assert made.day == date(2026, 4, 20)
    assert made.shuts == datetime(2026, 4, 21, tzinfo=UTC)
    assert (state(number), queries.repairable(number)) == (State.INCOMPLETE, frozenset({"synopsis"}))
    point = made.points[0]
    assert point["clause"]
    assert point["said"]["en"].startswith("Synopsis")
    assert set(point["text"]) == set(point["said"]) == {"kk", "ru", "en"}
    written = letter(number)
    assert written.receiver == user.doer.voice
    for said in (
        "Write the synopsis.",
        point["text"]["en"],
        f"/applications/{number}/repair/",
        "20 April 2026",
    ):
        assert said in written.subject_line + written.body


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_letters_are_written_whole_in_the_language_of_their_reader(lang: str) -> None:
    user = drafts.producer()
    user.language = lang
    user.save()
    by = officer()
    number = filed(user, complete=False)
    made = noticed(number, by)
    remind(made, later(days=3), by=CLOCK)
    note_end(made, later(days=10), by=CLOCK)
    refuse(number, filing_of(number), "incomplete", [], later(days=10), by=by.doer, why="Nothing came.")
    other = filed(user)
    judged(other, by)
    admit(other, filing_of(other), NOW, by=by.doer)
    found = Letter.objects.filter(
        about__in=[f"application:{number}", f"application:{other}"], deed__code__startswith="funding.check"
    )
    assert found.count() == 5
    for each in found:
        assert each.language == lang
        assert "{{" not in each.body
        assert "\n\n\n" not in each.body.replace("\r", ""), each.subject_line
        assert f"/{lang}/" in each.body


def test_a_notice_without_points_or_a_second_one_is_refused() -> None:
    number, by = filed(complete=False), officer()
    with pytest.raises(Refused, match="at least one point"):
        notify(number, filing_of(number), [], NOW, by=by.doer)
    noticed(number, by)
    save(number, "story", {"synopsis": "A test."}, one(number).revision, NOW, by=BY)
    making.refile(number)
    with pytest.raises(Refused, match="already"):
        noticed(number, by)


def test_a_notice_into_an_unknown_year_says_what_is_missing() -> None:
    drafts.call()
    number = filed(now=drafts.NOW)
    with pytest.raises(Refused, match="calendar of working days does not hold"):
        noticed(number, officer(), drafts.NOW)
    assert state(number) == State.FILED


def test_only_the_named_points_can_be_changed_and_a_repair_files_the_file_again() -> None:
    number, by = filed(complete=False), officer()
    noticed(number, by)
    with pytest.raises(Refused, match="notice"):
        save(number, "film", {"title_en": "Another"}, one(number).revision, NOW, by=BY)
    save(number, "story", {"synopsis": "A test of a steppe."}, one(number).revision, NOW, by=BY)
    making.refile(number, now=later(days=5))
    assert state(number) == State.FILED
    judged(number, by)
    admit(number, filing_of(number), NOW, by=by.doer)
    assert state(number) == State.ADMITTED


def test_a_repair_after_the_last_second_is_refused_with_a_sentence() -> None:
    number, by = filed(complete=False), officer()
    shuts = Notice.objects.get(pk=noticed(number, by)).shuts
    with pytest.raises(Refused, match="repair is over"):
        save(number, "story", {"synopsis": "Late."}, one(number).revision, shuts, by=BY)
    with pytest.raises(Refused, match="repair is over"):
        making.refile(number, now=shuts)
    making.refile(number, now=shuts - timedelta(microseconds=1))


def test_nothing_is_judged_or_refused_while_the_term_runs_and_all_may_be_once_it_has_run_out() -> None:
    number, by = filed(complete=False), officer()
    made = Notice.objects.get(pk=noticed(number, by))
    before = made.shuts - timedelta(seconds=1)
    with pytest.raises(Refused, match="repairs this file"):
        refuse(number, filing_of(number), "incomplete", [], before, by=by.doer, why="Too slow.")
    refuse(number, filing_of(number), "incomplete", [], made.shuts, by=by.doer, why="Nothing came.")
    assert state(number) == State.REFUSED
    assert Refusal.objects.get().notice_id == made.pk


def test_time_alone_refuses_nothing_but_writes_it_down_once() -> None:
    number = filed(drafts.producer(), complete=False)
    made = Notice.objects.get(pk=noticed(number, officer()))
    Notice.objects.filter(pk=made.pk)
    for _twice in range(2):
        note_end(made.pk, made.shuts, by=CLOCK)
    assert state(number) == State.INCOMPLETE
    assert queries.file(number, made.shuts).stands == Stands.OVERDUE
    assert Letter.objects.filter(deed__code="funding.check.ran_out").count() == 1


def test_the_clock_reminds_once_and_only_of_what_still_waits() -> None:
    number = filed(drafts.producer(), complete=False)
    made = noticed(number, officer())
    for _twice in range(2):
        remind(made, later(days=4), by=CLOCK)
    assert Letter.objects.filter(deed__code="funding.check.reminded").count() == 1
    assert list(queries.to_remind(NOW, later(days=6))) == []
    assert [each.pk for each in queries.ran_out(later(days=6))] == [made]
    assert [each.pk for each in queries.ran_out(later(days=5))] == []


def test_the_jobs_of_the_clock_run_over_what_is_due() -> None:
    assert remind_of_terms.func() == 0
    assert note_ends.func() == 0


def test_a_refusal_has_a_code_of_the_call_its_clause_and_words_and_says_until_when_one_may_complain() -> None:
    user, by = drafts.producer(), officer()
    number = filed(user, complete=False)
    with pytest.raises(Refused, match="codes of the call"):
        refuse(number, filing_of(number), "dislike", [], NOW, by=by.doer, why="I do not like it.")
    with pytest.raises(Refused, match="in words"):
        refuse(number, filing_of(number), "incomplete", [], NOW, by=by.doer, why=" ")
    made = Refusal.objects.get(pk=refused(number, by))
    assert made.clause["kk"]
    assert made.called["kk"]
    assert made.day is not None
    assert made.day > NOW.date() + timedelta(days=12)
    assert made.clause["en"] in letter(number).body
    assert f"/refusals/{made.pk}/" in letter(number).body


def test_a_file_is_decided_once() -> None:
    number, by = filed(), officer()
    judged(number, by)
    admit(number, filing_of(number), NOW, by=by.doer)
    with pytest.raises(Refused, match="has been decided"):
        refuse(number, filing_of(number), "incomplete", [], NOW, by=by.doer, why="On second thoughts.")


def test_a_file_with_an_open_point_or_a_fault_is_not_admitted() -> None:
    number, by = filed(), officer()
    with pytest.raises(Refused, match="not been judged"):
        admit(number, filing_of(number), NOW, by=by.doer)
    judged(number, by, true=Judged.FAULT)
    with pytest.raises(Refused, match="judged a fault"):
        admit(number, filing_of(number), NOW, by=by.doer)


def test_an_officer_who_looked_at_an_older_filing_decides_nothing() -> None:
    number, by = filed(complete=False), officer()
    seen = filing_of(number)
    noticed(number, by)
    making.refile(number, now=later(days=1))
    with pytest.raises(Refused, match="newer filing"):
        judge(number, seen, {}, later(days=1), by=by.doer)


def test_a_refusal_that_is_lifted_brings_the_file_back_and_allows_a_new_notice() -> None:
    number, by = filed(complete=False), officer()
    noticed(number, by)
    making.refile(number, now=later(days=1))
    made = refused(number, by, later(days=1))
    lift(made, by=officer().doer)
    assert state(number) == State.FILED
    assert queries.noticed(number, "script") == 0
    with pytest.raises(Refused, match="already"):
        lift(made, by=officer().doer)


def test_findings_are_said_in_every_language_at_the_places_of_the_file() -> None:
    number = filed(complete=False)
    of = queries.file(number, NOW)
    found = points(of, [("complete", "synopsis", ""), ("nothing", "synopsis", "")])
    assert [each.place for each in found] == ["synopsis"]
    assert all(found[0].said.values())
