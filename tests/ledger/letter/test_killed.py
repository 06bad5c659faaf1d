"""A worker that is killed loses no letter and sends none twice: real workers, real SIGKILLs, a real mail server."""

import os

import pytest

from benchmarks.place import work

pytestmark = pytest.mark.long(20)

LETTERS, KILLS = 60, 2


def test_workers_killed_with_sigkill_lose_no_letter_and_send_none_twice() -> None:
    database = "postgresql" if "DATABASE_URL" in os.environ else "sqlite"
    found = work("jobs", database, [str(LETTERS), str(KILLS)])
    said = {(each.case.partition(", ")[2], each.unit): each.value for each in found}
    for way in ("a mail server", "the outbox"):
        case = f"{way}, {KILLS} SIGKILLs"
        assert (said[case, "letters"], said[case, "lost"]) == (LETTERS, 0)
    assert said[f"a mail server, {KILLS} SIGKILLs", "doubled"] == 0
