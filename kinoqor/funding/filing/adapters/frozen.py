"""What was frozen, in words: the answers by the form under which they were given, the crew, the two axes."""

from collections.abc import Mapping
from typing import Any

from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import lists_of
from kinoqor.funding.call.queries import numbered, terms_of
from kinoqor.funding.filing.queries import form_numbered
from kinoqor.funding.question.queries import form_of
from kinoqor.kit.question import said
from kinoqor.kit.question.naming import countries
from kinoqor.register.credit.words import Role
from kinoqor.ui.pack import language
from kinoqor.ui.parts import Said


def frozen(told: Mapping[str, Any], application: Application) -> dict[str, Any]:
    """The context of a page that shows a snapshot."""
    version = numbered(told["call"], told["version"]) or application.version
    terms = terms_of(version)
    under = form_numbered(told["form"], told["form_version"]) or application.form_version
    stage, stream, kind = terms.stage(told["stage"]), terms.stream(told["stream"]), terms.kind(told["kind"])
    names = countries()
    return {
        "told": told, "form": form_of(under, lists_of(terms)), "answers": told["answers"],
        "title": _title(told["titles"]), "call_name": said(terms.name), "stage": said(stage.name) if stage else "",
        "axes": ", ".join(said(each.name) for each in (stream, kind) if each),
        "crew": [
            {
                "role": Role(each["role"]).label if each.get("role") in Role.values else each.get("role", ""),
                "name": each.get("name", ""), "country": names.get(each.get("citizen", ""), ""),
            }
            for each in told["crew"]
        ],
    }  # fmt: skip


def _title(titles: Mapping[str, str]) -> Said:
    lang = language() if titles.get(language()) else next(iter(titles), "")
    return Said(titles.get(lang, ""), "" if lang == language() else lang)
