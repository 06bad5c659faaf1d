"""How the lists of a draft are changed, and when a change is refused. Pure: each change gives a new document.

An entry is found by its key: its code, for a paper the code of its stage, a dot, and its own; a manner by its stage.
"""

import json
from collections.abc import Mapping
from copy import deepcopy
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from kinoqor.funding.draft.words import BY_STAGE, PAPERS
from kinoqor.kit.document import LANGUAGES
from kinoqor.kit.verdict import YES, Verdict, no

Document = dict[str, Any]
Entry = Mapping[str, Any]


def key_of(code: str, stage: str = "") -> str:
    """The key of an entry; only papers stand in a stage."""
    return f"{stage}.{code}" if stage else code


def entries(document: Mapping[str, Any], name: str) -> list[tuple[str, str, dict[str, Any]]]:
    """(key, stage, entry) of a list, in its order."""
    if name != PAPERS:
        own = "stage" if name in BY_STAGE else "code"
        return [(each[own], "", each) for each in document.get(name) or []]
    return [
        (key_of(each["code"], stage["code"]), stage["code"], each)
        for stage in document.get("stages") or []
        for each in stage.get("papers") or []
    ]


def entry(document: Mapping[str, Any], name: str, key: str) -> dict[str, Any] | None:
    """An entry as it stands."""
    return next((each for own, _stage, each in entries(document, name) if own == key), None)


def seen(of: Entry | None) -> str:
    """The print of an entry, by which is told whether it has changed; empty for one that is not there."""
    if of is None:
        return ""
    written = json.dumps(of, sort_keys=True, ensure_ascii=False)
    return sha256(written.encode()).hexdigest()[:16]


def unchanged(document: Mapping[str, Any], name: str, key: str, print_: str) -> Verdict:
    """Whether an entry still stands as its officer saw it; what changed elsewhere in the draft is nothing to it."""
    stands = entry(document, name, key) if key else None
    if seen(stands) == print_:
        return YES
    if stands is None:
        return no(
            _("Somebody has taken this out of the draft since you opened it. What you wrote is still here."),
            way=_("Save once more to put it in again, or leave it."),
        )
    return no(
        _("Somebody has changed this since you opened it. What you wrote is still here, and nothing is saved yet."),
        way=_("Compare the two, then save once more; what you save then takes the place."),
    )  # fmt: skip


def free(document: Mapping[str, Any], name: str, key: str, own: str) -> Verdict:
    """Whether an entry may stand under a key; `own` is the one it has now."""
    if key == own or entry(document, name, key) is None:
        return YES
    return no(_("This code is taken in this list."), way=_("Choose another one."))


def is_there(document: Mapping[str, Any], name: str, key: str) -> Verdict:
    """Whether there is still an entry to be moved or taken out."""
    gone = no(_("Somebody has taken this out of the draft already."), way=_("Look at the list as it is now."))
    return YES if entry(document, name, key) is not None else gone


def _home(document: Document, name: str, stage: str) -> list[dict[str, Any]]:
    """The list itself, to be changed in place."""
    if name != PAPERS:
        found: list[dict[str, Any]] = document.setdefault(name, [])
        return found
    for each in document.get("stages") or []:
        if each["code"] == stage:
            papers: list[dict[str, Any]] = each.setdefault("papers", [])
            return papers
    return []


def put(document: Mapping[str, Any], name: str, key: str, stage: str, said: Entry) -> Document:
    """The document with an entry in the place of the one under `key`; at the end of its list where there is none.

    A paper whose stage changes goes to the end of the other stage.
    """
    changed = deepcopy(dict(document))
    before = next((own for own in entries(changed, name) if own[0] == key), None)
    home = _home(changed, name, stage)
    if before is not None and before[1] == stage:
        home[home.index(before[2])] = dict(said)
        return changed
    if before is not None:
        changed = without(changed, name, key)
        home = _home(changed, name, stage)
    home.append(dict(said))
    return changed


def without(document: Mapping[str, Any], name: str, key: str) -> Document:
    """The document without an entry; an empty list is not written."""
    changed = deepcopy(dict(document))
    for own, stage, each in entries(changed, name):
        if own == key:
            _home(changed, name, stage).remove(each)
    if name != PAPERS and not changed.get(name):
        changed.pop(name, None)
    return changed


def moved(document: Mapping[str, Any], name: str, key: str, by: int) -> Document:
    """The document with an entry some places on in its list, a paper within its stage; at an end it stays."""
    changed = deepcopy(dict(document))
    for own, stage, each in entries(changed, name):
        home = _home(changed, name, stage)
        at = home.index(each)
        if own == key and 0 <= at + by < len(home):
            home.insert(at + by, home.pop(at))
            break
    return changed


def place_of(document: Mapping[str, Any], name: str, key: str) -> str:
    """The place of an entry as a reading counts it, from 1: "stages.2.papers.1"."""
    if name != PAPERS:
        codes = [own for own, _stage, _each in entries(document, name)]
        return f"{name}.{codes.index(key) + 1}" if key in codes else ""
    for number, stage in enumerate(document.get("stages") or [], 1):
        for at, each in enumerate(stage.get("papers") or [], 1):
            if key_of(each["code"], stage["code"]) == key:
                return f"stages.{number}.papers.{at}"
    return ""


def clause_named(document: Mapping[str, Any], text: Mapping[str, str]) -> tuple[Document, str]:
    """The document with a clause among those that it names, and its short name; one that is named already is found."""
    changed = deepcopy(dict(document))
    named = changed.setdefault("clauses", {})
    told = {lang: text[lang] for lang in LANGUAGES}
    for name, each in named.items():
        if {lang: each.get(lang) for lang in LANGUAGES} == told:
            return changed, name
    number = next(n for n in range(1, len(named) + 2) if f"clause-{n}" not in named)
    named[f"clause-{number}"] = told
    return changed, f"clause-{number}"


def at_field(fault: str, place: str, keys: tuple[str, ...]) -> str:
    """The field of an entry that a fault of the reading speaks of; empty where it speaks of the whole."""
    return max((key for key in keys if f"{place}.{key}" in fault), key=len, default="")


def at(entry: Entry | None, key: str) -> Any:
    """What an entry says under a key; "scores.plus" is "plus" in its table "scores"."""
    table, _dot, own = key.rpartition(".")
    return (((entry or {}).get(table) or {}) if table else (entry or {})).get(own)


def say(entry: Document, key: str, value: Any) -> None:
    """Write a value into an entry, in its table."""
    table, _dot, own = key.rpartition(".")
    (entry.setdefault(table, {}) if table else entry)[own] = value
