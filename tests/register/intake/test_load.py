"""A pack is loaded whole or not at all; loading twice changes nothing; what is no longer said is withdrawn."""

from collections import Counter
from pathlib import Path

import pytest

from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.card.models import Card
from kinoqor.register.claim.models import Claim
from kinoqor.register.claim.queries import standing
from kinoqor.register.claim.words import Rank
from kinoqor.register.intake.actions import PackRefused, load, settle
from kinoqor.register.intake.queries import preview
from kinoqor.register.subject.models import Subject
from tests.register.intake.small import films, write

pytestmark = pytest.mark.django_db
DOER = Doer("pack:zz")


def loaded(folder: Path) -> None:
    settle(load(folder, by=DOER), by=DOER)


def facts(ref: str, code: str) -> list[str]:
    return [voice["value"] for voice in Card.objects.get(ref=ref).facts.get(code, {}).get("voices", [])]


def test_a_row_becomes_one_claim_for_each_of_its_sources(tmp_path: Path) -> None:
    loaded(write(tmp_path))
    runtime = standing().filter(subject__ref="f901", prop="runtime")
    assert sorted(runtime.values_list("source__address", flat=True)) == [
        "https://a.example/f",
        "https://law.example/f",
    ]


def test_a_source_that_says_otherwise_elsewhere_is_not_made_to_say_the_row(tmp_path: Path) -> None:
    loaded(write(tmp_path))
    years = standing().filter(subject__ref="f901", prop="year").values_list("value", "source__address")
    assert set(years) == {("1955", "https://law.example/f"), ("1956", "https://a.example/f")}
    assert facts("f901", "year") == ["1955", "1956"] and Card.objects.get(ref="f901").disputed


def test_the_remark_in_brackets_becomes_the_note_of_the_value(tmp_path: Path) -> None:
    loaded(write(tmp_path))
    assert standing().get(subject__ref="f901", value="1956").note == "release"


def test_what_rests_on_memory_has_the_lowest_rank_and_marks_the_card(tmp_path: Path) -> None:
    loaded(write(tmp_path))
    assert standing().get(subject__ref="f902", prop="year").rank == Rank.UNVERIFIED
    assert Card.objects.get(ref="f902").unverified
    assert standing().get(subject__ref="f901", value="Дорога").rank == Rank.UNVERIFIED


def test_loading_twice_changes_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path)
    loaded(folder)
    before = list(Claim.objects.order_by("pk").values())
    assert load(folder, by=DOER) == set()
    assert list(Claim.objects.order_by("pk").values()) == before


def test_a_later_version_withdraws_what_it_no_longer_says_and_tells_why(tmp_path: Path) -> None:
    loaded(write(tmp_path))
    loaded(write(tmp_path, films=films(("f902,,Дом", "f902,,Домик"), (",80,", ",81,"))))
    gone = Claim.objects.exclude(withdrawn=None)
    assert sorted(set(gone.values_list("value", flat=True))) == ["80", "Дом"]
    deed = gone.first().withdrawn  # type: ignore[union-attr]
    assert (deed.voice, deed.why) == ("pack:zz", "no longer said by films.csv")  # type: ignore[union-attr]
    assert sorted(facts("f902", "title")) == ["The House", "Домик"]
    assert facts("f901", "runtime") == ["81"]


def test_a_film_that_the_file_no_longer_holds_keeps_its_number_and_its_history(tmp_path: Path) -> None:
    loaded(write(tmp_path))
    without = "".join(line for line in films().splitlines(keepends=True) if not line.startswith("f902"))
    loaded(write(tmp_path, films=without))
    assert Subject.objects.filter(ref="f902").exists()
    assert not standing().filter(subject__ref="f902").exists()
    assert Claim.objects.filter(subject__ref="f902").exists()


def test_what_was_withdrawn_can_be_said_again(tmp_path: Path) -> None:
    loaded(write(tmp_path))
    loaded(write(tmp_path, films=films((",80,", ",81,"))))
    loaded(write(tmp_path))
    assert facts("f901", "runtime") == ["80"]


def test_the_dry_run_tells_row_by_row_what_would_change_and_changes_nothing(tmp_path: Path) -> None:
    loaded(write(tmp_path))
    deeds = Deed.objects.count()
    write(tmp_path, films=films((",80,", ",81,"), ("f902,,Дом,The House", "f902,Үй,Дом,The House")))
    found = list(preview(tmp_path))
    assert Counter(one.outcome for one in found) == {"changed": 2, "withdrawn": 2, "new": 1}
    new = next(one for one in found if one.outcome == "new")
    assert (new.file, new.row, new.ref, new.prop, new.words) == ("films.csv", 3, "f902", "title", "Үй")
    assert Deed.objects.count() == deeds


def test_html_in_a_title_is_doubtful_and_stays_text(tmp_path: Path) -> None:
    folder = write(tmp_path, films=films(("The Road", "<b>The</b> <script>Road</script>")))
    assert any("HTML" in one.words for one in preview(folder) if one.outcome == "doubtful")
    loaded(folder)
    assert "<b>The</b> <script>Road</script>" in facts("f901", "title")


BAD = [
    ("another encoding", {"films": films().encode("cp1251", "replace")}, "films.csv", "UTF-8"),
    ("a missing column", {"films": films(("year,kind", "jahr,kind"))}, "films.csv", "missing"),
    ("an id given twice", {"films": films(("f902,", "f901,"))}, "films.csv", "twice"),
    ("an id used by another file", {"people": "id,name_kk,name_ru,name_en,other_spellings,birth_year,death_year,roles,"
     "wikidata,source\nf901,,,X,,,,,,https://a.example\n"}, "films.csv", "twice"),
    ("no id", {"films": films(("f902,", ","))}, "films.csv", "number"),
    ("a studio that does not exist", {"films": films(("o901", "o999"))}, "films.csv", "o999"),
    ("a credit of nobody", {"credits": "film_id,person_id,role,character,source\nf901,p999,actor,,https://a.example\n"},
     "credits.csv", "p999"),
    ("an impossible year", {"films": films((",1955,", ",19555,"))}, "films.csv", "19555"),
    ("a month thirteen", {"films": films((",1955,", ",1955-13,"))}, "films.csv", "month 13"),
    ("a role that does not exist", {"credits": "film_id,person_id,role,character,source\nf901,p901,wizard,,https://a.example\n"},
     "credits.csv", "wizard"),
    ("a running time in words", {"films": films((",80,", ",long,"))}, "films.csv", "long"),
    ("a row cut in the middle", {"films": films()[:-60]}, "films.csv", "cut"),
    ("an open quote", {"films": films(("A road.", '"A road.'))}, "films.csv", ""),
    ("an empty file", {"films": ""}, "films.csv", "empty"),
    ("a control character", {"films": films(("The Road", "The\x07Road"))}, "films.csv", "control"),
    ("a right-to-left mark", {"films": films(("The Road", "The \u202eRoad"))}, "films.csv", "right-to-left"),
    ("a field that the pack does not explain", {"conflicts": "id,entity_type,entity_id,field,value_a,source_a,value_b,"
     "source_b\nc901,film,f901,smell,a,https://a.example,b,https://b.example\n"}, "conflicts.csv", "smell"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "spoilt", "file", "words"), BAD, ids=[case[0] for case in BAD])
def test_a_pack_with_one_bad_row_is_refused_whole_and_says_where(
    tmp_path: Path, what: str, spoilt: dict[str, str | bytes], file: str, words: str
) -> None:
    folder = write(tmp_path, **spoilt)
    with pytest.raises(PackRefused) as refused:
        load(folder, by=DOER)
    assert any(one.file == file and words in one.words for one in refused.value.findings), (
        refused.value.findings
    )
    assert not Claim.objects.exists() and not Subject.objects.exists() and not Deed.objects.exists()
    assert {one.outcome for one in preview(folder)} <= {"refused", "doubtful"}


def test_a_broken_pack_file_is_named_and_nothing_is_loaded(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "fields.toml").write_text("conflict = [", encoding="utf-8")
    with pytest.raises(PackRefused) as refused:
        load(folder, by=DOER)
    assert refused.value.findings[0].file == "fields.toml"


def test_a_code_that_no_list_knows_is_doubtful_and_kept_as_written(tmp_path: Path) -> None:
    (tmp_path / "genres.csv").write_text("code,kk,ru,en,also\ndrama,драма,драма,drama,\n", encoding="utf-8")
    folder = write(tmp_path)
    found = [one for one in preview(folder) if one.outcome == "doubtful" and one.prop == "genre"]
    assert len(found) == 1 and "war" in found[0].words
