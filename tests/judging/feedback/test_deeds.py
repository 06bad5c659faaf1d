"""How reasons are gathered, changed, checked and sent, with a refusal for each reason."""

import pytest
from django.db import DatabaseError, transaction

from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.models import Application
from kinoqor.funding.conflict.models import Conflict
from kinoqor.funding.conflict.words import Grade, Kind, Voice
from kinoqor.judging.feedback import queries
from kinoqor.judging.feedback.actions import change, check, gather, send
from kinoqor.judging.feedback.models import Feedback
from kinoqor.judging.feedback.words import Stand
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.letter.models import Letter
from tests import people
from tests.funding.application import making as drafts
from tests.funding.check.making import officer
from tests.judging import making
from tests.judging.feedback.making import LONG, as_they_are, checked, gathered
from tests.judging.making import NOW, REF, STAGE
from tests.make import BY

pytestmark = pytest.mark.django_db


def test_reasons_are_gathered_once_and_only_after_the_opening() -> None:
    making.review(making.reading(making.admitted(), making.member()))
    with pytest.raises(Refused, match="sealed"):
        gather(REF, STAGE, by=BY)
    making.opened()
    assert gather(REF, STAGE, by=BY) == 1
    assert gather(REF, STAGE, by=BY) == 0
    of = Feedback.objects.get()
    assert {each.criterion for each in queries.pieces(of)} == {"plot", "dramaturgy"}
    assert queries.stand(of) == Stand.GATHERED


def test_what_was_changed_keeps_both_versions_and_its_reason() -> None:
    _file, _readers, of = gathered()
    said = as_they_are(of) | {0: (LONG, False, "A name stood here before.")}
    change(of.pk, of.revision, said, by=officer().doer)
    first = queries.pieces(Feedback.objects.get(pk=of.pk))[0]
    assert first.text == LONG
    assert first.said != LONG
    assert first.why == "A name stood here before."


def test_words_changed_or_left_out_without_a_reason_are_refused() -> None:
    _file, _readers, of = gathered()
    with pytest.raises(Refused, match="were changed"):
        change(of.pk, of.revision, as_they_are(of) | {0: (LONG, False, "")}, by=officer().doer)
    with pytest.raises(Refused, match="left out"):
        change(of.pk, of.revision, as_they_are(of) | {0: (LONG, True, "")}, by=officer().doer)


def test_of_two_tabs_the_second_is_refused() -> None:
    _file, _readers, of = gathered()
    by = officer()
    change(of.pk, of.revision, as_they_are(of), by=by.doer)
    with pytest.raises(Refused, match="since this page was opened"):
        change(of.pk, of.revision, as_they_are(of), by=by.doer)
    with pytest.raises(Refused, match="since this page was opened"):
        check(of.pk, of.revision, by=by.doer)


def test_reasons_go_out_once_and_only_after_somebody_checked_them() -> None:
    _file, _readers, of = gathered()
    by = officer()
    with pytest.raises(Refused, match="Nobody has checked"):
        send(of.pk, NOW, by=by.doer)
    checked(of, by)
    send(of.pk, NOW, by=by.doer)
    with pytest.raises(Refused, match="sent already"):
        send(of.pk, NOW, by=by.doer)
    with pytest.raises(Refused, match="sent already"):
        change(of.pk, of.revision + 1, as_they_are(of), by=by.doer)
    with pytest.raises(DatabaseError), transaction.atomic():
        Feedback.objects.filter(pk=of.pk).update(pieces=[])


def test_what_is_changed_after_the_check_is_to_be_checked_again() -> None:
    _file, _readers, of = gathered()
    by = officer()
    now = checked(of, by)
    change(now.pk, now.revision, as_they_are(now), by=by.doer)
    assert queries.stand(Feedback.objects.get(pk=of.pk)) == Stand.GATHERED
    with pytest.raises(Refused, match="Nobody has checked"):
        send(of.pk, NOW, by=by.doer)


def test_an_officer_in_conflict_or_of_the_company_touches_nothing() -> None:
    file, _readers, of = gathered()
    tied, of_them = officer(), officer()
    Conflict.objects.create(
        holder=file.name, user=tied, kind=Kind.FAMILY, grade=Grade.BARRED, voice=Voice.MEMBER, key="family",
        made=making.deed(),
    )  # fmt: skip
    people.seated(Role.PRODUCER, of_them, where=file.organisation)
    for whom, words in ((tied, "no such application"), (of_them, "seat in the company")):
        with pytest.raises(Refused, match=words):
            change(of.pk, of.revision, as_they_are(of), by=whom.doer)
        with pytest.raises(Refused, match=words):
            check(of.pk, of.revision, by=whom.doer)
        with pytest.raises(Refused, match=words):
            send(of.pk, NOW, by=whom.doer)


def test_a_piece_in_another_language_waits_for_its_translation() -> None:
    file = making.admitted(drafts.producer())
    Application.objects.filter(pk=file.pk).update(language="kk")
    making.review(making.reading(file, making.member()))
    making.opened()
    gather(REF, STAGE, by=BY)
    of, by = Feedback.objects.get(), officer()
    with pytest.raises(Refused, match="waits for its translation"):
        check(of.pk, of.revision, by=by.doer)
    translated = dict.fromkeys(range(2), ("Екінші бөлім соңына дейін шиеленісін жоғалтпайды.", False, ""))
    revision = change(of.pk, of.revision, translated, by=by.doer)
    check(of.pk, revision, by=by.doer)
    assert queries.stand(Feedback.objects.get()) == Stand.CHECKED


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_letter_is_whole_in_the_language_of_its_reader_and_names_no_reader(lang: str) -> None:
    user = drafts.producer()
    user.language = lang
    user.save()
    file, readers, of = gathered(user)
    by = officer()
    checked(of, by)
    send(of.pk, NOW, by=by.doer)
    letter = Letter.objects.filter(deed__code="judging.feedback.sent").get(receiver=user.doer.voice)
    assert letter.language == lang
    assert "{{" not in letter.body
    assert "The second act holds the tension" in letter.body
    assert f"/{lang}/applications/{file.pk}/reasons/" in letter.body
    for each in readers:
        assert each.seat.user.name not in letter.body


def test_the_names_that_are_looked_for_are_those_of_readers_members_and_the_crew() -> None:
    file, readers, of = gathered()
    other = making.member(name="Сынақ Мүшеұлы")
    Application.objects.filter(pk=file.pk).update(
        crew=[{"role": "director", "name": "Сынақ Үлгіұлы", "ref": ""}]
    )
    names = queries.watch(of.opening, Application.objects.get(pk=file.pk)).names
    assert {"Сынақ Үлгіұлы", other.seat.user.name, *(each.seat.user.name for each in readers)} <= set(names)
