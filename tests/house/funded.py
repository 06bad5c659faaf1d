"""What stands behind the addresses of the funding: the part of `things` that its rooms add to."""

from collections.abc import Callable, Mapping
from itertools import count

from kinoqor.accounts.user.models import User
from kinoqor.funding.question.actions import begin_draft, begin_form
from kinoqor.funding.question.actions import publish as publish_form
from tests.house.routes import Kwargs
from tests.make import BY

ANY = "any"
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


FUNDED: tuple[Callable[[User | None, User], Things], ...] = (forms,)
