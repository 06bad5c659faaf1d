"""PostgreSQL is told how many rows were written at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinoqor.kit import bulk

pytestmark = pytest.mark.django_db


def test_the_tables_of_a_floor_are_measured_where_the_planner_needs_it() -> None:
    with CaptureQueriesContext(connection) as captured:
        bulk.measure("register")
    asked = [each["sql"] for each in captured.captured_queries]
    if connection.vendor == "postgresql":
        assert 'ANALYZE "register_claim"' in asked
        assert not any("ledger_" in each for each in asked)
    else:
        assert asked == []
