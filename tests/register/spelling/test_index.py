import pytest

from kinoqor.ledger.deed.models import Deed
from kinoqor.register.claim.actions import withdraw
from kinoqor.register.claim.words import Rank
from kinoqor.register.spelling.actions import reindex
from kinoqor.register.spelling.models import Gram, Spelling
from kinoqor.register.spelling.queries import find, with_cards
from kinoqor.register.subject.words import Kind
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def register() -> None:
    """Three invented subjects, settled and indexed."""
    make.named("f901", Kind.WORK, {"kk": "Жауқүрең мың сынақ", "ru": "Войско сынак", "en": "Thousand Trials"})
    make.claim(make.subject("f901"), "year", "2012")
    make.named("f902", Kind.WORK, {"kk": "Үлгі қызы", "en": "The Pattern (Ulgi)"})
    make.named("p901", Kind.PERSON, {"kk": "Мысал Үлгіұлы", "ru": "Мысал Ульгиулы"})
    make.named("o901", Kind.ORGANISATION, {"en": "Test Film Festival"})
    make.settled()
    reindex(by=make.BY)


def first(query: str) -> str:
    results = with_cards(find(query)[1])
    return results[0].card.ref if results else ""


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    ("query", "ref"),
    [
        ("Жауқүрең мың сынақ", "f901"),
        ("Жаукурен мын сынак", "f901"),
        ("Zhaukuren myn synak", "f901"),
        ("Jauqüreñ myñ synaq", "f901"),
        ("Zhauqureng", "f901"),
        ("thousand trials", "f901"),
        ("thousnd trails", "f901"),
        ("Жауқүреңнің", "f901"),
        ("trials", "f901"),
        ("ulgi", "f902"),
        ("Үлгі қызының", "f902"),
        ("Ульгиулы Мысал", "p901"),
        ("Mysal Ulgiuly", "p901"),
        ("test", "o901"),
    ],
)
def test_a_subject_is_found_by_any_spelling(query: str, ref: str) -> None:
    assert first(query) == ref


@pytest.mark.usefixtures("register")
def test_what_no_one_is_called_finds_nothing() -> None:
    assert find("Квывзщ")[1] == []
    assert find("")[1] == []


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    "query", ['"', "' OR 1=1 --", "%", "a* NEAR b", "<b>x</b>", "\x00", "ж" * 10_000, "\\"]
)
def test_no_query_breaks_the_index(query: str) -> None:
    find(query)


@pytest.mark.usefixtures("register")
def test_indexing_twice_changes_nothing() -> None:
    before = set(Spelling.objects.values_list("subject", "folded", "standing"))
    counted = dict(Gram.objects.values_list("gram", "spellings"))
    reindex(by=make.BY)
    assert set(Spelling.objects.values_list("subject", "folded", "standing")) == before
    assert dict(Gram.objects.values_list("gram", "spellings")) == counted


@pytest.mark.usefixtures("register")
def test_indexing_some_subjects_gives_the_same_as_indexing_all() -> None:
    counted = dict(Gram.objects.values_list("gram", "spellings"))
    reindex([make.subject("f901").pk, make.subject("p901").pk], by=make.BY)
    assert dict(Gram.objects.values_list("gram", "spellings")) == counted
    assert first("Jauqüreñ") == "f901"


@pytest.mark.usefixtures("register")
def test_a_withdrawn_title_is_no_longer_found() -> None:
    film = make.subject("f902")
    claim = film.claims.get(lang="en", prop="title")
    withdraw([claim.pk], by=make.BY, why="a test")
    make.settled(film)
    reindex([film.pk], by=make.BY)
    assert first("Pattern") == ""
    assert first("Үлгі қызы") == "f902"


@pytest.mark.usefixtures("register")
def test_an_unverified_title_is_found_after_an_attested_one() -> None:
    other = make.named("f903", Kind.WORK, {"en": "Another Thing"})
    make.claim(other, "title", "Үлгі қызы", lang="kk", script="Cyrl", rank=Rank.UNVERIFIED)
    make.settled(other)
    reindex([other.pk], by=make.BY)
    found = [result.card.ref for result in with_cards(find("Үлгі қызы")[1])]
    assert found[:2] == ["f902", "f903"]


@pytest.mark.usefixtures("register")
def test_indexing_leaves_a_line_in_the_journal() -> None:
    line = Deed.objects.filter(code="register.spelling.reindexed").latest("pk")
    assert line.details == {"spellings": Spelling.objects.count()}
