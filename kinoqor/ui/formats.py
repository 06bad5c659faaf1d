"""A page as open data: the same rows as CSV and as JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.utils.safestring import SafeString, mark_safe

from kinoqor.kit.table import csv_response_rows


def as_json(payload: Any) -> JsonResponse:
    """JSON in UTF-8, readable by a person, open to any page of the web."""
    answer = JsonResponse(payload, safe=False, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def as_csv(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A CSV file called `name`.csv, streamed; safe for a spreadsheet."""
    answer = StreamingHttpResponse(csv_response_rows(header, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    answer["Access-Control-Allow-Origin"] = "*"
    return answer  # type: ignore[return-value]


def for_reader_only(answer: HttpResponse) -> HttpResponse:
    """The same answer for whoever asked and nobody else: no other page of the web reads it, and nothing keeps it."""
    del answer["Access-Control-Allow-Origin"]
    answer["Cache-Control"] = "private, no-store"
    return answer


def as_json_list(about: Mapping[str, Any], name: str, items: Iterable[Any]) -> HttpResponse:
    """`about` as JSON with one more member, `name`: the items, streamed one a line."""
    answer = StreamingHttpResponse(
        _listed(about, name, items), content_type="application/json; charset=utf-8"
    )
    answer["Access-Control-Allow-Origin"] = "*"
    return answer  # type: ignore[return-value]


def _listed(about: Mapping[str, Any], name: str, items: Iterable[Any]) -> Iterator[str]:
    head = "".join(f"{_text(key)}: {_text(value)},\n" for key, value in about.items())
    yield "{\n" + head + f"{_text(name)}: ["
    comma = "\n"
    for item in items:
        yield comma + _text(item)
        comma = ",\n"
    yield "\n]}\n"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


_NO_MARKUP = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


def linked_data(kind: str, values: Mapping[str, Any]) -> SafeString:
    """A schema.org object of a kind ("Person") for a block of linked data; empty values are left out.

    Nothing in it can end the block that it stands in.
    """
    kept = {name: value for name, value in values.items() if value not in ("", None, [], {})}
    text = json.dumps({"@context": "https://schema.org", "@type": kind, **kept}, ensure_ascii=False)
    return mark_safe(text.translate(_NO_MARKUP))
