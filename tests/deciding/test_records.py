"""The records of a decision: the makers make them, and the database keeps them from being changed."""

import pytest
from django.db import DatabaseError, transaction

from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.session.models import Tally
from tests.deciding import making

pytestmark = pytest.mark.django_db


def test_a_computed_list_never_changes() -> None:
    of = making.allocation()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Allocation.objects.filter(pk=of.pk).update(result="{1}")
    Allocation.objects.filter(pk=of.pk).update(standing="adopted")


def test_an_outcome_is_neither_changed_nor_deleted() -> None:
    one = making.outcome(making.publication(making.order(making.allocation())), making.admitted())
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        type(one).objects.filter(pk=one.pk).update(award=1)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        one.delete()


def test_a_slot_is_one_a_film() -> None:
    file = making.admitted()
    making.slot(file)
    with pytest.raises(DatabaseError), transaction.atomic():
        making.slot(file, 15)


def test_a_vote_of_a_closed_form_leads_back_to_nobody() -> None:
    names = {field.name for field in Tally._meta.get_fields()}
    assert names == {"id", "item", "vote", "votes"}


def test_the_call_of_the_tests_says_how_it_decides() -> None:
    from_terms = making.call(quotas=[making.QUOTA]).terms
    assert [each["code"] for each in from_terms["quotas"]] == ["documentary"]
