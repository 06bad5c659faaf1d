"""The way of an applicant from a refused application to its refusal."""

import pytest

from tests import people
from tests.funding.application import making as drafts
from tests.funding.check.making import filed, officer, refused

pytestmark = pytest.mark.django_db


def test_a_refused_application_leads_to_its_refusal_and_one_that_waits_has_none() -> None:
    user = drafts.producer()
    number = filed(user, complete=False)
    client = people.client(user)
    to = f"/en/applications/{number}/refusal/"
    assert to not in client.get(f"/en/applications/{number}/").content.decode()
    assert client.get(to).status_code == 404
    refusal = refused(number, officer())
    assert to in client.get(f"/en/applications/{number}/").content.decode()
    assert client.get(to).headers["Location"] == f"/en/refusals/{refusal}/"


def test_the_refusal_of_another_company_is_not_there() -> None:
    number = filed(drafts.producer(), complete=False)
    refused(number, officer())
    client = people.client(drafts.producer(drafts.company("Another company")))
    assert client.get(f"/en/applications/{number}/refusal/").status_code == 404
