"""A case and its result as documents that are published and can be read back: canonical JSON, whole numbers only.

The format is written down in `docs/reference/allocation-format.md`.
"""

from collections.abc import Mapping
from typing import Any

from kinoqor.deciding.allocation.words import (
    Award,
    Case,
    File,
    Line,
    Quota,
    Refusal,
    Result,
    Settings,
    Stream,
)
from kinoqor.kit.canonical import canonical, digest_of

CASE, RESULT = "kinoqor allocation case 1", "kinoqor allocation 1"
RULES = ("least", "most", "passing", "company_films", "company_money", "rest")


def frozen(case: Case) -> str:
    """The document of a case, without the seed: that is made of this document and of what chance gives afterwards."""
    settings = case.settings
    said = {
        "format": CASE,
        "files": [
            [
                each.code, each.kind, each.stream, each.points, each.low, each.high, each.place, each.asked,
                sorted(each.levels), each.company, sorted(each.attributes),
            ]
            for each in sorted(case.files, key=lambda file: file.code)
        ],
        "streams": [[each.code, each.envelope, each.step, list(each.steps)] for each in settings.streams],
        "quotas": [
            [each.code, sorted(each.attributes), each.counted, each.least, each.most, each.clause, each.stream]
            for each in settings.quotas
        ],
        "rules": {name: getattr(settings, name) for name in RULES} | {"unit": case.unit},
        "lots": settings.lots,
        "inside": sorted(case.inside),
        "outside": sorted(case.outside),
    }  # fmt: skip
    return canonical(said)


def case_of(said: Mapping[str, Any], seed: str = "") -> Case:
    """The case of a document, with the seed of its draw (which stands in its result). Raises KeyError, TypeError or
    ValueError for one that is no such document.
    """
    if said["format"] != CASE:
        raise ValueError(str(said["format"]))
    files = tuple(
        File(
            code, kind, stream, int(points), int(asked), int(low), int(high), int(place), company,
            frozenset(attributes), tuple(sorted(levels)),
        )
        for code, kind, stream, points, low, high, place, asked, levels, company, attributes in said["files"]
    )  # fmt: skip
    quotas = tuple(
        Quota(code, frozenset(attributes), counted, least, most, clause, stream)
        for code, attributes, counted, least, most, clause, stream in said["quotas"]
    )
    streams = tuple(
        Stream(code, int(envelope), int(step), tuple(steps))
        for code, envelope, step, steps in said["streams"]
    )
    rules = {name: said["rules"][name] for name in RULES}
    unit = int(said["rules"]["unit"])
    settings = Settings(streams, quotas, **rules, lots=said["lots"], seed=seed, unit=unit)
    return Case(files, settings, frozenset(said["inside"]), frozenset(said["outside"]))


def result(found: Result, text: str, seed: str = "") -> str:
    """The document of what came of the frozen case `text`, with the seed of its draw."""
    said = {
        "format": RESULT,
        "case": digest_of(text),
        "seed": seed,
        "computed": sorted(found.computed),
        "value": found.value,
        "awards": [[each.code, each.money, each.level, each.way] for each in sorted(found.awards)],
        "refusals": [[each.code, each.reason, list(each.quotas)] for each in sorted(found.refusals)],
        "lines": [
            [each.stream, each.kind, list(each.quotas), each.points, each.files, each.funded]
            for each in found.lines
        ],
        "band": sorted(found.band),
        "kept": found.kept,
    }
    return canonical(said)


def result_of(said: Mapping[str, Any]) -> Result:
    """The result of a document. Raises like `case_of`."""
    if said["format"] != RESULT:
        raise ValueError(str(said["format"]))
    return Result(
        tuple(said["computed"]),
        int(said["value"]),
        tuple(Award(code, int(money), int(level), way) for code, money, level, way in said["awards"]),
        tuple(Refusal(code, reason, tuple(quotas)) for code, reason, quotas in said["refusals"]),
        tuple(
            Line(stream, kind, tuple(quotas), points, int(files), int(funded))
            for stream, kind, quotas, points, files, funded in said["lines"]
        ),
        tuple(said["band"]),
        bool(said["kept"]),
    )
