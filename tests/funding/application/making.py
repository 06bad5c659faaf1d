"""Plain makers of calls and applications, in invented companies."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.application import queries
from kinoqor.funding.application.actions import begin
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.rules import New
from kinoqor.funding.call.actions import load_call
from kinoqor.funding.call.adapters.files import documents
from kinoqor.funding.call.queries import published
from kinoqor.funding.programme.actions import load_programmes
from kinoqor.funding.question.models import FormVersion
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.deed.models import Deed
from tests import people
from tests.make import BY

PACK = Path(__file__).resolve().parents[3] / "packs" / "kz"
REF = "test-call"
ZONE = "Etc/UTC"
# A moment at which the call of the tests is open.
NOW = datetime(2030, 3, 10, 12, 0, tzinfo=UTC)
OPENS, SHUTS = "2030-03-01T00:00:00", "2030-03-13T23:59:59"
LATER = ("2099-05-01T00:00:00", "2099-05-20T23:59:59")


def text(words: str) -> dict[str, str]:
    """One text in every language."""
    return dict.fromkeys(("kk", "ru", "en"), words)


def asked(code: str, kind: str = "line", **more: Any) -> dict[str, Any]:
    """A question of a form."""
    return {"code": code, "kind": kind, "label": text(code.replace("_", " ").capitalize()), **more}


def form(code: str) -> dict[str, Any]:
    """A small form: titles, a synopsis, and places where it is shot, in rows."""
    titles = [
        asked(f"title_{lang}", required=lang == "kk", clause=text("Rule 1")) for lang in ("kk", "ru", "en")
    ]
    return {
        "code": code,
        "name": text("Script"),
        "groups": [
            {"code": "film", "name": text("The film"), "questions": titles},
            {
                "code": "story",
                "name": text("The story"),
                "questions": [
                    asked("synopsis", "text", words=250, required=True),
                    asked("minutes", "number"),
                ],
            },
            {
                "code": "places",
                "name": text("Where it is shot"),
                "rows": {"most": 5, "name": text("Place")},
                "questions": [asked("place"), asked("days", "number")],
            },
        ],
    }


def published_form(code: str) -> FormVersion:
    """The form of a stage, published."""
    found = FormVersion.objects.filter(code=code).first()
    if found:
        return found
    deed = Deed.objects.create(at=NOW, code="tests.form", voice="tests")
    return FormVersion.objects.create(code=code, number=1, document=form(code), made=deed, published=deed)


@cache
def _rules() -> dict[str, Any]:
    return dict(documents(PACK))["selection-2025"]


WIDE = {"opens": "2020-01-01T00:00:00", "shuts": "2098-12-31T23:59:59"}  # open whenever the tests are run


def call(
    ref: str = REF, opens: str = OPENS, shuts: str = SHUTS, papers: bool | str = False, **more: Any
) -> None:
    """A call in two stages after the pack's rules, by the clock of UTC, the first stage open at NOW.

    With `papers` it asks for the papers of the rules, or for the one that is named, if one wishes.
    """
    load_programmes(PACK, by=BY)
    document = {**_rules(), "zone": ZONE, "invented": True, **more}
    windows = ((opens, shuts), LATER)
    document["stages"] = [
        {
            **stage,
            "opens": first,
            "shuts": last,
            "papers": _papers(stage, papers),
            "form": f"{stage['code']}-stage",
        }
        for stage, (first, last) in zip(document["stages"], windows, strict=True)
    ]
    load_call(ref, document, by=BY)
    for stage in document["stages"]:
        published_form(stage["form"])


def _papers(stage: Mapping[str, Any], asked: bool | str) -> list[dict[str, Any]]:
    listed = stage.get("papers", []) if asked else []
    if not isinstance(asked, str):
        return list(listed)
    return [{**each, "required": False} for each in listed if each["code"] == asked]


def company(name: str = "Test company") -> Organisation:
    """An invented company."""
    return people.body(OrganisationKind.COMPANY, name)


def producer(of: Organisation | None = None) -> User:
    """Somebody who sits as producer in a company."""
    someone = people.user()
    people.seated(Role.PRODUCER, someone, where=of or company())
    return someone


def application(
    user: User | None = None,
    of: Organisation | None = None,
    kind: str = "feature-full",
    now: datetime = NOW,
    titles: Mapping[str, str] | None = None,
    **more: Any,
) -> Application:
    """A draft of a company, begun by one of its producers."""
    if published(REF) is None:
        call()
    where = of or company()
    by = user.doer if user else Doer("tests")
    given = {"kk": "Сынақ даласы"} if titles is None else titles
    new = New(REF, "social", kind, given, where.pk, "en", **more)
    return queries.one(begin(new, now, by=by))


def later(**by: int) -> datetime:
    """A moment after NOW."""
    return NOW + timedelta(**by)
