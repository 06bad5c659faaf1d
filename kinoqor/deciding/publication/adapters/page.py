"""A result as its pages show it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kinoqor.deciding.allocation.words import Way
from kinoqor.deciding.publication import queries, rules
from kinoqor.deciding.publication.adapters import figures
from kinoqor.deciding.publication.adapters.fates import Papers
from kinoqor.deciding.publication.adapters.figures import points
from kinoqor.deciding.publication.models import Outcome, Publication
from kinoqor.deciding.publication.queries import Round
from kinoqor.deciding.publication.words import SIGNS, WHY, Fate, Result
from kinoqor.funding.call.adapters import spoken, timeline
from kinoqor.funding.call.queries import happened, reruns, terms_of
from kinoqor.judging.panel.words import Vote
from kinoqor.kit.question import said
from kinoqor.ui.pack import language
from kinoqor.ui.parts import Note, Row, Said

COLUMNS = (
    "code", "title_kk", "title_ru", "title_en", "company_kk", "company_ru", "company_en",
    "producer", "director", "stream", "kind", "result",
    "points", "cutoff", "asked", "council", "commission", "award", "way", "synopsis",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Film:
    """A chosen film in the list: sums in words, one empty where there is none."""

    code: str
    title: Said
    company: str
    producer: str
    director: str
    synopsis: Said
    group: str
    points: str
    cutoff: str
    asked: str
    council: str
    commission: str
    award: str
    why: str


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote: when, which body, on what, the numbers, whether it was carried, who sat there, who voted how by name."""

    day: date
    body: str
    ref: str
    what: str
    numbers: Mapping[str, Any]
    carried: bool
    members: Sequence[Mapping[str, Any]]
    named: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Left:
    """A departure from the computed list: in or out, the film by title or by code, author, reason, what it costs."""

    comes_in: bool
    film: str
    author: str
    reason: str
    price: str


def at(when: datetime, of: Round) -> str:
    """A moment by the wall clock of the call."""
    return spoken.wall(timezone.localtime(when, ZoneInfo(of.terms.zone)))


def address(name: str, *args: Any) -> str:
    """The address of a page of another room; empty where the house has none."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def about(of: Round) -> dict[str, Any]:
    """What every page of a result names."""
    step = of.terms.stage(of.stage)
    return {
        "ref": of.ref, "stage": of.stage, "call": said(of.terms.name), "invented": of.terms.invented,
        "stage_name": said(step.name) if step else of.stage, "money": of.money, "order": of.order,
        "programme": of.version.call.programme,
    }  # fmt: skip


def outcomes_of(found: Iterable[Fate]) -> list[Outcome]:
    """What a result would be, for an officer's preview; nothing of it is kept."""
    made = [
        Outcome(
            application_id=each.application, result=each.result, asked=each.asked, council=each.council,
            commission=each.commission, award=each.award, line=dict(each.line),
        )
        for each in found
    ]  # fmt: skip
    return sorted(made, key=lambda each: (-each.award, -(each.line.get("points") or 0), each.application_id))


def shown(of: Round, publication: Publication, found: Sequence[Outcome], now: datetime) -> dict[str, Any]:
    """The whole page of a result."""
    papers = Papers(of.order.allocation) if of.order else None
    chosen = [each for each in found if each.result != Result.NOT_CHOSEN]
    lines = timeline.lines(of.terms, happened(of.version.call), now)
    titles = {each.application_id: title(each) for each in chosen}
    ballots = votes(publication, of)
    return about(of) | {
        "publication": publication, "lifts": at(publication.lifts, of),
        "way": figures.way_down(of, publication if publication.pk else None, found), "lines": lines,
        "drawing": timeline.drawn(lines, of.terms, now), "films": [film(each, of) for each in chosen],
        "refused": figures.refused(found), "not_chosen": len(found) - len(chosen), "files": len(found),
        "cut_offs": figures.cut_offs(of.terms, papers),
        "envelopes": figures.envelopes(of.terms, found) if of.money else [],
        "quotas": figures.quotas(of.terms, papers, found), "departures": left(publication, of, titles, papers),
        "ballots": ballots, "bodies": bodies(ballots), "given": spoken.sum_of(
            sum(each.award for each in found), of.terms.currency
        ) if of.money else "", "annulled": of.version.call.annulled, "reruns": reruns(of.version.call),
        "links": links(of), "leaf": queries.leaf(publication) if publication.lifted_id else None,
    }  # fmt: skip


def links(of: Round) -> list[tuple[str, str]]:
    """(what, where): how the experts were drawn, how scores come about, the record."""
    found = [
        (_("The draws of the experts"), f"{address('draws')}?call={of.ref}"),
        (_("How marks become a score"), address("how-scores-work")),
        (_("The votes of the stage"), address("votes", of.ref, of.stage)),
        (_("The public record"), f"{address('record')}?about={of.ref}"),
        (_("Let your browser count it"), f"{address('record-check')}?round={of.ref}/{of.stage}"),
    ]
    return [(words, to) for words, to in found if to]


def title(of: Outcome) -> Said:
    """The title of a chosen film in the language of the page, or the one that there is."""
    found = of.line["film"]["title"]
    own = found.get(language())
    if own:
        return Said(own)
    lang = next((each for each in found if found[each]), "")
    return Said(found[lang], lang) if lang else Said("–")


def film(of: Outcome, round_: Round) -> Film:
    """A chosen film in the list."""
    line, told, terms = of.line, of.line["film"], round_.terms
    stream, kind = terms.stream(line.get("stream", "")), terms.kind(line.get("kind", ""))
    group = ", ".join(said(each.name) for each in (stream, kind) if each)
    asked, council, commission, award = (
        spoken.sum_of(sum_, terms.currency) if sum_ else ""
        for sum_ in (of.asked, of.council, of.commission, of.award)
    )
    return Film(
        line["code"], title(of), said(told["company"]), told["producer"], told["director"],
        Said(told["synopsis"], told["language"]), group, points(line.get("points")), points(line.get("cutoff")),
        asked, council, commission, award, why(of),
    )  # fmt: skip


def why(of: Outcome) -> str:
    """Why a film was chosen, or was not, in one sentence."""
    if of.result == Result.NOT_CHOSEN:
        return str(WHY.get(of.line.get("reason", ""), ""))
    if of.line.get("way") in Way.values:
        return str(Way(of.line["way"]).label)
    return _("above the line") if of.line.get("points") is not None else str(Result(of.result).label)


def votes(publication: Publication, of: Round) -> list[Ballot]:
    """The votes behind a result; who voted how only where the form is by name."""
    found = queries.votes(publication)
    named = queries.named(found)
    return [
        Ballot(
            timezone.localdate(each.sitting.at, ZoneInfo(of.terms.zone)), said(each.sitting.body.name),
            each.sitting.body.ref, each.get_matter_display(),
            each.counts or {}, bool(each.carried), each.photograph.members if each.photograph else (),
            [(name, str(Vote(vote).label) if vote else "–") for name, vote in named.get(each.pk, ())],
        )
        for each in found if each.closed
    ]  # fmt: skip


def bodies(found: Iterable[Ballot]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(body, its address, who sat on it: (name, by which act)), each body once."""
    kept: dict[str, tuple[str, dict[str, str]]] = {}
    for each in found:
        people = kept.setdefault(each.ref, (each.body, {}))[1]
        people.update({str(one.get("name", "")): str(one.get("act", "")) for one in each.members})
    return [(name, address("panel", ref), sorted(people.items())) for ref, (name, people) in kept.items()]


def left(
    publication: Publication, of: Round, titles: Mapping[int, Said], papers: Papers | None
) -> list[Left]:
    """The departures that stand, each with author, reason and price; a film that was not chosen stands under its code."""
    codes = papers.codes if papers else {}
    found = []
    for each in queries.departures(publication):
        named = str(titles.get(each.application_id, "")) if each.comes_in else ""
        code = codes.get(each.application_id, "")
        price = _price(each.price, of.terms.currency)
        found.append(
            Left(
                each.comes_in,
                named or _("film %(code)s") % {"code": code[:12]},
                each.author,
                each.reason,
                price,
            )
        )
    return found


def _price(said: Mapping[str, Any], currency: str) -> str:
    """What a departure changes in the computed list: the money, and how many other films come in and go out."""
    words = {
        "money": spoken.sum_of(abs(said.get("money", 0)), currency), "entering": len(said.get("entering", ())),
        "leaving": len(said.get("leaving", ())),
    }  # fmt: skip
    if said.get("money", 0) < 0:
        return _("%(money)s less is given; come in: %(entering)s, go out: %(leaving)s") % words
    return _("%(money)s more is given; come in: %(entering)s, go out: %(leaving)s") % words


def listed(found: Iterable[Publication]) -> list[Row]:
    """Results in a list."""
    rows = []
    for each in found:
        terms = terms_of(each.version)
        step = terms.stage(each.stage)
        many = _("%(chosen)s of %(files)s films") % {"chosen": each.chosen, "files": each.files}  # type: ignore[attr-defined]
        notes = [Note(_("annulled"), "refused")] if each.version.call.annulled_id else []
        when = spoken.day(timezone.localdate(each.lifts, ZoneInfo(terms.zone)))
        what = f"{said(terms.name)}: {said(step.name) if step else each.stage}"
        rows.append(
            Row(what, when, reverse("result", args=[each.version.call.ref, each.stage]), [Note(many)], notes)
        )
    return rows


def as_data(of: Outcome) -> dict[str, Any]:
    """A chosen film as open data: sums in minor units, points in hundredths."""
    line, told = of.line, of.line["film"]
    return {
        "code": line["code"], **{f"title_{lang}": told["title"].get(lang, "") for lang in ("kk", "ru", "en")},
        **{f"company_{lang}": told["company"].get(lang, "") for lang in ("kk", "ru", "en")},
        "producer": told["producer"], "director": told["director"],
        "stream": line.get("stream", ""), "kind": line.get("kind", ""), "result": of.result,
        "points": line.get("points"), "cutoff": line.get("cutoff"), "asked": of.asked, "council": of.council,
        "commission": of.commission, "award": of.award, "way": line.get("way", ""), "synopsis": told["synopsis"],
    }  # fmt: skip


def own_line(of: Outcome, round_: Round, titles: Mapping[int, Mapping[str, str]]) -> dict[str, Any]:
    """The line of an applicant: points, interval, cut-off, what it would have taken, who passed them by which clause."""
    line, terms = of.line, round_.terms
    low, high, would = line.get("low"), line.get("high"), line.get("would") or {}
    short = rules.short(line.get("points"), line.get("cutoff"))
    last = line.get("objection")
    return {
        "label": Result(of.result).label, "sign": SIGNS[of.result], "why": why(of), "clause": line.get("clause", ""),
        "words": line.get("words", ""), "points": points(line.get("points")), "cutoff": points(line.get("cutoff")),
        "within": f"{points(low)} – {points(high)}" if low is not None and high is not None else "",
        "short": points(short) if short is not None else "",
        "would": points(would["points"]) if would.get("points") is not None else "",
        "envelope": spoken.sum_of(would["envelope"], terms.currency) if would.get("envelope") else "",
        "passed": [
            (next((text for text in (titles[number].get(language()), *titles[number].values()) if text), "–"), clauses)
            for number, clauses in line.get("passed", ()) if number in titles
        ],
        "lots": bool(line.get("lots")), "until": date.fromisoformat(last) if last else None,
        "sums": [
            (name, spoken.sum_of(sum_, terms.currency))
            for name, sum_ in (
                (_("Asked for"), of.asked), (_("Recommended by the council"), of.council),
                (_("Approved by the commission"), of.commission), (_("In the order"), of.award),
            ) if sum_
        ],
    }  # fmt: skip
