"""Invented applications with planted twins: which are found, what is shown beside them, and in which time."""

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benchmarks.table import Measure, percentile
from benchmarks.titles import mistyped, titles
from kinoqor.accounts.organisation.actions import open_organisation
from kinoqor.accounts.organisation.rules import Named
from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.funding.application.models import Application
from kinoqor.funding.call.actions import load_calls
from kinoqor.funding.call.queries import published
from kinoqor.funding.likeness.actions import trace
from kinoqor.funding.likeness.queries import Like, like
from kinoqor.funding.programme.actions import load_programmes
from kinoqor.funding.question.actions import load_forms
from kinoqor.funding.question.models import FormVersion
from kinoqor.kit.names import passport_latin
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import Kind

BY = Doer("bench")
TWINS, FIRST, WORDS = 300, 3, 160
MILLISECONDS, QUERIES = 150, 15
# How a script comes again: what becomes of its title, and which share of the words of its synopsis is written anew.
MANNERS = {
    "the same in Latin letters": ("latin", 0.0),
    "a mistyped title, a fifth rewritten": ("mistyped", 0.2),
    "another title, the same text": ("new", 0.0),
    "another title, a fifth rewritten": ("new", 0.2),
    "another title, two fifths rewritten": ("new", 0.4),
    "the same title, another text": ("same", 1.0),
}


NEW = [
    f"{one}{other}"
    for one in ("бала", "тау", "кеме", "сурет", "қала")
    for other in ("шы", "лық", "дас", "сыз", "ғой")
]


def texts(count: int, chance: random.Random) -> Iterator[tuple[str, list[str]]]:
    """(title, words of a synopsis) of films that nobody makes."""
    made = list(titles(count * 2, seed=5))
    pool = sorted({word for kazakh, _english in made for word in kazakh.lower().split()})
    for kazakh, _english in made[:count]:
        yield kazakh, chance.choices(pool, k=WORDS)


def again(
    title: str, words: list[str], manner: str, other: str, chance: random.Random
) -> tuple[str, list[str]]:
    """The same script as somebody else files it."""
    how, anew = MANNERS[manner]
    told = [chance.choice(NEW) if chance.random() < anew else word for word in words]
    if how == "latin":
        return passport_latin(title), [passport_latin(word) for word in told]
    return {"mistyped": mistyped(title, 1, chance), "new": other, "same": title}[how], told


def filed(many: list[tuple[str, list[str]]]) -> list[int]:
    """The applications, each of a company of its own, filed and traced."""
    version = published("selection-2025")
    form = FormVersion.objects.exclude(published=None).latest("pk")
    deed = Deed.objects.create(at=timezone.now(), code="bench", voice="bench")
    companies = [
        open_organisation(Named(OrganisationKind.COMPANY, name_en=f"Test {n}"), by=BY) for n in range(200)
    ]
    films = Subject.objects.bulk_create(
        [Subject(ref=f"f7{n:06d}", kind=Kind.WORK, pack="bench") for n in range(len(many))]
    )
    rows = Application.objects.bulk_create(
        [
            Application(
                version=version, organisation=companies[n % 200], stage="script", stream="social", kind="feature-full",
                state="filed", film=films[n], form_version=form, made=deed, changed=timezone.now(),
                filed_at=timezone.now(), language="kk", values={"title_kk": title, "synopsis": " ".join(words)},
            )
            for n, (title, words) in enumerate(many)
        ]
    )  # fmt: skip
    for row in rows:
        trace(row.pk, by=BY)
    return [row.pk for row in rows]


def main(many: int) -> None:
    call_command("migrate", verbosity=0)
    pack = Path(settings.PACK)
    load_programmes(pack, by=BY)
    load_forms(pack, by=BY)
    load_calls(pack, by=BY)
    chance = random.Random(3)
    plain = list(texts(many + TWINS, chance))
    originals, others = plain[:many], plain[many:]
    manners = [list(MANNERS)[n % len(MANNERS)] for n in range(TWINS)]
    twins = [again(*originals[n], manners[n], others[n][0], chance) for n in range(TWINS)]
    numbers = filed(originals + twins)
    asked(many, numbers, manners)


def asked(many: int, numbers: list[int], manners: list[str]) -> None:
    """Ask for what each twin looks like, and say what was found."""
    found: dict[str, list[bool]] = {manner: [] for manner in MANNERS}
    beside, spent, queries = 0, list[float](), 0
    for n, manner in enumerate(manners):
        one = Application.objects.select_related("organisation", "film", "version__call").get(
            pk=numbers[many + n]
        )
        with CaptureQueriesContext(connection) as captured:
            began = time.perf_counter()
            likes = [each for each in like(one) if each.strong]
            spent.append(time.perf_counter() - began)
        queries = max(queries, len(captured))
        found[manner].append(numbers[n] in _first(likes))
        beside += sum(each.other.pk != numbers[n] for each in likes)
    size = f"{many + TWINS:,} applications"
    for manner, hits in found.items():
        say(f"{size}, {manner}, found among the first {FIRST}", 100 * sum(hits) / len(hits), "%")
    say(f"{size}, others shown beside, a question", beside / TWINS, "")
    say(f"{size}, p50", percentile(spent, 0.5), "ms")
    p95 = percentile(spent, 0.95)
    say(f"{size}, p95", p95, "ms", f"< {MILLISECONDS}", p95 < MILLISECONDS)
    say(f"{size}, questions to the database, most", queries, "", f"<= {QUERIES}", queries <= QUERIES)


def _first(likes: list[Like]) -> list[int]:
    return [each.other.pk for each in likes[:FIRST]]


def say(case: str, value: float, unit: str, goal: str = "", holds: bool | None = None) -> None:
    print(Measure("likeness", case, round(value, 2), unit, goal, holds).line(), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
