"""Records point down, and only deeds write them."""

import builtins
import importlib
import inspect
import re
from types import ModuleType

import pytest
from django.apps import apps
from django.db import models

from kinoqor.ledger.deed.actions import CODES
from tests.house.tree import HOUSE, ROOMED, order, python

# The room of deeds itself offers the tool that makes a function a deed.
ACTIONS = [
    path
    for path in python("kinoqor")
    if "actions" in (path.stem, path.parent.name) and path.parent.name != "deed"
]


def ours() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("kinoqor.")]


def room(model: type[models.Model]) -> str:
    return ".".join(model.__module__.split(".")[1:3])


def height(model: type[models.Model]) -> tuple[int, int]:
    """(floor, place in the order of its rooms)."""
    place = room(model)
    return ROOMED.index(place.split(".")[0]), order().index(place) if place in order() else 0


@pytest.mark.parametrize("model", ours(), ids=lambda model: model._meta.label)
def test_foreign_keys_point_down(model: type[models.Model]) -> None:
    keys = [
        field
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey | models.ManyToManyField)
    ]
    targets = [(field.name, field.related_model) for field in keys if isinstance(field.related_model, type)]
    ours_only = [(key, target) for key, target in targets if target.__module__.startswith("kinoqor.")]
    outside = [(key, target) for key, target in ours_only if room(target) != room(model)]
    up = [
        f"{key} points up to {target._meta.label}"
        for key, target in outside
        if height(target) >= height(model)
    ]
    assert up == []


@pytest.mark.parametrize("model", ours(), ids=lambda model: model._meta.label)
def test_no_field_is_named_after_a_built_in(model: type[models.Model]) -> None:
    assert {field.name for field in model._meta.fields} & (set(dir(builtins)) - {"id"}) == set()


def loaded(path_name: str) -> ModuleType:
    return importlib.import_module(path_name)


MODULES = [loaded(".".join(path.relative_to(HOUSE.parent).with_suffix("").parts)) for path in ACTIONS]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_public_function_of_actions_is_a_deed(module: ModuleType) -> None:
    own = [
        each
        for _, each in inspect.getmembers(module, inspect.isfunction)
        if each.__module__ == module.__name__
    ]
    assert [
        each.__name__ for each in own if not each.__name__.startswith("_") and not hasattr(each, "deed_code")
    ] == []


def test_a_deed_is_named_by_its_floor_its_room_and_what_was_done() -> None:
    wrong = []
    for module in MODULES:
        floor, place = module.__name__.split(".")[1:3]
        for _, each in inspect.getmembers(module, inspect.isfunction):
            code = getattr(each, "deed_code", None)
            if (
                code
                and each.__module__ == module.__name__
                and not re.fullmatch(rf"{floor}\.{place}\.[a-z_]+", code)
            ):
                wrong.append(f"{module.__name__}.{each.__name__}: {code}")
    assert wrong == []


def test_every_deed_says_what_it_does() -> None:
    assert [code for code, words in CODES.items() if not words] == []
