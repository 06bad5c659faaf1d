"""The law of the reasons: what is gathered, what is noticed, and when they may go out."""

from datetime import date

import pytest

from kinoqor.judging.feedback import rules
from kinoqor.judging.feedback.queries import stems
from kinoqor.judging.feedback.words import Kind, Piece, Stand, Watch
from kinoqor.kit.calendar import Calendar

LONG = "The second act holds the tension to its end, and the third lets it go."
PIECE = Piece("plot", 1, "en", LONG, LONG)


def noticed(text: str, *names: str) -> list[tuple[str, str]]:
    """What is noticed in a text and at which words."""
    found = rules.findings(text, Watch(names, stems()))
    return [(str(each.kind), text[each.start : each.end]) for each in found if each.end]


def test_pieces_stand_by_criterion_in_the_words_of_their_readers() -> None:
    told = [(1, "kk", {"plot": "Бірінші", "cast": "Екінші"}), (2, "ru", {"plot": "Первое"})]
    found = rules.gathered(["plot", "cast"], told, "kk")
    assert [(each.criterion, each.review, each.said, each.text) for each in found] == [
        ("plot", 1, "Бірінші", "Бірінші"),
        ("plot", 2, "Первое", ""),
        ("cast", 1, "Екінші", "Екінші"),
    ]


def test_the_order_of_readers_is_drawn_by_their_salts_and_stays() -> None:
    salts = {number: f"{number:064x}" for number in range(1, 7)}
    drawn = rules.order(salts, 12)
    assert sorted(drawn.values()) == [1, 2, 3, 4, 5, 6]
    assert drawn == rules.order(dict(reversed(salts.items())), 12)
    assert any(rules.order(salts, film) != drawn for film in range(13, 20))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Мұны Үлгіұлының өзі айтқан болатын, сюжет солай құрылған.", "Үлгіұлының"),
        ("Об этом Улгиулы говорил ещё год назад на обсуждении сценария.", "Улгиулы"),
        ("As Ulgiuly said at the pitching, the second act is too long.", "Ulgiuly"),
    ],
)
def test_a_name_is_noticed_in_three_scripts_and_with_its_endings(text: str, found: str) -> None:
    assert (Kind.NAME, found) in noticed(text, "Сынақ Үлгіұлы")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Бұл ақымақтық, мұндай сценарийді оқудың өзі қиын болды.", Kind.INSULT),
        ("Бездарный сценарий, читать его до конца было тяжело.", Kind.INSULT),
        ("A stupid script, and it was hard to read it to its end.", Kind.INSULT),
        ("Менің фильмімде де осындай көрініс болған, бұл қайталау.", Kind.REVEALS),
        ("Как режиссёр скажу: такую сцену снять за день нельзя никак.", Kind.REVEALS),
        ("In my film there was a scene like this one, so it is known.", Kind.REVEALS),
    ],
)
def test_insults_and_what_gives_away_the_writer_are_noticed(text: str, kind: Kind) -> None:
    assert kind in {each for each, _words in noticed(text)}


def test_a_plain_text_is_let_be_and_a_bare_one_is_named() -> None:
    assert noticed(LONG, "Сынақ Үлгіұлы") == []
    assert [each.kind for each in rules.findings("  ", Watch())] == [Kind.EMPTY]
    assert [each.kind for each in rules.findings("Good.", Watch())] == [Kind.SHORT]


def test_another_language_is_named_and_what_is_left_out_is_not_looked_at() -> None:
    foreign = Piece("plot", 1, "ru", LONG, "")
    assert [each.kind for each in rules.findings_of(foreign, Watch(), "kk")] == [Kind.LANGUAGE]
    out = Piece("plot", 1, "ru", "", "", True, "Nothing was said.")
    assert rules.findings_of(out, Watch(), "kk") == []


def test_words_are_changed_or_left_out_only_with_a_reason_and_translated_without_one() -> None:
    assert rules.may_change(PIECE, "en")
    changed = Piece("plot", 1, "en", LONG, LONG + " Indeed.")
    assert "were changed" in str(rules.may_change(changed, "en").reason)
    assert rules.may_change(Piece("plot", 1, "en", LONG, "Shorter.", why="A name stood here."), "en")
    assert "is left out" in str(rules.may_change(Piece("plot", 1, "en", LONG, LONG, True), "en").reason)
    assert rules.may_change(Piece("plot", 1, "ru", "Второй акт держит.", LONG), "en")
    assert "at most" in str(rules.may_change(Piece("plot", 1, "en", LONG, "a" * 7000), "en").reason)


def test_reasons_are_ready_when_everything_is_translated_and_each_criterion_keeps_words() -> None:
    assert rules.may_check([PIECE], ["plot"], True, Stand.GATHERED)
    foreign = Piece("cast", 2, "ru", "Актёры названы.", "")
    assert "translation" in str(rules.may_check([PIECE, foreign], ["plot"], True, Stand.GATHERED).reason)
    verdict = rules.may_check([PIECE], ["plot", "cast"], True, Stand.GATHERED)
    assert "every criterion" in str(verdict.reason)
    assert rules.may_check([PIECE], ["plot", "cast"], False, Stand.GATHERED)
    out = Piece("plot", 1, "en", LONG, LONG, True, "It names a reader.")
    assert "Nothing is left" in str(rules.may_check([out], [], False, Stand.GATHERED).reason)
    assert "sent already" in str(rules.may_check([PIECE], [], False, Stand.SENT).reason)


def test_only_what_was_checked_goes_out_and_once() -> None:
    assert rules.may_send(Stand.CHECKED)
    assert "Nobody has checked" in str(rules.may_send(Stand.GATHERED).reason)
    assert "sent already" in str(rules.may_send(Stand.SENT).reason)
    assert "sent already" in str(rules.may_be_changed(Stand.SENT).reason)


def test_the_last_day_is_counted_in_working_days_and_not_guessed() -> None:
    days = Calendar((), {2026: True})
    assert rules.due(days, date(2026, 4, 17), 3) == date(2026, 4, 22)
    assert rules.due(days, date(2026, 4, 17), None) is None
    assert rules.due(days, date(2027, 4, 17), 3) is None


def test_what_goes_out_stands_by_criterion() -> None:
    out = Piece("plot", 2, "en", LONG, LONG, True, "It names a reader.")
    assert rules.by_criterion([PIECE, out, Piece("cast", 2, "en", "x", " y ")]) == {
        "plot": [LONG],
        "cast": ["y"],
    }
