"""How a form's document is changed, and when it may be published. Pure: each change gives a new document."""

import copy
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from kinoqor.kit.question import Unfit, read
from kinoqor.kit.verdict import YES, Verdict, no

Document = dict[str, Any]
# The first question of a form that is begun, so that it can be read from its first moment.
FIRST = {
    "kk": "Фильмнің атауы",
    "ru": "Название фильма",
    "en": "Title of the film",
}
FIRST_GROUP = {"kk": "Фильм", "ru": "Фильм", "en": "The film"}


def fresh(code: str, name: Mapping[str, str]) -> Document:
    """A form that is begun: one group with one question."""
    asked = {"code": "title", "kind": "line", "label": dict(FIRST), "required": True, "most": 200}
    return {
        "code": code,
        "name": dict(name),
        "groups": [{"code": "film", "name": dict(FIRST_GROUP), "questions": [asked]}],
    }


def can_be_read(document: Mapping[str, Any]) -> Verdict:
    """Whether a document is a form; the no carries what is wrong, sentence by sentence."""
    try:
        read(document)
    except Unfit as unfit:
        return no(" ".join(dict.fromkeys(one.sentence for one in unfit.faults)))
    return YES


def is_current(revision: int, seen: int) -> Verdict:
    """Whether a draft still stands as it was seen by the one who changes it."""
    if revision == seen:
        return YES
    return no(
        _("Somebody has changed this draft since you opened the page."),
        way=_("Look at it as it is now, and make your change again."),
    )


def may_publish(draft: Mapping[str, Any], in_force: Mapping[str, Any] | None) -> Verdict:
    """Whether a draft may become the version in force: it can be read, and says something new."""
    readable = can_be_read(draft)
    if not readable:
        return readable
    if in_force is not None and dict(draft) == dict(in_force):
        return no(
            _("The draft says the same as the version in force."),
            way=_("Change something, or drop the draft."),
        )
    return YES


def titled(document: Mapping[str, Any], name: Mapping[str, str], lead: Mapping[str, str]) -> Document:
    """The form under another name."""
    changed = copy.deepcopy(dict(document))
    changed["name"] = dict(name)
    return _or_without(changed, "lead", dict(lead) if any(lead.values()) else None)


def group_of(document: Mapping[str, Any], code: str) -> dict[str, Any] | None:
    """A group as it stands in the document."""
    return next((one for one in document["groups"] if one["code"] == code), None)


def question_of(document: Mapping[str, Any], group: str, code: str) -> dict[str, Any] | None:
    """A question as it stands in the document."""
    found = group_of(document, group)
    return next((one for one in (found or {}).get("questions", []) if one["code"] == code), None)


def with_group(document: Mapping[str, Any], said: Mapping[str, Any]) -> Document:
    """The group changed where the form has it, else put at the end with a first question."""
    changed = copy.deepcopy(dict(document))
    old = group_of(changed, said["code"])
    if old is None:
        first = {"code": f"{said['code']}_1", "kind": "line", "label": dict(FIRST)}
        changed["groups"].append({**said, "questions": [first]})
    else:
        questions = old["questions"]
        old.clear()
        old.update({**said, "questions": questions})
    return changed


def with_question(document: Mapping[str, Any], group: str, said: Mapping[str, Any]) -> Document:
    """The question changed where the group has it, else put at the end of the group."""
    changed = copy.deepcopy(dict(document))
    home = group_of(changed, group)
    if home is None:
        return changed
    codes = [one["code"] for one in home["questions"]]
    if said["code"] in codes:
        home["questions"][codes.index(said["code"])] = dict(said)
    else:
        home["questions"].append(dict(said))
    return changed


def without(document: Mapping[str, Any], group: str, question: str = "") -> Document:
    """The form without a group, or without a question of it."""
    changed = copy.deepcopy(dict(document))
    if not question:
        changed["groups"] = [one for one in changed["groups"] if one["code"] != group]
        return changed
    home = group_of(changed, group)
    if home is not None:
        home["questions"] = [one for one in home["questions"] if one["code"] != question]
    return changed


def moved(document: Mapping[str, Any], group: str, question: str, by: int) -> Document:
    """The form with a group, or a question within its group, some places on; at an end it stays."""
    changed = copy.deepcopy(dict(document))
    home = group_of(changed, group)
    listed = changed["groups"] if not question else (home or {}).get("questions", [])
    codes = [one["code"] for one in listed]
    code = question or group
    if code in codes and 0 <= codes.index(code) + by < len(codes):
        listed.insert(codes.index(code) + by, listed.pop(codes.index(code)))
    return changed


def differences(old: Mapping[str, Any] | None, new: Mapping[str, Any]) -> dict[str, list[str]]:
    """What a new version asks that the old one did not, asks otherwise, and asks no more: places by "new", "changed",
    "gone".
    """
    before, after = _questions(old or {"groups": []}), _questions(new)
    return {
        "new": [place for place in after if place not in before],
        "changed": [place for place in after if place in before and after[place] != before[place]],
        "gone": [place for place in before if place not in after],
    }


def _questions(document: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for group in document["groups"]:
        found[group["code"]] = {key: value for key, value in group.items() if key != "questions"}
        found |= {f"{group['code']}.{one['code']}": one for one in group.get("questions", [])}
    return found


def _or_without(document: Document, name: str, value: Any) -> Document:
    if value is None:
        document.pop(name, None)
    else:
        document[name] = value
    return document
