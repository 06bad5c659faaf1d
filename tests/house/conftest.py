"""What the tests of the whole house share."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.template.backends.django import Template
from pytest_django import DjangoDbBlocker

from tests.house.world import World, standing


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Pages are not drawn, only kept with what they were given: doors are asked here, and what pages show elsewhere."""
    kept: dict[str, Any] = {}

    def draw(self: Template, context: dict[str, Any] | None = None, request: object = None) -> str:
        kept.update(page=self.template.name, given=context or {})
        return ""

    monkeypatch.setattr(Template, "render", draw)
    return kept


@pytest.fixture(scope="module")
def made(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[World]:
    """What the function `inhabited` of a file makes, once for all its tests."""
    with standing(django_db_blocker, request.module.inhabited) as world:
        yield world


@pytest.fixture
def world(made: World, db: None) -> World:
    """The same for one test, as it was made."""
    return made.entered()
