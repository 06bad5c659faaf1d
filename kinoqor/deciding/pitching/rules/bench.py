"""The bench: who hears a film in half a day, who steps out of it, and whether a quorum is left."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kinoqor.deciding.pitching.words import (
    Case,
    Film,
    Half,
    Member,
    Place,
    Section,
    Session,
    Slot,
    day_in_words,
)
from kinoqor.kit.verdict import YES, Verdict, no


@dataclass(frozen=True, slots=True)
class Bench:
    """The case, to be asked by codes. Raises ValueError for codes that stand twice or that nobody has."""

    sections: Mapping[str, Section]
    members: Mapping[str, Member]
    conflicts: frozenset[tuple[str, str]]

    def sits(self, film: Film) -> Section:
        """The section that hears a film."""
        return self.sections[film.section]

    def out(self, film: Film) -> tuple[str, ...]:
        """Who of its section steps out of a film."""
        return tuple(one for one in self.sits(film).members if (film.code, one) in self.conflicts)

    def away(self, film: Film, session: Session) -> tuple[str, ...]:
        """Who of its section is away in half a day."""
        return tuple(one for one in self.sits(film).members if session in self.members[one].away)

    def hear(self, film: Film, session: Session) -> tuple[str, ...]:
        """Who of its section hears a film in half a day: there, and without a conflict."""
        gone = {*self.out(film), *self.away(film, session)}
        return tuple(one for one in self.sits(film).members if one not in gone)

    def may(self, film: Film, session: Session) -> Verdict:
        """Whether a film can be heard in half a day: its applicant comes, and a quorum without conflicts is there."""
        if session in film.away:
            return no(
                _("The applicant of “%(film)s” cannot come on %(day)s, %(half)s.") % _said(film, session),
                way=_("Choose another half of a day."),
            )
        hear, needed = self.hear(film, session), self.sits(film).quorum
        if len(hear) >= needed:
            return YES
        said = _said(film, session) | {"quorum": needed, "there": len(hear), "out": len(self.out(film))}
        return no(
            _(
                "“%(film)s” cannot be heard on %(day)s, %(half)s: the quorum is %(quorum)s, and %(there)s members"
                " are there without a conflict; %(out)s would have to step out."
            )
            % said,
            way=_("Choose another half of a day, or appoint a member without a conflict."),
        )

    def ever(self, film: Film) -> Verdict:
        """Whether a film can be heard at all, if every member came: conflicts alone may leave no quorum."""
        section, out = self.sits(film), self.out(film)
        if len(section.members) - len(out) >= section.quorum:
            return YES
        said = {
            "film": called(film), "all": len(section.members), "out": len(out), "quorum": section.quorum,
            "left": len(section.members) - len(out),
        }  # fmt: skip
        return no(
            _(
                "“%(film)s” cannot be heard on any day: of %(all)s members %(out)s have to step out, %(left)s are"
                " left, and the quorum is %(quorum)s."
            )
            % said,
            way=_("Appoint a member to this section whom no conflict ties to the film."),
        )

    def slot(self, film: Film, place: Place, half: Half) -> Slot:
        """The slot of a film at a place, with who hears it and who does not."""
        session = (place.day, half)
        out = self.out(film)
        away = tuple(one for one in self.away(film, session) if one not in out)
        return Slot(place, film.code, film.section, self.hear(film, session), out, away)


def bench(case: Case) -> Bench:
    """The bench of a case. Raises ValueError with a sentence for a case that contradicts itself."""
    for what in (case.films, case.sections, case.members):
        codes = [each.code for each in what]
        if len(set(codes)) != len(codes):
            raise ValueError("A code stands twice.")
    found = Bench(
        {each.code: each for each in case.sections},
        {each.code: each for each in case.members},
        case.conflicts,
    )
    for film in case.films:
        if film.section not in found.sections:
            raise ValueError(f"{film.code} belongs to no section.")
    for section in case.sections:
        if not set(section.members) <= found.members.keys():
            raise ValueError(f"The section {section.code} has a member whom nobody knows.")
    return found


def called(film: Film) -> str:
    """What a film is called in a sentence."""
    return film.title or film.code


def _said(film: Film, session: Session) -> dict[str, object]:
    return {"film": called(film), "day": day_in_words(session[0]), "half": session[1].label}
