"""Jobs: written with their deed, tried again with pauses, taken back from the dead, called once by the calendar."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import TaskResultStatus as Status
from django_tasks_db.models import DBTaskResult, get_date_max
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit import jobs
from kinoqor.kit.jobs import (
    CALENDAR,
    MANNERS,
    Daily,
    Every,
    Manner,
    call,
    call_due,
    clear,
    hand,
    job,
    take_back,
)
from kinoqor.ledger.letter.letters import SEND
from kinoqor.portal.management.commands.work import know_the_clocks

# From 2017 to 2033.
MOMENTS = st.integers(1_500_000_000, 2_000_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))
done: list[str] = []


@job(Manner(pauses=(10, 60), lease=timedelta(minutes=1)))
def fails(what: str) -> None:
    """A job that never succeeds."""
    done.append(what)
    raise ValueError(what)


@job()
def succeeds(what: str) -> str:
    """A job that is simply done."""
    done.append(what)
    return what


@pytest.fixture(autouse=True)
def nothing_done() -> Iterator[None]:
    done.clear()
    yield
    for name in (fails.module_path, succeeds.module_path):
        CALENDAR.pop(name, None)


def work() -> None:
    worker = hand(interval=0)
    worker.look_around = lambda: None  # type: ignore[method-assign]
    worker.work(until_empty=True)


def later(by: timedelta) -> None:
    """Time passes."""
    DBTaskResult.objects.exclude(run_after=get_date_max()).update(run_after=F("run_after") - by)
    DBTaskResult.objects.exclude(started_at=None).update(started_at=F("started_at") - by)
    DBTaskResult.objects.exclude(finished_at=None).update(finished_at=F("finished_at") - by)


def one() -> DBTaskResult:
    found: DBTaskResult = DBTaskResult.objects.get()
    return found


@given(MOMENTS, st.sampled_from([1, 5, 15, 30, 60]))
def test_the_newest_due_moment_is_never_ahead_and_never_more_than_one_step_behind(
    now: datetime, minutes: int
) -> None:
    due = Every(minutes).last_due(now)
    assert due <= now < due + timedelta(minutes=minutes)
    assert due.minute % minutes == 0 and due.second == due.microsecond == 0


@given(MOMENTS, st.times().map(lambda at: time(at.hour, at.minute)))
def test_a_daily_job_is_due_at_its_time_of_today_or_else_of_yesterday(now: datetime, at: time) -> None:
    due = Daily(at).last_due(now)
    assert due <= now < due + timedelta(days=1)
    assert (due.hour, due.minute) == (at.hour, at.minute)


def test_each_try_has_its_pause_and_after_the_last_there_is_none() -> None:
    manner = Manner(pauses=(10, 60))
    assert [manner.again_after(tries) for tries in range(5)] == [
        None, timedelta(seconds=10), timedelta(seconds=60), None, None,
    ]  # fmt: skip


def test_every_name_that_is_called_is_one_of_a_job() -> None:
    know_the_clocks()
    assert SEND in MANNERS
    assert set(CALENDAR) <= set(MANNERS)


@pytest.mark.django_db
def test_a_job_is_written_in_the_open_transaction_and_gone_with_it() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        call(succeeds.module_path, "tea")
        raise RuntimeError
    assert not DBTaskResult.objects.exists()
    call(succeeds.module_path, "tea")
    work()
    assert (done, one().status, one().return_value) == (["tea"], Status.SUCCESSFUL, "tea")


@pytest.mark.django_db
def test_a_failed_job_is_tried_again_after_its_pauses_and_then_has_failed_for_good() -> None:
    call(fails.module_path, "tea")
    for seconds, tries in ((0, 1), (9, 1), (2, 2), (59, 2), (2, 3), (9999, 3)):
        later(timedelta(seconds=seconds))
        work()
        assert len(done) == tries
    assert one().status == Status.FAILED and "ValueError" in one().traceback


@pytest.mark.django_db
def test_the_job_of_a_dead_worker_is_taken_back_once_its_lease_is_over() -> None:
    call(fails.module_path, "tea")
    one().claim("a worker that dies")
    assert take_back(timezone.now()) == 0
    work()
    assert done == []
    later(timedelta(minutes=1))
    assert [take_back(timezone.now()), take_back(timezone.now())] == [1, 0]
    work()
    assert done == ["tea"]


@pytest.mark.django_db
def test_two_workers_that_look_at_once_take_a_job_back_once(monkeypatch: pytest.MonkeyPatch) -> None:
    call(succeeds.module_path, "tea")
    one().claim("a worker that dies")
    later(timedelta(hours=1))
    real, taken = jobs.MANNERS, []

    class Meanwhile(dict[str, Manner]):
        """While the first looks up how long the lease is, the second takes the job back and claims it."""

        def get(self, name: str, default: object = None) -> object:  # type: ignore[override]
            monkeypatch.setattr(jobs, "MANNERS", real)
            taken.append(take_back(timezone.now()))
            one().claim("the second worker")
            return real.get(name, Manner())

    monkeypatch.setattr(jobs, "MANNERS", Meanwhile())
    assert take_back(timezone.now()) == 0 and taken == [1]
    assert one().status == Status.RUNNING


@pytest.mark.django_db
def test_a_worker_that_dies_in_the_moment_of_failing_leaves_a_job_that_is_tried_again() -> None:
    call(fails.module_path, "tea")
    job = one()
    job.claim("a worker that dies")
    job.set_failed(ValueError("tea"))
    assert take_back(timezone.now()) == 0
    later(timedelta(minutes=2))
    assert take_back(timezone.now()) == 1
    for _try in range(5):
        work()
        later(timedelta(minutes=2))
    assert len(done) == 2 and take_back(timezone.now()) == 0


@pytest.mark.django_db
def test_what_is_due_is_written_once_by_whichever_worker_comes_first() -> None:
    CALENDAR[succeeds.module_path] = Every(5)
    now = timezone.localtime().replace(minute=7, second=3)
    assert succeeds.module_path in call_due(now)
    assert succeeds.module_path not in call_due(now + timedelta(minutes=2))
    assert succeeds.module_path in call_due(now + timedelta(minutes=5))
    assert DBTaskResult.objects.filter(task_path=succeeds.module_path).count() == 2


@pytest.mark.django_db
def test_two_workers_that_write_at_once_write_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    CALENDAR[succeeds.module_path] = Every(5)
    now = timezone.localtime()
    call_due(now)
    monkeypatch.setattr(jobs.DBTaskResult.objects.none().__class__, "exists", lambda self: False)
    assert succeeds.module_path not in call_due(now)
    monkeypatch.undo()
    assert DBTaskResult.objects.filter(task_path=succeeds.module_path).count() == 1


@pytest.mark.django_db
def test_a_worker_keeps_the_calendar_while_it_works(monkeypatch: pytest.MonkeyPatch) -> None:
    CALENDAR[succeeds.module_path] = Every(60)
    call(fails.module_path, "tea")
    worker = hand(interval=0)
    worker.work(until_empty=True)
    assert worker.last_look is not None
    assert DBTaskResult.objects.filter(task_path=succeeds.module_path).exists()


@pytest.mark.django_db
def test_rows_of_old_jobs_are_cleared_away_and_young_or_open_ones_are_not() -> None:
    for days in (61, 1):
        call(succeeds.module_path, "tea")
        work()
        later(timedelta(days=days - 1))
    call(succeeds.module_path, "waits")
    later(timedelta(days=1))
    assert clear(timezone.now()) == 1
    assert DBTaskResult.objects.count() == 2
