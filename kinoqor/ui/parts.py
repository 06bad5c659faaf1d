"""What components are given: small values, made by a view, shown by a component of the same name.

Every text that a reader sees is either in the page's language or a `Said` with the language it is really in.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Said:
    """A text and its language (BCP 47; "" where it is the page's). str() gives the bare text."""

    text: str
    lang: str = ""

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


Text = str | Promise | Said


@dataclass(frozen=True, slots=True)
class Cite:
    """Who says so: a short name ("kino.kz"), its number in the page's list of sources (0: none), an
    address.
    """

    text: Text
    number: int = 0
    url: str = ""
    note: Text = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere; without an address it is only a text."""

    text: Text
    url: str = ""
    note: Text = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of `c-facts`: a label, and a value, or several links."""

    label: Text
    value: Text = ""
    url: str = ""
    links: Sequence[Link] = ()
    sign: str = ""
    cites: Sequence[Cite] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A line of second voice in a row, with a sign before it if it has one."""

    text: Text
    sign: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of `c-rows`: when, what (with an address), what else, and notes at the right."""

    what: Text
    when: Text = ""
    url: str = ""
    more: Sequence[Note] = ()
    notes: Sequence[Note] = ()
    cites: Sequence[Cite] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """What one side says, and who that is. `leads` marks the value that the page shows."""

    value: Text
    cites: Sequence[Cite] = ()
    leads: bool = False
    sign: str = ""
    word: Text = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A fact on which sources disagree (`c-voices`): its name, the voices with the leader first, why it
    leads.
    """

    label: Text
    voices: Sequence[Voice]
    why: Text = ""


@dataclass(frozen=True, slots=True)
class Credit:
    """One line of `c-credits`. `first` sets the name large, `gap` leaves a breath above the line."""

    role: Text
    name: Text
    url: str = ""
    first: bool = False
    gap: bool = False
    sign: str = ""
    word: Text = ""
    cites: Sequence[Cite] = ()


@dataclass(frozen=True, slots=True)
class Plate:
    """A film as a title plate (`c-plate`): sources make the sun larger, a dispute gives it a second ring."""

    title: Text
    url: str
    year: int | None = None
    sources: int = 1
    disputed: bool = False
    by: Text = ""
    others: Sequence[Said] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One numbered line of `c-sources`; the page refers to it as #s<number>."""

    number: int
    text: Text
    url: str = ""
    note: Text = ""


@dataclass(frozen=True, slots=True)
class Other:
    """A title or name in another language: what the language is called on this page, and the text."""

    label: Text
    said: Said


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a facet: the value sent, its label, how many rows, and whether it is chosen."""

    value: str
    label: Text
    count: int | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Pick:
    """One link of `c-picks`: where it leads, what it is called, how many rows it leaves, whether it is
    chosen.
    """

    url: str
    label: Text
    count: int | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Dots:
    """One row of `c-dots`: who, what they did, and the drawing of their years."""

    name: Text
    drawing: str
    url: str = ""
    note: Text = ""
    more: Sequence[Note] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of `c-leaves`: its number, where its picture comes from, width and height of that in pixels, where its
    words stand as text.
    """

    number: int
    picture: str
    width: int
    height: int
    words: str = ""
