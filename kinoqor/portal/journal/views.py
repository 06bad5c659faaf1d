"""The deeds page: who did what when, as a page and as a file, and one deed with all that it has written down."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinoqor.accounts.role.access import signed_in
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.edit.words import SAID_OF
from kinoqor.ledger.deed.actions import TOLD
from kinoqor.ledger.deed.words import DOERS
from kinoqor.portal.journal import queries
from kinoqor.portal.journal.access import may_see
from kinoqor.portal.journal.adapters.lines import Teller, letters
from kinoqor.portal.journal.adapters.table import HEAD, objects, rows
from kinoqor.portal.journal.rules import KEPT, Asked, Scope, read
from kinoqor.portal.journal.words import FLOORS, ROOMS
from kinoqor.ui.door import door
from kinoqor.ui.formats import as_csv, as_json_list, for_reader_only
from kinoqor.ui.parts import Fact

PER_PAGE = 50


@door(signed_in)
@require_safe
def deeds(request: HttpRequest) -> HttpResponse:
    """`?who=&what=&about=&seat=&since=&until=&before=|after=`: the deeds that the reader may see, the newest first."""
    who: Any = request.who  # type: ignore[attr-defined]
    asked = read(request.GET.dict())
    found = queries.narrowed(who, asked)
    window = queries.window(found, PER_PAGE, request.GET.get("before", ""), request.GET.get("after", ""))
    scope = queries.scope(who)
    own = scope is Scope.OWN
    context = {
        "lines": Teller(who, window.deeds).lines(),
        "window": window,
        "found": queries.how_many(found),
        "most": queries.MOST_COUNTED,
        "asked": asked,
        "scope": scope.value,
        "floors": [] if own else [(code, words, code == asked.what) for code, words in FLOORS.items()],
        "rooms": _rooms(queries.codes_to_choose(who) if own else _codes(scope), asked),
        "seats": _seats(who, scope),
        "doers": sorted({str(words) for words in DOERS.values()}),
        "query": _query(request),
    }
    return render(request, "portal/journal/deeds.html", context)


def _query(request: HttpRequest) -> str:
    """What was asked, without the place in the list, for the links to other pieces and to the files."""
    kept = ("who", "what", "about", "seat", "since", "until")
    return urlencode({name: request.GET[name] for name in kept if request.GET.get(name)})


def _codes(scope: Scope) -> set[str]:
    """The deeds to choose among for who sees more than their own: who keeps the register is offered no letters."""
    return {code for code in TOLD if scope is Scope.ALL or code.startswith((*KEPT, "accounts."))}


def _rooms(codes: set[str], asked: Asked) -> list[dict[str, Any]]:
    """Deeds to choose among, by room."""
    found = []
    for room, words in ROOMS.items():
        listed = sorted(code for code in codes & TOLD.keys() if code.startswith(f"{room}."))
        if listed:
            choices = [(code, TOLD[code].called, code == asked.what) for code in listed]
            found.append({"code": room, "words": words, "chosen": room == asked.what, "choices": choices})
    return found


def _seats(who: Any, scope: Scope) -> list[tuple[str, str]]:
    """Roles to choose among; for one's own deeds the seats that one has held."""
    if scope is Scope.OWN:
        return [(str(seat.pk), str(seat)) for seat in queries.seats_to_choose(who)]
    return [(role.value, str(role.label)) for role in Role]


@door(may_see)
@require_safe
def deed(request: HttpRequest, number: int) -> HttpResponse:
    """One deed: when, who, in which seat, why, what it has written down, what was done in its course, its letters."""
    who: Any = request.who  # type: ignore[attr-defined]
    every = queries.with_parts(who, number)
    if not every:
        raise Http404
    found, *parts = every
    teller = Teller(who, every)
    line = teller.line(found)
    ref = found.subject or str((found.details or {}).get("ref", ""))
    card = teller.cards.get(ref)
    context = {
        "line": line,
        "facts": _facts(teller, line) + teller.facts(found),
        "parts": [teller.line(part) for part in parts],
        "letters": letters(queries.letters_of(who, found)),
        "ref": ref,
        "card": card,
        "desk": card is not None and card.kind in SAID_OF and who.holds(Role.CATALOGUER),
        "whole": found.within_id,
    }
    return render(request, "portal/journal/deed.html", context)


def _facts(teller: Teller, line: Any) -> list[Fact]:
    when = timezone.localtime(line.deed.at).strftime("%Y-%m-%d %H:%M:%S")
    found = [Fact(_("When"), when), Fact(_("Who"), teller.names[line.deed.voice])]
    found += [Fact(_("In which seat"), line.seat or _("in no seat"))]
    if line.deed.subject:
        record = teller.record(line.deed.subject)
        found.append(Fact(_("Record"), record.text, record.url))
    return [*found, Fact(_("Reason"), line.deed.why)] if line.deed.why else found


@door(signed_in)
@require_safe
def deeds_json(request: HttpRequest) -> HttpResponse:
    """The same deeds as the page, all of them, as JSON."""
    who: Any = request.who  # type: ignore[attr-defined]
    found = queries.narrowed(who, read(request.GET.dict()))
    about = {"made": timezone.localtime().isoformat(), "asked": _query(request)}
    answer = as_json_list(about, "deeds", objects(who, queries.in_pieces(found)))
    answer["Content-Disposition"] = f'attachment; filename="deeds-{timezone.localdate()}.json"'
    return for_reader_only(answer)


@door(signed_in)
@require_safe
def deeds_csv(request: HttpRequest) -> HttpResponse:
    """The same deeds as the page, all of them, as a table."""
    who: Any = request.who  # type: ignore[attr-defined]
    found = queries.narrowed(who, read(request.GET.dict()))
    pieces = queries.in_pieces(found)
    return for_reader_only(as_csv(f"deeds-{timezone.localdate()}", HEAD, rows(who, pieces)))
