"""Conflicts as records: what is declared, reported, feared, found and decided, and each refusal."""

from dataclasses import replace

import pytest
from django.db import DatabaseError, transaction

from kinoqor.accounts.user.models import User
from kinoqor.funding.conflict.actions import decide, declare, fear, found, report, take_back
from kinoqor.funding.conflict.models import Conflict, Decision
from kinoqor.funding.conflict.queries import as_said, feared_of, is_shut, kept_about, shut_pairs, shut_to
from kinoqor.funding.conflict.rules import key
from kinoqor.funding.conflict.words import Conflict as Said
from kinoqor.funding.conflict.words import Grade, Kind, Status, Step, Voice
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.letter.models import Letter
from tests import people
from tests.make import BY

pytestmark = pytest.mark.django_db

FILE, NUMBER = "application:12", 12
WHY = "They are cousins and have lived in one house."
PATH = (Step("p1", "p2", "f038", "Сынақ фильм", 2021, ("director", "producer")),)


def said(user: User, **more: object) -> Said:
    """A conflict as a look finds it: both have led one film."""
    plain = Said("p1", FILE, Kind.CREDIT, Grade.BARRED, path=PATH, age=2, weight=500)
    return replace(plain, **more)  # type: ignore[arg-type]


def looked(user: User, *conflicts: Said) -> tuple[int, int]:
    """A look that has found just this of one reader."""
    told: tuple[int, int] = found([FILE], {"p1": user.pk}, conflicts, by=BY)
    return told


def no(act: object, words: str) -> None:
    """What is refused, and in which words."""
    with pytest.raises(Refused) as refused:
        act()  # type: ignore[operator]
    assert words in str(refused.value.verdict.reason)


def test_what_one_declares_shuts_the_file_at_once_and_stands_in_the_journal() -> None:
    user = people.user()
    declare(NUMBER, FILE, Kind.FAMILY, "", by=user.doer)
    assert shut_to(user.pk) == [FILE] and is_shut(user.pk, FILE)
    assert shut_pairs([FILE]) == {(user.pk, FILE)}
    assert Deed.objects.latest("pk").details == {"application": NUMBER}
    assert shut_to(None) == [] and not is_shut(None, FILE)


def test_nothing_is_declared_twice_nor_without_words_where_the_kind_says_nothing() -> None:
    user = people.user()
    declare(NUMBER, FILE, Kind.FAMILY, "", by=user.doer)
    no(lambda: declare(NUMBER, FILE, Kind.FAMILY, "", by=user.doer), "known already")
    no(lambda: declare(NUMBER, FILE, Kind.DECLARED, "no", by=user.doer), "at least 20 letters")
    no(lambda: declare(NUMBER, FILE, Kind.FAMILY, "x" * 2001, by=user.doer), "at most 2000")
    no(lambda: declare(NUMBER, FILE, Kind.CREDIT, WHY, by=user.doer), "found in the register")
    no(lambda: declare(NUMBER, FILE, Kind.FAMILY, "", by=BY), "must have an account")


def test_a_report_shuts_until_someone_decides_and_nobody_reports_themselves() -> None:
    user, other = people.user(), people.user()
    made = report(NUMBER, FILE, user.pk, Kind.DECLARED, WHY, by=other.doer)
    assert is_shut(user.pk, FILE)
    decide(NUMBER, made, Status.DISMISSED, frozenset(), by=other.doer, why=WHY)
    assert not is_shut(user.pk, FILE)
    decide(NUMBER, made, Status.UPHELD, frozenset(), by=other.doer, why=WHY)
    assert is_shut(user.pk, FILE)
    no(lambda: report(NUMBER, FILE, user.pk, Kind.FAMILY, "", by=user.doer), "your own")


def test_an_applicant_names_as_many_readers_as_the_call_lets_and_each_once() -> None:
    users = [people.user() for _one in range(3)]
    for user in users[:2]:
        fear(NUMBER, FILE, user.pk, 2, by=BY)
    no(lambda: fear(NUMBER, FILE, users[0].pk, 3, by=BY), "already")
    no(lambda: fear(NUMBER, FILE, users[2].pk, 2, by=BY), "no more are possible")
    assert [one.user_id for one in feared_of(FILE)] == [user.pk for user in users[:2]]
    take_back(NUMBER, feared_of(FILE)[0].pk, False, by=BY)
    assert not is_shut(users[0].pk, FILE)


def test_what_was_declared_is_taken_back_by_its_own_voice_before_the_draw_and_once() -> None:
    user, other = people.user(), people.user()
    made = declare(NUMBER, FILE, Kind.DECLARED, WHY, by=user.doer)
    no(lambda: take_back(NUMBER, made, False, by=other.doer), "Only who has declared")
    no(lambda: take_back(NUMBER, made, True, by=user.doer), "drawn already")
    take_back(NUMBER, made, False, by=user.doer)
    assert shut_to(user.pk) == []
    no(lambda: take_back(NUMBER, made, False, by=user.doer), "taken back already")
    no(lambda: decide(NUMBER, made, Status.UPHELD, frozenset(), by=other.doer, why=WHY), "stands no more")
    reported = report(NUMBER, FILE, user.pk, Kind.FAMILY, "", by=other.doer)
    no(lambda: take_back(NUMBER, reported, False, by=user.doer), "Only who has declared")


def test_a_look_adds_what_is_new_leaves_what_stands_and_marks_what_is_gone() -> None:
    user = people.user()
    assert looked(user, said(user)) == (1, 0)
    decide(NUMBER, Conflict.objects.get().pk, Status.DISMISSED, frozenset(), by=BY, why=WHY)
    assert looked(user, said(user)) == (0, 0)
    assert not is_shut(user.pk, FILE)  # what was dismissed stays dismissed when it is found again
    declare(NUMBER, FILE, Kind.FAMILY, "", by=user.doer)
    owner = said(user, kind=Kind.OWNER, path=())
    assert looked(user, owner) == (1, 1)
    assert looked(user) == (0, 1)
    assert [one.voice for one in Conflict.objects.filter(gone=None)] == [Voice.MEMBER]
    assert Deed.objects.filter(code="funding.conflict.found").latest("pk").details == {"new": 0, "dropped": 1}


def test_a_conflict_is_read_back_as_the_law_made_it() -> None:
    user = people.user()
    looked(user, said(user))
    read = as_said(Conflict.objects.get())
    assert read == said(user, reader=str(user.pk))
    assert Conflict.objects.get().key == key(said(user))


def test_nobody_decides_of_their_own_nor_for_their_company_nor_without_a_reason() -> None:
    user, other = people.user(), people.user()
    looked(user, said(user))
    made = Conflict.objects.get().pk
    no(lambda: decide(NUMBER, made, Status.UPHELD, frozenset(), by=user.doer, why=WHY), "your own")
    sits = frozenset({str(other.pk)})
    no(lambda: decide(NUMBER, made, Status.UPHELD, sits, by=other.doer, why=WHY), "seat in the company")
    no(lambda: decide(NUMBER, made, Status.UPHELD, frozenset(), by=other.doer, why="No."), "at least 20")
    no(lambda: decide(NUMBER, made, Status.OPEN, frozenset(), by=other.doer, why=WHY), "either upheld")


def test_nobody_is_made_to_judge_after_declaring_or_in_their_own_film() -> None:
    user, other = people.user(), people.user()
    made = declare(NUMBER, FILE, Kind.FAMILY, "", by=user.doer)
    no(
        lambda: decide(NUMBER, made, Status.DISMISSED, frozenset(), by=other.doer, why=WHY),
        "member has declared",
    )
    looked(user, said(user, kind=Kind.SELF, path=()))
    own = Conflict.objects.get(kind=Kind.SELF).pk
    no(lambda: decide(NUMBER, own, Status.DISMISSED, frozenset(), by=other.doer, why=WHY), "take part")


def test_records_are_never_changed_and_warned_ones_shut_nothing() -> None:
    user = people.user()
    looked(user, said(user, grade=Grade.WARNED, kind=Kind.REMOTE))
    assert shut_to(user.pk) == []
    for change in (Conflict.objects.update, Decision.objects.create):
        with pytest.raises((DatabaseError, TypeError)), transaction.atomic():
            change(kind=Kind.FAMILY)
    with pytest.raises(DatabaseError), transaction.atomic():
        Conflict.objects.all().delete()


def test_ones_own_data_hold_ones_conflicts_but_not_who_fears_one() -> None:
    user = people.user()
    made = declare(NUMBER, FILE, Kind.FAMILY, WHY, by=user.doer)
    fear("", "application:13", user.pk, 1, by=BY)
    take_back(NUMBER, made, False, by=user.doer)
    [kept] = kept_about(user.doer.voice)
    assert (kept["file"], kept["kind"], kept["words"]) == (FILE, Kind.FAMILY, WHY) and kept["gone"]
    assert kept_about("clock") == []


def letter_to(user: User) -> Letter:
    """The only letter to somebody."""
    return Letter.objects.get(receiver=user.doer.voice)


def test_a_member_is_told_that_what_they_declared_was_upheld_and_why() -> None:
    user, officer = people.user(), people.user()
    made = declare(NUMBER, FILE, Kind.FAMILY, "", by=user.doer)
    decide(NUMBER, made, Status.UPHELD, frozenset(), by=officer.doer, why=WHY)
    told = letter_to(user)
    assert str(NUMBER) in told.subject_line and WHY in told.body and told.about == FILE


@pytest.mark.parametrize("status", [Status.UPHELD, Status.DISMISSED])
def test_an_applicant_is_told_what_was_decided_and_neither_whom_it_is_about_nor_why(status: Status) -> None:
    applicant, named, officer = people.user(), people.user("Сынақ Аты Аталған"), people.user()
    fear(NUMBER, FILE, named.pk, 2, by=applicant.doer)
    decide(NUMBER, feared_of(FILE)[0].pk, status, frozenset(), by=officer.doer, why=WHY)
    told = letter_to(applicant)
    assert f"/applications/{NUMBER}/readers/" in told.body
    assert WHY not in told.body and "Аталған" not in told.body
    assert not Letter.objects.filter(receiver=named.doer.voice).exists()


def test_nobody_is_written_to_about_what_the_register_or_a_report_says() -> None:
    user, other = people.user(), people.user()
    made = report(NUMBER, FILE, user.pk, Kind.DECLARED, WHY, by=other.doer)
    decide(NUMBER, made, Status.UPHELD, frozenset(), by=other.doer, why=WHY)
    looked(user, said(user))
    found_ = Conflict.objects.get(voice=Voice.REGISTER)
    decide(NUMBER, found_.pk, Status.DISMISSED, frozenset(), by=other.doer, why=WHY)
    assert not Letter.objects.exists()
