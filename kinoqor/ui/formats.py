"""A page as open data: the same rows as CSV and as JSON."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse, JsonResponse, StreamingHttpResponse

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
