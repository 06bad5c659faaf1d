"""The last look at an application, its filing, and the receipt."""

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.accounts.notice.letters import own_language
from kinoqor.funding.application import queries as applications
from kinoqor.funding.application.access import may_file, may_read, may_work
from kinoqor.funding.application.adapters.page import address_of, frame, label_of, place_address, wall
from kinoqor.funding.application.rules import may_withdraw
from kinoqor.funding.application.words import DECIDED, REFUSED
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.filing import queries, rules
from kinoqor.funding.filing.actions import file
from kinoqor.funding.filing.adapters.beside import answers
from kinoqor.funding.filing.adapters.frozen import frozen
from kinoqor.funding.filing.adapters.open import read
from kinoqor.funding.filing.rules import Asked
from kinoqor.funding.hand.queries import hands_on
from kinoqor.kit.verdict import Refused, Verdict
from kinoqor.ui.door import door


@door(may_work)
@require_safe
def application(request: HttpRequest, number: int) -> HttpResponse:
    """The task list of one application: what is complete, what is open, until when, and what was filed."""
    context = _frame(request, number)
    one = context["application"]
    named = {point.place: point for point in context["points"]}
    manner = terms_of(one.version).manner(one.stage)
    context |= {
        "filings": queries.filings_of(number),
        "hands": hands_on(one.name).count(),
        "aside_list": applications.asides_of(number),
        "refused": one.state in REFUSED,
        "answers": answers(number),
        "decided": one.state in DECIDED,
        "names_readers": bool(manner and manner.conflicts.feared),
        "withdrawable": bool(may_withdraw(one.state)),
        "repaired": [
            (named[place].label if place in named else label_of(one, place), address_of(one, place))
            for place in sorted(context["repair"].places)
        ],
    }
    return render(request, "funding/filing/application.html", context)


@door(may_work)
@require_safe
def application_complete(request: HttpRequest, number: int) -> HttpResponse:
    """Everything that is still open, each point with its clause and a link to the field."""
    context = _frame(request, number)
    one = context["application"]
    context["listed"] = [(point, place_address(one, point)) for point in context["points"]]
    return render(request, "funding/filing/complete.html", context)


@door(may_file)
@require_http_methods(["GET", "HEAD", "POST"])
def application_file(request: HttpRequest, number: int) -> HttpResponse:
    """File the application: what counts is when the request reached the house, by the clock that the page shows."""
    came = timezone.now()
    refusal: Verdict | None = None
    if request.method == "POST":
        sent = request.POST.get("revision", "")
        revision = int(sent) if sent.isdigit() and len(sent) < 10 else 0
        asked = Asked(
            request.POST.get("stage", "")[:40], revision, came, own_language(), "even_so" in request.POST
        )
        who: Any = request.who  # type: ignore[attr-defined]
        try:
            made = file(number, asked, by=who.doer, subject=queries.film_of(number))
        except Refused as refused:
            refusal = refused.verdict
        else:
            return redirect("application-receipt", number, made.number)
    context = _frame(request, number)
    one = context["application"]
    case = applications.case_of(one, came, counted=True)
    context |= {
        "may": rules.may_file(case, came),
        "refusal": refusal,
        "listed": [(point, place_address(one, point)) for point in context["points"]],
        "papers": applications.files_filed(one),
    }
    return render(request, "funding/filing/file.html", context)


@door(may_read)
@require_safe
def application_receipt(request: HttpRequest, number: int, which: int) -> HttpResponse:
    """What was filed, as it was frozen, with its time and digest."""
    found = queries.filings_of(number).filter(number=which).first()
    one = applications.one(number)
    if found is None:
        raise Http404
    said = json.loads(found.snapshot)
    terms = terms_of(one.version)
    context = {
        "filing": found, "application": one, "at": wall(found.at, terms), "invented": terms.invented,
        "others": queries.filings_of(number), "right": applications.right_of(request.who, number),  # type: ignore[attr-defined]
        "open_points": list(read(found.points)),
        **frozen(said, one),
    }  # fmt: skip
    return render(request, "funding/filing/receipt.html", context)


@door(may_read)
@require_safe
def application_snapshot(request: HttpRequest, number: int, which: int) -> HttpResponse:
    """The very text that was frozen: its SHA-256 is the digest of the receipt."""
    found = queries.filings_of(number).filter(number=which).first()
    if found is None:
        raise Http404
    answer = HttpResponse(found.snapshot.encode(), content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{found.called}.json"'
    return answer


def _frame(request: HttpRequest, number: int) -> dict[str, Any]:
    return frame(applications.one(number), request.who, timezone.now())  # type: ignore[attr-defined]
