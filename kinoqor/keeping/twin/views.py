"""The pairs that wait, two records side by side, and the judgements on them."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.accounts.role.access import holding
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.twin import queries
from kinoqor.keeping.twin.access import may_judge, may_take_back
from kinoqor.keeping.twin.actions import judge_pair, look, take_judgement_back
from kinoqor.keeping.twin.adapters import page
from kinoqor.keeping.twin.forms import CompareForm, JudgementForm, TakeBackForm
from kinoqor.keeping.twin.words import KINDS
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.words import doer_words
from kinoqor.register.face.queries import cards, title
from kinoqor.register.identity.queries import judgements
from kinoqor.register.identity.words import Judged
from kinoqor.register.subject.words import Kind
from kinoqor.ui.door import door

PER_PAGE = 30


@door(holding(Role.CATALOGUER))
@require_safe
def twins(request: HttpRequest) -> HttpResponse:
    """`?kind=&judged=same|not_same|unsure&page=`: pairs that look alike and wait, or what was judged of others."""
    who: Any = request.who  # type: ignore[attr-defined]
    kind, said = request.GET.get("kind", ""), request.GET.get("judged", "")
    kind, said = (kind if kind in KINDS else ""), (said if said in Judged.values else "")
    found: Any = queries.judged(kind, said) if said else queries.visible_to(who, kind)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    some = list(shown.object_list)
    context = {
        "page": shown,
        "rows": page.judged_rows(some) if said else page.rows(some),
        "kind": kind,
        "kinds": [(each, Kind(each).label) for each in KINDS],
        "judged": said,
        "judgements": Judged.choices,
    }
    return render(request, "keeping/twin/twins.html", context)


@door(holding(Role.CATALOGUER))
@require_POST
def twins_look(request: HttpRequest) -> HttpResponse:
    """Look through the register anew."""
    who: Any = request.who  # type: ignore[attr-defined]
    look(by=who.doer)
    messages.success(request, _("The register was looked through anew."))
    return redirect("twins")


@door(may_judge)
@require_http_methods(["GET", "HEAD", "POST"])
def twin(request: HttpRequest, one: str, other: str) -> HttpResponse:
    """Two records side by side: what speaks for their being the same, and the judgement."""
    pair = queries.pair(one, other)
    if pair is None:
        raise Http404
    judged = queries.judgement_on(*pair)
    if judged is not None:
        return redirect("judgement", judged.pk)
    known = [getattr(each, "card", None) for each in pair]
    if None in known:
        raise Http404  # one of them is shown under another number, or nothing is said of it any more
    form = JudgementForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said, who = form.cleaned_data, request.who  # type: ignore[attr-defined]
        try:
            judge_pair(
                pair[0].pk,
                pair[1].pk,
                Judged(said["judged"]),
                by=who.doer,
                subject=pair[0].ref,
                why=said["why"],
            )
        except Refused as refused:
            form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}".strip())
        else:
            messages.success(request, _("Judged. It can be taken back at any time."))
            return redirect("twins")
    return render(request, "keeping/twin/twin.html", _side_by_side(pair, known) | {"form": form})


def _side_by_side(pair: Any, known: Any) -> dict[str, Any]:
    one, other = known
    seen = queries.seen(*pair)
    return {
        "one": one, "other": other, "titles": (title(one), title(other)), "kind": pair[0].get_kind_display(),
        "grounds": page.grounds(pair[0].kind, seen, page.shared(seen)), "lines": page.side_by_side(one, other),
        "leads": page.leading(one, other),
    }  # fmt: skip


@door(may_judge)
@require_http_methods(["GET", "HEAD", "POST"])
def twin_of(request: HttpRequest, ref: str) -> HttpResponse:
    """Choose with which other record one is compared."""
    card = cards([ref]).get(ref)
    if card is None or card.kind not in KINDS:
        raise Http404
    form = CompareForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        other = form.cleaned_data["other"].strip()
        if queries.pair(card.ref, other) is not None:
            return redirect("twin", card.ref, other)
        form.add_error("other", _("The register has no such record of the same kind."))
    return render(request, "keeping/twin/of.html", {"card": card, "title": title(card), "form": form})


@door(may_take_back)
@require_http_methods(["GET", "HEAD", "POST"])
def judgement(request: HttpRequest, number: int) -> HttpResponse:
    """One judgement: who, when, why; and its taking back."""
    found, who = judgements().get(pk=number), request.who  # type: ignore[attr-defined]
    form = TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            take_judgement_back(number, by=who.doer, subject=found.one.ref, why=form.cleaned_data["why"])
        except Refused as refused:
            form.add_error(None, str(refused.verdict.reason))
        else:
            messages.success(request, _("Taken back. Each record stands for itself again."))
            return redirect("twin", found.one.ref, found.other.ref)
    known = cards([found.one.ref, found.other.ref])
    context = {
        "judgement": found,
        "by": doer_words(found.made.voice),
        "pair": [(each.ref, known.get(each.ref), title(known[each.ref]) if each.ref in known else each.ref)
                 for each in (found.one, found.other)],
        "form": form,
    }  # fmt: skip
    return render(request, "keeping/twin/judgement.html", context)
