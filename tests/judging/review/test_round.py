"""How a stage is followed, its readers reminded, and all its reviews opened together; a refusal for each reason."""

from datetime import datetime, timedelta
from unittest.mock import patch

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.application.actions import withdraw
from kinoqor.judging.assignment.models import Reading
from kinoqor.judging.panel.models import Photograph
from kinoqor.judging.review import rules
from kinoqor.judging.review.actions import open_reviews, remind
from kinoqor.judging.review.adapters import rounds
from kinoqor.judging.review.clock import remind_readers
from kinoqor.judging.review.models import Opening, Review
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.letter.models import Letter
from tests import people
from tests.funding.check.making import officer
from tests.judging import making
from tests.judging.making import NOW, REF, STAGE
from tests.make import BY

pytestmark = pytest.mark.django_db
WHY = "The reader is ill, and the council meets on Monday."
AT = f"/en/desk/rounds/{REF}/{STAGE}/reviews/"


def begun() -> tuple[Reading, Reading]:
    """Two readings of two readers, one of them handed in."""
    file = making.admitted()
    done, open_ = (making.reading(file, making.member()) for _number in range(2))
    making.review(done)
    return done, open_


def opened(by: User, missing: tuple[int, ...] = (), why: str = "") -> int:
    """All reviews of the stage opened."""
    made: int = open_reviews(REF, STAGE, 1, missing, NOW, by=by.doer, why=why)
    return made


def test_all_reviews_are_opened_together_with_their_digests_and_the_make_up_of_the_body() -> None:
    making.judged_round(2, 3, open_=False)
    found = Opening.objects.get(pk=opened(officer()))
    assert (found.reviews, found.missing) == (6, 0)
    assert found.digest == rules.seal_of_all(Review.objects.values_list("reading", "digest"))
    assert len(found.photograph.members) == 3
    line = Deed.objects.get(code="judging.review.opened")
    assert line.details["seal"] == found.digest
    assert line.pk == Photograph.objects.get().deed.within_id
    with pytest.raises(DatabaseError), transaction.atomic():
        Opening.objects.update(missing=1)


def test_what_is_missing_is_named_one_by_one_with_a_reason() -> None:
    done, open_ = begun()
    by = officer()
    with pytest.raises(Refused, match="1 review is missing"):
        opened(by)
    with pytest.raises(Refused, match="come in meanwhile"):
        opened(by, (open_.pk, done.pk), WHY)
    with pytest.raises(Refused, match="why the reviews are opened"):
        opened(by, (open_.pk,), "Ill.")
    assert Opening.objects.get(pk=opened(by, (open_.pk,), WHY)).missing == 1


def test_reviews_are_opened_once() -> None:
    making.judged_round(1, 2, open_=False)
    opened(officer())
    with pytest.raises(Refused, match="opened already"):
        opened(officer())


def test_without_a_quorum_without_readings_and_without_reviews_nothing_is_opened() -> None:
    with pytest.raises(Refused, match="No such stage"):
        opened(officer())
    one = making.reading(making.admitted(), making.member())
    with pytest.raises(Refused, match="nothing to open"):
        opened(officer(), (one.pk,), WHY)
    making.review(one)
    with pytest.raises(Refused, match="no quorum today: 1 "):
        opened(officer())


def test_an_officer_to_whom_a_file_is_shut_opens_nothing() -> None:
    files, _readers = making.judged_round(2, 2, open_=False)
    by = officer()
    making.barred(by, files[0])
    with pytest.raises(Refused, match="shut to you"):
        opened(by)
    opened(officer())


def test_a_withdrawn_file_is_not_missing() -> None:
    _done, open_ = begun()
    gone = making.reading(making.admitted(), open_.member)
    making.review(open_)
    withdraw(gone.application_id, by=BY)
    assert opened(officer())


def test_a_reminder_goes_to_whoever_has_something_to_hand_in_once_a_day() -> None:
    _done, open_ = begun()
    assert remind(REF, STAGE, 1, NOW, by=officer().doer) == 1
    letter = Letter.objects.get(deed__code="judging.review.reminded")
    assert letter.receiver == f"user:{open_.user_id}"
    assert "To hand in: 1" in letter.body
    assert "Not begun: 1" in letter.body
    with pytest.raises(Refused, match="reminded today already"):
        remind(REF, STAGE, 1, letter.at, by=officer().doer)
    making.review(open_)
    with pytest.raises(Refused, match="Nobody has anything"):
        remind(REF, STAGE, 1, NOW, by=officer().doer)


def test_nobody_is_reminded_of_a_file_that_is_shut_to_them() -> None:
    _done, open_ = begun()
    making.barred(open_.user, open_.application)
    with pytest.raises(Refused, match="Nobody has anything"):
        remind(REF, STAGE, 1, NOW, by=officer().doer)


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_letters_are_written_whole_in_the_language_of_their_reader(lang: str) -> None:
    _done, open_ = begun()
    User.objects.filter(pk=open_.user_id).update(language=lang)
    remind(REF, STAGE, 1, NOW, by=officer().doer)
    letter = Letter.objects.get(deed__code="judging.review.reminded")
    assert letter.language == lang
    assert "{{" not in letter.body + letter.subject_line
    assert "\n\n\n" not in letter.body
    assert f"/{lang}/reading/" in letter.body


def clock_at(day: datetime) -> int:
    """The job of a morning."""
    with patch("django.utils.timezone.now", return_value=day):
        sent: int = remind_readers.func()
    return sent


def test_the_clock_reminds_once_in_the_last_days_before_the_due_day() -> None:
    begun()
    # Twenty working days from 15 April 2026, with the holidays of May between: 19 May or later.
    assert clock_at(NOW + timedelta(days=5)) == 0
    days = [clock_at(NOW + timedelta(days=each)) for each in range(20, 50)]
    assert sum(days) == 1


@pytest.fixture(name="desk")
def _desk() -> people.Client:
    return people.client(officer())


def test_before_the_opening_the_desk_shows_counts_alone(desk: people.Client) -> None:
    files, readers = making.judged_round(2, 3, open_=False)
    shown = desk.get(AT).content.decode()
    assert "6 of 6 reviews are in" in shown
    assert readers[0].seat.user.name in shown
    assert "3 of 3 in" in shown
    assert "A film for festivals." not in shown
    assert desk.get(f"{AT}{files[0].pk}/").status_code == 404
    auditor = people.signed_in(Role.AUDITOR)
    assert auditor.get(f"{AT}{files[0].pk}/").status_code == 404
    assert "Remind whoever" not in auditor.get(AT).content.decode()


def test_after_the_opening_all_reviews_of_a_file_stand_side_by_side(desk: people.Client) -> None:
    files, readers = making.judged_round(2, 3)
    shown = desk.get(f"{AT}{files[0].pk}/").content.decode()
    for each in readers:
        assert each.seat.user.name in shown
    assert shown.count("A film for festivals.") == 3
    assert "The second act holds" in shown
    assert f"{AT}{files[0].pk}/" in desk.get(AT).content.decode()


def test_a_file_that_is_shut_to_an_officer_is_neither_counted_nor_shown_nor_betrayed_by_loads() -> None:
    files, readers = making.judged_round(2, 3)
    by = officer()
    making.barred(by, files[0])
    shut = people.client(by)
    shown = shut.get(AT).content.decode()
    assert "3 of 3 reviews are in" in shown
    assert f"{AT}{files[0].pk}/" not in shown
    assert f"{AT}{files[1].pk}/" in shown
    assert readers[0].seat.user.name not in shown.split("Who sat on the body")[0]
    assert "nobody is found by counting" in shown
    assert shut.get(f"{AT}{files[0].pk}/").status_code == 404


def test_a_page_opens_the_reviews_after_what_is_missing_was_confirmed(desk: people.Client) -> None:
    _done, open_ = begun()
    page = desk.get(f"{AT}open/").content.decode()
    assert f"{open_.user.name} – " in page
    bad = desk.post(f"{AT}open/", {"phase": "1", "why": WHY})
    assert "was not confirmed as missing" in bad.content.decode()
    good = desk.post(f"{AT}open/", {"phase": "1", "why": WHY, "missing": [str(open_.pk)]})
    assert good.status_code == 302
    assert Opening.objects.count() == 1
    assert "opened already" in desk.get(f"{AT}open/").content.decode()


def test_a_page_reminds(desk: people.Client) -> None:
    begun()
    assert (
        "Letters on their way: 1." in desk.post(f"{AT}remind/", {"phase": "1"}, follow=True).content.decode()
    )
    assert "reminded today already" in desk.get(AT).content.decode()


def test_experts_and_strangers_see_nothing_of_a_stage() -> None:
    _files, readers = making.judged_round(1, 2)
    expert = people.client(readers[0].seat.user)
    assert expert.get(AT).status_code == 403
    assert people.client().get(AT).status_code == 302
    assert people.signed_in(Role.OFFICER).get(AT.replace(STAGE, "package")).status_code == 404


def test_the_desk_costs_the_same_with_one_and_four_files(desk: people.Client) -> None:
    file = making.admitted()
    readers = [making.member() for _number in range(3)]
    for each in readers:
        making.review(making.reading(file, each))
    making.reading(file, making.member())  # what is overdue is named from the first file on
    desk.get(AT)
    with CaptureQueriesContext(connection) as one:
        desk.get(AT)
    for _number in range(3):
        file = making.admitted()
        for each in readers:
            making.reading(file, each)
    with CaptureQueriesContext(connection) as four:
        desk.get(AT)
    assert len(four) <= len(one)


def test_a_review_is_overdue_after_the_last_day() -> None:
    begun()
    found = rounds.by_reader(rounds.readings_of(REF, STAGE, 1), NOW + timedelta(days=1))
    assert sorted(each["late"] for each in found) == [0, 1]
    assert [each["late"] for each in rounds.by_reader(rounds.readings_of(REF, STAGE, 1), NOW)] == [0, 0]


def test_an_overdue_reading_is_named_with_how_late_it_is_and_leads_to_a_stand_in() -> None:
    done, open_ = begun()
    way = f"/en/desk/draws/{open_.draw_id}/readings/{open_.pk}/?how=replace"
    page = people.client(officer()).get(AT).content.decode()
    part = page[page.index('id="overdue"') :]
    assert "working days late" in part and open_.user.name in part and way in part
    assert f"readings/{done.pk}/" not in part
    form = people.client(officer()).get(way).content.decode()
    assert 'value="replace"' in form and form.count("checked") == 1
    audit = people.signed_in(Role.AUDITOR).get(AT).content.decode()
    assert "working days late" in audit and way not in audit


def test_an_overdue_review_is_still_taken_until_the_opening() -> None:
    done, open_ = begun()
    assert "working days late" in people.client(open_.user).get("/en/reading/").content.decode()
    making.review(open_)
    assert 'id="overdue"' not in people.client(officer()).get(AT).content.decode()
    assert opened(officer()) and Opening.objects.get().reviews == 2 and done.pk != open_.pk


def test_an_overdue_reading_of_a_file_that_is_shut_to_an_officer_is_not_named() -> None:
    _done, open_ = begun()
    someone = officer()
    making.barred(someone, open_.application)
    page = people.client(someone).get(AT).content.decode()
    assert 'id="overdue"' not in page and open_.user.name not in page
