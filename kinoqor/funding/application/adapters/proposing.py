"""Somebody new for the crew: the form as it is opened, the name on the list, and who else may be meant."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from kinoqor.funding.application.models import Application
from kinoqor.keeping.newcomer.adapters.page import alike_in_words
from kinoqor.keeping.newcomer.queries import look_alikes, waiting_called, waiting_of
from kinoqor.keeping.newcomer.rules import Person, same_person
from kinoqor.keeping.newcomer.words import LINES, LONGEST
from kinoqor.kit.names import script_of
from kinoqor.kit.text import clean
from kinoqor.ui.pack import language


def address(application: Application, sent: Mapping[str, Any]) -> str:
    """Where somebody is proposed, with what was typed into the search."""
    asked = {name: str(sent.get(name, ""))[:LONGEST] for name in ("name", "role", "citizen")}
    return f"{reverse('application-propose', args=[application.pk])}?{urlencode(asked)}"


def prefilled(asked: Mapping[str, Any]) -> dict[str, str]:
    """What the form begins with: the name that was searched for stands in the line of its script."""
    name = clean(str(asked.get("name", "")), LONGEST)
    script = script_of(name)
    lang = "en" if script == "Latn" else language() if LINES[language()][1] in ("", script) else "kk"
    line = {f"name_{lang}": name} if name else {}
    return {**line, "role": str(asked.get("role", "")), "citizen": str(asked.get("citizen", ""))}


def listed_as(given: Mapping[str, Any], person: Person) -> dict[str, str]:
    """How a newcomer stands on the list of the crew."""
    return {"role": given["role"], "name": person.called(language()), "citizen": given["citizen"]}


def offered(application: Application, given: Mapping[str, Any], person: Person) -> dict[str, Any]:
    """Whom the proposed may be: people of the register, with why, and those whom the company has proposed already."""
    alike = alike_in_words(look_alikes(person)) if person.names else []
    waiting = waiting_of(application.organisation_id)
    return {
        "alike": alike, "besides": " ".join(each.ref for each in alike), "member": listed_as(given, person),
        "waiting": _named({ref: each for ref, each in waiting.items() if same_person(person, each)}),
    }  # fmt: skip


def waiting_found(application: Application, asked: str) -> list[dict[str, Any]]:
    """Those whom the company has proposed and who answer a name."""
    return _named(waiting_called(application.organisation_id, asked))


def _named(people: Mapping[str, Person]) -> list[dict[str, Any]]:
    return [
        {"ref": ref, "name": person.called(language()), "year": person.born or ""}
        for ref, person in people.items()
    ]
