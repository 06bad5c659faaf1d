"""The law of newcomers: how they may be named, how many come, and that nobody comes twice. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kinoqor.keeping.newcomer.words import BORN_SINCE, LINES, MOST_WAITING, OF_ONE_DAY
from kinoqor.kit.fold import fold, skeleton
from kinoqor.kit.names import script_of
from kinoqor.kit.text import suspicious
from kinoqor.kit.verdict import YES, Verdict, no


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is written in one language."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Person:
    """Who is proposed: their names, the year of birth, what they are known for, and an address that shows it."""

    names: tuple[Name, ...]
    born: int | None = None
    known_for: str = ""
    source: str = ""

    def called(self, lang: str) -> str:
        """The name in a language, or the first that there is."""
        found = {name.lang: name.text for name in reversed(self.names)}
        return found.get(lang) or (self.names[0].text if self.names else "")


def may_be_written(name: Name) -> Verdict:
    """Whether a name may stand in the line of its language."""
    unfit = suspicious(name.text)
    if unfit:
        return no(_("The text holds a %(sign)s; type it anew.") % {"sign": unfit[0]})
    folded = fold(name.text)
    if not any(letter.isalpha() for letter in folded):
        return no(
            _("“%(name)s” is not a name.") % {"name": name.text}, way=_("Write given name and family name.")
        )
    label, script = LINES.get(name.lang, ("", "?"))
    if script and script_of(name.text) != script:
        return no(
            _("“%(name)s” is not written in the letters of the line “%(line)s”.")
            % {"name": name.text, "line": label},
            way=_("Put it into the line that it belongs to; one line is enough."),
        )
    return YES


def may_be_called(names: Sequence[Name]) -> Verdict:
    """A newcomer has a name in one spelling at least."""
    if not names:
        return no(_("Write the name in one spelling at least."))
    return next((verdict for name in names if not (verdict := may_be_written(name))), YES)


def may_be_born(year: int | None, now: int) -> Verdict:
    """Whether somebody who makes films now may have been born in a year."""
    if year is None or BORN_SINCE <= year <= now:
        return YES
    return no(
        _("Nobody who makes films was born in %(year)s.") % {"year": year},
        way=_("Correct the year, or leave it out."),
    )


def may_come(waiting: int, today: int) -> Verdict:
    """Whether one more newcomer of a company is taken up."""
    if waiting >= MOST_WAITING:
        return no(
            _("%(n)s people whom your company has proposed wait for a cataloguer already.") % {"n": waiting},
            way=_("Name the person without proposing them, or wait until some of them are judged."),
        )
    if today >= OF_ONE_DAY:
        return no(
            _("Your company has proposed %(n)s people within a day.") % {"n": today},
            way=_("Name the person without proposing them, or go on tomorrow."),
        )
    return YES


def may_be_new(alike: Collection[str], besides: Collection[str]) -> Verdict:
    """Whether somebody is new: every look-alike in the register (by number) was seen and said to be somebody else."""
    if set(alike) <= set(besides):
        return YES
    return no(
        _("The register knows people who are called alike."),
        way=_("See whether it is one of them; if it is none, say so."),
    )


def may_come_again(doubled: bool) -> Verdict:
    """Nobody is proposed twice by one company while they wait."""
    if not doubled:
        return YES
    return no(
        _("Your company has proposed this person already, and they wait for a cataloguer."),
        way=_("Take them from the list of those whom your company has proposed."),
    )


def may_be_taken_back(waits: bool) -> Verdict:
    """A proposal is taken back while it waits: what was answered stands."""
    if waits:
        return YES
    return no(
        _("A cataloguer has answered this proposal already."),
        way=_("Load the list anew: the answer stands beside the name."),
    )


def may_be_taken(source: str) -> Verdict:
    """A record of the register needs a source that a reader can follow."""
    if source:
        return YES
    return no(
        _("Nobody comes into the register without a source, and the applicant has given none."),
        way=_("Name a source that shows what this person does in film, or do not take them."),
    )


def same_person(one: Person, other: Person) -> bool:
    """Whether two newcomers are one: they share a name in whatever script and order, and no year contradicts it."""
    if one.born and other.born and one.born != other.born:
        return False
    return bool(_bones(one) & _bones(other))


def _bones(person: Person) -> set[str]:
    return {" ".join(sorted(map(skeleton, fold(name.text).split()))) for name in person.names} - {""}


def answers(asked: str, person: Person) -> bool:
    """Whether each word that is looked for begins a word of one of the names, in whatever script."""
    wanted = [skeleton(word) for word in fold(asked).split()]
    named = [list(map(skeleton, fold(name.text).split())) for name in person.names]
    return bool(wanted) and any(
        all(any(word.startswith(each) for word in words) for each in wanted) for words in named
    )
