"""The letters to someone, what they want to be told, and the outbox of a house without a mail server."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.accounts.notice.access import may_read, may_see_outbox, may_send_again
from kinoqor.accounts.notice.actions import choose
from kinoqor.accounts.notice.forms import NoticesForm
from kinoqor.accounts.notice.queries import chosen, has_outbox, visible_to, without_shut
from kinoqor.accounts.notice.rules import manner_of
from kinoqor.accounts.role.access import holding, signed_in
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.queries import names_of
from kinoqor.ledger.letter.actions import send_again
from kinoqor.ledger.letter.queries import all_letters, in_trouble, letters_by, letters_to
from kinoqor.ledger.letter.words import State
from kinoqor.ui.door import door
from kinoqor.ui.parts import Note, Row
from kinoqor.ui.templatetags.ui import day

PER_PAGE = 50


def _row(letter: Any, to: str = "") -> Row:
    notes = [Note(said) for said in (to, letter.sending.get_state_display()) if said]
    return Row(letter.subject_line, day(letter.at), reverse("letter", args=[letter.pk]), notes=notes)


def _to_whom(letter: Any, names: Mapping[str, str]) -> str:
    """The receiver by name, for whoever has written: an address is its owner's, and nobody else's to see."""
    return (names.get(letter.receiver) or _("someone without an account")) if names else ""


@door(signed_in)
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """`?written=1&page=`: what was written to the reader, or by what they did."""
    who = request.who  # type: ignore[attr-defined]
    written = request.GET.get("written") == "1"
    found = without_shut(letters_by(who.voice), who) if written else letters_to(who.voice)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    names = names_of(each.receiver for each in page.object_list) if written else {}
    rows = [_row(letter, _to_whom(letter, names)) for letter in page.object_list]
    context = {"page": page, "rows": rows, "written": written, "has_outbox": has_outbox()}
    return render(request, "accounts/notice/letters.html", context)


@door(holding(Role.ADMINISTRATOR))
@require_safe
def letters_in_trouble(request: HttpRequest) -> HttpResponse:
    """`?page=`: the letters that failed, or of which nobody knows whether they were sent."""
    found = without_shut(in_trouble(), request.who)  # type: ignore[attr-defined]
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = [_row(letter, letter.sending.address) for letter in page.object_list]
    return render(request, "accounts/notice/trouble.html", {"page": page, "rows": rows})


@door(may_read)
@require_safe
def letter(request: HttpRequest, number: int) -> HttpResponse:
    """One letter as it was written, with its way and its digest."""
    who = request.who  # type: ignore[attr-defined]
    found = get_object_or_404(visible_to(who), pk=number)
    unsure = found.sending.state in (State.UNSURE, State.FAILED)
    administrator = who.holds(Role.ADMINISTRATOR)
    context = {
        "letter": found,
        "can_send": unsure and administrator,
        "address": found.sending.address if administrator or found.receiver == who.voice else "",
    }
    return render(request, "accounts/notice/letter.html", context)


@door(may_send_again)
@require_POST
def letter_again(request: HttpRequest, number: int) -> HttpResponse:
    """Send a letter again of which nobody knows whether it was sent."""
    send_again(number, by=request.who.doer)  # type: ignore[attr-defined]
    messages.success(request, _("The letter is sent again."))
    return redirect("letter", number)


@door(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def notices(request: HttpRequest) -> HttpResponse:
    """How the reader wants to be told what."""
    who = request.who  # type: ignore[attr-defined]
    now = chosen(who.number)
    form = NoticesForm(now, request.POST or None)
    if request.method == "POST" and form.is_valid():
        for notice, manner in form.manners().items():
            if manner != manner_of(notice, now):
                choose(who.number, notice, manner, by=who.doer)
        messages.success(request, _("Your choice is kept."))
        return redirect("notices")
    return render(request, "accounts/notice/notices.html", {"form": form})


@door(may_see_outbox)
@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """Every letter that this house would have sent; it stands in for the mailboxes of a house on trial."""
    page = Paginator(all_letters(), 20).get_page(request.GET.get("page"))
    return render(request, "accounts/notice/outbox.html", {"page": page})
