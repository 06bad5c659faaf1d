"""How a card is made of rulings, without a database."""

from kinoqor.register.card.rules import make, sureness
from kinoqor.register.card.words import Sureness
from kinoqor.register.claim.rules import Said, settle_all
from kinoqor.register.claim.words import PROPERTIES, Rank


def said(code: str, value: str, lang: str = "", script: str = "", **more: object) -> tuple[str, Said]:
    return code, Said(value, 1, "a.example", 3, lang=lang, script=script, **more)  # type: ignore[arg-type]


def card(*claims: tuple[str, Said]):  # type: ignore[no-untyped-def]
    return make("work", settle_all(claims, PROPERTIES))


def test_each_page_language_shows_its_own_title() -> None:
    made = card(
        said("title", "Ине", "kk", "Cyrl"),
        said("title", "Игла", "ru", "Cyrl"),
        said("title", "The Needle", "en", "Latn"),
    )
    assert made.titles == {"kk": ("Ине", "kk"), "ru": ("Игла", "ru"), "en": ("The Needle", "en")}
    assert made.slug == "the-needle"


def test_a_missing_title_falls_back_and_keeps_its_own_language() -> None:
    made = card(said("title", "Игла", "ru", "Cyrl"))
    assert made.titles == dict.fromkeys(("kk", "ru", "en"), ("Игла", "ru"))


def test_a_romanised_title_is_shown_only_where_nothing_better_is_known() -> None:
    both = card(said("title", "Qyz Jibek", "kk", "Latn"), said("title", "Кыз-Жибек", "ru", "Cyrl"))
    assert both.titles["kk"] == ("Кыз-Жибек", "ru")
    assert card(said("title", "Qyz Jibek", "kk", "Latn")).titles["ru"] == ("Qyz Jibek", "kk")


def test_a_card_without_a_title_says_nothing_rather_than_something_made_up() -> None:
    made = card(said("year", "1970"))
    assert made.titles["en"] == ("", "") and made.year == 1970


def test_a_year_from_memory_marks_the_card_as_unverified() -> None:
    assert card(said("year", "1955", rank=Rank.UNVERIFIED)).unverified
    assert not card(said("year", "1955")).unverified


def test_a_disagreement_marks_the_card_and_keeps_both_voices() -> None:
    made = card(said("year", "1969"), ("year", Said("1970", 2, "b.example", 4)))
    assert made.disputed and [voice["value"] for voice in made.facts["year"]["voices"]] == ["1970", "1969"]
    assert made.year == 1970 and ("decade", "1970") in made.facets


def test_an_unverified_value_is_on_the_card_but_not_among_the_facets() -> None:
    made = card(said("studio", "o001", target="o001", rank=Rank.UNVERIFIED))
    assert made.facts["studio"]["voices"][0]["object"] == "o001"
    assert not [code for axis, code in made.facets if axis == "studio"]


def test_a_film_is_found_by_whether_a_decision_supported_it() -> None:
    assert ("support", "no") in card().facets
    assert ("support", "yes") in card(said("supported", "s001", target="s001")).facets


def test_sureness_says_what_a_card_rests_on() -> None:
    assert sureness([("law.example", 5), ("blog", 2)]) is Sureness.STRONG
    assert sureness([("a.example", 3), ("b.example", 2)]) is Sureness.SEVERAL
    assert sureness([("a.example", 3), ("memory", 1)]) is Sureness.ONE
    assert sureness([("a.example", 2)]) is Sureness.WEAK
    assert sureness([]) is Sureness.WEAK
