"""The last hour before a deadline with the server killed in it: real HTTP, a real SIGKILL, counted from the database."""

import os

import pytest

from benchmarks.place import work

pytestmark = [pytest.mark.slow, pytest.mark.long(20)]
CROWD, KILLS, HANDS = 8, 1, 3


def test_a_killed_server_loses_no_acknowledged_filing_and_files_none_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KINOQOR_DEBUG", "1")  # no styles have to be collected first
    database = "postgresql" if "DATABASE_URL" in os.environ else "sqlite"
    found = work("rush", database, ["0", str(CROWD), str(KILLS), str(HANDS)])
    said = {(each.case.rpartition(", ")[2], each.unit): each.value for each in found}
    assert (said["SIGKILLs", "kills"], said["errors", "errors"]) == (KILLS, 0)
    assert (said["filings acknowledged", "filings"], said["papers kept", "papers"]) == (CROWD, 5 * CROWD)
    assert said["filings refused", "filings"] == 1
    assert [each.case for each in found if each.holds is False] == []
