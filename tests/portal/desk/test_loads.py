"""Tables of archivists on the desk and in the journal."""

import pytest
from django.urls import reverse

from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.load.actions import set_aside
from kinoqor.ledger.deed.models import Deed
from tests import people
from tests.keeping.load import tables
from tests.keeping.load.sending import sent
from tests.make import BY

pytestmark = pytest.mark.django_db


def archivist(kind: str, name: str) -> people.Client:
    """A browser of an archivist of this organisation."""
    someone = people.user()
    people.seated(Role.ARCHIVIST, someone, where=people.body(kind, name))
    return people.client(someone)


def test_a_table_waits_on_the_desk_of_its_organisation_until_somebody_decides() -> None:
    here, there = (
        archivist(OrganisationKind.FUND, "Test fund"),
        archivist(OrganisationKind.ARCHIVE, "Another"),
    )
    number = sent(tables.rows(2, 0))
    place = reverse("load", args=[number])
    assert place in here.get(reverse("desk")).content.decode()
    assert place not in there.get(reverse("desk")).content.decode()
    set_aside(number, by=BY)
    assert place not in here.get(reverse("desk")).content.decode()


def test_the_journal_leads_to_a_load_only_where_the_reader_may_open_it() -> None:
    here, there = (
        archivist(OrganisationKind.FUND, "Test fund"),
        archivist(OrganisationKind.ARCHIVE, "Another"),
    )
    place = reverse("load", args=[sent(tables.rows(2, 0))])
    line = reverse("deed", args=[Deed.objects.get(code="keeping.load.checked").pk])
    assert place in here.get(line).content.decode()
    assert place in people.signed_in(Role.ADMINISTRATOR).get(line).content.decode()
    page = there.get(line).content.decode()
    assert place not in page and "checked" in page
