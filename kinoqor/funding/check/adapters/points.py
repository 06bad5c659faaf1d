"""The points of a notice or a refusal, in every language of the house."""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.utils.translation import override

from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.check.queries import File
from kinoqor.funding.check.rules import Point
from kinoqor.funding.finding.queries import findings_of
from kinoqor.funding.finding.words import Found


def points(of: File, chosen: Iterable[tuple[str, str, str]]) -> list[Point]:
    """The points of a notice or a refusal from (check, place, words), with what the machine says in every language."""
    texts = {each.code: each for each in of.terms.checks}
    clauses = _clauses(of)
    told = _told_everywhere(of)
    found = []
    for code, place, words in chosen:
        check = texts.get(code)
        if check is not None:
            said = told.get((check.machine or "", place), {})
            found.append(Point(place, code, clauses.get(code, {}), _whole(check.text), _whole(said), words))
    return found


def _clauses(of: File) -> dict[str, dict[str, str]]:
    """Point of the check list -> its clause in every language of the house."""
    found: dict[str, dict[str, str]] = {}
    for lang, _name in settings.LANGUAGES:
        with override(lang):
            for each in terms_of(of.application.version).checks:
                found.setdefault(each.code, {})[lang] = each.clause
    return found


def _told_everywhere(of: File) -> dict[tuple[str, str], dict[str, str]]:
    """(machine, place) -> the sentences of its faults in every language of the house."""
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    for lang, _name in settings.LANGUAGES:
        with override(lang):
            for one in findings_of(of.application, of.filing):
                if one.found == Found.FAULT:
                    kept = found.setdefault((one.machine, one.place), {})
                    kept.setdefault(lang, []).append(str(one.said))
    return {key: {lang: " ".join(each) for lang, each in said.items()} for key, said in found.items()}


def _whole(texts: Mapping[str, str]) -> dict[str, str]:
    """A text with a place for every language, empty where it is not given."""
    return {lang: texts.get(lang, "") for lang, _name in settings.LANGUAGES}
