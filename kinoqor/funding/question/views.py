"""The builder of forms: what is asked of applicants, drafted, tried out and published by officers."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.accounts.role.access import holding
from kinoqor.accounts.role.words import Role
from kinoqor.funding.question import actions, queries, rules
from kinoqor.funding.question.adapters.hanging import one_more
from kinoqor.funding.question.adapters.outline import outline
from kinoqor.funding.question.adapters.worded import texts_of
from kinoqor.funding.question.forms import (
    GroupForm,
    KindForm,
    NameForm,
    QuestionForm,
    initial_of_group,
    initial_of_question,
)
from kinoqor.kit.question import filled, open_points, read, row_button, said
from kinoqor.kit.verdict import Refused
from kinoqor.ui.door import door

officer = holding(Role.OFFICER)
HOME = "funding/question/"
MORE = "more"  # the button that asks for a free row


def _draft(code: str) -> Any:
    found = queries.draft(code)
    if found is None:
        raise Http404
    return found


@door(officer)
@require_safe
def question_forms(request: HttpRequest) -> HttpResponse:
    """Every form, with the version in force and the draft."""
    rows = [
        (said((draft or current).document["name"]), (draft or current).code, current, draft)  # type: ignore[union-attr]
        for current, draft in queries.forms()
    ]
    return render(request, HOME + "forms.html", {"rows": rows})


@door(officer)
@require_http_methods(["GET", "HEAD", "POST"])
def form_new(request: HttpRequest) -> HttpResponse:
    """Begin a form."""
    who: Any = request.who  # type: ignore[attr-defined]
    asked = NameForm(True, request.POST or None)
    if request.method == "POST" and asked.is_valid():
        try:
            actions.begin_form(asked.cleaned_data["code"], asked.texts("name"), by=who.doer)
        except Refused as refused:
            asked.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}".strip())
        else:
            return redirect("question-form", asked.cleaned_data["code"])
    return render(request, HOME + "edit.html", {"form": asked, "title": _("A new form"), "code": ""})


@door(officer)
@require_safe
def form(request: HttpRequest, code: str) -> HttpResponse:
    """A form: its draft to be worked on, else the version in force."""
    draft, current = queries.draft(code), queries.form_in_force(code)
    return _outline(request, code, draft or current)


@door(officer)
@require_safe
def form_version(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One version of a form, as it was."""
    return _outline(request, code, queries.numbered(code, number))


def _outline(request: HttpRequest, code: str, version: Any) -> HttpResponse:
    if version is None:
        raise Http404
    said_form = read(version.document)
    context = {
        "version": version, "code": code, "name": said(said_form.name), "lead": said(said_form.lead),
        "groups": outline(said_form), "versions": queries.versions().filter(code=code),
        "is_draft": version.published_id is None, "draft": queries.draft(code),
    }  # fmt: skip
    return render(request, HOME + "form.html", context)


@door(officer)
@require_http_methods(["GET", "HEAD", "POST"])
def form_try(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """A version as an applicant sees it; what is filled in is judged and not kept."""
    version = queries.numbered(code, number)
    if version is None:
        raise Http404
    shown = queries.form_of(version)
    shown = shown.with_lists(queries.example_lists(shown))
    tried = filled(shown, request.POST) if request.method == "POST" else filled(shown, request.POST.copy())
    judged = request.method == "POST" and not row_button(shown, request.POST)
    context = {
        "version": version, "code": code, "name": said(shown.name), "lead": said(shown.lead), "shown": shown,
        "values": tried.values, "faults": tried.faults, "judged": judged,
        "points": open_points(shown, tried.values) if judged else [],
    }  # fmt: skip
    return render(request, HOME + "try.html", context)


@door(officer)
@require_POST
def form_draft(request: HttpRequest, code: str) -> HttpResponse:
    """Begin a draft of a form."""
    who: Any = request.who  # type: ignore[attr-defined]
    actions.begin_draft(code, by=who.doer)
    return redirect("question-form", code)


@door(officer)
@require_POST
def form_drop(request: HttpRequest, code: str) -> HttpResponse:
    """Throw a draft away."""
    who: Any = request.who  # type: ignore[attr-defined]
    actions.drop_draft(code, by=who.doer)
    messages.success(request, _("The draft is dropped. What it said stays in the journal."))
    return redirect("question-form", code) if queries.form_in_force(code) else redirect("question-forms")


@door(officer)
@require_http_methods(["GET", "HEAD", "POST"])
def form_publish(request: HttpRequest, code: str) -> HttpResponse:
    """What a draft would change, and the button that publishes it."""
    who: Any = request.who  # type: ignore[attr-defined]
    version, current = _draft(code), queries.form_in_force(code)
    old = current.document if current else None
    verdict = rules.may_publish(version.document, old)
    if request.method == "POST":
        try:
            actions.publish(code, _seen(request), by=who.doer)
        except Refused as refused:
            verdict = refused.verdict
        else:
            messages.success(request, _("Published. Files that are open keep the version they began with."))
            return redirect("question-form", code)
    context = {
        "version": version, "code": code, "current": current, "verdict": verdict,
        "told": rules.differences(old, version.document), "name": said(version.document["name"]),
    }  # fmt: skip
    return render(request, HOME + "publish.html", context)


def _seen(request: HttpRequest) -> int:
    """Which state of the draft the page showed."""
    told = request.POST.get("revision", "")
    return int(told) if told.isdigit() and len(told) < 10 else 0


def _typed(request: HttpRequest, initial: dict[str, Any]) -> dict[str, Any]:
    """What a form of a piece begins with; who asks for one more condition keeps what was typed and is not judged yet."""
    if MORE in request.POST:
        return {"initial": one_more(request.POST.dict())}
    return {"data": request.POST or None, "initial": initial}


def _change(
    request: HttpRequest, code: str, asked: Any, change: Callable[[Mapping[str, Any]], dict[str, Any]], title: str
) -> HttpResponse:  # fmt: skip
    """The page of one piece of a draft: shown, or changed; a change that would make no form is refused with reasons."""
    who: Any = request.who  # type: ignore[attr-defined]
    version = _draft(code)
    if request.method == "POST" and asked.is_valid():
        try:
            actions.change_draft(code, _seen(request), change(version.document), by=who.doer)
        except Refused as refused:
            asked.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}".strip())
        else:
            messages.success(request, _("Kept."))
            return redirect("question-form", code)
    revision = request.POST.get("revision", version.revision)
    return render(
        request, HOME + "edit.html", {"form": asked, "title": title, "code": code, "revision": revision}
    )


@door(officer)
@require_http_methods(["GET", "HEAD", "POST"])
def form_name(request: HttpRequest, code: str) -> HttpResponse:
    """The name of a form."""
    asked = NameForm(False, request.POST or None, initial=texts_of(_draft(code).document, "name", "lead"))
    return _change(
        request, code, asked,
        lambda document: rules.titled(document, asked.texts("name"), asked.texts("lead")), _("Name of the form"),
    )  # fmt: skip


@door(officer)
@require_http_methods(["GET", "HEAD", "POST"])
def group_new(request: HttpRequest, code: str) -> HttpResponse:
    """A new group, at the end of a draft."""
    asked = GroupForm(read(_draft(code).document), None, **_typed(request, {}))
    return _change(
        request, code, asked, lambda document: rules.with_group(document, asked.said("")), _("A new group")
    )


@door(officer)
@require_http_methods(["GET", "HEAD", "POST"])
def group(request: HttpRequest, code: str, group: str) -> HttpResponse:
    """A group of a draft."""
    document = _draft(code).document
    old, now = rules.group_of(document, group), read(document)
    if old is None:
        raise Http404
    asked = GroupForm(now, now.group(group), **_typed(request, initial_of_group(old)))
    return _change(
        request, code, asked, lambda kept: rules.with_group(kept, asked.said(group)), said(old["name"])
    )


@door(officer)
@require_http_methods(["GET", "HEAD", "POST"])
def question_new(request: HttpRequest, code: str, group: str) -> HttpResponse:
    """A new question, at the end of a group."""
    document = _draft(code).document
    if rules.group_of(document, group) is None:
        raise Http404
    asked = KindForm(request.POST or None)
    answer = _change(
        request, code, asked,
        lambda kept: rules.with_question(kept, group, asked.said(queries.number_rules(), queries.currency())),
        _("A new question"),
    )  # fmt: skip
    if answer.status_code == 302:
        return redirect("question", code, group, asked.cleaned_data["code"])
    return answer


@door(officer)
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, code: str, group: str, question: str) -> HttpResponse:
    """A question of a draft."""
    document = _draft(code).document
    old, now = rules.question_of(document, group, question), read(document)
    home = now.group(group)
    one = next((each for each in home.questions if each.code == question), None) if home else None
    if old is None or home is None or one is None:
        raise Http404
    asked = QuestionForm(now, home, one, queries.number_rules(), **_typed(request, initial_of_question(old)))
    return _change(
        request, code, asked, lambda kept: rules.with_question(kept, group, asked.said(old)), said(one.label)
    )


@door(officer)
@require_POST
def form_move(request: HttpRequest, code: str) -> HttpResponse:
    """Move a group or a question up or down, or take it out."""
    who: Any = request.who  # type: ignore[attr-defined]
    document = _draft(code).document
    group, _point, question = request.POST.get("place", "").partition(".")
    where = request.POST.get("where", "")
    if where == "out":
        changed = rules.without(document, group, question)
    else:
        changed = rules.moved(document, group, question, {"up": -1, "down": 1}.get(where, 0))
    try:
        actions.change_draft(code, _seen(request), changed, by=who.doer)
    except Refused as refused:
        messages.error(request, f"{refused.verdict.reason} {refused.verdict.way}".strip())
    return redirect("question-form", code)
