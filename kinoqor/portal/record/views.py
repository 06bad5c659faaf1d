"""The record as anyone takes it: plain files, the same for a mirror, a browser and a witness."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinoqor.kit.tiles import CHECKPOINT
from kinoqor.ledger.log import queries
from kinoqor.portal.record import queries as rounds
from kinoqor.portal.record.adapters import pages, verifier
from kinoqor.portal.record.adapters.export import listed
from kinoqor.portal.record.adapters.rounds import documents
from kinoqor.portal.record.words import PER_PAGE, SAID
from kinoqor.ui.door import anyone, door

TEXT, BYTES, JSON = "text/plain; charset=utf-8", "application/octet-stream", "application/json"
# A checkpoint is asked for anew each time; a tile and a leaf never change once they are there.
ANEW, FOR_EVER = "no-cache", "public, max-age=31536000, immutable"


@door(anyone)
@require_safe
def entries(request: HttpRequest) -> HttpResponse:
    """`?about=&kind=&page=`: what the record is, its last head, and its entries, the newest first."""
    about, kind = request.GET.get("about", ""), request.GET.get("kind", "")
    shown = Paginator(queries.published(about, kind), PER_PAGE).get_page(request.GET.get("page"))
    known, kinds = pages.choices()
    head = queries.head()
    context = {
        "head": head, "page": shown, "rows": pages.rows(shown.object_list, known), "facts": pages.head_facts(head),
        "about": about, "kind": kind, "abouts": [(each, name) for each, (name, _to) in known.items()], "kinds": kinds,
    }  # fmt: skip
    return render(request, "portal/record/entries.html", context)


@door(anyone)
@require_safe
def entry(request: HttpRequest, index: int) -> HttpResponse:
    """One entry: what it says, and the way from it up to the signed root."""
    found = queries.leaf(index)
    if found is None:
        raise Http404
    return render(request, "portal/record/entry.html", pages.shown(found))


@door(anyone)
@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """`?entry=&round=`: the record checked in the reader's own browser."""
    head = queries.head()
    context = {
        "head": head, "last": head.size - 1 if head else 0,
        "files": reverse("record-checkpoint").removesuffix(CHECKPOINT), "words": SAID,
    }  # fmt: skip
    return render(request, "portal/record/check.html", context)


@door(anyone)
@require_safe
def checkpoint(request: HttpRequest) -> HttpResponse:
    """The head of the record, signed, with its witnesses under it."""
    return _file(CHECKPOINT, TEXT, ANEW)


@door(anyone)
@require_safe
def tile(request: HttpRequest, path: str) -> HttpResponse:
    """A tile of hashes or a bundle of entries."""
    return _file(f"tile/{path}", BYTES, FOR_EVER)


@door(anyone)
@require_safe
def leaf(request: HttpRequest, index: int) -> HttpResponse:
    """The very bytes of a published leaf."""
    found = queries.leaf(index)
    if found is None:
        raise Http404
    return _open(found.text.encode(), JSON, FOR_EVER)


@door(anyone)
@require_safe
def proof(request: HttpRequest, index: int) -> HttpResponse:
    """The proof that a leaf is in the record, under the head of today."""
    found = queries.proof(index)
    if found is None:
        raise Http404
    return _open(found.encode(), TEXT, ANEW)


@door(anyone)
@require_safe
def stamp(request: HttpRequest, size: int) -> HttpResponse:
    """The answer of a time-stamping authority over the head of a size, as it came (RFC 3161)."""
    found = queries.stamped(size)
    if found is None:
        raise Http404
    return _open(bytes(found.answer), "application/timestamp-reply", FOR_EVER)


@door(anyone)
@require_safe
def stamped(request: HttpRequest, size: int) -> HttpResponse:
    """The very bytes that were dated: the signed head of a size."""
    found = queries.stamped(size)
    if found is None:
        raise Http404
    return _open(found.head.text.encode(), TEXT, FOR_EVER)


@door(anyone)
@require_safe
def first_over(request: HttpRequest, index: int) -> HttpResponse:
    """The first checkpoint over a leaf: by that of an announcement, who trusts the key before follows it to the next."""
    found = queries.first_over(index)
    if found is None:
        raise Http404
    return _open(str(found).encode(), TEXT, ANEW)


@door(anyone)
@require_safe
def key(request: HttpRequest) -> HttpResponse:
    """The public key of the record."""
    found = rounds.key()
    if found is None:
        raise Http404
    return _open(f"{found}\n".encode(), TEXT, ANEW)


@door(anyone)
@require_safe
def verifier_file(request: HttpRequest) -> HttpResponse:
    """The program with which anybody checks the record."""
    return _open(verifier.joined().encode(), "text/x-python; charset=utf-8", ANEW)


@door(anyone)
@require_safe
def files(request: HttpRequest) -> HttpResponse:
    """The list of the documents of all published rounds."""
    return _open(listed(timezone.now()).encode(), JSON, ANEW)


@door(anyone)
@require_safe
def document(request: HttpRequest, ref: str, stage: str, name: str) -> HttpResponse:
    """A document of a round, once the moment of its publication has come."""
    found = documents(ref, stage).get(name) if rounds.public(timezone.now(), ref, stage) else None
    if found is None:
        raise Http404
    return _open(found.encode(), JSON, ANEW)


def _file(path: str, kind: str, kept: str) -> HttpResponse:
    try:
        return _open(queries.folder().read(path), kind, kept)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as nothing:
        raise Http404 from nothing


def _open(raw: bytes, kind: str, kept: str) -> HttpResponse:
    """Bytes for anyone, from any page on the web."""
    headers = {"Cache-Control": kept, "Access-Control-Allow-Origin": "*"}
    return HttpResponse(raw, content_type=kind, headers=headers)
