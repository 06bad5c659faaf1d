"""The document of a call read into its terms; every fault is found in one reading.

Money stands in whole units of the currency, caps and shares in hundredths of a per cent, windows by the wall clock.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils.translation import gettext as _

from kinoqor.funding.award.rules import award, quota
from kinoqor.funding.award.words import Award, Quota
from kinoqor.funding.call import words
from kinoqor.funding.manner.rules import criterion, manner
from kinoqor.funding.manner.words import Criterion, Manner
from kinoqor.kit.calendar import Window
from kinoqor.kit.document import Part, once, sound
from kinoqor.kit.money import Money

FILES = ("pdf", "image", "sheet", "text", "video", "audio")
TEXTS = ("name", "summary", "whom", "judged", "after")
ELSEWHERE = ("programme", "rerun_of", "ref", "rules")  # for whoever loads the document
MOST_DAYS, MOST_FILES, MOST_APPLICATIONS = 1000, 200, 1000


def terms(document: Mapping[str, Any], lang: str = "en") -> words.Terms:
    """The terms that a document says, its clauses in `lang`. Raises Faulty with every fault, each in a full sentence."""
    top = Part(document, lang=lang)
    top.cites = top.texts("clauses")
    zone, currency = _zone(top), _currency(top)
    streams = tuple(_stream(part, currency) for part in top.parts("streams", needed=True))
    kinds = tuple(_kind(part) for part in top.parts("kinds", needed=True))
    stages = tuple(_stage(part, zone) for part in top.parts("stages", needed=True))
    criteria = tuple(criterion(part) for part in top.parts("criteria"))
    complaint = top.part("complaint")
    found = words.Terms(
        **{key: top.text(key, needed=key in ("name", "summary")) for key in TEXTS},
        invented=top.yes("invented"),
        zone=zone,
        currency=currency,
        streams=streams,
        kinds=kinds,
        pairs=_pairs(top, streams, kinds),
        themes=tuple(_theme(part) for part in top.parts("themes")),
        stages=stages,
        limits=tuple(_limit(part) for part in top.parts("limits")),
        criteria=criteria,
        manners=_manners(top, stages, criteria),
        awards=_awards(top, stages, criteria, currency),
        quotas=_quotas(top, streams),
        conditions=tuple(_condition(part, currency) for part in top.parts("conditions")),
        checks=tuple(_check(part, stages) for part in top.parts("checks")),
        reasons=tuple(_reason(part) for part in top.parts("reasons")),
        chapters=tuple(_chapter(part) for part in top.parts("chapters")),
        complaint_days=complaint.whole("days", 1, MOST_DAYS),
        answer_days=complaint.whole("answer_days", 1, MOST_DAYS),
        most_asked=_minor(top.whole("most_asked", 1), currency),
        intensity=top.whole("intensity", 1, 10_000),
        dates=tuple(_step(part) for part in top.parts("dates")),
        law=tuple(_law(part) for part in top.parts("law")),
        unknown=tuple(_unknown(part) for part in top.parts("unknown")),
    )
    return _whole(top, complaint, found)


def _whole(top: Part, complaint: Part, found: words.Terms) -> words.Terms:
    """The end of a document: what is read elsewhere, what contradicts itself, and then the terms or all faults."""
    complaint.end()
    for key in ELSEWHERE:
        top.has(key)
    top.end()
    _in_order(top, found)
    sound(top)
    return found


def _manners(
    top: Part, stages: tuple[words.Stage, ...], criteria: tuple[Criterion, ...]
) -> tuple[Manner, ...]:
    codes = {each.code for each in stages}
    return tuple(manner(part, codes, criteria) for part in top.parts("judging"))


def _awards(
    top: Part, stages: tuple[words.Stage, ...], criteria: tuple[Criterion, ...], currency: str
) -> tuple[Award, ...]:
    codes, marked = {each.code for each in stages}, {each.code for each in criteria}
    found = tuple(award(part, codes, marked, currency) for part in top.parts("awarding"))
    once(top, "awarding", [each.stage for each in found])
    return found


def _quotas(top: Part, streams: tuple[words.Stream, ...]) -> tuple[Quota, ...]:
    codes = {each.code for each in streams}
    found = tuple(quota(part, codes) for part in top.parts("quotas", most=99))
    once(top, "quotas", [each.code for each in found])
    return found


def _zone(top: Part) -> str:
    zone = top.line("zone", needed=True)
    try:
        ZoneInfo(zone or "Etc/UTC")
    except (ZoneInfoNotFoundError, ValueError):
        top.fault(_("“%(zone)s” is not a time zone, such as Etc/UTC."), zone=zone)
        return "Etc/UTC"
    return zone or "Etc/UTC"


def _currency(top: Part) -> str:
    currency = top.line("currency", needed=True)
    if currency and not (len(currency) == 3 and currency.isascii() and currency.isupper()):
        top.fault(_("“%(currency)s” is not the code of a currency, such as EUR."), currency=currency)
        return "XXX"
    return currency or "XXX"


def _minor(units: int | None, currency: str) -> int | None:
    return None if units is None else Money.whole(units, currency).minor


def _stream(part: Part, currency: str) -> words.Stream:
    found = words.Stream(
        part.code(), part.text("name"), part.text("goal", needed=False),
        _minor(part.whole("envelope", 1), currency), currency, part.whole("year", 1900, 2999),
    )  # fmt: skip
    part.end()
    return found


def _kind(part: Part) -> words.Kind:
    found = words.Kind(
        part.code(), part.text("name"), part.choice("medium", tuple(words.Medium.values)),
        part.choice("length", tuple(words.Length.values)), part.whole("least", 1, 10_000),
        part.whole("most", 1, 10_000), part.whole("episodes", 1, 1000),
    )  # fmt: skip
    if found.least and found.most and found.least > found.most:
        part.fault(_("In “%(place)s” the least length is above the most."), place=part.place)
    part.end()
    return found


def _pairs(
    top: Part, streams: tuple[words.Stream, ...], kinds: tuple[words.Kind, ...]
) -> frozenset[tuple[str, str]]:
    """The pairs that are allowed, written as stream and its kinds; none written: all."""
    found: set[tuple[str, str]] = set()
    known_streams, known_kinds = {each.code for each in streams}, {each.code for each in kinds}
    for part in top.parts("pairs"):
        stream, named = part.code("stream"), part.words("kinds")
        for code in [stream] if stream not in known_streams else []:
            part.fault(
                _("“%(place)s” names the stream “%(code)s”, which there is not."), place=part.place, code=code
            )
        for code in [each for each in named if each not in known_kinds]:
            part.fault(
                _("“%(place)s” names the kind “%(code)s”, which there is not."), place=part.place, code=code
            )
        found |= {(stream, kind) for kind in named}
        part.end()
    return frozenset(found)


def _theme(part: Part) -> words.Theme:
    found = words.Theme(part.code(), part.text("name"))
    part.end()
    return found


def _stage(part: Part, zone: str) -> words.Stage:
    first, last = part.wall("opens"), part.wall("shuts", end=True)
    if (first is None) != (last is None):
        part.fault(_("“%(place)s” says when it opens or when it shuts, but not both."), place=part.place)
    if first and last and first >= last:
        part.fault(_("“%(place)s” shuts before it opens."), place=part.place)
        first = None
    papers = tuple(_paper(each) for each in part.parts("papers", most=100))
    once(part, "papers", [paper.code for paper in papers])
    found = words.Stage(
        part.code(), part.text("name"), Window(first, last, zone) if first and last else None, part.code("form"),
        papers, part.whole("repair_days", 1, MOST_DAYS), part.whole("reading_days", 1, MOST_DAYS),
        part.text("about", needed=False), part.cited("clause"),
    )  # fmt: skip
    part.end()
    return found


def _paper(part: Part) -> words.Paper:
    kinds = part.words("kinds") or ("pdf",)
    for each in [kind for kind in kinds if kind not in FILES]:
        part.fault(
            _("“%(place)s” names the type “%(kind)s”; known are: %(known)s."),
            place=part.place, kind=each, known=", ".join(FILES),
        )  # fmt: skip
    found = words.Paper(
        part.code(), part.text("name"), part.text("help", needed=False), part.cited("clause"), _only(part),
        part.yes("required", True), part.whole("most", 1, MOST_FILES) or 1, kinds,
    )  # fmt: skip
    part.end()
    return found


def _only(part: Part) -> words.Only | None:
    if not part.has("only"):
        return None
    inner = part.part("only")
    found = words.Only(inner.line("answer", needed=True), inner.words("one_of"))
    inner.end()
    return found


def _limit(part: Part) -> words.Limit:
    found = words.Limit(
        part.choice("per", tuple(words.Per.values)), part.number("most", 1, MOST_APPLICATIONS), part.cited("clause")
    )  # fmt: skip
    part.end()
    return found


def _condition(part: Part, currency: str) -> words.Condition:
    trial = part.choice("test", tuple(words.Trial.values), needed=False) or words.Trial.NONE
    found = words.Condition(
        part.code(), part.text("text"), part.text("reason"), part.text("way"), part.cited("clause"),
        trial, part.text("question", needed=False),
        part.choice("good", ("yes", "no"), needed=part.has("question")), part.whole("times", 1, 10**9),
        part.line("parameter"), part.words("codes"), part.whole("days", 1, MOST_DAYS), currency=currency,
    )  # fmt: skip
    if (found.times is None) != (not found.parameter):
        part.fault(_("“%(place)s” needs both a parameter and how many times it counts."), place=part.place)
    part.end()
    return found


def _check(part: Part, stages: tuple[words.Stage, ...]) -> words.Check:
    found = words.Check(
        part.code(), part.text("text"), part.cited("clause"), part.code("machine", needed=False) or None,
        part.code("stage", needed=False) or None,
    )  # fmt: skip
    if found.stage and found.stage not in {stage.code for stage in stages}:
        part.fault(
            _("“%(place)s” names the stage “%(code)s”, which there is not."),
            place=part.place,
            code=found.stage,
        )
    part.end()
    return found


def _reason(part: Part) -> words.Reason:
    found = words.Reason(part.code(), part.text("name"), part.cited("clause"))
    part.end()
    return found


def _chapter(part: Part) -> words.Chapter:
    found = words.Chapter(part.code(), part.text("name"), part.whole("most", 1, 10_000), part.cited("clause"))
    part.end()
    return found


def _step(part: Part) -> words.Step:
    found = words.Step(
        part.code(), part.text("name"), part.moment("planned"), part.moment("planned_until"), part.moment("actual"),
        part.moment("actual_until"), part.line("source"),
    )  # fmt: skip
    part.end()
    return found


def _law(part: Part) -> tuple[str, str]:
    found = part.cited("act", needed=True), part.line("address")
    part.end()
    return found


def _unknown(part: Part) -> words.Unknown:
    found = words.Unknown(part.code(), part.text("text"))
    part.end()
    return found


def _in_order(top: Part, found: words.Terms) -> None:
    """No code twice in a list, and no stage that opens before the one before it."""
    lists = "streams kinds themes stages criteria conditions checks reasons chapters dates"
    for key in lists.split():
        once(top, key, [each.code for each in getattr(found, key)])
    once(top, "judging", [each.stage for each in found.manners])
    windows = [stage.window for stage in found.stages if stage.window]
    for before, after in pairwise(windows):
        if after.opens < before.shuts:
            top.fault(_("A stage opens before the one before it has shut."))
