"""Made-up films by the million; their words are halves of real ones put together, few common, most rare."""

import random
from collections.abc import Iterator
from itertools import accumulate, islice

from kinoqor.kit.fold import fold
from kinoqor.kit.table import read_csv
from kinoqor.register.spelling.rules import Named, Row, spelled
from kinoqor.register.spelling.words import Standing
from tools.steps import ROOT

VOCABULARY = 120_000
LENGTHS = (1, 2, 2, 2, 3, 3, 4)


def _real_words(column: str) -> list[str]:
    path = ROOT / "packs" / "kz" / "data" / "films.csv"
    texts = (row[column] for row in read_csv(path, [column]))
    return sorted(
        {word.strip("«»:,.!?()").lower() for text in texts for word in text.split() if len(word) > 3}
    )


def _words(column: str, chance: random.Random) -> list[str]:
    """VOCABULARY different words: the real ones, then first halves of real ones with second halves of others."""
    real = _real_words(column)
    words = dict.fromkeys(real)
    while len(words) < VOCABULARY:
        one, other = chance.choice(real), chance.choice(real)
        words.setdefault(one[: chance.randint(2, len(one) - 1)] + other[len(other) // 2 :])
    return list(words)


def titles(count: int, seed: int = 7) -> Iterator[tuple[str, str]]:
    """(Kazakh, English) titles of one to four words; the n-th word is about 1/n as common as the first."""
    chance = random.Random(seed)
    vocabularies = [_words(column, chance) for column in ("title_kk", "title_en")]
    weights = list(accumulate(1 / (place + 40) for place in range(VOCABULARY)))
    for _ in range(count):
        length = chance.choice(LENGTHS)
        kazakh, english = (
            " ".join(chance.choices(words, cum_weights=weights, k=length)) for words in vocabularies
        )
        yield kazakh.capitalize(), english.title()


def rows(number: int, kazakh: str, english: str) -> list[Row]:
    """The spellings of one made-up film, as the index would be given them."""
    names = ((kazakh, "kk", Standing.SHOWN), (english, "en", Standing.SHOWN))
    return list(spelled(Named(number, "work", 1925 + number % 100, number % 40, names)))


# Manners that many titles answer equally well, so that the one thought of need not be among the first.
MANY = frozenset({"one word", "begun"})
KEYBOARD = str.maketrans("әғқңөұүһі", "агкноуухи")


def mistyped(text: str, edits: int, chance: random.Random) -> str:
    """The text with letters left out, doubled wrongly or changed places."""
    for _ in range(edits):
        at = chance.randrange(1, max(2, len(text) - 1))
        kind = chance.randrange(3)
        if kind == 0:
            text = text[:at] + text[at + 1 :]
        elif kind == 1:
            signs = "аеиоурнтл" if text[0] > "z" else "aeiournst"
            text = text[:at] + chance.choice(signs) + text[at + 1 :]
        else:
            text = text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
    return text


def questions(count: int, of: int, seed: int = 11) -> list[tuple[str, str, set[str]]]:
    """(manner, query, foldings of the titles meant): how people would ask for `count` of `of` titles."""
    chance = random.Random(seed)
    step = max(1, of // count)
    chosen = list(islice(titles(of), 0, of, step))
    asked = []
    for place, (kazakh, english) in enumerate(chosen):
        words = kazakh.split()
        ways = (
            ("exact", kazakh),
            ("Russian keyboard", kazakh.lower().translate(KEYBOARD)),
            ("English", english),
            ("one mistyping", mistyped(kazakh, 1, chance)),
            ("two mistypings", mistyped(english, 2, chance)),
            ("one word", max(words, key=len)),
            ("inflected", kazakh + chance.choice(["ның", "ға", "да", "мен"])),
            ("begun", kazakh[: max(3, len(kazakh) // 2)]),
        )
        asked.append((*ways[place % len(ways)], {fold(kazakh), fold(english)}))
    return asked
