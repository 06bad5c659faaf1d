"""A person as the page shows one: the parts that components are given, cited in the order in which they stand."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.register.card.models import Card
from kinoqor.register.credit.queries import Fellow
from kinoqor.register.event.queries import outcome
from kinoqor.register.event.words import Result
from kinoqor.register.face.queries import Face, other_titles, title
from kinoqor.register.person import queries
from kinoqor.register.person.queries import Part
from kinoqor.ui import drawing, pack
from kinoqor.ui.parts import Dots, Fact, Link, Note, Row, Said

# Prizes and selections that one film shows beside its title; the rest stand on the film's own page.
MOST_NOTES = 4


def line(face: Face, card: Card, films: int) -> list[str]:
    """Over the name: what the person does, the years of life, the films."""
    does = ", ".join(str(face.value("occupation", voice)) for voice in face.voices(card, "occupation"))
    born, died = str(face.lead(card, "birth")), str(face.lead(card, "death"))
    life = f"{born} – {died}" if born and died else ""
    if born and not died:
        life = _("born %(when)s") % {"when": born}
    elif died and not born:
        life = _("died %(when)s") % {"when": died}
    count = ngettext("%(n)d film in the register", "%(n)d films in the register", films) % {"n": films}
    return [each for each in (capfirst(does), life, count) if each]


def facts(face: Face, card: Card, films: Sequence[Part]) -> list[Fact]:
    """Beside the films: dates, spellings, prizes, numbers; what is not known is said."""
    born = face.fact(card, "birth") or Fact(_("Born"), _("not known"), sign="unverified")
    results = Counter(award.result for part in films for award in part.awards)
    prizes, others = results[Result.WON], results[Result.SELECTED] + results[Result.NOMINATED]
    counts = [
        Fact(_("Prizes of these films"), str(prizes)) if prizes else None,
        Fact(_("Selections and nominations"), str(others)) if others else None,
    ]
    numbers = [face.fact(card, code) for code in ("wikidata", "imdb", "kinopoisk")]
    found = [born, face.fact(card, "death"), _spellings(face, card), *counts, *numbers]
    return [*filter(None, found), Fact(_("Number in the register"), card.ref)]


def _spellings(face: Face, card: Card) -> Fact | None:
    """Every spelling that a source has and the head of the page has not."""
    shown = {str(title(card)), *(str(other) for other in other_titles(card))}
    voices = [voice for voice in face.voices(card, "name") if voice["value"] not in shown]
    if not voices:
        return None
    links = [Link(Said(voice["value"], voice.get("lang", ""))) for voice in voices]
    return Fact(
        _("Also spelled"), links=links, cites=face.cites([n for voice in voices for n in voice["sources"]])
    )


def groups(face: Face, films: Sequence[Part]) -> list[dict[str, Any]]:
    """The films under the leading role in each; one group needs no head."""
    found = queries.by_leading_role(films)
    return [
        {
            "head": capfirst(pack.label("occupations", role)) if len(found) > 1 else "",
            "count": ngettext("%(n)d film", "%(n)d films", len(parts)) % {"n": len(parts)},
            "rows": [_film(face, part) for part in parts],
        }
        for role, parts in found.items()
    ]


def _film(face: Face, part: Part) -> Row:
    """One film: other titles, roles and characters; prizes first, then selections, at the right."""
    roles = dict.fromkeys(pack.label("occupations", credit.role) for credit in part.roles)
    named = dict.fromkeys(credit.character for credit in part.roles if credit.character)
    more = [Note(said) for said in other_titles(part.film)]
    more += [Note(role) for role in roles] + [Note(pack.phrase(character)) for character in named]
    if all(credit.unverified for credit in part.roles):
        more.append(Note(_("unverified"), "unverified"))
    awards = sorted(part.awards, key=lambda award: award.result != Result.WON)
    notes = [outcome(award, title(award.organisation.card)) for award in awards[:MOST_NOTES]]
    rest = len(awards) - len(notes)
    if rest > 0:
        words = ngettext("and %(n)d more", "and %(n)d more", rest) % {"n": rest}
        notes.append(Note(words, url=part.film.get_absolute_url()))
    if part.film.disputed:
        notes.append(Note(_("sources disagree"), "disagree"))
    when = str(part.film.year) if part.film.year else _("year not known")
    return Row(title(part.film), when, part.film.get_absolute_url(), more, notes, face.cites(part.sources))


def _roles(fellow: Fellow) -> str:
    """What someone did in the shared films, the most frequent first."""
    counted = Counter(role for roles in fellow.films.values() for role in roles)
    return ", ".join(pack.label("occupations", role) for role, _n in counted.most_common(2))


def fellows_as_rows(fellows: Sequence[Fellow], films: Sequence[Part]) -> list[dict[str, Any]]:
    """Who made several of these films, with the films."""
    return [
        {
            "name": title(fellow.card),
            "url": fellow.card.get_absolute_url(),
            "roles": _roles(fellow),
            "count": len(fellow.films),
            "films": [
                Link(title(part.film), part.film.get_absolute_url(), str(part.film.year or ""))
                for part in films
                if part.film.pk in fellow.films
            ],
        }
        for fellow in fellows
    ]


def dots(fellows: Sequence[Fellow], films: Sequence[Part], years: Sequence[int]) -> list[Dots]:
    """The same as rows of dots on the years."""
    found = []
    for fellow in fellows:
        shared = [part.film.year for part in films if part.film.pk in fellow.films and part.film.year]
        count = ngettext("%(n)d film", "%(n)d films", len(fellow.films)) % {"n": len(fellow.films)}
        drawn = drawing.dots(shared, years[0], years[-1]) if years else ""
        found.append(
            Dots(title(fellow.card), drawn, fellow.card.get_absolute_url(), f"{_roles(fellow)} · {count}")
        )
    return found
