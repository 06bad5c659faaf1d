"""The invented round of the explanation: twelve films, four readers, three to a film, four places.

These are the only numbers of the example: the page of the house and docs/explanation/scores.md are both made from them.
"""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache

from kinoqor.judging.score.rules import standing
from kinoqor.judging.score.rules.marks import terms_of
from kinoqor.judging.score.words import Criterion, Read, Standing, Terms

READERS = ("A", "B", "C", "D")
PLACES = 4
# Whose strictness, and whose film, the page works out step by step.
STRICT, FILM = "D", "The Piano Tuner"
# By its English title: the titles in Kazakh and Russian, and the marks of A, B, C, D (None: has not read it).
FILMS: Mapping[str, tuple[str, str, tuple[int | None, int | None, int | None, int | None]]] = {
    "Two Brothers and a Camel": ("Ағайынды екеу мен бір түйе", "Два брата и верблюд", (9, 8, None, 7)),
    "Long Distance": ("Алыс жол", "Дальняя дорога", (7, 7, 8, None)),
    "Ninth Well": ("Тоғызыншы құдық", "Девятый колодец", (None, 8, 7, 6)),
    "The Late Bus": ("Кешіккен автобус", "Поздний автобус", (None, 7, 8, 6)),
    "The Salt Road": ("Тұз жолы", "Соляной тракт", (8, 7, None, 6)),
    "Night Shift at the Elevator": (
        "Элеватордағы түнгі ауысым",
        "Ночная смена на элеваторе",
        (7, 6, 7, None),
    ),
    "Blue Felt": ("Көк киіз", "Синий войлок", (6, None, 7, 5)),
    "Apples": ("Алмалар", "Яблоки", (None, 6, 5, 4)),
    "Snow in May": ("Мамырдағы қар", "Снег в мае", (4, 5, 5, None)),
    "The Piano Tuner": ("Пианино күйін келтіруші", "Настройщик", (6, None, 6, 1)),
    "A Kite over the Hill": ("Төбе үстіндегі батпырауық", "Змей над холмом", (5, None, 4, 3)),
    "The Lamp": ("Шам", "Лампа", (3, 4, None, 2)),
}


@cache
def terms() -> Terms:
    """The terms of the example: one mark of 1 to 10, the usual numbers of the rule, four places."""
    return replace(terms_of((Criterion("film", Fraction(1), Fraction(10)),)), places=PLACES)


def reads() -> list[Read]:
    """The marks of the example."""
    return [
        Read(reader, film, Fraction(mark))
        for film, (_kk, _ru, marks) in FILMS.items()
        for reader, mark in zip(READERS, marks, strict=True)
        if mark is not None
    ]


def worked_round() -> Standing:
    """What the law makes of them; anew for each page, since its words are in the page's language."""
    return standing(reads(), terms())


def called(film: str, lang: str) -> str:
    """The title of a film of the example in the language of the page."""
    kk, ru, _marks = FILMS[film]
    return {"kk": kk, "ru": ru}.get(lang, film)
