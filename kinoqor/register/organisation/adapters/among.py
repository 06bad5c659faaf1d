"""Where an organisation stands among others: its films at festivals, what it showed, gave and applied for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.register.event.models import Award
from kinoqor.register.event.queries import outcome
from kinoqor.register.event.words import ReleaseType, Result
from kinoqor.register.face.queries import say_moment, title
from kinoqor.register.organisation.adapters.page import FEW, different, piles, titles
from kinoqor.register.organisation.queries import Known
from kinoqor.ui import pack
from kinoqor.ui.parts import Note, Row, Said

# So many festivals of a studio's films are shown; the rest stand in the data.
MOST_FESTIVALS = 15


def prizes(known: Known) -> dict[str, Any]:
    """Where its films were: a festival a row, most films first; empty where they were nowhere."""
    by_festival: dict[int, list[Award]] = {}
    for award in known.prizes:
        by_festival.setdefault(award.organisation_id, []).append(award)
    ordered = sorted(by_festival.values(), key=lambda some: (-different(some), -_won(some)))
    rows = [
        {
            "name": title(some[0].organisation.card),
            "url": some[0].organisation.card.get_absolute_url(),
            "films": different(some),
            "won": _won(some),
        }
        for some in ordered
    ]
    return {"rows": rows[:MOST_FESTIVALS], "rest": max(len(rows) - MOST_FESTIVALS, 0)} if rows else {}


def _won(awards: Iterable[Award]) -> int:
    return sum(award.result == Result.WON for award in awards)


def given(known: Known) -> dict[str, Any]:
    """What was at this festival or before this jury: a film and year a row, with what came of it."""
    if not known.given:
        return {}
    by_year: dict[tuple[int | None, int], list[Award]] = {}
    for award in known.given:
        by_year.setdefault((award.year, award.film_id), []).append(award)
    rows = [_judged(known, some) for some in by_year.values()]
    n, won = different(known.given), _won(known.given)
    films = ngettext("%(n)d film of the register was here.", "%(n)d films of the register were here.", n) % {
        "n": n
    }
    prizes_ = ngettext("They won %(n)d prize.", "They won %(n)d prizes.", won) % {"n": won} if won else ""
    years = Counter(year for year, _film in by_year if year)
    found = {"finding": " ".join(filter(None, (films, prizes_))), "rows": rows}
    return found | ({"three": piles(years), "years": sorted(years.items())} if len(rows) > 2 * FEW else {})


def _judged(known: Known, awards: Sequence[Award]) -> Row:
    """One film at one festival: the year and edition, other titles, each result, who says so."""
    first = awards[0]
    when = str(first.year) if first.year else _("year not known")
    ordered = sorted(awards, key=lambda award: award.result != Result.WON)
    labels = dict(Result.choices)
    notes = [outcome(award, Said(str(labels.get(award.result, _("not known"))))) for award in ordered]
    numbers = [number for award in awards for number in award.sources]
    film = first.film.card
    more = titles(film)
    if first.edition:
        more.append(Note(_("edition %(number)s") % {"number": first.edition}))
    return Row(title(film), when, film.get_absolute_url(), more, notes, known.face.cites(numbers))


def released(known: Known) -> list[Row]:
    """What it showed: when, what, where and how."""
    kinds = dict(ReleaseType.choices)
    rows = []
    for release in known.released:
        film = release.film.card
        where = ", ".join(pack.label("territories", code) for code in release.territory.split(";") if code)
        notes = [Note(str(words)) for words in (where, kinds.get(release.medium, "")) if words]
        when = say_moment(release.date) if release.date else _("date not known")
        cites = known.face.cites(release.sources)
        rows.append(Row(title(film), when, film.get_absolute_url(), titles(film), notes, cites))
    return rows


def applied(known: Known) -> list[Row]:
    """The decisions on support for which it applied, with the sum and what became of each."""
    face, rows = known.face, []
    for card in known.applied:
        more = [Note(said) for code in ("decision", "category") if (said := face.lead(card, code))]
        amount = face.lead(card, "amount")
        notes = [Note(amount, "money")] if amount else []
        became = face.in_page_language(card, "outcome")
        notes += [Note(became)] if became else []
        when = say_moment(card.moment) if card.moment else _("date not known")
        rows.append(Row(title(card), when, card.get_absolute_url(), more, notes))
    return rows
