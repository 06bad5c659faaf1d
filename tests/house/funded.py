"""What stands behind the addresses of the funding: the part of `things` that its rooms add to."""

from collections.abc import Callable, Mapping
from itertools import count

from kinoqor.accounts.user.models import User
from kinoqor.funding.call.actions import begin_call, load_calls
from kinoqor.funding.call.actions import begin_draft as begin_call_draft
from kinoqor.funding.call.queries import draft as call_draft
from kinoqor.funding.programme.actions import load_programmes
from kinoqor.funding.question.actions import begin_draft, begin_form
from kinoqor.funding.question.actions import publish as publish_form
from tests.house.routes import Kwargs
from tests.house.tree import ROOT
from tests.make import BY

ANY = "any"
PACK = ROOT / "packs" / "kz"
Things = Mapping[str, Mapping[str, Kwargs]]
_numbers = count(1)


def forms(user: User | None, other: User) -> Things:
    """A form of questions with a version in force and a draft."""
    code, name = f"form-{next(_numbers)}", dict.fromkeys(("kk", "ru", "en"), "Test")
    version = begin_form(code, name, by=BY)
    publish_form(code, version.revision, by=BY)
    begin_draft(code, by=BY)
    form = {ANY: {"code": code}}
    group = {ANY: {"code": code, "group": "film"}}
    numbered = {ANY: {"code": code, "number": 1}, "draft": {"code": code, "number": 2}}
    steps = ("", "-draft", "-drop", "-publish", "-name", "-move")
    return {
        **{f"question-form{step}": form for step in steps}, "question-group-new": form,
        "question-form-version": numbered, "question-form-try": numbered, "question-group": group,
        "question-new": group, "question": {ANY: {"code": code, "group": "film", "question": "title"}},
    }  # fmt: skip


def calls(user: User | None, other: User) -> Things:
    """Calls: one published, one with a draft beside what counts, one that nobody but officers knows of yet."""
    load_programmes(PACK, by=BY)
    load_calls(PACK, by=BY)
    if call_draft("selection-2024") is None:
        begin_call_draft("selection-2024", by=BY)
    new = f"new{next(_numbers)}"
    begin_call(new, "selection-2025", False, by=BY)
    seen = {"published": {"ref": "selection-2025"}, "not yet": {"ref": new}}
    kept = {**seen, "with a draft": {"ref": "selection-2024"}}
    steps = ("", "-preview", "-draft", "-publish", "-drop", "-step", "-annul")
    programme = {ANY: {"ref": "national-cinema"}}
    return {
        **{f"desk-call{step}": kept for step in steps},
        "desk-call-part": {which: {**named, "part": "texts"} for which, named in kept.items()},
        "call": seen, "call-check": seen, "call-version": {"published": {"ref": "selection-2025", "number": 1}},
        "programme": programme, "working-days": programme,
    }  # fmt: skip


FUNDED: tuple[Callable[[User | None, User], Things], ...] = (
    calls,
    forms,
)
