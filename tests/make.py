"""Plain makers of small registers: state what sources say, then settle. Invented names only."""

from itertools import count

from kinoqor.ledger.deed.actions import Doer
from kinoqor.register.claim.actions import NewClaim, state
from kinoqor.register.claim.models import Claim
from kinoqor.register.intake.actions import settle
from kinoqor.register.source.models import Source
from kinoqor.register.source.words import RELIABILITY, SourceKind
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import Kind

BY = Doer("tests")
_marks = count(1)


def source(address: str = "https://one.example/a", kind: str = SourceKind.PRESS, **more: object) -> Source:
    """The source at an address; its house is the host, its weight that of its kind."""
    house = address.split("//")[-1].split("/")[0]
    fields = {"kind": kind, "title": house, "house": house, "reliability": RELIABILITY[kind]} | more
    return Source.objects.get_or_create(address=address, defaults=fields)[0]


def subject(ref: str, kind: str = Kind.WORK) -> Subject:
    """The subject with this number."""
    return Subject.objects.get_or_create(ref=ref, defaults={"kind": kind, "pack": "test"})[0]


def claim(about: Subject, prop: str, value: str, said_by: Source | None = None, **more: object) -> Claim:
    """One thing said of a subject; `target` is a Subject, the rest as in NewClaim (lang, rank, qualifiers ...)."""
    mark, target = next(_marks), more.pop("target", None)
    pk = target.pk if isinstance(target, Subject) else None
    said = NewClaim(about.pk, prop, value, (said_by or source()).pk, "tests", mark, pk, **more)  # type: ignore[arg-type]
    state([said], by=BY)
    return Claim.objects.get(subject=about, fingerprint=mark)


def settled(*subjects: Subject) -> None:
    """Write the cards, credits, awards and releases of these subjects (of all, where none is named) anew."""
    settle({each.pk for each in subjects} or None, by=BY)


def named(ref: str, kind: str, names: dict[str, str], said_by: Source | None = None) -> Subject:
    """A person, organisation or other subject with its names by language ({"kk": "Сынақ Үлгіұлы"})."""
    about = subject(ref, kind)
    prop = "name" if kind in (Kind.PERSON, Kind.ORGANISATION, Kind.TOPIC) else "title"
    for lang, text in names.items():
        claim(about, prop, text, said_by, lang=lang, script="Latn" if lang == "en" else "Cyrl")
    return about


def person(ref: str, name: str = "Сынақ Үлгіұлы", lang: str = "kk") -> Subject:
    """A person, not settled yet."""
    return named(ref, Kind.PERSON, {lang: name})


def organisation(ref: str, name: str = "Test Studio", lang: str = "en") -> Subject:
    """An organisation, not settled yet."""
    return named(ref, Kind.ORGANISATION, {lang: name})


def film(
    ref: str = "f901", title: str = "The Test Steppe", said_by: Source | None = None, **facts: str
) -> Subject:
    """A film in English with facts such as year="1970", kind="feature"; not settled yet."""
    about = named(ref, Kind.WORK, {"en": title}, said_by)
    for prop, value in ({"kind": "feature"} | facts).items():
        claim(about, prop, value, said_by)
    return about


def credit(
    film: Subject, person: Subject, role: str = "director", character: str = "", **more: object
) -> Claim:
    """A person in a role in a film."""
    qualifiers = {"role": role} | ({"character": character} if character else {})
    return claim(film, "credit", person.ref, target=person, qualifiers=qualifiers, **more)  # type: ignore[arg-type]
