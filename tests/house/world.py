"""A house with everyone and everything in it, made once for all tests of a file; each test finds it as it was made.

It stands in a transaction around those of the tests, so that nothing of one test reaches the next, in whatever order.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.db import transaction
from django.test import Client, override_settings
from django.utils.translation import override
from pytest_django import DjangoDbBlocker

from kinoqor.accounts.user.models import User
from kinoqor.ledger.log.actions import keep_stamp, write
from kinoqor.ledger.log.clock import published
from tests.conftest import QUICK, plain
from tests.house.people import Someone
from tests.make import BY


@dataclass
class World:
    """Refs of the register by kind, everyone, and the files that they have sent."""

    refs: dict[str, list[str]]
    made: list[Someone]
    files: dict[str, bytes] = field(default_factory=dict)

    def entered(self) -> "World":
        """For one test: the files in its own storage, the record in its own folder, everyone in an own browser."""
        for name, content in self.files.items():
            storages["kept"].save(name, ContentFile(content))
        write("call.rerun", "call", {"again": "call-2"}, by=BY)
        head = published()
        if head is not None:
            keep_stamp(head.size, b"what an authority answered", head.at, by=BY)
        return World(self.refs, [_anew(one) for one in self.made])


def _anew(one: Someone) -> Someone:
    browser = Client()
    browser.cookies = deepcopy(one.browser.cookies)
    user = User.objects.get(pk=one.user.pk) if one.user else None
    return Someone(one.label, user, browser, deepcopy(one.things))


@contextmanager
def standing(blocker: DjangoDbBlocker, make: Callable[[], World]) -> Iterator[World]:
    """The world that `make` makes, until the end of the block; the database opens to tests only by their own marks."""
    around = transaction.atomic()
    with blocker.unblock(), override_settings(**plain(), **QUICK), override("en"):
        around.__enter__()
        try:
            world = make()
            world.files = dict(_files(storages["kept"]))
        except BaseException:
            transaction.set_rollback(True)
            around.__exit__(None, None, None)
            raise
    yield world
    with blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


def _files(storage: Storage, folder: str = "") -> Iterator[tuple[str, bytes]]:
    folders, names = storage.listdir(folder)
    for name in names:
        with storage.open(f"{folder}{name}") as opened:
            yield f"{folder}{name}", opened.read()
    for name in folders:
        yield from _files(storage, f"{folder}{name}/")
