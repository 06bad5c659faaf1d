"""A small register in which every kind of thing stands `n` times, so that lists of one row and of three can be made."""

from collections.abc import Callable

from kinoqor.register.claim.words import Rank
from kinoqor.register.source.models import Source
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import Kind
from tests import make

Say = Callable[[str], str]


def grow(first: int, last: int, say: Say = str) -> dict[str, list[str]]:
    """Adds the things numbered first to last and settles them; gives the refs by kind.

    `say` changes every free text on its way in, so that a test can see what becomes of text that means harm.
    """
    refs: dict[str, list[str]] = {}
    for number in range(first, last + 1):
        for kind, ref in _one(number, say).items():
            refs.setdefault(kind, []).append(ref)
    make.settled()
    return refs


def _one(number: int, say: Say) -> dict[str, str]:
    press = make.source(f"https://press{number}.example/a", title=say(f"Test paper {number}"))
    other = make.source(f"https://other{number}.example/b")
    studio, festival = _organisations(number, press, other, say)
    film = _film(number, studio, press, other, say)
    maker = make.person(f"p9{number:02d}", say(f"Сынақ Үлгіұлы {number}"))
    player = make.person(f"p8{number:02d}", say(f"Үлгі Сынаққызы {number}"))
    make.credit(film, maker, "director")
    make.credit(film, player, "actor", say("Test"))
    prize = {"year": str(1971 + number), "result": "won"}
    make.claim(film, "award", say("Test prize"), target=festival, qualifiers=prize)
    shown = {
        "territory": "FR",
        "type": "theatrical",
        "date": f"{1971 + number}-05-01",
        "venue": say("Test cinema"),
    }
    make.claim(film, "release", "theatrical", press, qualifiers=shown, target=festival)
    event = make.subject(f"e9{number:02d}", Kind.EVENT)
    make.claim(event, "date", f"{1990 + number}-02-03", press)
    make.claim(event, "event_kind", "history", press)
    make.claim(event, "text", say(f"A test was held ({number})."), press, lang="en", script="Latn")
    topic = make.named(f"t9{number:02d}", Kind.TOPIC, {"en": say(f"Test figure {number}")})
    make.claim(topic, "figure", "10", press)
    make.claim(topic, "figure", "11", other)
    return {
        Kind.WORK: film.ref, Kind.PERSON: maker.ref, Kind.ORGANISATION: festival.ref, Kind.EVENT: event.ref,
        Kind.DECISION: _support(number, film, say), Kind.TOPIC: topic.ref,
    }  # fmt: skip


def _organisations(number: int, press: Source, other: Source, say: Say) -> tuple[Subject, Subject]:
    studio = make.organisation(f"o8{number:02d}", say(f"Test Studio {number}"))
    festival = make.organisation(f"o9{number:02d}", say(f"Test Festival {number}"))
    make.claim(studio, "org_kind", "studio")
    make.claim(studio, "founded", str(1930 + number), press)
    make.claim(studio, "founded", str(1940 + number), other)
    make.claim(festival, "org_kind", "festival")
    return studio, festival


def _film(number: int, studio: Subject, press: Source, other: Source, say: Say) -> Subject:
    film = make.film(
        f"f9{number:02d}", say(f"The Test Steppe {number}"), year=str(1960 + number), genre="drama"
    )
    make.claim(film, "title", say(f"Сынақ даласы {number}"), press, lang="kk", script="Cyrl")
    make.claim(film, "year", str(1970 + number), other)
    make.claim(film, "runtime", str(80 + number), other, rank=Rank.UNVERIFIED)
    for code in ("KZ", "FR"):
        make.claim(film, "country", code, press)
    make.claim(film, "studio", studio.ref, target=studio)
    return film


def _support(number: int, film: Subject, say: Say) -> str:
    decision = make.named(f"s9{number:02d}", Kind.DECISION, {"en": say(f"The Test Steppe {number}")})
    published = make.source("https://list.example/published")
    for prop, value in (("kind", "feature"), ("applicant_said", say("Test LLP")), ("date", "2019-08-28")):
        make.claim(decision, prop, value, published)
    make.claim(decision, "amount", "150000000", published, qualifiers={"currency": "XTS"})
    make.claim(decision, "work", film.ref, target=film)
    make.claim(film, "supported", decision.ref, target=decision)
    return decision.ref
