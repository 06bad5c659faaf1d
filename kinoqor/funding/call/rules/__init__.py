"""The law of a call: which stage is open, whether a kind is taken, how many times one may apply, who may.

What a call says is read from a document by `reading`; this file only judges what was read. Everything is a pure function
over plain values, `now` is an argument.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from kinoqor.funding.call.rules.reading import terms as terms
from kinoqor.funding.call.words import Condition, Only, Paper, Per, Stage, Standing
from kinoqor.funding.call.words import Terms as Terms
from kinoqor.kit.document import CODE
from kinoqor.kit.verdict import YES, Verdict, no

UNSURE = "unsure"


def open_stage(terms: Terms, now: datetime) -> Stage | None:
    """The stage whose window holds a moment; the earlier one where two do."""
    return next((stage for stage in terms.stages if stage.window and stage.window.holds(now)), None)


def next_stage(terms: Terms, now: datetime) -> Stage | None:
    """The stage that opens next after a moment."""
    later = [stage for stage in terms.stages if stage.window and not stage.window.began(now)]
    return min(later, key=lambda stage: stage.window.opens if stage.window else now, default=None)


def stage_standing(stage: Stage, now: datetime) -> Standing:
    """Where a stage stands at a moment."""
    if stage.window is None:
        return Standing.ANNOUNCED
    if stage.window.holds(now):
        return Standing.OPEN
    return Standing.SHUT if stage.window.over(now) else Standing.COMING


def standing(terms: Terms, now: datetime, annulled: bool = False) -> Standing:
    """Where a call stands at a moment: open while any stage is, coming while its first one is ahead."""
    if annulled:
        return Standing.ANNULLED
    held = [stage_standing(stage, now) for stage in terms.stages]
    for each in (Standing.OPEN, Standing.COMING):
        if each in held:
            return each
    return Standing.SHUT if Standing.SHUT in held or _long_ago(terms, now) else Standing.ANNOUNCED


def _long_ago(terms: Terms, now: datetime) -> bool:
    """Whether what is known to have happened in a call without known windows lies more than a year back."""
    days = [step.actual.first_day for step in terms.dates if step.actual]
    return bool(days) and now.date() - max(days) > timedelta(days=365)


def may_file(terms: Terms, stage: Stage, now: datetime) -> Verdict:
    """Whether the window of a stage holds a moment; the second that it names is the last one that counts."""
    if stage.window is None:
        return no(_("No dates have been announced for this stage yet."), stage.clause)
    if not stage.window.began(now):
        return no(_("This stage opens on %(moment)s.") % {"moment": wall(stage.window.first)}, stage.clause)
    if stage.window.over(now):
        return no(
            _("This stage was open until %(moment)s. What comes later does not count.")
            % {"moment": wall(stage.window.last)},
            stage.clause,
            way=_("See which calls are open"),
            to="calls",
        )
    return YES


def wall(moment: datetime) -> str:
    """A time on the wall to the second."""
    return f"{moment:%Y-%m-%d %H:%M:%S}"


def may_pair(terms: Terms, stream: str, kind: str) -> Verdict:
    """Whether films of a kind are taken in a stream."""
    if terms.allows(stream, kind):
        return YES
    return no(
        _("This stream does not take films of this kind."), way=_("Choose another stream or another kind.")
    )


def counted_with(terms: Terms, per: str, kind: str) -> frozenset[str]:
    """The kinds that count together under a limit for an application of this kind."""
    if per == Per.KIND:
        return frozenset({kind})
    mine = terms.kind(kind)
    if per == Per.MEDIUM and mine:
        return frozenset(each.code for each in terms.kinds if each.medium == mine.medium)
    return frozenset(each.code for each in terms.kinds)


def within_limits(terms: Terms, kind: str, filed: Mapping[str, int]) -> Verdict:
    """Whether one more application of a kind may be filed by who has filed so many of each kind already."""
    for limit in terms.limits:
        already = sum(filed.get(code, 0) for code in counted_with(terms, limit.per, kind))
        if already >= limit.most:
            return no(
                _("You have filed %(already)s; at most %(most)s may be filed %(per)s.")
                % {"already": already, "most": limit.most, "per": Per(limit.per).label},
                limit.clause,
                way=_("Withdraw one of them first, if this one should count instead."),
                to="applications",
            )
    return YES


def applies(only: Only | None, values: Mapping[str, object]) -> bool:
    """Whether something is asked of a file with these answers."""
    if only is None:
        return True
    answer = values.get(only.answer)
    given = answer if isinstance(answer, list) else [answer]
    return any(str(each) in only.one_of for each in given if each is not None)


def papers_for(stage: Stage, values: Mapping[str, object]) -> tuple[Paper, ...]:
    """The papers that a stage asks of a file with these answers ("stream" and "kind" among them)."""
    return tuple(paper for paper in stage.papers if applies(paper.condition, values))


def on_day(
    conditions: Iterable[Condition], day: date, value_on: Callable[[str, date], int | None]
) -> tuple[Condition, ...]:
    """The conditions with the limits that hold on a day; a limit whose parameter is not known stays unknown."""
    found = []
    for each in conditions:
        value = value_on(each.parameter, day) if each.parameter else None
        known = value is not None and each.times is not None
        found.append(replace(each, limit=each.times * value) if known else each)  # type: ignore[operator]
    return tuple(found)


def answered(condition: Condition, answer: str, lang: str) -> Verdict:
    """What an answer ("yes", "no") to a condition's question means for who wants to apply."""
    if answer == condition.good:
        return YES
    pick = condition.way.get(lang, "")
    if answer == UNSURE:
        return no(_("Find this out before you apply."), condition.clause, way=pick)
    return no(condition.reason.get(lang, ""), condition.clause, way=pick)


def steps(terms: Terms) -> tuple[str, ...]:
    """The codes of the steps of the timeline: what an officer may note as happened."""
    return tuple(each.code for each in terms.dates)


def may_begin_draft(annulled: bool, has_draft: bool) -> Verdict:
    """Whether a draft may be begun: one at a time, and none of a call that was annulled."""
    if annulled:
        return no(_("This call was annulled."), way=_("Begin a new call that repeats it."), to="desk-calls")
    return no(_("This call has a draft already."), to="desk-calls") if has_draft else YES


def may_be_called(ref: str, taken: bool) -> Verdict:
    """Whether a new call may have this short name."""
    if not CODE.fullmatch(ref):
        return no(_("A short name consists of small Latin letters, digits and hyphens."))
    return no(_("There is a call of this short name already.")) if taken else YES


def may_edit(revision: int, seen: int) -> Verdict:
    """Whether a draft is still what its editor saw."""
    if revision == seen:
        return YES
    return no(
        _("Somebody has changed this draft since you opened it. Nothing of yours was saved over theirs."),
        way=_("Open the draft again and bring your changes in."),
    )


def may_note(step: str, known: Iterable[str], day: date, until: date | None, today: date) -> Verdict:
    """Whether it may be noted when a step happened: a step of this call, on days that have come."""
    if step not in known:
        return no(_("This call has no such step."))
    if until is not None and until < day:
        return no(_("The last day is before the first."))
    if max(day, until or day) > today + timedelta(days=1):
        return no(_("What has not happened yet cannot be noted. Change the planned date in a draft."))
    return YES


def may_annul(annulled: bool, why: str) -> Verdict:
    """Whether a call may be annulled: once, and with a reason."""
    if annulled:
        return no(_("This call was annulled already."))
    return YES if why.strip() else no(_("A call is annulled with a reason that everybody can read."))


def may_go_on(annulled: bool) -> Verdict:
    """Whether anything of a round may still be decided: not once its call was annulled."""
    return no(_("This round was annulled."), way=_("See the call that repeats it.")) if annulled else YES


def may_publish(terms: Terms, forms: Iterable[str], parameters: Iterable[str]) -> Verdict:
    """Whether a draft may become a version: every form that it names is in force, every parameter is known."""
    forms, parameters = set(forms), set(parameters)
    for stage in terms.stages:
        if stage.form not in forms:
            return no(
                _("The stage “%(stage)s” names the form “%(form)s”, of which no version is published.")
                % {"stage": stage.code, "form": stage.form},
                way=_("Publish the form first."),
            )
    for each in terms.conditions:
        if each.parameter and each.parameter not in parameters:
            return no(
                _("The condition “%(code)s” rests on “%(parameter)s”, of which the programme has no value.")
                % {"code": each.code, "parameter": each.parameter}
            )
    return YES
