"""Components show what they are given, in the language it is in."""

import pytest
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory
from django.utils.translation import override

from kinoqor.ui import signs
from kinoqor.ui.parts import Cite, Credit, Dispute, Fact, Link, Note, Plate, Row, Said, Source, Voice


def shown(markup: str, **context: object) -> str:
    """A piece of template as a page would show it; the template goes the way of a component file."""
    loader = engines["django"].engine.template_loaders[0].loaders[0]
    compiled = loader.cotton_compiler.process(markup)
    request = RequestFactory().get("/en/films/?kind=a&page=2")
    with override("en"):
        return str(engines["django"].from_string(compiled).render(context, request))


def test_a_source_that_disagrees_is_shown_beside_the_leader() -> None:
    voices = [
        Voice("1970", [Cite("a.kz", url="https://a.kz")], True),
        Voice("1969", [Cite("b.kz", note="p. 4")]),
    ]
    found = shown('<c-voices :dispute="d" />', d=Dispute("Year", voices, "Two name it."))
    assert found.index("1970") < found.index("1969")
    assert found.count('class="shown"') == 1
    assert 'href="https://a.kz"' in found and "b.kz: p. 4" in found and "Two name it." in found


def test_a_text_in_another_language_says_so_and_one_in_the_pages_does_not() -> None:
    facts = [Fact("Title", Said("Қыз Жібек", "kk")), Fact("Studio", Said("Horizon", "en"))]
    found = shown('<c-facts :facts="facts" />', facts=facts)
    assert '<span lang="kk">Қыз Жібек</span>' in found
    assert "<dd>Horizon" in found and 'lang="en"' not in found


def test_markup_in_a_title_is_text_everywhere() -> None:
    evil = Said("<img src=x onerror=a()>", "kk")
    found = shown(
        '<c-title :title="evil" :line="[evil]" /><c-plate :plate="plate" /><c-rows :rows="rows" />'
        '<c-credits :credits="credits" /><c-sources :sources="sources" /><c-facts :facts="facts" />',
        evil=evil,
        plate=Plate(evil, "/x", 1970, by=evil, others=[evil]),
        rows=[Row(evil, evil, more=[Note(evil)], notes=[Note(evil, "good")])],
        credits=[Credit(evil, evil)],
        sources=[Source(1, evil, note=evil)],
        facts=[Fact(evil, links=[Link(evil, "/y")])],
    )  # fmt: skip
    assert "<img" not in found and found.count("&lt;img") >= 10


def test_a_fact_leads_to_its_numbered_source() -> None:
    found = shown(
        '<c-facts :facts="facts" /><c-sources :sources="sources" />',
        facts=[Fact("Year", "1970", cites=[Cite("a.kz", 3)])],
        sources=[Source(3, "a.kz", "https://a.kz")],
    )
    assert 'href="#s3"' in found and 'id="s3"' in found


def test_a_grey_button_says_why() -> None:
    found = shown('<c-button reason="The call is closed." id="send">Send</c-button>')
    assert 'aria-disabled="true"' in found and 'aria-describedby="send-why"' in found
    assert "The call is closed." in found and "submit" not in found


def test_pages_keep_the_query_and_offer_the_neighbours() -> None:
    found = shown('<c-pages :page="page" />', page=Paginator(range(400), 20).page(7))
    assert "?kind=a&amp;page=6" in found and "?kind=a&amp;page=8" in found and "page=20" in found
    assert "page=13" not in found and 'aria-current="page"' in found


def test_a_sign_has_a_fixed_meaning() -> None:
    assert len(signs.SIGNS) == 9
    with pytest.raises(KeyError):
        signs.sign("nice")


def test_a_chart_without_a_table_has_nothing_to_unfold() -> None:
    assert "<details" not in shown('<c-chart finding="More films" svg="" />')
    assert "<details" in shown('<c-chart finding="More films"><table class="t"></table></c-chart>')
