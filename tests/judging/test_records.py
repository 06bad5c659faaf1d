"""The records of the judging keep what they were given."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from tests.judging import making

pytestmark = pytest.mark.django_db


def one_of_each() -> dict[str, Any]:
    files, _members = making.judged_round(1, 2, open_=False)
    shown = making.opened()
    reading = files[0].readings.first()
    return {
        "photograph": (shown.photograph, "about"),
        "reading": (reading, "fit"),
        "review": (reading.review, "council"),
        "opening": (shown, "missing"),
    }


@pytest.mark.parametrize("name", ["photograph", "reading", "review", "opening"])
@pytest.mark.parametrize("how", ["change", "delete"])
def test_what_was_drawn_handed_in_and_opened_is_never_changed_or_taken_away(name: str, how: str) -> None:
    record, field = one_of_each()[name]
    doing: Callable[[], Any] = record.delete
    if how == "change":
        setattr(record, field, 77)
        doing = record.save
    with pytest.raises(DatabaseError), transaction.atomic():
        doing()
