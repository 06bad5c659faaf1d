"""The forms of the pack can be read, are told in three languages, and hold what the rules of the country want."""

import re

from kinoqor.funding.question.queries import number_rules, pack_documents
from kinoqor.kit.question import filled, open_points, read
from tests.kit.question.papers import sent

LATIN = re.compile(r"[A-Za-z]{4,}")


def test_every_form_of_the_pack_can_be_read() -> None:
    assert set(pack_documents()) >= {"applicant", "script-stage", "package-stage", "single-stage"}


def test_every_text_is_in_the_language_that_it_says() -> None:
    for document in pack_documents().values():
        form = read(document)
        for _group, question in form.questions:
            assert not LATIN.search(question.label["ru"].replace("IBAN", "")), question.label
            assert not LATIN.search(question.label["kk"].replace("IBAN", "")), question.label
            assert not re.search("[А-Яа-я]", question.label["en"]), question.label


def test_a_stage_two_keeps_what_stage_one_asked() -> None:
    forms = {code: read(document) for code, document in pack_documents().items()}
    first = {(group.code, one.code) for group, one in forms["script-stage"].questions}
    assert first <= {(group.code, one.code) for group, one in forms["package-stage"].questions}


def test_the_numbers_of_persons_and_companies_are_checked_by_digit() -> None:
    form = read(pack_documents()["applicant"])
    good = sent(form="company", bin="100140010000", director_iin="900101300007", iban="KZ86125KZT5004100100")
    _values, faults = filled(form, good)
    assert "bin" not in faults
    assert "iban" not in faults
    bad = sent(form="company", bin="100140010001", director_iin="901301300001", iban="KZ86125KZT5004100101")
    assert {"bin", "director_iin", "iban"} <= set(filled(form, bad).faults)
    assert set(number_rules()) == {"bin", "iin"}


def test_the_cycle_of_2019_wants_four_films_of_twenty_minutes() -> None:
    form = read(pack_documents()["single-stage"])
    films = {f"episodes__{n}__episode_minutes": "19" for n in range(1, 4)}
    values, faults = filled(form, sent(**films), only={"episodes"})
    assert "must not be less than 20" in faults["episodes.1.episode_minutes"]
    assert (
        "At least 4 rows" in {point.place: point.sentence for point in open_points(form, values)}["episodes"]
    )
