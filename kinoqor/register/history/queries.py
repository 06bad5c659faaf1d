"""Questions about who says what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from kinoqor.kit.money import Money
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.deed.words import doer_words
from kinoqor.register.card.models import Card
from kinoqor.register.card.rules import ELSEWHERE, make
from kinoqor.register.claim.models import Claim
from kinoqor.register.claim.queries import of_source, of_subjects, said, standing_on
from kinoqor.register.claim.rules import settle_all
from kinoqor.register.claim.words import PROPERTIES, NameKind, Rank
from kinoqor.register.face.queries import Face, cards, say_moment, title
from kinoqor.register.history.rules import steps
from kinoqor.register.history.words import DATED, LISTED, PLAIN
from kinoqor.register.identity.queries import clusters_on, judgements_about, refs_with
from kinoqor.register.source.models import Source
from kinoqor.register.source.queries import visible
from kinoqor.register.subject.models import Subject
from kinoqor.ui import pack
from kinoqor.ui.parts import Link, Said, Text

HEAD = (
    "ref", "property", "value", "object", "language", "qualifiers", "note", "rank", "source", "sender", "stated_at",
    "stated_by", "withdrawn_at", "withdrawn_by", "why",
)  # fmt: skip


@dataclass(slots=True)
class Testimony:
    """What some sources say alike of one subject: in words, when and by whom it was stated and, if so, withdrawn."""

    value: Said
    url: str
    details: list[Text]
    notes: list[Said]
    unverified: bool
    stated: Deed
    withdrawn: Deed | None
    sources: list[Source] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The language of the value, where it has one."""
        return pack.label("languages", self.value.lang) if self.value.lang else ""

    @property
    def stated_by(self) -> str:
        return doer_words(self.stated.voice)

    @property
    def withdrawn_by(self) -> str:
        return doer_words(self.withdrawn.voice) if self.withdrawn else ""


def subject(ref: str) -> tuple[Subject | None, Card | None]:
    """A subject that stands under its own number, and its card; one of which nothing stands any more has no card.

    One of which nothing was ever said in public (the film of an unfiled application, a person who is only proposed) is
    not there, not even by its number.
    """
    found = Subject.objects.filter(ref=ref, merged=None).select_related("card").first()
    card = getattr(found, "card", None)
    if found is None or (card is None and not of_subjects([ref]).exists()):
        return None, None
    return found, card


def testimonies(claims: Sequence[Claim]) -> dict[str, list[Testimony]]:
    """Property -> what is and was said of it, claims that say the same as one; in the order of the vocabulary."""
    face = _face(claims)
    place = {code: number for number, code in enumerate(PROPERTIES)}
    found: dict[str, dict[object, Testimony]] = {}
    for claim in sorted(claims, key=lambda claim: (place.get(claim.prop, len(place)), claim.pk)):
        same = found.setdefault(claim.prop, {})
        key = (
            claim.value, claim.target_id, repr(sorted(claim.qualifiers.items())), claim.lang, claim.note, claim.rank,
            claim.stated_id, claim.withdrawn_id,
        )  # fmt: skip
        if key not in same:
            same[key] = _testimony(face, claim)
        same[key].sources.append(claim.source)
    return {code: list(same.values()) for code, same in found.items()}


def _face(claims: Iterable[Claim]) -> Face:
    """A face that knows the cards which these claims point to."""
    face = Face([])
    face.linked = cards({claim.target.ref for claim in claims if claim.target is not None})
    return face


def _testimony(face: Face, claim: Claim) -> Testimony:
    link = _value(face, claim)
    notes = [pack.phrase(claim.note)] if claim.note else []
    text = link.text if isinstance(link.text, Said) else Said(str(link.text))
    unverified = claim.rank == Rank.UNVERIFIED
    more = [detail for detail in details(claim.qualifiers) if str(detail) != str(text)]
    return Testimony(text, link.url, more, notes, unverified, claim.stated, claim.withdrawn)


def _value(face: Face, claim: Claim) -> Link:
    """The value of a claim in words, leading to the subject that it names."""
    if claim.prop not in PROPERTIES:
        return Link(Said(claim.value, claim.lang))
    if claim.prop == "release":
        return Link(pack.label(LISTED["type"], claim.value))
    named = claim.qualifiers.get(f"name_{pack.language()}")
    if named:
        return Link(Said(named))
    voice = {"value": claim.value, "lang": claim.lang, "object": claim.target.ref if claim.target else ""}
    return face.link(claim.prop, voice)


def details(qualifiers: Mapping[str, str]) -> list[Text]:
    """What qualifies a claim, in words of the page's language."""
    found: list[Text] = [
        pack.label(name, qualifiers[code]) for code, name in LISTED.items() if qualifiers.get(code)
    ]
    found += [NameKind(kind).label for kind in NameKind.values if qualifiers.get("name_kind") == kind]
    found += [pack.phrase(qualifiers[code], "") for code in PLAIN if qualifiers.get(code)]
    places = [code for code in qualifiers.get("territory", "").split(";") if code]
    found += [", ".join(pack.label("territories", code) for code in places)] if places else []
    dates = [say_moment(qualifiers[code]) for code in DATED if qualifiers.get(code)]
    found += [" – ".join(dates)] if dates else []
    earned, currency = qualifiers.get("box_office", ""), qualifiers.get("currency", "")
    if earned.isdigit() and currency:
        found.append(Money.whole(int(earned), currency).say(pack.language()))
    return found


def rows(claims: Iterable[Claim]) -> Iterator[Sequence[object]]:
    """Claims as rows of open data, in the columns of HEAD."""
    for claim in claims:
        gone = claim.withdrawn
        yield (
            claim.subject.ref, claim.prop, claim.value, claim.target.ref if claim.target else "", claim.lang,
            "; ".join(f"{name}={value}" for name, value in sorted(claim.qualifiers.items())), claim.note,
            Rank(claim.rank).name.lower(), claim.source.address, claim.sender, claim.stated.at.isoformat(),
            claim.stated.voice, gone.at.isoformat() if gone else "", gone.voice if gone else "",
            gone.why if gone else "",
        )  # fmt: skip


def claims_of(ref: str) -> list[Claim]:
    """Every claim ever made of a subject and of those that are one with it, standing or withdrawn; two queries."""
    return list(
        of_subjects(refs_with(ref)).select_related("subject", "source", "target", "stated", "withdrawn")
    )


def card_on(of: Subject, day: date) -> Card | None:
    """The card as it would have been settled at the end of `day` in the time zone of the house; None: nothing stood."""
    moment = datetime.combine(day, time.max, tzinfo=timezone.get_default_timezone())
    one = clusters_on(moment)
    about = standing_on(moment).filter(subject__in=one.members(of.pk))
    stood = [(code, claim) for _pk, code, claim in said(about)]
    if not stood:
        return None
    made = make(of.kind, settle_all(one.pointing(stood), PROPERTIES))
    card = Card(
        subject=of, ref=of.ref, kind=of.kind, slug=made.slug, year=made.year, moment=made.moment, facts=made.facts,
        disputed=made.disputed, unverified=made.unverified,
    )  # fmt: skip
    for page, (text, lang) in made.titles.items():
        setattr(card, f"title_{page}", text)
        setattr(card, f"lang_{page}", lang)
    return card


def source_claims(source: Source) -> QuerySet[Claim]:
    """What a source says and no one has withdrawn, with the deed that stated it."""
    return of_source(source.pk).select_related("subject", "target", "stated", "withdrawn", "source")


def source(number: int) -> Source | None:
    """A source by its number, if the public may know of it."""
    return visible().filter(pk=number).first()


def titles(claims: Iterable[Claim]) -> dict[str, Link]:
    """The title and address of every subject that these claims are about, by ref."""
    found = cards({claim.subject.ref for claim in claims})
    return {ref: Link(title(card), card.get_absolute_url()) for ref, card in found.items()}


def as_data(claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """Claims as open data."""
    return [dict(zip(HEAD, row, strict=True)) for row in rows(claims)]


def one_by_one(claims: Sequence[Claim]) -> list[tuple[Claim, Testimony]]:
    """Each of these claims in words; one query for all."""
    face = _face(claims)
    return [(claim, _testimony(face, claim)) for claim in claims]


@dataclass(frozen=True, slots=True)
class Told:
    """One step of a record's story in words: who did what when and why, and the claims, each with its property."""

    deed: Deed
    who: str
    did: str
    claims: list[tuple[Text, Testimony, Source]] = field(default_factory=list)
    more: int = 0
    # The other record, where two were judged to be the same, or not.
    other: Link | None = None


SHOWN_AT_ONCE = 12  # claims of one step that are told one by one; a load may have brought hundreds


def story(ref: str) -> list[Told]:
    """The whole history of a record, the newest step first; seven queries at most for any number of claims."""
    claims = {claim.pk: claim for claim in claims_of(ref)}
    public = {pk: claim.published or claim.stated for pk, claim in claims.items()}
    deeds = {deed.pk: deed for deed in public.values()}
    deeds |= {claim.withdrawn.pk: claim.withdrawn for claim in claims.values() if claim.withdrawn}
    found = steps((pk, public[pk].pk, claim.withdrawn_id) for pk, claim in claims.items())
    wanted = [pk for step in found for pk in step.claims[:SHOWN_AT_ONCE]]
    said = {
        claim.pk: testimony for claim, testimony in one_by_one([claims[pk] for pk in dict.fromkeys(wanted)])
    }
    told = [
        Told(
            deeds[step.deed],
            doer_words(deeds[step.deed].voice),
            step.did,
            [(_label(claims[pk].prop), said[pk], claims[pk].source) for pk in step.claims[:SHOWN_AT_ONCE]],
            len(step.claims[SHOWN_AT_ONCE:]),
        )
        for step in found
    ]
    return sorted([*told, *_judged(refs_with(ref))], key=lambda each: -each.deed.pk)


def _judged(refs: Sequence[str]) -> Iterator[Told]:
    """What was judged of a record and others, and what of that was taken back."""
    found = list(judgements_about(refs))
    known = cards({each.ref for one in found for each in (one.one, one.other)}) if found else {}
    for one in found:
        other = one.other if one.one.ref in refs else one.one
        card = known.get(other.ref)
        link = Link(title(card), reverse("claims", args=[other.ref])) if card else Link(other.ref)
        yield Told(one.made, doer_words(one.made.voice), str(one.judged), other=link)
        if one.withdrawn:
            yield Told(one.withdrawn, doer_words(one.withdrawn.voice), "taken_back", other=link)


def _label(prop: str) -> Text:
    return PROPERTIES[prop].label if prop in PROPERTIES else prop


def relations_on(of: Subject, day: date) -> list[tuple[Text, list[Testimony]]]:
    """Credits, awards and releases as they stood at the end of a day: (property, what was said of it)."""
    moment = datetime.combine(day, time.max, tzinfo=timezone.get_default_timezone())
    members = clusters_on(moment).members(of.pk)
    stood = standing_on(moment).filter(subject__in=members, prop__in=sorted(ELSEWHERE))
    claims = list(
        stood.select_related("subject", "source", "target", "stated", "withdrawn").order_by("prop", "pk")
    )
    return [(_label(code), some) for code, some in testimonies(claims).items()]
