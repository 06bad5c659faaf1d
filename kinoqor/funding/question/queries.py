"""Questions to the forms."""

import json
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kinoqor.funding.question.models import FormVersion
from kinoqor.kit.question import Choice, Form, Unfit, read
from kinoqor.ui import pack

Lists = Mapping[str, tuple[Choice, ...]]
FOLDER = "funding/forms"


def versions() -> QuerySet[FormVersion]:
    """Every version of every form, by code, the newest first."""
    return FormVersion.objects.select_related("made", "published").order_by("code", "-number")


def form_in_force(code: str) -> FormVersion | None:
    """The newest published version of a form, without the deeds that made and published it."""
    found = FormVersion.objects.filter(code=code, published__isnull=False)
    return found.order_by("-number").first()


def form_version(pk: int) -> FormVersion | None:
    """The version of this number."""
    return versions().filter(pk=pk).first()


def draft(code: str) -> FormVersion | None:
    """The draft of a form, if somebody works on one."""
    return versions().filter(code=code, published=None).first()


def form_of(version: FormVersion, lists: Lists | None = None) -> Form:
    """The form of a version, with the choices of its lists: those given ("kinds" of a call), else those of the pack."""
    form = _kept(json.dumps(version.document, ensure_ascii=False))
    return with_lists(form, lists) if form.lists else form


@lru_cache(maxsize=64)
def _kept(document: str) -> Form:
    """What stands in a document is read once, whichever version it is of."""
    return read(json.loads(document))


def with_lists(form: Form, lists: Lists | None = None) -> Form:
    """The same form with the choices of its lists."""
    given = lists or {}
    found = {name: given.get(name) or pack_list(name) for name in form.lists}
    return form.with_lists({name: choices for name, choices in found.items() if choices})


def pack_list(name: str) -> tuple[Choice, ...]:
    """A controlled list of the pack as choices; empty where the pack has none of this name."""
    languages = ("kk", "ru", "en")
    return tuple(
        Choice(code, {lang: pack.label(name, code, lang) for lang in languages}) for code in pack.codes(name)
    )


def pack_documents(folder: Path | None = None) -> dict[str, dict[str, Any]]:
    """The forms of a pack by their codes, with the rules for numbers that they name. Raises Unfit."""
    place = (folder or Path(settings.PACK)) / FOLDER
    found = {}
    for path in sorted(place.glob("*.toml")):
        document = _as_json(tomllib.loads(path.read_text(encoding="utf-8")))
        complete = with_rules(document, number_rules(folder))
        try:
            code = read(complete).code
        except Unfit as unfit:
            raise Unfit(
                [type(one)(f"{path.name}: {one.place}", one.sentence) for one in unfit.faults]
            ) from unfit
        found[code] = complete
    return found


def pack_news(voice: str, folder: Path | None = None) -> dict[str, dict[str, Any]]:
    """The forms of a pack that are not as this voice published them last. Raises Unfit."""
    found = {}
    for code, document in pack_documents(folder).items():
        given = versions().filter(code=code, made__voice=voice, published__isnull=False).first()
        if given is None or given.document != document:
            found[code] = document
    return found


def number_rules(folder: Path | None = None) -> dict[str, Any]:
    """The rules of the pack for the numbers of persons and companies."""
    path = (folder or Path(settings.PACK)) / "funding" / "numbers.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def currency() -> str:
    """The currency of the country, in which money is asked unless a question says otherwise."""
    return str(pack.about().get("currency", "EUR"))


def with_rules(document: Mapping[str, Any], rules: Mapping[str, Any]) -> dict[str, Any]:
    """A document with those of the rules in it that its questions name, so that it can be read for itself."""
    named = {
        str(question.get("rule"))
        for group in document.get("groups", [])
        for question in group.get("questions", [])
        if question.get("rule")
    }
    wanted = {name: rules[name] for name in sorted(named) if name in rules}
    return {**document, "numbers": {**wanted, **document.get("numbers", {})}} if wanted else dict(document)


def _as_json(document: dict[str, Any]) -> dict[str, Any]:
    """A document as the database keeps it: its days are texts."""
    kept: dict[str, Any] = json.loads(json.dumps(document, default=str))
    return kept


def example_lists(form: Form) -> dict[str, tuple[Choice, ...]]:
    """Answers that stand for those of a call, where a form is tried out without one."""
    words = ((1, _("the first of the call")), (2, _("the second of the call")))
    made = tuple(
        Choice(f"example-{number}", dict.fromkeys(("kk", "ru", "en"), str(said))) for number, said in words
    )
    return {name: made for name in form.lists if not pack_list(name)}


def forms() -> list[tuple[FormVersion | None, FormVersion | None]]:
    """Each form: the version in force, and the draft; two questions however many there are."""
    found: dict[str, list[FormVersion | None]] = {}
    for version in versions():
        pair = found.setdefault(version.code, [None, None])
        at = 0 if version.published_id else 1
        pair[at] = pair[at] or version
    return [(pair[0], pair[1]) for pair in found.values()]


def numbered(code: str, number: int) -> FormVersion | None:
    """The version of a form by its number; a draft too."""
    return versions().filter(code=code, number=number).first()
