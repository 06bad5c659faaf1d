"""The points that were open at a filing: kept in every language of the house, read in that of whoever reads."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, override

from kinoqor.funding.application.adapters.points import Kept, points_of
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.rules import OpenPoint
from kinoqor.kit.question import said


def everywhere(
    points: Sequence[OpenPoint], application: Application, now: datetime, kept: Kept
) -> list[list[Any]]:
    """Open points as they are frozen: [place, sentence, clause, label], each text by language.

    `points` are in the language of the moment and are found anew in each other one: what is missing is one, the words
    are the law's and the call's of that moment. Nothing is asked where nothing is open.
    """
    languages = [lang for lang, _name in settings.LANGUAGES] if points else []
    told: dict[str, Sequence[OpenPoint]] = dict.fromkeys(languages, points)
    for lang in languages:
        if lang == get_language():
            continue
        with override(lang):
            told[lang] = points_of(application, now, kept)
    return [
        [
            point.place,
            {lang: each[at].sentence for lang, each in told.items()},
            {lang: each[at].clause for lang, each in told.items()},
            {lang: each[at].label for lang, each in told.items()},
        ]
        for at, point in enumerate(points)
    ]


def in_each(kept: Iterable[Sequence[Any]]) -> list[list[Any]]:
    """Frozen points with each text by language, those of earlier filings too."""
    languages = [lang for lang, _name in settings.LANGUAGES]
    return [
        [place, *(dict.fromkeys(languages, each) if isinstance(each, str) else each for each in texts)]
        for place, *texts in kept
    ]


def read(kept: Iterable[Sequence[Any]]) -> Iterator[list[str]]:
    """Frozen points in the language of the page; those of earlier filings in the one in which they were frozen."""
    for place, *texts in kept:
        yield [place, *(each if isinstance(each, str) else said(each) for each in texts)]
