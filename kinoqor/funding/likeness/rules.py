"""The law of looking alike. Pure. What is found is shown to a person and decides nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rapidfuzz.distance import OSA

from kinoqor.funding.likeness.words import (
    LETTERS,
    SCRIPT_FROM,
    SCRIPT_KEYS,
    SHORTEST,
    TEXT_FROM,
    TITLE_FROM,
    WEIGHT,
    WORDS_A_PAGE,
    WORDS_AT_LEAST,
    Compared,
    Key,
    Reading,
    Script,
    Sign,
    Titled,
    Why,
)
from kinoqor.kit.fold import fold, skeleton, trigrams
from kinoqor.kit.likeness import likeness
from kinoqor.kit.shingles import Sketch, contained

_SAME_SCRIPTS = 1.0
_WHOLE_WORDS = 0.97  # a title whose words are all found in the other, which has more


def titled(text: str) -> Titled:
    """A title ready to be compared."""
    return Titled(text, fold(text), skeleton(text))


def person_key(name: str, ref: str = "") -> str:
    """By what a person is told: the number in the register, else the name without spelling and in any order of words."""
    return ref or " ".join(sorted(skeleton(word) for word in fold(name).split()))


def marks(of: Compared) -> set[tuple[str, str]]:
    """(kind, key) by which a trace is found."""
    found = {(str(Key.FILM), of.film)} if of.film else set()
    for kind, keyed in ((Key.FILE, of.files), (Key.COMPANY, of.companies), (Key.PERSON, of.people)):
        found |= {(str(kind), key[:64]) for key in keyed if key}
    for each in of.titles:
        if each.bones:
            found.add((str(Key.BONES), each.bones[:64]))
        found |= {(str(Key.GRAM), gram) for gram in grams(each)}
    for drawn in of.texts.values():
        if drawn.pieces >= SHORTEST:
            found |= {(str(Key.TEXT), format(key, "x")) for key in drawn.keys}
    for script in of.scripts.values():
        found |= {(str(Key.SCRIPT), format(key, "x")) for key in script.sketch.smallest[:SCRIPT_KEYS]}
    return found


def telling(text: str, pages: int) -> bool:
    """Whether the words of a script tell anything: a scan has none but those that its machine has stamped on each page,
    and letters without their alphabet come out as other signs.
    """
    words = len(text.split())
    signs = sum(not sign.isspace() for sign in text)
    letters = sum(sign.isalpha() and not 0xE000 <= ord(sign) <= 0xF8FF for sign in text)
    return words >= max(WORDS_AT_LEAST, WORDS_A_PAGE * pages) and letters >= LETTERS * signs


def grams(title: Titled) -> tuple[str, ...]:
    """The three-letter pieces of a title without its spelling."""
    return trigrams(title.bones)


def compare(one: Compared, other: Compared) -> list[Why]:
    """All signs that two applications have in common, the weightiest first; nothing where there is none."""
    found = list(_signs(one, other))
    order = list(Sign)
    return sorted(found, key=lambda why: (order.index(why.sign), -why.share))


def _signs(one: Compared, other: Compared) -> Iterator[Why]:
    if one.film and one.film == other.film:
        yield Why(Sign.FILM, one.film, other.film)
    for digest in one.files.keys() & other.files.keys():
        yield Why(Sign.FILE, one.files[digest], other.files[digest])
    script = _best_script(one.scripts, other.scripts)
    if script:
        yield script
    text = _best_text(one.texts, other.texts)
    if text:
        yield text
    title = max(
        (_titles(a, b) for a in one.titles for b in other.titles), key=lambda why: why.share, default=None
    )
    if title and title.share >= TITLE_FROM:
        yield title
    for key in one.companies.keys() & other.companies.keys():
        yield Why(Sign.COMPANY, one.companies[key], other.companies[key])
    for key in sorted(one.people.keys() & other.people.keys()):
        yield Why(Sign.PERSON, one.people[key], other.people[key])


def script_notes(scripts: Iterable[Script]) -> list[str]:
    """What an officer must know of scripts whose words were not or not wholly compared, in the language of the page."""
    return [note for note in map(_script_note, scripts) if note]


def _script_note(script: Script) -> str:
    named = {"name": script.name, "n": script.pages}
    if script.reading == Reading.WAITING:
        return _("“%(name)s” is not compared yet: nobody has read its text for that so far.") % named
    if script.reading == Reading.NOTHING:
        return _("“%(name)s”: the script has no text that can be compared. It may be a scan.") % named
    if script.reading == Reading.BROKEN:
        return _("“%(name)s”: the text of the script could not be read, so it is not compared.") % named
    if script.whole:
        return ""
    return (
        ngettext(
            "“%(name)s” is very long: only its first %(n)s page is compared.",
            "“%(name)s” is very long: only its first %(n)s pages are compared.",
            script.pages,
        )
        % named
    )


def _best_script(one: Mapping[str, Script], other: Mapping[str, Script]) -> Why | None:
    """The two scripts most alike; the very same file is a sign of its own."""
    shares = [
        Why(Sign.SCRIPT, mine.name, theirs.name, contained(mine.sketch, theirs.sketch))
        for digest, mine in one.items()
        for another, theirs in other.items()
        if digest != another and mine.sketch.pieces and theirs.sketch.pieces
    ]
    best = max(shares, key=lambda why: why.share, default=None)
    return best if best and best.share >= SCRIPT_FROM else None


def _best_text(one: Mapping[str, Sketch], other: Mapping[str, Sketch]) -> Why | None:
    """The two texts most alike, of those long enough to tell anything."""
    best: Why | None = None
    for place, mine in one.items():
        for elsewhere, theirs in other.items():
            if min(mine.pieces, theirs.pieces) < SHORTEST:
                continue
            share = contained(mine, theirs)
            if share >= TEXT_FROM and (best is None or share > best.share):
                best = Why(Sign.TEXT, place, elsewhere, share)
    return best


def _titles(one: Titled, other: Titled) -> Why:
    return Why(Sign.TITLE, one.text, other.text, titles_alike(one, other))


def titles_alike(one: Titled, other: Titled) -> float:
    """How alike two titles are: 1.0 for one title in two scripts or spellings. A sequel's number keeps it apart."""
    if not one.bones or not other.bones or _numbers(one) != _numbers(other):
        return 0.0
    if one.bones == other.bones:
        return _SAME_SCRIPTS
    signs = OSA.normalized_similarity(one.bones, other.bones)
    short, long = sorted((one.folded.split(), other.folded.split()), key=len)
    found = [max(likeness(word, each) for each in long) for word in short]
    whole = min(found) * _WHOLE_WORDS if len(short) > 1 else 0.0
    return max(signs, whole)


def _numbers(title: Titled) -> list[str]:
    return [word for word in title.folded.split() if word.isdigit()]


def weight(signs: list[Why]) -> float:
    """By what likes are ordered; people together weigh no more than a title."""
    people = min(WEIGHT[Sign.TITLE], WEIGHT[Sign.PERSON] * sum(why.sign == Sign.PERSON for why in signs))
    return people + sum(WEIGHT[why.sign] * why.share for why in signs if why.sign != Sign.PERSON)


def strong(signs: list[Why]) -> bool:
    """Whether it may be one film or script, and not only one company or some of the same people."""
    return any(why.sign in (Sign.FILM, Sign.FILE, Sign.SCRIPT, Sign.TEXT, Sign.TITLE) for why in signs)


def kept(of: Compared) -> dict[str, Any]:
    """What is compared, as it is kept."""
    return {
        "titles": [[each.text, each.folded, each.bones] for each in of.titles], "film": of.film, "files": dict(of.files),
        "texts": {place: [each.pieces, list(each.smallest)] for place, each in of.texts.items()},
        "companies": dict(of.companies), "people": dict(of.people),
        "scripts": {digest: each.name for digest, each in of.scripts.items()},
    }  # fmt: skip


def read(number: int, told: Mapping[str, Any], known: Mapping[str, Script] = {}) -> Compared:
    """What was kept, ready to be compared. `known`: the scripts by digest, of those whose words are asked for."""
    scripts = {
        digest: replace(known[digest], name=name)
        for digest, name in told.get("scripts", {}).items()
        if digest in known
    }
    texts = {place: Sketch(pieces, tuple(smallest)) for place, (pieces, smallest) in told["texts"].items()}
    return Compared(
        number, tuple(Titled(*each) for each in told["titles"]), texts, told["film"], told["files"], told["companies"],
        told["people"], scripts,
    )  # fmt: skip
