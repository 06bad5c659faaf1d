"""Files go out to whoever may read them, and come in whole or piece by piece."""

from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from urllib.parse import quote

from csp.decorators import csp_update
from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinoqor.kit.verdict import Refused, Verdict, no, require
from kinoqor.ledger.file import queries, rules
from kinoqor.ledger.file.access import keeper_of, may_open, may_send, may_take_out, required_keeper
from kinoqor.ledger.file.actions import send, take_out
from kinoqor.ledger.file.adapters import parts
from kinoqor.ledger.file.adapters.kept import lay_down
from kinoqor.ledger.file.adapters.looked import digest_of, look
from kinoqor.ledger.file.words import TYPES, Slot, where_of
from kinoqor.ui.door import door


@door(may_open)
@require_safe
@csp_update({"sandbox": True})  # type: ignore[arg-type]  # its types know no names in an address
def file(request: HttpRequest, number: int) -> HttpResponseBase:
    """The bytes of a file, to be saved: the browser shows nothing of it as a page of this house."""
    found = queries.one(number)
    try:
        opened = queries.bytes_of(found)
    except FileNotFoundError:
        return JsonResponse({"reason": _("The bytes of this file are not where they are kept.")}, status=410)
    answer = FileResponse(opened, content_type=TYPES[found.kind])
    answer["Content-Length"] = str(found.size)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(found.name)}"
    return answer


@door(may_send)
@require_POST
def file_send(request: HttpRequest, prefix: str, number: int, slot: str) -> HttpResponse:
    """A file sent by a plain form, whole."""
    holder = f"{prefix}:{number}"
    keeper, which = required_keeper(holder)
    came = request.FILES.get("file")
    try:
        _take_form(request, holder, slot, _whole(request, came))
        messages.success(request, _("The file is there."))
    except Refused as refused:
        messages.error(request, _reason(refused.verdict))
    return redirect(keeper.back, which)


@door(may_take_out)
@require_POST
def file_out(request: HttpRequest, number: int) -> HttpResponse:
    """Take a file out of its place."""
    found = queries.one(number)
    keeper, which = required_keeper(found.holder)
    try:
        take_out(number, by=request.who.doer)  # type: ignore[attr-defined]
        messages.success(request, _("The file was taken out. It stands among the older versions."))
    except Refused as refused:
        messages.error(request, _reason(refused.verdict))
    return redirect(keeper.back, which)


@door(may_send)
@require_POST
def file_begin(request: HttpRequest, prefix: str, number: int, slot: str) -> JsonResponse:
    """Announce a file that comes piece by piece; what is too large is refused before a byte of it came."""
    holder = f"{prefix}:{number}"
    size, place = _number(request.POST.get("size")), _number(request.POST.get("place"))
    asked = _slot(holder, slot)
    there = sum(1 for each in queries.files_of(holder) if each.slot == slot)
    verdict = rules.may_begin(asked, size, settings.UPLOAD_MOST, there, place)
    if not verdict:
        return _no(verdict, 400)
    word = parts.begin(_voice(request), holder, slot, place, request.POST.get("name", ""), size)
    return JsonResponse({"part": word, "there": 0, "piece": rules.PIECE})


@door(may_send)
@require_http_methods(["GET", "POST"])
def file_part(request: HttpRequest, prefix: str, number: int, slot: str, part: str) -> JsonResponse:
    """How much of a file has come; or, by POST, the next piece of it as the body, with `at` in the address."""
    coming = parts.read(part, _voice(request), f"{prefix}:{number}", slot)
    if coming is None:
        return _no(_gone(), 404)
    if request.method == "POST":
        if int(request.headers.get("Content-Length") or 0) > rules.PIECE:
            return _no(rules.may_go_on(0, 0, rules.PIECE + 1, 0), 413)
        verdict = parts.add(coming, _number(request.GET.get("at")), request.body)
        if not verdict:
            return JsonResponse({**_said(verdict), "there": parts.there(coming)}, status=409)
    return JsonResponse({"there": parts.there(coming), "size": coming.size})


@door(may_send)
@require_POST
def file_end(request: HttpRequest, prefix: str, number: int, slot: str, part: str) -> JsonResponse:
    """All pieces have come: look at the file and put it into its place."""
    coming = parts.read(part, _voice(request), f"{prefix}:{number}", slot)
    if coming is None:
        return _no(_gone(), 404)
    if parts.there(coming) != coming.size:
        verdict = no(_("The file is not whole yet."))
        return JsonResponse({**_said(verdict), "there": parts.there(coming)}, status=409)
    try:
        with parts.ending(coming) as first:
            if not first:
                return _no(_gone(), 404)
            made = _ended(request, coming)
    except FileNotFoundError:
        return _no(_gone(), 404)
    except Refused as refused:
        parts.forget(coming)
        return _no(refused.verdict, 400)
    return JsonResponse({"file": made.pk, "name": made.name, "digest": made.digest, "version": made.version})


def _ended(request: HttpRequest, coming: parts.Coming) -> Any:
    promised = request.POST.get("digest", "")
    require(rules.came_whole(promised, digest_of(coming.path) if promised else ""))
    asked = _slot(coming.holder, coming.slot)
    require(rules.may_begin(asked, 1, 1, 0, coming.place))
    return _take(request, coming.holder, asked, coming.place, coming.name, coming.path)


def _take_form(request: HttpRequest, holder: str, slot: str, came: UploadedFile) -> None:
    place = _number(request.POST.get("place"))
    there = sum(1 for each in queries.files_of(holder) if each.slot == slot)
    asked = _slot(holder, slot)
    require(rules.may_begin(asked, came.size or 0, settings.UPLOAD_MOST, there, place))
    with NamedTemporaryFile(dir=parts.folder(), delete=False) as copy:
        for piece in came.chunks():
            copy.write(piece)
    path = Path(copy.name)
    try:
        _take(request, holder, asked, place, came.name or "", path)
    finally:
        path.unlink(missing_ok=True)


def _take(request: HttpRequest, holder: str, asked: Slot | None, place: int, name: str, path: Path) -> Any:
    if asked is None:
        raise LookupError(holder)
    taken = look(path, name, asked)
    by = request.who.doer  # type: ignore[attr-defined]
    return send(
        holder,
        asked.code,
        place,
        taken,
        lambda: lay_down(where_of(taken.digest), path, taken.size),
        by=by,
        subject="",
    )


def _whole(request: HttpRequest, came: UploadedFile | None) -> UploadedFile:
    """The file of a form. Raises Refused where there is none, or nothing of it was kept."""
    if getattr(request, "too_big", False):
        said = {"most": rules.megabytes(settings.UPLOAD_MOST)}
        require(
            no(
                _("The file is larger than %(most)s MB, so nothing of it was kept.") % said,
                way=_("Save it smaller, for example with fewer or smaller pictures, and send it again."),
            )
        )
    if came is None:
        raise Refused(no(_("No file was chosen."), way=_("Choose a file and send it again.")))
    return came


def _slot(holder: str, slot: str) -> Slot | None:
    found = keeper_of(holder)
    return found[0].slots(found[1]).get(slot) if found else None


def _voice(request: HttpRequest) -> str:
    return str(request.who.voice)  # type: ignore[attr-defined]


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 else 0


def _gone() -> Verdict:
    return no(_("This upload is over or was begun by somebody else."), way=_("Choose the file again."))


def _reason(verdict: Verdict) -> str:
    return f"{verdict.reason} {verdict.way}".strip()


def _said(verdict: Verdict) -> dict[str, str]:
    return {"reason": str(verdict.reason), "way": str(verdict.way)}


def _no(verdict: Verdict, status: int) -> JsonResponse:
    return JsonResponse(_said(verdict), status=status)
