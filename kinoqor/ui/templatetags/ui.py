"""Tags of every page: a sign, a text in its own language, a plate's drawing, the length class of a title."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BoundField
from django.urls import NoReverseMatch, reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language

from kinoqor.kit.moment import Moment, say
from kinoqor.ui import drawing, inks, parts, signs

register = template.Library()


@register.simple_tag(name="sign")
def sign_tag(name: str) -> SafeString:
    """{% sign "good" %}: one of the nine signs; nothing for an empty name. Its word must stand beside it."""
    return signs.sign(name) if name else mark_safe("")


@register.simple_tag
def said(text: object, lang: str = "") -> str | SafeString:
    """{% said title %} or {% said title "kk" %}: the text, with `lang` where it is not the page's
    language.
    """
    if isinstance(text, parts.Said):
        lang = text.lang or lang
    shown = "" if text is None else text
    if not lang or lang == get_language():
        return conditional_escape(str(shown))
    return format_html('<span lang="{}">{}</span>', lang, str(shown))


@register.filter
def lang_of(text: object) -> str:
    """The language of a Said where it differs from the page's, else nothing: for an attribute `lang`."""
    lang = text.lang if isinstance(text, parts.Said) else ""
    return "" if lang == get_language() else lang


@register.filter
def day(when: date) -> str:
    """{{ claim.stated.at|day }}: a day in the manner of the page's language, by the clock of the country."""
    if isinstance(when, datetime) and is_aware(when):
        when = localtime(when)
    return say(Moment(when.year, when.month, when.day), (get_language() or "en")[:2])


@register.filter
def ink(year: int | None) -> str:
    """The ink of a year's decade: class="ink-{{ year|ink }}"."""
    return inks.ink(year)


@register.filter
def size(title: object) -> str:
    """A class for the length of a title: long titles are set smaller."""
    length, word = len(str(title)), max((len(part) for part in str(title).split()), default=0)
    if length > 64 or word > 26:
        return "longer"
    return "long" if length > 22 or word > 13 else ""


@register.simple_tag
def page_numbers(page: "Page[Any]") -> list[int | str]:
    """The numbers of the pages that are offered: both ends, two around this one, and an ellipsis between."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))


@register.simple_tag
def plate_drawing(plate: parts.Plate) -> SafeString:
    """The sky, sun and ground of a plate."""
    return drawing.plate(plate.year, plate.sources, plate.disputed)


@register.simple_tag
def note(of: parts.Note) -> str | SafeString:
    """{% note row_note %}: a line of second voice with its sign and address; a tag, since lists show hundreds."""
    words = said(of.text)
    shown = format_html('<a href="{}">{}</a>', of.url, words) if of.url else words
    return (
        format_html('<span class="st">{}<span>{}</span></span>', signs.sign(of.sign), shown)
        if of.sign
        else shown
    )


@register.simple_tag
def notes(of: Sequence[parts.Note]) -> SafeString:
    """{% notes row.more %}: several of them in one line, with a dot between."""
    return mark_safe(" · ".join(note(each) for each in of))


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """{% control field %}: the control of a field without a placeholder, which would only repeat its label."""
    return field.as_widget(attrs={"placeholder": False})


@register.simple_tag
def hands_of(ref: str) -> dict[str, str]:
    """The addresses at which a record is worked on and corrected; empty where this house has no such page."""
    return {"edit": _record("card-edit", ref), "propose": _record("propose", ref)}


def _record(name: str, ref: str) -> str:
    try:
        return reverse(name, args=[ref])
    except NoReverseMatch:
        return ""
