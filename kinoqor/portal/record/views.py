"""The record as anyone takes it: plain files, the same for a mirror, a browser and a witness."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kinoqor.kit.tiles import CHECKPOINT
from kinoqor.ledger.log import queries
from kinoqor.ui.door import anyone, door

TEXT, BYTES, JSON = "text/plain; charset=utf-8", "application/octet-stream", "application/json"
# A checkpoint is asked for anew each time; a tile and a leaf never change once they are there.
ANEW, FOR_EVER = "no-cache", "public, max-age=31536000, immutable"


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


def _file(path: str, kind: str, kept: str) -> HttpResponse:
    try:
        return _open(queries.folder().read(path), kind, kept)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as nothing:
        raise Http404 from nothing


def _open(raw: bytes, kind: str, kept: str) -> HttpResponse:
    """Bytes for anyone, from any page on the web."""
    headers = {"Cache-Control": kept, "Access-Control-Allow-Origin": "*"}
    return HttpResponse(raw, content_type=kind, headers=headers)
