"""The pages of the scores: the list of a stage, one film worked out, the list without a reader, the explanation."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.funding.application.adapters.page import title
from kinoqor.judging.assignment.words import NUMBERS
from kinoqor.judging.score import access, actions, queries
from kinoqor.judging.score.adapters import explained, page, worked
from kinoqor.judging.score.forms import MoreForm
from kinoqor.judging.score.queries import Round
from kinoqor.judging.score.rules import worked as worked_film
from kinoqor.judging.score.rules.second import may_send_more
from kinoqor.kit.progress import how_far
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Refused
from kinoqor.ui.door import anyone, door
from kinoqor.ui.formats import as_csv, as_json, for_reader_only

PER_PAGE = 100
COLUMNS = (
    "place", "application", "title", "average", "score", "low", "high", "counts", "readers", "spread", "stands",
    "crosses", "tie",
)  # fmt: skip


@door(access.may_look)
@require_safe
def scores(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """`?page=`: the list of a stage as the law makes it, with its line, its readers, and what they change."""
    who: Any = request.who  # type: ignore[attr-defined]
    of = _round(ref, stage)
    context = _about(of)
    if of.opening is None:
        return render(request, "judging/score/sealed.html", context)
    try:
        seen = queries.seen(who, of)
    except Refused as refused:
        return render(request, "judging/score/sealed.html", context | {"verdict": refused.verdict})
    listed = page.places(seen)
    shown = Paginator(listed, PER_PAGE).get_page(request.GET.get("page"))
    some = list(shown.object_list)
    crossing = [each for each in listed if each.crosses][:PER_PAGE]
    kept = queries.influences(of.opening) if seen.whole else None
    found = kept.found if kept else []
    named = {film for each in found for film in (*each["entering"], *each["leaving"])}
    films = queries.films(sorted({each.film for each in (*some, *crossing)} | named))
    after = listed[shown.end_index()] if shown.has_next() else None
    context |= {
        "page": shown, "rows": page.rows(seen, some, films, after), "axis": page.axis(seen), "told": page.told_of(seen),
        "crossing": page.crossing(seen, crossing, films), "kept": kept, "far": how_far(queries.work(of.opening.pk)),
        "more": of.manner.second.more, "sends": bool(access.may_send(who, ref, stage)), "drawn": queries.second_draws(of),
    }  # fmt: skip
    if seen.whole:
        names = queries.readers(list(seen.standing.correction.readers))
        context["readers"] = page.readers(seen.standing, names, films, found, (ref, stage))
    return render(request, "judging/score/scores.html", context)


@door(access.may_see_film)
@require_safe
def film(request: HttpRequest, ref: str, stage: str, number: int) -> HttpResponse:
    """How the score of one film came about, step by step; readers are named to whom nothing of the round is shut."""
    who: Any = request.who  # type: ignore[attr-defined]
    of = _round(ref, stage)
    if of.opening is None:
        raise Http404
    seen = queries.seen(who, of)
    one = worked_film(seen.standing, str(number))
    if one is None:
        raise Http404
    application = queries.films([str(number)])[str(number)]
    order = [row.reader for row in one.score.rows]
    called = queries.readers(order) if seen.whole else {}
    names = [called[each] for each in order] if seen.whole else worked.numbered(len(order))
    marks = {str(each.reading.user_id): each.marks for each in queries.review_rows(of.opening, number)}
    context = _about(of) | {
        "application": application, "title": title(application), "names": names, "sums": worked.sums(one),
        "given": worked.given(of.terms.criteria, [marks[each] for each in order]), "counted": worked.counted(one, names),
        "strict": worked.strict(one.readers, names, seen.standing.terms) if seen.whole else [],
        "verdict": seen.standing.correction.verdict, "whole": seen.whole, "told": page.told_of(seen),
    }  # fmt: skip
    return render(request, "judging/score/film.html", context)


@door(access.may_see_without)
@require_safe
def without(request: HttpRequest, ref: str, stage: str, reader: int) -> HttpResponse:
    """`?page=`: the list beside what it would be if one reader had never read."""
    of = _round(ref, stage)
    told, other = queries.standing(of), queries.standing(of, reader)
    films = queries.films([each.film for each in told.places])
    moved = page.moved(told, other, films)
    context = _about(of) | {
        "name": queries.readers([str(reader)])[str(reader)],
        "changes": [each for each in moved if each.change],
        "page": Paginator(moved, PER_PAGE).get_page(request.GET.get("page")),
        "verdict": other.correction.verdict,
        "before": page.line_of(told),
        "after": page.line_of(other),
    }
    return render(request, "judging/score/without.html", context)


@door(access.may_send)
@require_http_methods(["GET", "HEAD", "POST"])
def second(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """More readers for the films at the line: the list of them, and the deed that prepares their draw."""
    who: Any = request.who  # type: ignore[attr-defined]
    of = _round(ref, stage)
    try:
        films = queries.crossing(of)
    except Refused as refused:
        return render(request, "judging/score/sealed.html", _about(of) | {"verdict": refused.verdict})
    waiting = queries.bodies_of(of, films)
    sent = [film for film in films if any(film in some for some in waiting.values())]
    form = MoreForm(of.manner.draw.source == NUMBERS, request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = actions.send_more(ref, stage, given["films"], given.get("announced", ()), by=who.doer)
        except Refused as refused:
            form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}".strip())
        else:
            messages.success(request, _("The second reading is prepared. Freeze its lists to go on."))
            return redirect(*(["draw", made[0]] if len(made) == 1 else ["round", ref, stage]))
    more = of.manner.second.more
    context = _about(of) | page.asked_again(queries.seen(who, of), waiting, queries.films(sent)) | {
        "form": form, "more": more, "numbers": ",".join(sent), "drawn": queries.second_draws(of),
        "verdict": may_send_more(more, queries.phase_of(of), len(films), len(sent)),
    }  # fmt: skip
    return render(request, "judging/score/second.html", context)


@door(access.may_see)
@require_safe
def scores_csv(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """The list as CSV, for whoever asked alone."""
    listed = _table(request, ref, stage)
    rows = ([each[name] for name in COLUMNS] for each in listed["films"])
    return for_reader_only(as_csv(f"{_('scores')}-{ref}-{stage}", COLUMNS, rows))


@door(access.may_see)
@require_safe
def scores_json(request: HttpRequest, ref: str, stage: str) -> HttpResponse:
    """The list as JSON, for whoever asked alone."""
    return for_reader_only(as_json(_table(request, ref, stage)))


@door(access.may_see)
@require_safe
def progress(request: HttpRequest, ref: str, stage: str) -> JsonResponse:
    """How far the working out of the influences has come, for the script of the list."""
    opening = _round(ref, stage).opening
    done, of, _quiet = (how_far(queries.work(opening.pk)) if opening else None) or (0, 0, 0.0)
    working = opening is not None and queries.influences(opening) is None
    return JsonResponse({"working": working, "done": done, "of": of})


@door(anyone)
@require_safe
def how(request: HttpRequest) -> HttpResponse:
    """How scores are corrected, with an example that the law works out for this page."""
    return render(request, "judging/score/how.html", explained.explained())


def _round(ref: str, stage: str) -> Round:
    found = queries.round_of(ref, stage)
    if found is None:
        raise Http404
    return found


def _about(of: Round) -> dict[str, Any]:
    step = of.terms.stage(of.stage)
    return {
        "ref": of.ref, "stage": of.stage, "call": said(of.terms.name),
        "stage_name": said(step.name) if step else of.stage,
        "opening": of.opening, "invented": of.terms.invented,
    }  # fmt: skip


def _table(request: HttpRequest, ref: str, stage: str) -> dict[str, Any]:
    who: Any = request.who  # type: ignore[attr-defined]
    of = _round(ref, stage)
    seen = queries.seen(who, of)
    films = queries.films([each.film for each in page.places(seen)])
    verdict = seen.standing.correction.verdict
    return {
        "call": ref, "stage": stage, "opened": str(of.opening.deed.at.isoformat()) if of.opening else "",
        "corrected": bool(verdict), "why": str(verdict.reason), "line": page.line_in(seen),
        "films": page.table(seen, films),
    }  # fmt: skip
