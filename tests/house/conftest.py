"""What the tests of the whole house share."""

from typing import Any

import pytest
from django.template.backends.django import Template


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Pages are not drawn, only kept with what they were given: doors are asked here, and what pages show elsewhere."""
    kept: dict[str, Any] = {}

    def draw(self: Template, context: dict[str, Any] | None = None, request: object = None) -> str:
        kept.update(page=self.template.name, given=context or {})
        return ""

    monkeypatch.setattr(Template, "render", draw)
    return kept
