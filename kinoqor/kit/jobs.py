"""Jobs: what is done after the page has answered. Retry, lease and calendar over the framework's task queue.

A job is a row written in the deed's own transaction: without the deed there is no job, and no job is lost with a
process. A worker that dies leaves its job to the next one once the lease has run out, so every job must bear being
done twice. Repeating jobs are rows too, whose key is made of their name and their due moment: whichever worker comes
first writes it, the others find it there.
"""

import logging
import time as pause
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult, get_date_max

log = logging.getLogger("kinoqor.jobs")

PAUSES = (10, 60, 600, 3600, 6 * 3600)  # seconds before the second, third ... try
LEASE = timedelta(minutes=5)
UNTOLD = timedelta(
    minutes=1
)  # after which a failed job that was not put down for its next try is left behind
LOOKED_BACK = timedelta(days=7)  # how far back such jobs are looked for
KEPT = timedelta(days=60)  # how long the row of a finished job can be looked at
_NAMES = uuid.UUID("9f2a4c9e-6d43-4a0c-9c70-7a1d1c0a5b11")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a job is done: after which pauses (in seconds) it is tried again, and how long one try may take."""

    pauses: Sequence[int] = PAUSES
    lease: timedelta = LEASE

    def again_after(self, tries: int) -> timedelta | None:
        """The pause after this many tries; None when there is no further one."""
        return timedelta(seconds=self.pauses[tries - 1]) if 0 < tries <= len(self.pauses) else None


@dataclass(frozen=True, slots=True)
class Every:
    """Due at every whole multiple of a number of minutes since midnight, at most an hour."""

    minutes: int

    def last_due(self, now: datetime) -> datetime:
        """The newest due moment that is not after `now`, in the time zone of `now`."""
        past = now.minute % self.minutes
        return now.replace(second=0, microsecond=0) - timedelta(minutes=past)


@dataclass(frozen=True, slots=True)
class Daily:
    """Due once a day at a time of the wall clock."""

    at: time

    def last_due(self, now: datetime) -> datetime:
        """The newest due moment that is not after `now`, in the time zone of `now`."""
        today = now.replace(hour=self.at.hour, minute=self.at.minute, second=0, microsecond=0)
        return today if today <= now else today - timedelta(days=1)


MANNERS: dict[str, Manner] = {}
CALENDAR: dict[str, Every | Daily] = {}


def job(
    manner: Manner | None = None, due: Every | Daily | None = None
) -> Callable[[Callable[..., Any]], Any]:
    """Make a function of a room's clock.py a job: `send.enqueue(7)` writes its row; with `due` it repeats by itself."""

    def wrap(function: Callable[..., Any]) -> Any:
        made = task()(function)
        MANNERS[made.module_path] = manner or Manner()
        if due is not None:
            CALENDAR[made.module_path] = due
        return made

    return wrap


def call_due(now: datetime) -> list[str]:
    """Write the rows of repeating jobs that are due and that nobody has written yet; give their names."""
    called = []
    for name, due in CALENDAR.items():
        moment = due.last_due(now)
        key = uuid.uuid5(_NAMES, f"{name} {moment.astimezone(timezone.get_default_timezone()).isoformat()}")
        if DBTaskResult.objects.filter(pk=key).exists():
            continue
        try:
            with transaction.atomic():
                _write(key, name)
        except IntegrityError:
            continue  # another worker was quicker
        called.append(name)
    return called


def call(name: str, *arguments: Any) -> None:
    """Write the row of a job in the open transaction, by the name that it has in CALENDAR and MANNERS.

    By name, since a room's clock.py stands above the files that have something done later; a test asks that each name
    that is called is one of a job.
    """
    _write(uuid.uuid4(), name, *arguments)


def call_once(name: str) -> None:
    """Write the row of a job that takes no arguments, unless one waits already that has not been begun."""
    if not DBTaskResult.objects.filter(task_path=name, status=TaskResultStatus.READY).exists():
        call(name)


def _write(key: uuid.UUID, name: str, *arguments: Any) -> None:
    DBTaskResult.objects.create(
        id=key,
        args_kwargs={"args": list(arguments), "kwargs": {}},
        task_path=name,
        queue_name="default",
        run_after=get_date_max(),
        backend_name="default",
    )


def take_back(now: datetime) -> int:
    """Give the jobs of workers that died back to the queue, those whose lease has run out and those that failed in
    the very moment of dying; give how many.
    """
    return _out_of_lease(now) + _failed_untold(now)


def _out_of_lease(now: datetime) -> int:
    running = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)
    count = 0
    for one in running.only("pk", "task_path", "started_at", "worker_ids"):
        manner = MANNERS.get(one.task_path, Manner())
        if one.started_at is None or one.started_at + manner.lease > now:
            continue
        still = running.filter(pk=one.pk, started_at=one.started_at)
        count += still.update(status=TaskResultStatus.READY, started_at=None, run_after=get_date_max())
    return count


def _failed_untold(now: datetime) -> int:
    """A failed job is given its next moment at once; one that was not, and may still be tried, has lost its worker."""
    failed = DBTaskResult.objects.failed().filter(
        finished_at__lt=now - UNTOLD, finished_at__gt=now - LOOKED_BACK
    )
    count = 0
    for one in failed.only("pk", "task_path", "worker_ids"):
        if MANNERS.get(one.task_path, Manner()).again_after(len(one.worker_ids)) is not None:
            count += failed.filter(pk=one.pk).update(status=TaskResultStatus.READY, run_after=get_date_max())
    return count


def clear(now: datetime) -> int:
    """Remove the rows of jobs that ended long ago; give how many. What they did is in the journal."""
    return DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT).delete()[0]


class Hand(Worker):
    """A worker that also keeps the calendar, takes back the jobs of the dead, and tries again what failed."""

    last_look: datetime | None = None

    def look_around(self) -> None:
        """Between two jobs, every few seconds: what is due, and what was left by a dead worker."""
        now = timezone.localtime()
        if self.last_look is None or now - self.last_look > timedelta(seconds=5):
            self.last_look = now
            take_back(now)
            call_due(now)

    def run_task(self, db_task_result: DBTaskResult[Any, Any]) -> None:
        """Do one job; a failed one is written down to be tried again, as long as its manner allows."""
        super().run_task(db_task_result)
        if db_task_result.status == TaskResultStatus.FAILED:
            self.try_again(db_task_result)
        self.look_around()

    def try_again(self, failed: DBTaskResult[Any, Any]) -> None:
        """Give a failed job its next moment, or leave it as failed for good."""
        after = MANNERS.get(failed.task_path, Manner()).again_after(len(failed.worker_ids))
        if after is None:
            log.error("job %s %s failed for good", failed.task_path, failed.pk)
            return
        failed.status = TaskResultStatus.READY
        failed.run_after = timezone.now() + after
        failed.save(update_fields=["status", "run_after"])

    def work(self, until_empty: bool = False) -> None:
        """Work until told to stop, or until nothing is left that is due."""
        while self.running:
            self.look_around()
            if DBTaskResult.objects.ready().exists():
                self.run()
            elif until_empty:
                return
            else:
                pause.sleep(self.interval)


def hand(interval: float = 1.0) -> Hand:
    """A worker for all queues, with a name of its own."""
    return Hand(
        queue_names=["*"],
        interval=interval,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=uuid.uuid4().hex,
        excluded_queue_names=[],
    )
