"""The people who are proposed to the register, and the judgement on each."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.accounts.role.access import holding
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.newcomer import actions, queries
from kinoqor.keeping.newcomer.access import may_open
from kinoqor.keeping.newcomer.adapters.page import alike_in_words, rows
from kinoqor.keeping.newcomer.forms import KnownForm, RefusalForm, TakeForm
from kinoqor.keeping.newcomer.words import LINES, Fate, Ground
from kinoqor.kit.verdict import Refused
from kinoqor.register.face.queries import cards
from kinoqor.ui.door import door
from kinoqor.ui.pack import language

PER_PAGE = 30
FORMS: dict[str, type[forms.Form]] = {"take": TakeForm, "known": KnownForm, "refuse": RefusalForm}


@door(holding(Role.CATALOGUER))
@require_safe
def newcomers(request: HttpRequest) -> HttpResponse:
    """`?fate=open|taken|same|refused&page=`: the people who are proposed to the register, the oldest first."""
    fate = request.GET.get("fate", Fate.OPEN)
    fate = fate if fate in Fate.values else Fate.OPEN
    found = queries.visible_to(request.who).filter(fate=fate)  # type: ignore[attr-defined]
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": rows(list(page.object_list)), "fates": Fate.choices, "fate": fate}
    return render(request, "keeping/newcomer/newcomers.html", context)


@door(may_open)
@require_http_methods(["GET", "HEAD", "POST"])
def newcomer(request: HttpRequest, number: int) -> HttpResponse:
    """One newcomer beside those who are called alike: taken, found to be one of them, or refused."""
    who: Any = request.who  # type: ignore[attr-defined]
    found = get_object_or_404(queries.visible_to(who), pk=number)
    [person] = queries.people([found]).values()
    alike = queries.look_alikes(person) if found.fate == Fate.OPEN else []
    do = request.POST.get("do", "")
    asked = {name: form(request.POST if name == do else None) for name, form in FORMS.items()}
    besides = " ".join(each.card.ref for each in alike)
    asked["take"].initial = {"source": person.source}
    if request.method == "POST" and do in asked and asked[do].is_valid():
        try:
            seen = request.POST.get("besides", "")[:200].split()
            _judge(number, do, asked[do].cleaned_data | {"besides": seen}, who)
        except Refused as refused:
            asked[do].add_error(None, f"{refused.verdict.reason} {refused.verdict.way}".strip())
        else:
            messages.success(request, _("Answered. The proposer is told."))
            return redirect("newcomers")
    known = cards([found.subject.ref]).get(found.subject.ref)
    context = {
        "newcomer": found, "person": person, "names": [(LINES[name.lang][0], name) for name in person.names],
        "called": person.called(language()), "asked": asked,
        "alike": alike_in_words(alike), "besides": besides, "open": found.fate == Fate.OPEN,
        "page": known.get_absolute_url() if known else "",
        "ground": Ground(found.ground).label if found.ground else "",
    }  # fmt: skip
    return render(request, "keeping/newcomer/newcomer.html", context)


def _judge(number: int, do: str, given: dict[str, Any], who: Any) -> None:
    if do == "take":
        actions.take(number, given["source"], given["besides"], by=who.doer)
    elif do == "known":
        actions.find_known(number, given["known"].strip(), by=who.doer, why=given["why"])
    else:
        actions.refuse(number, Ground(given["ground"]), by=who.doer, why=given["words"])
