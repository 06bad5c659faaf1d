"""Who asks, and that a question writes nothing: what stands around every page."""

import re
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from django.conf import settings
from django.db import connections
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

from kinoqor.kit.verdict import Refused
from kinoqor.ui.door import refused

READS = re.compile(
    r"\s*(?:/\*.*?\*/\s*)?\(*\s*(SELECT|WITH|BEGIN|COMMIT|SAVEPOINT|RELEASE|ROLLBACK|PRAGMA|EXPLAIN|SHOW|SET)\b",
    re.I,
)
WRITES_INSIDE = re.compile(r"\bWITH\b.*\b(INSERT\s+INTO|UPDATE|DELETE\s+FROM)\b", re.I | re.S)
# The session is the reader's own pocket, kept for them by the framework; no record of the house lies in it.
OWN_POCKET = re.compile(r"""\s*(?:INSERT INTO|UPDATE|DELETE FROM) ["`]?django_session\b""", re.I)
QUESTIONS = ("GET", "HEAD", "OPTIONS")


class WroteOnAsking(Exception):
    """A GET tried to write; a fault of the page, never of the reader."""


class OnlyReading:
    """Around a question, no statement that writes reaches the database, unless the page says why it must."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in QUESTIONS:
            return self.answer(request)

        def read(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
            if not getattr(request, "may_write", "") and not is_question(sql):
                raise WroteOnAsking(f"{request.method} {request.path} tried: {sql[:200]}")
            return execute(sql, params, many, context)

        with ExitStack() as stack:
            for connection in connections.all(initialized_only=False):
                stack.enter_context(connection.execute_wrapper(read))
            return self.answer(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: Any, asked: Any) -> None:
        """The page is known now, and whether it has to write."""
        request.may_write = getattr(view, "writes", "")  # type: ignore[attr-defined]


def is_question(sql: str) -> bool:
    """Whether a statement only reads, or keeps the reader's own session."""
    if OWN_POCKET.match(sql):
        return True
    return bool(READS.match(sql)) and not WRITES_INSIDE.search(sql)


class WhoAsks:
    """Gives every request its `who`, asked for only when a page or a rule wants to know; shows a refusal as a page."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer
        self.asks = import_string(settings.WHO_ASKS)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.who = SimpleLazyObject(lambda: self.asks(request))  # type: ignore[attr-defined]
        return self.answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """A law's no that no page has shown at its field is still shown with its reason."""
        return refused(request, exception.verdict) if isinstance(exception, Refused) else None
