"""What makes, changes and publishes forms."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from kinoqor.funding.question.models import FormVersion
from kinoqor.funding.question.queries import form_in_force, number_rules, pack_news, versions, with_rules
from kinoqor.funding.question.rules import can_be_read, differences, fresh, is_current, may_publish
from kinoqor.kit.verdict import YES, no, require
from kinoqor.ledger.deed.actions import Line, deed


@deed(
    "funding.question.loaded",
    _("Forms of a country pack loaded"),
    _("%(who)s published forms: %(forms)s"),
)
def load_forms(line: Line, folder: Path | None = None) -> list[str]:
    """Publish each form of a pack that is not as the pack gave it last; give the codes of those published.

    Loading the same files twice publishes nothing. What officers published meanwhile stays in force until the pack
    itself says something new.
    """
    news = pack_news(line.deed.voice, folder)
    for code, document in news.items():
        FormVersion.objects.create(
            code=code, number=_next(code), document=document, made=line.deed, published=line.deed
        )
    line.details["forms"] = ", ".join(news)
    return list(news)


@deed("funding.question.begun", _("A form begun"), _("%(who)s began the form “%(form)s”"))
def begin_form(line: Line, code: str, name: Mapping[str, str]) -> FormVersion:
    """Begin a form with one question, as a draft."""
    taken = no(_("There is a form with this code already."), way=_("Open it, or choose another code."))
    require(taken if versions().filter(code=code).exists() else YES)
    document = fresh(code, name)
    require(can_be_read(document))
    line.details["form"] = code
    return FormVersion.objects.create(code=code, number=1, document=document, made=line.deed)


@deed("funding.question.drafted", _("A draft begun"), _("%(who)s began a draft of the form “%(form)s”"))
def begin_draft(line: Line, code: str) -> FormVersion:
    """Begin a draft of a form that says what the version in force says; an open draft is gone on with."""
    found = _draft(code)
    current = form_in_force(code)
    line.details["form"] = code
    if found is None:
        unknown = no(_("There is no such form."), way=_("See all forms"), to="question-forms")
        require(YES if current else unknown)
        document = current.document if current else {}
        found = FormVersion.objects.create(code=code, number=_next(code), document=document, made=line.deed)
    return found


@deed("funding.question.changed", _("A draft changed"), _("%(who)s changed the form “%(form)s”: %(places)s"))
def change_draft(line: Line, code: str, revision: int, document: Mapping[str, Any]) -> int:
    """Let a draft say something else; give its new revision. What is no form is refused."""
    found = _open(code)
    require(is_current(found.revision, revision))
    complete = with_rules(document, number_rules())
    require(can_be_read(complete))
    told = differences(found.document, complete)
    line.details.update(form=code, places=", ".join(place for listed in told.values() for place in listed))
    found.document, found.revision = complete, found.revision + 1
    found.save(update_fields=["document", "revision"])
    return found.revision


@deed("funding.question.published", _("A form published"), _("%(who)s published the form “%(form)s”"))
def publish(line: Line, code: str, revision: int) -> FormVersion:
    """Publish a draft: it is in force from now on and never changes. Files that are open keep their version."""
    found, current = _open(code), form_in_force(code)
    require(is_current(found.revision, revision))
    require(may_publish(found.document, current.document if current else None))
    found.number = max(found.number, _next(code) if current and current.number >= found.number else 1)
    found.published = line.deed
    line.details.update(form=code, number=found.number)
    found.save(update_fields=["number", "published"])
    return found


@deed("funding.question.dropped", _("A draft dropped"), _("%(who)s dropped the draft of the form “%(form)s”"))
def drop_draft(line: Line, code: str) -> None:
    """Throw a draft away; what it said stays in the journal's line."""
    found = _open(code)
    line.details.update(form=code, draft=json.dumps(found.document, ensure_ascii=False))
    found.delete()


def _next(code: str) -> int:
    last = versions().filter(code=code).first()
    return last.number + 1 if last else 1


def _draft(code: str) -> FormVersion | None:
    return FormVersion.objects.select_for_update().filter(code=code, published=None).first()


def _open(code: str) -> FormVersion:
    found = _draft(code)
    missing = no(_("There is no draft of this form."), way=_("Begin one."), to="question-forms")
    require(YES if found else missing)
    assert found is not None
    return found
