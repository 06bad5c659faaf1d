"""Faces: what a page asks for to show cards, with two queries for all of them together."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from babel.numbers import format_decimal
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.kit.moment import parse, say
from kinoqor.kit.money import Money
from kinoqor.register.card.models import Card
from kinoqor.register.claim.words import PROPERTIES, WHY, Form, Rank, Why
from kinoqor.register.face.words import LISTS
from kinoqor.register.identity.queries import led_by
from kinoqor.register.source.models import Source
from kinoqor.register.source.queries import by_id
from kinoqor.register.source.words import SourceKind
from kinoqor.ui import pack
from kinoqor.ui.parts import Cite, Dispute, Fact, Link, Other, Said, Voice
from kinoqor.ui.parts import Source as Listed

Json = Mapping[str, Any]


def cards(refs: Iterable[str]) -> dict[str, Card]:
    """Cards by ref; a ref that is shown under another number has the card of that one, a ref without a card is left out.

    One query, and a second one only where a card is missing.
    """
    asked = set(refs)
    found = {card.ref: card for card in Card.objects.filter(ref__in=asked)}
    elsewhere = led_by(asked - found.keys())
    if elsewhere:
        under = {card.ref: card for card in Card.objects.filter(ref__in=set(elsewhere.values()))}
        found |= {ref: under[leader] for ref, leader in elsewhere.items() if leader in under}
    return found


def title(card: Card, lang: str = "") -> Said:
    """The title that a page in `lang` (the page's language) shows, with the language it is really in; "" if unnamed."""
    page = lang or pack.language()
    return Said(getattr(card, f"title_{page}"), getattr(card, f"lang_{page}"))


def other_titles(card: Card, lang: str = "") -> list[Said]:
    """The leading titles in the other languages of the house, where they differ from the shown one."""
    page, shown = lang or pack.language(), title(card, lang)
    found: list[Said] = []
    for other in ("kk", "ru", "en"):
        said = title(card, other)
        if (
            other != page
            and said.lang == other
            and said.text not in {shown.text, *(one.text for one in found)}
        ):
            found.append(said)
    return found


def named_in(card: Card, lang: str = "") -> list[Other]:
    """`other_titles`, each with what its language is called on the page."""
    return [Other(pack.label("languages", said.lang), said) for said in other_titles(card, lang)]


def say_moment(iso: str) -> str:
    """A partial date in the page's language; words that are no date stay as they are."""
    try:
        return say(parse(iso), pack.language())
    except ValueError:
        return iso


class Face:
    """Cards with what they point to: linked cards and sources are fetched once for all of them.

    Sources are numbered in the order in which the page first cites them.
    """

    def __init__(self, shown: Iterable[Card], more_sources: Iterable[int] = ()) -> None:
        self.cards = list(shown)
        voices = [voice for card in self.cards for fact in card.facts.values() for voice in fact["voices"]]
        refs = {voice["object"] for voice in voices if "object" in voice} - {card.ref for card in self.cards}
        self.linked = {card.ref: card for card in self.cards} | (cards(refs) if refs else {})
        wanted = {number for voice in voices for number in voice["sources"]} | set(more_sources)
        self.known: dict[int, Source] = by_id(wanted) if wanted else {}
        self.numbered: dict[int, int] = {}

    # Values

    def voices(self, card: Card, code: str) -> list[Json]:
        """The voices of one property, the leader first; empty where nothing is claimed."""
        return list(card.facts.get(code, {}).get("voices", ()))

    def value(self, code: str, voice: Json) -> Said:
        """One value as a reader says it: a label, a date, a sum, a name."""
        raw, prop = str(voice["value"]), PROPERTIES[code]
        if voice.get("object") in self.linked:
            return title(self.linked[voice["object"]])
        if code in LISTS:
            return Said(pack.label(LISTS[code], raw))
        if prop.form is Form.MOMENT:
            return Said(say_moment(raw))
        if code == "runtime" and raw.isdigit():
            return Said(ngettext("%(n)d minute", "%(n)d minutes", int(raw)) % {"n": int(raw)})
        if prop.form is Form.INTEGER and raw.isdigit():
            return Said(format_decimal(int(raw), locale=pack.language()))
        if prop.form is Form.MONEY and raw.isdigit():
            return Said(Money.whole(int(raw), voice.get("unit") or self._currency()).say(pack.language()))
        return Said(raw, voice["lang"]) if voice.get("lang") else pack.phrase(raw, "")

    @staticmethod
    def _currency() -> str:
        return str(pack.about()["currency"])

    def lead(self, card: Card, code: str) -> Said:
        """The leading value of a property, or an empty text."""
        found = self.voices(card, code)
        return self.value(code, found[0]) if found else Said("")

    def in_page_language(self, card: Card, code: str) -> Said:
        """The value, of those for each language, in the page's language; else by the order of the pack."""
        by_lang = {voice.get("lang", ""): voice for voice in reversed(self.voices(card, code))}
        for lang in (pack.language(), *pack.about()["languages"]):
            if lang in by_lang:
                return self.value(code, by_lang[lang])
        return self.lead(card, code)

    # Who says so

    def cites(self, numbers: Sequence[int], most: int = 3) -> list[Cite]:
        """Sources as short names leading to the numbered list of the page, the weightiest first."""
        found = sorted(
            (self.known[n] for n in dict.fromkeys(numbers) if n in self.known), key=lambda s: -s.reliability
        )
        return [Cite(source.called, self._number(source)) for source in found[:most]]

    def _number(self, source: Source) -> int:
        return self.numbered.setdefault(source.pk, len(self.numbered) + 1)

    def sources(self) -> list[Listed]:
        """The numbered list at the end of the page: what was cited, then what else stands behind the shown cards."""
        for source in sorted(self.known.values(), key=lambda s: (-s.reliability, s.address)):
            self._number(source)
        found = sorted((number, self.known[pk]) for pk, number in self.numbered.items())
        return [self._listed(number, source) for number, source in found]

    def _listed(self, number: int, source: Source) -> Listed:
        kind = SourceKind(source.kind).label
        words = pack.phrase(source.title, source.lang)
        note = f"{source.house} · {kind}" if source.is_web else str(kind)
        return Listed(number, words, source.address if source.is_web else "", note)

    # Facts

    def fact(self, card: Card, code: str, label: str = "") -> Fact | None:
        """One line of facts with its sources; None where nothing is claimed. Values that hold together are joined."""
        found = self.voices(card, code)
        if not found:
            return None
        prop = PROPERTIES[code]
        shown = found if prop.many and not prop.per_language else found[:1]
        links = [self.link(code, voice) for voice in shown]
        sign = "unverified" if shown[0].get("rank") == Rank.UNVERIFIED else ""
        cites = self.cites([n for voice in shown for n in voice["sources"]])
        return Fact(label or prop.label, links=links, sign=sign, cites=cites)

    def link(self, code: str, voice: Json) -> Link:
        """A value, leading to the page of the subject that it names."""
        linked = self.linked.get(voice.get("object", ""))
        note = _("unverified") if voice.get("rank") == Rank.UNVERIFIED else ""
        return Link(self.value(code, voice), linked.get_absolute_url() if linked else "", note)

    def disputes(self, card: Card, codes: Iterable[str] = ()) -> list[Dispute]:
        """Every property of the card on which sources contradict one another, in the order of the vocabulary."""
        wanted = list(codes) or [code for code in PROPERTIES if card.facts.get(code, {}).get("disputed")]
        return [self.dispute(card, code) for code in wanted if card.facts.get(code, {}).get("disputed")]

    def dispute(self, card: Card, code: str) -> Dispute:
        """The voices of one property side by side, the leader first, and why it leads."""
        fact, prop = card.facts[code], PROPERTIES[code]
        found = fact["voices"]
        if prop.many:
            found = [voice for voice in found if voice.get("disputes")]
        voices = [
            Voice(
                self.value(code, voice),
                [*self._notes(voice), *self.cites(voice["sources"])],
                leads=number == 0 and not prop.many,
                sign="unverified" if voice.get("rank") == Rank.UNVERIFIED else "",
                word=_("unverified") if voice.get("rank") == Rank.UNVERIFIED else "",
            )
            for number, voice in enumerate(found)
        ]  # fmt: skip
        return Dispute(prop.label, voices, "" if prop.many else self.why(code, fact))

    @staticmethod
    def _notes(voice: Json) -> list[Cite]:
        """What the sources add to the value, in the language in which the pack notes it."""
        return [Cite(pack.phrase(note)) for note in voice.get("notes", ())]

    def why(self, code: str, fact: Json) -> str:
        """The sentence that says why the first voice leads."""
        reason = fact.get("why", Why.ALONE)
        if reason == Why.ALONE:
            return ""
        leading, following = fact.get("weights", [0, 0])
        value = str(self.value(code, fact["voices"][0]))
        return _(WHY[reason]) % {"value": value, "leading": leading, "following": following}

    # Open data

    def data(self, card: Card) -> dict[str, Any]:
        """The card as open data: every fact with every voice and the addresses of its sources."""
        return {
            "ref": card.ref,
            "kind": card.kind,
            "titles": {lang: str(title(card, lang)) for lang in ("kk", "ru", "en")},
            "year": card.year,
            "url": card.get_absolute_url(),
            "facts": {code: self._data_of(fact) for code, fact in card.facts.items()},
        }

    def _data_of(self, fact: Json) -> dict[str, Any]:
        voices = []
        for voice in fact["voices"]:
            kept = {
                name: value for name, value in voice.items() if name not in ("sources", "rank", "disputes")
            }
            kept["unverified"] = voice.get("rank") == Rank.UNVERIFIED
            kept["sources"] = [self.known[n].address for n in voice["sources"] if n in self.known]
            voices.append(kept)
        return {"disputed": bool(fact.get("disputed")), "why": fact.get("why", Why.ALONE), "voices": voices}

    def rows(self, card: Card) -> Iterable[Sequence[object]]:
        """The card as a table: property, value, language, object, unverified, leads, sources."""
        for code, fact in card.facts.items():
            for number, voice in enumerate(fact["voices"]):
                addresses = " ; ".join(self.known[n].address for n in voice["sources"] if n in self.known)
                yield (
                    card.ref, code, voice["value"], voice.get("lang", ""), voice.get("object", ""),
                    "yes" if voice.get("rank") == Rank.UNVERIFIED else "", "yes" if number == 0 else "", addresses,
                )  # fmt: skip


ROW_HEAD = ("ref", "property", "value", "language", "object", "unverified", "leads", "sources")


def of_kind(kind: str) -> QuerySet[Card]:
    """Cards of one kind; a list asks for only what it shows."""
    return Card.objects.filter(kind=kind)
