"""The marks of a pitching stand in the public record: sealed one by one, opened together, and nobody is in it."""

import json

import pytest

from kinoqor.accounts.user.models import User
from kinoqor.deciding.pitching import actions
from kinoqor.deciding.pitching.models import Plan, Sheet
from kinoqor.deciding.pitching.rules import hearing
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.log.queries import leaves_of
from kinoqor.portal.record.adapters.audit_rows import of_the_rows
from tests.deciding.making import REF
from tests.deciding.pitching import played
from tests.funding.check.making import officer
from tests.ledger.log.writing import record, spoilt
from tests.portal.record.test_audit import alter

pytestmark = pytest.mark.django_db


def leaves(kind: str) -> list[dict[str, object]]:
    return [json.loads(each.text)["says"] for each in leaves_of(REF).filter(kind=kind)]


def found(of: object) -> list[str]:
    """What an audit says of a row."""
    named = f"(deciding.{type(of).__name__.lower()} {of.pk}):"  # type: ignore[attr-defined]
    return [each for each in of_the_rows() if named in each]


def test_marks_leave_their_seal_in_the_record_in_the_deed_that_seals_them() -> None:
    of, slots, sitting = played.heard(1, handed=False)
    by = sitting[0].seat.user.doer
    actions.write_sheet(slots[0].pk, played.MARKS, 0, played.NOW, by=by)
    assert leaves("marks.sealed") == []
    seal = actions.hand_in(slots[0].pk, played.MARKS, 1, played.NOW, by=by)
    assert leaves("marks.sealed") == [{"session": f"pitching:{of.pk}", "seal": seal}]
    line = Deed.objects.get(code="deciding.pitching.handed_in")
    assert [each.details["kind"] for each in line.parts.filter(code="ledger.log.written")] == ["marks.sealed"]


def test_the_opening_leaves_one_digest_over_all_seals_with_the_make_up_of_the_body_before_it() -> None:
    of, _slots, _sitting = played.heard(2, 3)
    assert leaves("marks.opened") == []
    digest = actions.open_sheets(of.pk, (), False, played.NOW, by=officer().doer)
    assert leaves("marks.opened") == [{"session": f"pitching:{of.pk}", "marks": 6, "seals": digest}]
    assert len(leaves("marks.sealed")) == 6
    rows = Sheet.objects.values_list("slot", "member", "digest")
    assert digest == hearing.seal_of_all(rows)
    line = Deed.objects.get(code="deciding.pitching.opened")
    written = line.parts.filter(code="ledger.log.written").order_by("pk")
    assert [each.details["kind"] for each in written] == ["body.photographed", "marks.opened"]


def test_what_is_refused_leaves_nothing_in_the_record() -> None:
    of, _slots, _sitting = played.heard(1)
    actions.open_sheets(of.pk, (), False, played.NOW, by=officer().doer)
    with pytest.raises(Refused):
        actions.open_sheets(of.pk, (), False, played.NOW, by=officer().doer)
    assert len(leaves("marks.opened")) == 1


def test_a_pitching_is_published_whole_in_the_record_and_names_nobody() -> None:
    of, slots, _sitting = played.heard(2, 3)
    actions.open_sheets(of.pk, (), False, played.NOW, by=officer().doer)
    record(0)
    assert spoilt() == []
    text = " ".join(leaves_of(REF).values_list("text", flat=True))
    names = [name for user in User.objects.all() for name in (user.name, user.email)]
    titles = [title for each in slots for title in each.application.titles.values()]
    assert all(name not in text for name in [*names, *titles])


def test_marks_altered_behind_the_house_are_found_by_the_audit_even_with_a_new_digest() -> None:
    of, _slots, _sitting = played.heard(1)
    actions.open_sheets(of.pk, (), False, played.NOW, by=officer().doer)
    sheet, plan = Sheet.objects.select_related("slot").latest("pk"), Plan.objects.get(pk=of.pk)
    assert found(sheet) == found(plan) == []
    given = played.Sheet({"plot": 10, "dramaturgy": 10})
    alter(Sheet, sheet.pk, marks=given.marks)
    assert any("its digest is not" in each for each in found(sheet))
    alter(Sheet, sheet.pk, digest=hearing.seal(sheet.slot_id, given, sheet.salt))
    assert any("no leaf of the public record is about it" in each for each in found(sheet))
    assert any("says otherwise" in each for each in found(plan))


def test_marks_that_are_handed_in_while_others_open_them_all_come_too_late(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The turn is waited for before anything is read: what happens meanwhile is seen."""
    of, slots, sitting = played.heard(1, handed=False)
    late, *rest = sitting
    for one in rest:
        actions.hand_in(slots[0].pk, played.MARKS, 0, played.NOW, by=one.seat.user.doer)
    why = "The member fell ill and left the hall."

    def waits(_name: str) -> None:
        monkeypatch.undo()
        actions.open_sheets(of.pk, [(slots[0].pk, late.pk)], False, played.NOW, by=officer().doer, why=why)

    monkeypatch.setattr("kinoqor.deciding.pitching.actions.hearing.wait_turn", waits)
    with pytest.raises(Refused, match="were opened"):
        actions.hand_in(slots[0].pk, played.MARKS, 0, played.NOW, by=late.seat.user.doer)
    assert len(leaves("marks.sealed")) == len(rest)
