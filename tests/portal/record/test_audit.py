"""Whoever alters one row behind the house's back, with every trigger lifted, is found, and the row is named."""

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, models
from django.utils import timezone

from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.commission.models import Ruling
from kinoqor.deciding.order.models import Order
from kinoqor.deciding.pitching.models import Plan, Sheet
from kinoqor.deciding.pitching.rules import hearing
from kinoqor.deciding.pitching.words import Sheet as Marked
from kinoqor.deciding.publication.models import Outcome, Publication
from kinoqor.deciding.session.actions import cast, close_vote, open_vote
from kinoqor.deciding.session.models import Item, Part, Tally
from kinoqor.deciding.session.words import Broken, Matter, Point
from kinoqor.funding.award.words import Form
from kinoqor.funding.call.actions import annul
from kinoqor.funding.call.models import Call, CallVersion
from kinoqor.judging.assignment.models import Draw
from kinoqor.judging.panel.actions import photograph
from kinoqor.judging.panel.models import Photograph
from kinoqor.judging.panel.words import Vote
from kinoqor.judging.review import rules
from kinoqor.judging.review.models import Review
from kinoqor.judging.review.words import Given
from kinoqor.kit.canonical import canonical, digest_of
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.log.actions import write
from kinoqor.ledger.log.clock import published
from kinoqor.ledger.log.models import Head, Leaf, Salt
from kinoqor.portal.record.adapters.audit_log import erased_by_law, of_the_log, of_the_salts
from kinoqor.portal.record.adapters.audit_rows import of_the_rows
from kinoqor.portal.record.adapters.audit_steps import of_the_steps
from tests import people
from tests.deciding import making
from tests.deciding.session import making as sitting
from tests.judging import making as judging
from tests.judging.making import NOW, REF, STAGE, deed
from tests.ledger.log.writing import record
from tests.make import BY
from tests.portal.record.test_rounds import decided

pytestmark = pytest.mark.django_db


def alter(of: type[models.Model], number: Any, /, **values: Any) -> None:
    """Change a row as somebody would who holds the database itself."""
    table = of._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A table whose keys are still to be checked is not altered: they are checked before.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
            for (name,) in cursor.fetchall():
                cursor.execute(f'DROP TRIGGER "{name}"')
    of._base_manager.filter(pk=number).update(**values)


def named() -> set[str]:
    """What an audit finds, without the rows that the makers of tests made with no deed of the house."""
    return {*of_the_log(), *of_the_salts(), *of_the_rows(), *of_the_steps()}


def frozen_draw() -> Draw:
    """A draw with its lists, its result and its leaves."""
    one = judging.draw()
    texts = [canonical({"draw": name}) for name in ("lists", "result")]
    before, after = (digest_of(text) for text in texts)
    alter(
        Draw, one.pk, frozen=texts[0], digest=before, result=texts[1], result_digest=after, seed="1" * 64,
        frozen_by=deed(), drawn_by=deed(),
    )  # fmt: skip
    said = {"stage": STAGE, "phase": 1, "body": "test-council", "lists": before}
    write("draw.frozen", REF, {**said, "source": "numbers"}, by=BY)
    write("draw.drawn", REF, {**said, "seed": "1" * 64, "result": after}, by=BY)
    return one


def sealed() -> None:
    """The last review with its seal, as a reader hands it in."""
    one = Review.objects.order_by("-pk")[0]
    seal = rules.seal(one.reading_id, Given(one.marks, one.reasons, one.council, one.language), one.salt)
    handed = Deed.objects.create(at=NOW, code="tests.handed", voice="tests", details={"seal": seal})
    alter(Review, one.pk, digest=seal, handed=handed)
    write("review.sealed", REF, {"stage": STAGE, "phase": 1, "seal": seal}, by=BY)


def voted() -> None:
    """How each voted in the one vote: five for it and one against."""
    item = Item.objects.get()
    for vote in ["for"] * 5 + ["against"]:
        member = judging.member()
        Part.objects.create(item=item, member=member, user=member.seat.user, vote=vote, made=deed())


def pitched() -> Sheet:
    """The marks of a member at a pitching, sealed and opened, with their leaves."""
    slot, member = making.slot(judging.admitted()), judging.member()
    given, salt_of_it = Marked({"plot": 6}), "5a" * 32
    digest = hearing.seal(slot.pk, given, salt_of_it)
    every = hearing.seal_of_all([(slot.pk, member.pk, digest)])
    handed, opened = (
        Deed.objects.create(at=NOW, code="tests.marked", voice="tests", details={"seal": each})
        for each in (digest, every)
    )
    session = {"session": hearing.session(slot.plan_id)}
    write("marks.sealed", REF, session | {"seal": digest}, by=BY)
    write("marks.opened", REF, session | {"marks": 1, "seals": every}, by=BY)
    alter(Plan, slot.plan_id, opened=opened)
    return Sheet.objects.create(
        slot=slot, member=member, user=member.seat.user, marks=dict(given.marks), changed=NOW, salt=salt_of_it,
        digest=digest, made=deed(), handed=handed,
    )  # fmt: skip


def seen() -> Photograph:
    """Who sat on a body, with the leaf about it."""
    judging.member()
    return Photograph.objects.get(pk=photograph(judging.body().pk, "item:1", NOW.date(), by=BY))


ROWS: list[tuple[type[models.Model], dict[str, Any]]] = [
    (Allocation, {"frozen": "{}"}),
    (Allocation, {"result": "{}"}),
    (Allocation, {"result": "{}", "result_digest": digest_of("{}")}),
    (Item, {"counts": {"for": 6, "against": 0, "abstained": 0, "present": 6, "shut_out": 0}}),
    (Order, {"total": 1}),
    (Order, {"day": "2020-01-01"}),
    (Ruling, {"award": 1}),
    (Ruling, {"said": "refused"}),
    (Allocation, {"codes": {}}),
    (Allocation, {"after": "{}"}),
    (Order, {"rows": []}),
    (Outcome, {"award": 1}),
    (Outcome, {"asked": 1}),
    (Outcome, {"commission": 1}),
    (Outcome, {"line": {"code": "c1", "points": 10_000}}),
    (Sheet, {"marks": {"plot": 10}}),
    (Photograph, {"members": []}),
    (Outcome, {"result": "awarded"}),
    (Publication, {"stage": "another"}),
    (CallVersion, {"terms": {}}),
    (Draw, {"result": "{}"}),
    (Draw, {"seed": "2" * 64}),
    (Review, {"marks": {"plot": 10, "dramaturgy": 10}}),
    (Leaf, {"text": "{}"}),
    (Leaf, {"of": "another"}),
    (Head, {"root": "0" * 64}),
]


@pytest.mark.parametrize(("of", "values"), ROWS, ids=[f"{of.__name__} {[*v]}" for of, v in ROWS])
def test_an_altered_row_is_found_and_named(of: type[models.Model], values: dict[str, Any]) -> None:
    decided()
    frozen_draw()
    sealed()
    voted()
    pitched()
    seen()
    published()
    before = named()
    row = of._base_manager.order_by("-pk").first()
    assert row is not None
    alter(of, row.pk, **values)
    found = named() - before
    label = f"{of._meta.app_label}.{of._meta.model_name} {row.pk}"
    assert any(label in sentence for sentence in found), found


@pytest.mark.parametrize("broken_off", [None, Broken.QUORUM])
def test_an_altered_tally_of_a_closed_vote_is_found_and_one_that_was_broken_off_is_sound(
    broken_off: str | None,
) -> None:
    sitting.call(Form.CLOSED)
    body, members = sitting.council()
    _number, (item,), by = sitting.opened(body, members, Point(Matter.OTHER, "The plan"))
    open_vote(item, timezone.now(), by=by)
    for one in members[:3]:
        cast(item, Vote.FOR, timezone.now(), by=one.seat.user.doer)
    close_vote(item, timezone.now(), broken_off, by=by)
    assert not [each for each in of_the_rows() if f"deciding.item {item}" in each]
    alter(Tally, Tally.objects.get(item=item, vote=Vote.FOR).pk, votes=4)
    assert [each for each in of_the_rows() if f"(deciding.item {item}): its numbers" in each]


def test_an_altered_vote_is_named_by_the_point_that_it_was_about() -> None:
    decided()
    voted()
    before, item = named(), Item.objects.get()
    alter(Part, Part.objects.filter(vote="for")[0].pk, vote="against")
    [found] = named() - before
    assert found.startswith(f"A vote (deciding.item {item.pk}): its numbers are not those of its votes")


def test_a_result_that_says_otherwise_than_its_leaf_is_named_by_its_publication() -> None:
    decided()
    before = named()
    outcome = Outcome.objects.filter(result="awarded").order_by("pk")[0]
    alter(Outcome, outcome.pk, result="chosen")
    found = named() - before
    assert any(f"(deciding.publication {outcome.publication_id}): leaf" in each for each in found), found


@pytest.mark.parametrize(
    "values", [{"details": {"leaf": 7}}, {"code": "ledger.log.salted"}, {"at": "2020-01-01T00:00:00Z"}]
)
def test_an_altered_line_of_the_journal_is_found_by_its_leaf(values: dict[str, Any]) -> None:
    record(3)
    assert set(of_the_log()) == set()
    leaf = Leaf.objects.get(index=1)
    alter(Deed, leaf.deed_id, **values)
    assert any(
        f"A leaf of the record (ledger.leaf {leaf.pk}): deed {leaf.deed_id}" in each for each in of_the_log()
    )


def test_a_spoilt_file_of_the_record_is_found(settings: Any) -> None:
    record(3)
    (settings.RECORD / "tile/entries/000.p/3").write_bytes(b"nothing")
    assert any("entries" in each for each in of_the_log())


def test_the_command_says_that_all_is_well_or_ends_with_an_error() -> None:
    record(2)
    out = io.StringIO()
    call_command("audit", stdout=out)
    assert "say the same" in out.getvalue()
    alter(Leaf, Leaf.objects.get(index=0).pk, of="another")
    with pytest.raises(CommandError, match="Altered"):
        call_command("audit", stdout=out)


def annulled_call() -> Call:
    """A call that was annulled for a reason."""
    judging.call()
    annul(REF, by=BY, why="The composition of the body was not lawful.")
    published()
    return Call.objects.get(ref=REF)


def test_an_altered_reason_of_an_annulment_is_found_and_an_erased_one_is_no_fault() -> None:
    one, out = annulled_call(), io.StringIO()
    leaf = Leaf.objects.get(kind="call.annulled")
    before = named()
    why = one.annulled.why  # type: ignore[union-attr]
    alter(Deed, one.annulled_id, why="Another reason.")
    [found] = named() - before
    assert f"A call (funding.call {one.pk}): leaf {leaf.index} of the public record says otherwise" in found
    alter(Deed, one.annulled_id, why=why)
    call_command("erase_from_record", str(leaf.index), "--clause", "law-94-5:art.8", stdout=out)
    published()
    assert named() - before == set()
    told = list(erased_by_law())
    assert len(told) == 1 and told[0].startswith(
        f"Leaf {leaf.index}: what it says as a digest was erased by law on"
    )


def test_a_salt_that_was_taken_away_without_a_word_is_found() -> None:
    annulled_call()
    kept = Salt.objects.get()
    alter(Salt, kept.pk, salt=None)
    assert any(f"(ledger.salt {kept.pk}): no leaf of the public record" in each for each in of_the_salts())
    erased, grains = Salt.objects.get(), kept.salt
    alter(Salt, erased.pk, salt=grains)
    assert list(of_the_salts()) == []
    call_command("erase_from_record", "1", "--clause", "law-94-5:art.8", stdout=io.StringIO())
    alter(Salt, erased.pk, salt=grains)
    assert any("that it was erased, and it was not" in each for each in of_the_salts())


def test_the_journal_and_the_record_outlive_a_user() -> None:
    user = people.user()
    voice = Doer(f"user:{user.pk}")
    index = write("call.published", REF, {"version": 1, "terms": "0" * 64}, by=voice)
    published()
    user.delete()
    assert Leaf.objects.get(index=index).deed.voice == voice.voice
    assert set(of_the_log()) == set()
