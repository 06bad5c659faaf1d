"""Rows that are written at once: whoever makes them leaves the database alone, and PostgreSQL is told how many."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from kinoqor.kit import bulk
from kinoqor.register.subject.models import Subject

pytestmark = pytest.mark.django_db


def test_the_tables_of_a_floor_are_measured_where_the_planner_needs_it() -> None:
    with CaptureQueriesContext(connection) as captured:
        bulk.measure("register")
    asked = [each["sql"] for each in captured.captured_queries]
    if connection.vendor == "postgresql":
        (one,) = asked
        assert one.startswith("ANALYZE ")
        assert '"register_claim"' in one
        assert "ledger_" not in one
    else:
        assert asked == []


def test_rows_that_ask_the_database_while_they_are_taken_are_refused_instead_of_waiting_for_ever() -> None:
    def rows() -> Iterator[tuple[str, str, str]]:
        yield "f1", "work", "test"
        yield "f2", "work", str(Subject.objects.count())

    with pytest.raises(RuntimeError, match="asked while rows are being taken"), transaction.atomic():
        bulk.insert(Subject, ["ref", "kind", "pack"], rows())
    assert Subject.objects.count() == 0
