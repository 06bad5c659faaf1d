"""What stands in a page's source: nothing inline, nothing said in one language only."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from kinoqor.ui.catalogue import PLURALS, all_faults
from tests.house.tree import name, pages

TEMPLATE_PARTS = re.compile(
    r"{%-?\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}|{%.*?%}|{{.*?}}|{#.*?#}|<!--.*?-->",
    re.DOTALL,
)
TAG = re.compile(r"<(/?[a-zA-Z][\w:.-]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>", re.DOTALL)
SAID_IN = re.compile(r"(?<![\w:-])(?:alt|title|aria-label|placeholder|label|summary|heading)=\"([^\"]*)\"")
INLINE = re.compile(r"<style\b|(?<=\s)style\s*=|(?<=\s)on[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE)
SCRIPT = re.compile(
    r"<script\b(?![^>]*\bsrc=)(?![^>]*\btype=\"application/(?:ld\+)?json\")[^>]*>", re.IGNORECASE
)
WORD = re.compile(r"[^\W\d_]{2,}")
# Said alike in every language: the name of the house, of file formats, of outside registers, of bodies of marks.
ALIKE = {
    "Kinoqor",
    "JSON",
    "CSV",
    "XLSX",
    "LD",
    "IMDb",
    "Wikidata",
    "EIDR",
    "ISAN",
    "Kinopoisk",
    "schema",
    "org",
    "nbsp",
    "amp",
}


NEVER_SHOWN = re.compile(
    r"{%\s*comment\b.*?{%\s*endcomment\s*%}|<!doctype[^>]*>|<(script|style|svg)\b.*?</\1>"
    r"|{%\s*block \w+_class\s*%}.*?{%\s*endblock\s*%}",
    re.DOTALL | re.IGNORECASE,
)
# A word that says its language is meant to be in it: the Kazakh name of a colour, a language's own name.
IN_ITS_LANGUAGE = re.compile(r"<(\w+)[^<>]*\slang=\"\w+\"[^<>]*>[^<>]*</\1>")


def said_bare(text: str) -> list[str]:
    """Words that a page shows in one language whatever language it is in."""
    text = re.sub(r"{{.*?}}", "x", NEVER_SHOWN.sub(" ", text), flags=re.DOTALL)
    text = IN_ITS_LANGUAGE.sub(" ", TEMPLATE_PARTS.sub(" ", text))
    attributes = " ".join(said for _, inside in TAG.findall(text) for said in SAID_IN.findall(inside))
    return [word for word in WORD.findall(TAG.sub(" ", text) + " " + attributes) if word not in ALIKE]


def test_words_outside_a_translation_are_seen() -> None:
    page = '{% trans "Films" %}<p title="A hint">{{ name }} Bare {% blocktrans %}said{% endblocktrans %}</p>'
    assert said_bare(page) == ["Bare", "hint"]


@pytest.mark.parametrize("page", pages(), ids=name)
def test_a_page_says_nothing_in_one_language_only(page: Path) -> None:
    assert said_bare(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("page", pages(), ids=name)
def test_a_page_has_no_inline_style_or_script(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert INLINE.findall(TEMPLATE_PARTS.sub(" ", text)) == []
    assert SCRIPT.findall(text) == []


@pytest.mark.parametrize("page", pages(), ids=name)
def test_nothing_is_marked_safe_in_a_page(page: Path) -> None:
    assert re.findall(r"\|\s*safe\b|{%\s*autoescape off", page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("language", PLURALS)
def test_every_visible_text_stands_in_every_language(language: str) -> None:
    assert [str(fault) for fault in all_faults(settings.ROOT, [language])] == []
