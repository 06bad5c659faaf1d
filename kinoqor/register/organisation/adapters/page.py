"""An organisation as its page shows it: the parts that components are given."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.register.claim.words import PROPERTIES
from kinoqor.register.credit.queries import directors
from kinoqor.register.face.queries import other_titles, say_moment, title
from kinoqor.register.organisation import rules
from kinoqor.register.organisation.queries import Known
from kinoqor.register.organisation.rules import Name, Weighed
from kinoqor.ui import drawing, pack
from kinoqor.ui.parts import Fact, Link, Note, Plate, Row, Said

# So many films are listed one by one; more are drawn, with their table folded.
FEW = 6


def _voices(known: Known, code: str) -> list[str]:
    return [str(voice["value"]) for voice in known.face.voices(known.card, code)]


def _beginnings(known: Known) -> list[int]:
    """The years from which it may be counted: every claimed founding, then the leading new name."""
    return rules.beginnings(_voices(known, "founded"), _voices(known, "renamed")[:1])


def line(known: Known) -> list[str]:
    """Over the name: the kind, the countries, how many films."""
    face, card = known.face, known.card
    countries = ", ".join(str(face.value("country", voice)) for voice in face.voices(card, "country"))
    made, judged, shown = len(known.films), different(known.given), different(known.released)
    words = [
        ngettext("%(n)d film in the register", "%(n)d films in the register", made) % {"n": made}
        if made
        else "",
        ngettext("%(n)d film was here", "%(n)d films were here", judged) % {"n": judged} if judged else "",
        ngettext("%(n)d film shown", "%(n)d films shown", shown) % {"n": shown} if shown else "",
    ]
    return [each for each in (capfirst(str(face.lead(card, "org_kind"))), countries, *words) if each]


def different(records: Iterable[Any]) -> int:
    return len({record.film_id for record in records})


def strip(known: Known, counts: Mapping[int, int]) -> drawing.Three:
    """The century: a filled sun on the leading beginning, a ring on each other; a dot a film where that is readable."""
    suns = [drawing.Sun(year, ring=number > 0) for number, year in enumerate(_beginnings(known)[:6])]
    dots: list[int] = []
    if len(suns) <= 1:
        years = [film.year for film in known.films] or [award.year for award in known.given]
        dots = [year for year in years if year]
    return drawing.strips(counts, suns, dots=dots)


def lead(known: Known) -> str:
    """What is worth knowing at once: how many names and beginnings there are; nothing where there is one of each."""
    names, years = len(known.names), len(_beginnings(known))
    said = []
    if names > 1:
        said.append(
            ngettext(
                "%(n)d name is known from its history.", "%(n)d names are known from its history.", names
            )
            % {"n": names}
        )
    if years > 1:
        words = ngettext(
            "The sources give %(n)d year for its beginning.",
            "The sources give %(n)d different years for its beginning; which is right depends on what one counts, "
            "so all of them stand here, each with who says so.",
            years,
        )
        said.append(words % {"n": years})
    return " ".join(said)


def facts(known: Known) -> list[Fact]:
    """What is known in a few lines; what is not known is said to be so."""
    face, card = known.face, known.card
    found = [face.fact(card, code) for code in ("org_kind", "country")]
    found.append(
        face.fact(card, "founded") or Fact(PROPERTIES["founded"].label, _("not known"), sign="unverified")
    )
    found += [
        face.fact(card, code) for code in ("organised", "renamed", "closed", "size", "wikidata", "imdb")
    ]
    found += [_spellings(known), Fact(_("Number in the register"), card.ref)]
    return [fact for fact in found if fact]


def _spellings(known: Known) -> Fact | None:
    """Every name that a source has and the head of the page has not."""
    shown = {str(title(known.card)), *(str(other) for other in other_titles(known.card))}
    voices = [voice for voice in known.face.voices(known.card, "name") if voice["value"] not in shown]
    links = [Link(Said(voice["value"], voice.get("lang", ""))) for voice in voices]
    numbers = [number for voice in voices for number in voice["sources"]]
    return Fact(_("Also called"), links=links, cites=known.face.cites(numbers)) if links else None


def _called(name: Name) -> Said:
    """A name in the language of the page, else by the order of the pack."""
    for lang in (pack.language(), *pack.about()["languages"]):
        if name.names.get(lang):
            return Said(name.names[lang], lang)
    return Said("")


def _drawn(known: Known) -> Sequence[drawing.Span]:
    titles = (known.card.title_kk, known.card.title_ru, known.card.title_en)
    spans = []
    for name in known.names:
        if name.first:
            ended = rules.end_not_known(name, known.names)
            strong = rules.is_present(name, titles)
            last = name.first if ended else name.last
            spans.append(drawing.Span(str(_called(name)), name.first, last, open_end=ended, strong=strong))
    return spans


def names(known: Known) -> dict[str, Any]:
    """The names through time: a chart (`three`) and the same as rows; empty where none is known."""
    if not known.names:
        return {}
    behind = {voice["value"]: len(voice["sources"]) for voice in known.face.voices(known.card, "founded")}
    doubts = []
    for year in rules.doubts(_voices(known, "founded"), known.names):
        n = behind.get(str(year), 1)
        words = ngettext(
            "one source says so; no name begins here", "%(n)d sources say so; no name begins here", n
        )
        doubts.append(drawing.Doubt(year, words % {"n": n}))
    said = "; ".join(f"{name.first}: {_called(name)}" for name in known.names if name.first)
    until = int(pack.about()["data_of"][:4])
    return {
        "three": drawing.spans(_drawn(known), doubts, until, said),
        "rows": [
            {
                "name": _called(name),
                "start": say_moment(name.start) if name.start else _("not known"),
                "end": _end(name, known),
                "notes": [pack.phrase(note) for note in name.notes],
                "cites": known.face.cites(name.sources),
            }
            for name in known.names
        ],
    }


def _end(name: Name, known: Known) -> str:
    if name.end:
        return say_moment(name.end)
    return _("not known") if rules.end_not_known(name, known.names) else _("still so")


def films(known: Known) -> dict[str, Any]:
    """The films that it made: a few as rows, many as a chart with a table by year; empty where there are none."""
    made = known.films
    if not made:
        return {}
    unknown = _("year not known")
    words = ngettext(
        "%(n)d film of the register was made here, alone or with others",
        "%(n)d films of the register were made here, alone or with others",
        len(made),
    )
    found: dict[str, Any] = {"finding": words % {"n": len(made)}}
    if len(made) <= FEW:
        rows = [
            Row(title(film), str(film.year or unknown), film.get_absolute_url(), titles(film))
            for film in made
        ]
        return found | {"rows": rows}
    counts = Counter(film.year for film in made if film.year)
    by_year: dict[object, list[Link]] = {}
    for film in made:
        by_year.setdefault(film.year or unknown, []).append(Link(title(film), film.get_absolute_url()))
    return found | {"three": piles(counts), "years": list(by_year.items())}


def titles(film: Any) -> list[Note]:
    return [Note(said) for said in other_titles(film)]


def piles(counts: Mapping[int, int]) -> drawing.Three:
    """A frame a film on its year, with a note at the fullest year."""
    year = max(counts, key=lambda year: (counts[year], year), default=0)
    most = counts.get(year, 0)
    said = ngettext("%(n)d film of %(year)d", "%(n)d films of %(year)d", most) % {"n": most, "year": year}
    return drawing.piles(counts, [(year, said)] if most > 4 else [], said)


def plates(known: Known) -> list[Plate]:
    """Films of different decades as plates, at most four; nothing where there are fewer than three."""
    chosen = set(pack.about()["home"]["studio_films"])
    prizes = Counter(award.film_id for award in known.prizes)
    weighed = [
        Weighed(film.ref, film.year, prizes[film.pk], film.ref in chosen) for film in known.films if film.year
    ]
    refs = rules.one_a_decade(weighed)
    by_ref = {film.ref: film for film in known.films}
    if len(refs) < 3:
        return []
    by_film = directors([by_ref[ref].pk for ref in refs])
    return [_plate(by_ref[ref], by_film.get(by_ref[ref].pk, [])) for ref in refs]


def _plate(film: Any, made_by: Sequence[Any]) -> Plate:
    said = film.year_said or {}
    sources = {number for voice in said.get("voices", ()) for number in voice["sources"]}
    by = title(made_by[0]) if made_by else ""
    url, disputed = film.get_absolute_url(), bool(said.get("disputed"))
    return Plate(title(film), url, film.year, len(sources) or 1, disputed, by, other_titles(film))
