"""Letters through the workers of a house, some of which are killed: how many a second, how many lost, doubled, unsure.

Arguments: the number of letters, the number of SIGKILLs, "timed" for the letters a second. Workers are real processes
(`manage.py work`), two at a time while they are killed. The time that leases take is not waited for: rows are made older.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F
from django_tasks_db.models import DBTaskResult, get_date_max

from benchmarks import postbox
from benchmarks.table import Measure
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.ledger.letter.letters import Receiver, Words, write_letter
from kinoqor.ledger.letter.models import Sending
from kinoqor.ledger.letter.words import ON_ITS_WAY, State

BY = Doer("bench")
TEMPLATE = "accounts/signin/written/secured"
LONGEST = 120  # seconds that any part of it may take
ROUNDS = 4  # in which what a dead worker has left is found
OLDER = timedelta(minutes=20)  # more than a lease and the patience of the look around


@deed("bench.jobs.written")
def write(line: Line, number: int) -> None:
    """One letter, in a deed of its own."""
    to = Receiver("", f"a{number}@example.org", ("kk", "ru", "en")[number % 3])
    write_letter(line, to, Words("security", TEMPLATE), {"name": "Үлгі Адам", "what": "Test"})


def worker(mail: str, *more: str) -> subprocess.Popen[bytes]:
    """A worker of this house that sends by a mail server ("" for the outbox)."""
    command = [sys.executable, str(settings.REPOSITORY / "manage.py"), "work", "--pause", "0.05", *more]
    return subprocess.Popen(command, env=os.environ | {"KINOQOR_MAIL": mail}, stderr=subprocess.DEVNULL)


@contextmanager
def workers(mail: str, number: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Some workers, all ended when the block is left."""
    hands = [worker(mail) for _each in range(number)]
    try:
        yield hands
    finally:
        for each in hands:
            each.terminate()
        for each in hands:
            each.wait(LONGEST)


def open_letters() -> int:
    return Sending.objects.filter(state__in=ON_ITS_WAY).count()


def wait_for(fewer: int) -> None:
    """Until not more than so many letters are on their way."""
    end = time.monotonic() + LONGEST
    while open_letters() > fewer:
        if time.monotonic() > end:
            raise SystemExit(f"The workers stand still with {open_letters()} letters on their way.")
        time.sleep(0.02)


def grow_older() -> None:
    """Time passes: what lies in the queue and on its way is that much older."""
    with transaction.atomic():
        for field in ("started_at", "finished_at"):
            DBTaskResult.objects.exclude(**{field: None}).update(**{field: F(field) - OLDER})
        late = DBTaskResult.objects.exclude(run_after=get_date_max())
        late.update(run_after=F("run_after") - OLDER)
        Sending.objects.update(changed=F("changed") - OLDER)


def say(case: str, value: float, unit: str, goal: str = "", holds: bool | None = None) -> None:
    print(Measure("jobs", f"{connection.vendor}, {case}", value, unit, goal, holds).line(), flush=True)


def quickly(case: str, mail: str, letters: int) -> None:
    """How many letters a second one worker brings on their way, from its first to its last."""
    for number in range(letters):
        write(number, by=BY)
    with workers(mail, 1):
        wait_for(letters - 1)
        left, begun = open_letters(), time.perf_counter()
        wait_for(0)
        say(case, round(left / (time.perf_counter() - begun), 1), "letters/s")


def killed(case: str, mail: str, letters: int, kills: int, box: postbox.Postbox) -> None:
    """Two workers, of which one after the other is killed at some moment of its work, and what became of the letters."""
    before = set(Sending.objects.values_list("pk", flat=True))
    for number in range(letters):
        write(number, by=BY)
    done = 0
    with workers(mail, 2) as hands:
        for number in range(kills):
            wait_for(letters - letters * (number + 1) // (kills + 2))
            time.sleep(random.uniform(0, 0.05))
            victim = hands.pop(0)
            victim.send_signal(signal.SIGKILL)
            victim.wait(LONGEST)
            done += victim.returncode == -signal.SIGKILL
            hands.append(worker(mail))
    for _round in range(ROUNDS):
        if open_letters():
            grow_older()
            worker(mail, "--until-empty").wait(LONGEST)
    mine = Sending.objects.exclude(pk__in=before)
    tell(f"{case}, {done} SIGKILLs", list(mine.values_list("message_id", "state")), bool(mail), box)


def tell(case: str, found: list[tuple[str, str]], by_mail: bool, box: postbox.Postbox) -> None:
    """What became of letters: lost are those that are neither sent nor shown to an administrator."""
    taken = Counter(box.numbers())
    states = Counter(state for _number, state in found)
    sent = {number for number, state in found if state == State.SENT}
    lost = len(found) - states[State.SENT] - states[State.UNSURE]
    lost += sum(number not in taken for number in sent) if by_mail else 0
    doubled = sum(times > 1 for times in taken.values())
    say(case, len(found), "letters")
    say(case, lost, "lost", "= 0", lost == 0)
    if by_mail:
        say(case, doubled, "doubled", "= 0", doubled == 0)
        unsure = {number for number, state in found if state == State.UNSURE}
        say(f"{case}, for an administrator to judge", len(unsure), "unsure")
        say(f"{case}, of these taken by the server", sum(number in taken for number in unsure), "letters")


def main(letters: int, kills: int, timed: bool) -> None:
    with postbox.standing() as box:
        mail = f"smtp://127.0.0.1:{box.port}"
        if timed:
            quickly("the outbox, one worker", "", letters)
            quickly("a mail server, one worker", mail, letters)
            box.taken.clear()
        killed("a mail server", mail, letters, kills, box)
        killed("the outbox", "", letters, kills, postbox.Postbox())


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), "timed" in sys.argv)
