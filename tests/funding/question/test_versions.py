"""Forms are rows: published once, never changed, found by their code."""

from typing import Any

import pytest
from django.db import DatabaseError, transaction

from kinoqor.funding.question.actions import load_forms
from kinoqor.funding.question.models import FormVersion
from kinoqor.funding.question.queries import form_in_force, form_of, form_version
from tests.kit.question.papers import document, group, question
from tests.make import BY

pytestmark = pytest.mark.django_db


def version(code: str = "small", published: bool = True, **more: Any) -> FormVersion:
    """A version of a small form."""
    said = document(group("g", question("a")), code=code)
    load_forms(by=BY)
    deed = FormVersion.objects.latest("pk").made
    return FormVersion.objects.create(
        code=code, number=1, document=said, made=deed, published=deed if published else None, **more
    )


def test_a_published_version_is_in_force_and_is_read() -> None:
    made = version()
    assert form_in_force("small") == made
    assert form_version(made.pk) == made
    assert [one.code for one in form_of(made).groups] == ["g"]
    assert form_in_force("unheard-of") is None


def test_a_draft_is_not_in_force() -> None:
    version(published=False)
    assert form_in_force("small") is None


def test_the_database_itself_refuses_to_change_what_was_published() -> None:
    made = version()
    for change in (lambda: FormVersion.objects.update(revision=9), made.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_draft_may_be_changed_and_thrown_away() -> None:
    made = version(published=False)
    FormVersion.objects.filter(pk=made.pk).update(revision=2)
    FormVersion.objects.filter(pk=made.pk).delete()


def test_loading_the_pack_twice_publishes_its_forms_once() -> None:
    assert load_forms(by=BY)
    assert load_forms(by=BY) == []
