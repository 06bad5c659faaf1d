"""What an operator does with the record from the command line, and what it says."""

import json
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from kinoqor.kit import note
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.log import queries
from kinoqor.ledger.log.actions import salt, write
from kinoqor.ledger.log.adapters import keys
from kinoqor.ledger.log.models import Leaf
from tests.ledger.log.writing import CALL, record, say, spoilt
from tests.make import BY

pytestmark = pytest.mark.django_db


def said(command: str, *more: str) -> str:
    out = StringIO()
    call_command(command, *more, stdout=out)
    return out.getvalue()


def test_the_record_is_published_by_hand_and_says_how_long_it_is() -> None:
    assert "Nothing has been written" in said("publish_record")
    say(1)
    assert "1 leaves" in said("publish_record")
    (settings.RECORD / "tile/0/000.p/1").unlink()
    assert spoilt() == ["tile/0/000.p/1"]
    said("publish_record", "--whole")
    assert spoilt() == []


def test_why_nothing_is_signed_is_said_with_the_way_out() -> None:
    record(1)
    settings.RECORD_KEY.unlink()
    with pytest.raises(CommandError, match=r"is not in .* Bring the file back"):
        said("publish_record")
    with pytest.raises(CommandError, match="is not in"):
        said("change_record_key")
    assert "Bring the file back" in said("publish_record", "--or-wait")


def test_the_key_is_changed_in_the_open_and_both_keys_sign_until_the_older_is_put_away() -> None:
    before = note.read_key(record(1).key)
    told = said("change_record_key")
    head = record(0)
    after = note.read_key(head.key)
    assert after != before
    assert str(after) in told
    leaf = Leaf.objects.latest("index")
    assert json.loads(leaf.text)["says"] == {"before": str(before), "after": str(after)}
    laid = queries.laid()
    assert laid is not None
    assert note.signs(before, laid) and note.signs(after, laid)
    blocks = settings.RECORD_KEY.read_text(encoding="ascii").split(keys.END)
    settings.RECORD_KEY.write_text(blocks[0] + keys.END + "\n", encoding="ascii")
    record(1)
    laid = queries.laid()
    assert laid is not None
    assert note.signs(after, laid) and not note.signs(before, laid)
    assert spoilt() == []
    assert settings.RECORD_KEY.stat().st_mode & 0o777 == 0o600


def test_what_leads_from_a_leaf_to_a_person_is_erased_while_the_leaf_stays() -> None:
    why = "Ақша Сынақ Адам туралы шағым бойынша"
    digest = salt(why, by=BY)
    index = write("call.annulled", CALL, {"why": digest}, by=BY)
    record(1)
    before = Leaf.objects.get(index=index)
    assert queries.opens(digest, why)
    told = said(
        "erase_from_record", str(index), "--clause", "law-94-5:art.8", "--why", "Request 12 of 27.11.2026"
    )
    assert f"Leaf {index} is as it was ({before.leaf_hash}), and its proof leads to the signed root." in told
    assert Leaf.objects.get(index=index).text == before.text
    assert not queries.opens(digest, why)
    leaf = Leaf.objects.latest("index")
    assert (leaf.kind, json.loads(leaf.text)["says"]) == (
        "salt.erased", {"digest": digest, "clause": "law-94-5:art.8"},
    )  # fmt: skip
    erased = Deed.objects.get(code="ledger.log.erased")
    assert (erased.voice, erased.why) == ("set-up", "Request 12 of 27.11.2026")
    assert spoilt() == []


def test_an_erasure_that_cannot_be_is_refused_in_words() -> None:
    plain = say(1)
    index = write("call.annulled", CALL, {"why": salt("Мысал", by=BY)}, by=BY)
    asked = ("--clause", "law-94-5:art.8")
    with pytest.raises(CommandError, match="no leaf 99"):
        said("erase_from_record", "99", *asked)
    with pytest.raises(CommandError, match="nothing of which a salt is kept"):
        said("erase_from_record", str(plain), *asked)
    with pytest.raises(CommandError, match="names the clause"):
        said("erase_from_record", str(index), "--clause", "по просьбе")
    assert "not published yet" in said("erase_from_record", str(index), *asked)
    with pytest.raises(CommandError, match="erased already"):
        said("erase_from_record", str(index), *asked)
