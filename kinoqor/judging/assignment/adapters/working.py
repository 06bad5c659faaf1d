"""Where a draw is reckoned: the case is read from its frozen document, the law draws, and what came is handed back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.conf import settings as house
from django.utils.translation import gettext as _
from django.utils.translation import override

from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.call.words import Medium
from kinoqor.judging.assignment import queries
from kinoqor.judging.assignment.adapters import records
from kinoqor.judging.assignment.adapters.case import Made, file_code, languages_of, made, standing
from kinoqor.judging.assignment.models import Draw
from kinoqor.judging.assignment.rules.again import mended, moved
from kinoqor.judging.assignment.rules.bottleneck import bottleneck
from kinoqor.judging.assignment.rules.choice import share
from kinoqor.judging.assignment.rules.drawing import drawn
from kinoqor.judging.assignment.rules.fitting import solve
from kinoqor.judging.assignment.rules.frozen import case_of, result
from kinoqor.judging.assignment.words import Bottleneck, Case, Plan, Progress, Settings, Short
from kinoqor.kit.canonical import canonical
from kinoqor.kit.progress import go_on
from kinoqor.kit.verdict import Refused, Verdict, no

Rows = list[tuple[str, str, int, int]]
ORDER = b"looked at beforehand"  # in place of a seed, while none is known
LANGUAGES = tuple(code for code, _name in house.LANGUAGES)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a draw: its document, and (file, reader, fit, units of `of`) of each reading."""

    text: str
    rows: Rows
    of: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why there is no plan: a sentence in every language as JSON, and the files and members of the narrow place."""

    words: str
    found: dict[str, Any]


def telling(draw: int) -> Progress:
    """Says how far a draw has come; Refused once it was cancelled."""

    def tell(_what: str, done: int, of: int) -> None:
        go_on(f"draw:{draw}", done, of)
        if queries.draw(draw).cancelled_by_id is not None:
            raise Refused(no(_("This draw was cancelled.")))

    return tell


def reckoned(draw: Draw) -> Result:
    """The result of a draw whose public number is here. Raises Short, Refused."""
    case, settings = case_of(json.loads(draw.frozen or ""))
    plan, prices = drawn(case, settings, bytes.fromhex(draw.seed or ""), telling(draw.pk))
    chances = {(pair.file, pair.reader): pair.units for pair in plan.chances}
    rows = [(each.file, each.reader, each.fit, chances[each.file, each.reader]) for each in plan.pairs]
    return Result(result(plan, prices, draw.frozen or "", draw.chance or ""), rows, plan.of)


def looked(draw: Draw, day: date) -> Trouble | None:
    """Whether a plan is possible as the records stand; the trouble where there is none."""
    today = made(draw, day)
    cap, of = share(today.case, today.settings)
    try:
        solve(today.case, today.settings, ORDER, cap, of, lambda _what, _done, _of: None)
    except Short as short:
        return trouble_of(draw, today.case, today.settings, today.codes, short.bottleneck)
    except Refused as refused:
        return said_of(refused.verdict)
    return None


def trouble_of(
    draw: Draw, case: Case, settings: Settings, codes: Mapping[str, Mapping[str, int]], found: Bottleneck
) -> Trouble:
    """A bottleneck in words of every language, with the kind of film and the language that its files share."""
    words, (cap, of) = {}, share(case, settings)
    for language in LANGUAGES:
        with override(language):
            again = bottleneck(
                described(draw, case, codes), settings, bytes.fromhex(draw.seed or ORDER.hex()), cap, of
            )
            words[language] = f"{again.verdict.reason} {again.verdict.way}".strip()
    narrow = {
        "files": [codes["files"][each] for each in found.files],
        "members": [codes["readers"][each] for each in found.readers if each in codes["readers"]],
    }
    return Trouble(canonical(words), narrow)


def said_of(verdict: Verdict) -> Trouble:
    """A refusal as trouble, in the words that it has."""
    words = f"{verdict.reason} {verdict.way}".strip()
    return Trouble(canonical(dict.fromkeys(LANGUAGES, words)), {})


def described(draw: Draw, case: Case, codes: Mapping[str, Mapping[str, int]]) -> Case:
    """The same case, its files with their language and kind of film in words; its readers read any."""
    media = queries.media_of(terms_of(draw.version))
    known = queries.applications_by(codes["files"].values())
    files = []
    for each in case.files:
        one = known.get(codes["files"].get(each.code, 0))
        medium = media.get(one.kind, "") if one else ""
        section = str(Medium(medium).label) if medium in Medium.values else medium
        files.append(replace(each, language=languages_of(one)[0] if one else "", section=section))
    readers = [replace(each, languages=frozenset(), sections=frozenset()) for each in case.readers]
    return replace(case, files=files, readers=readers)


def mending(draw: Draw, day: date) -> tuple[list[int], list[tuple[int, int, int]]]:
    """(readings to end, new ones as application, member, fit): as few as make the plan hold as the records stand.
    What was handed in stays. Raises Short, Refused.
    """
    rows = list(queries.standing_of(draw.pk))
    reads: dict[int, int] = {}
    for each in records.given_by(draw.pk):
        reads[each] = reads.get(each, 0) + 1
    today = made(draw, day, reads if draw.phase > 1 else None)
    pairs = standing(draw, rows)
    before = Plan(pairs, pairs, 1, bytes.fromhex(draw.seed or ""))
    gone, new = moved(before, mended(today.case, today.settings, before, telling(draw.pk)))
    by_code = {(file_code(draw, each.application_id), _reader(today, each.member_id)): each for each in rows}
    ended = [by_code[pair.file, pair.reader].pk for pair in gone if (pair.file, pair.reader) in by_code]
    fresh = [(today.codes["files"][one.file], today.codes["readers"][one.reader], one.fit) for one in new]
    return [each for each in ended if not queries.handed(each)], fresh


def _reader(today: Made, member: int) -> str:
    return next((name for name, number in today.codes["readers"].items() if number == member), "")


def case_of_frozen(draw: Draw) -> tuple[Case, Settings]:
    """The case and the rules that a draw has frozen."""
    return case_of(json.loads(draw.frozen or ""))
