"""`kinoqor-verify`: one file that imports nothing of the house, speaks three languages and finds every altered byte."""

import ast
import io
import re
import string
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from kinoqor.kit import note
from kinoqor.ledger.log import queries
from kinoqor.ledger.log.actions import change_key
from kinoqor.ledger.log.adapters import keys
from kinoqor.ledger.log.clock import published
from kinoqor.portal.record.adapters.export import export
from kinoqor.portal.record.adapters.verifier import FOLDER, NAME, joined
from kinoqor.portal.record.verifier import SECTIONS
from kinoqor.portal.record.verifier.counting import WORDS
from kinoqor.portal.record.verifier.scores import check_scores
from kinoqor.portal.record.verifier.telling import LOOSE, Telling
from tests.judging.making import NOW
from tests.ledger.log.writing import record
from tests.make import BY
from tests.portal.record.telling import told, verified


def test_the_one_file_imports_nothing_but_python_and_cryptography() -> None:
    tops = set()
    for node in ast.walk(ast.parse(joined())):
        if isinstance(node, ast.Import):
            tops |= {each.name.split(".")[0] for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            tops.add((node.module or "").split(".")[0])
    assert tops - set(sys.stdlib_module_names) == {"cryptography"}
    assert "kinoqor." not in joined()


def test_every_section_is_in_the_file_and_no_name_stands_twice() -> None:
    assert {each.stem for each in FOLDER.glob("*.py")} == {"__init__", *SECTIONS}
    names: Counter[str] = Counter()
    for node in ast.parse(joined()).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names[node.name] += 1
        elif isinstance(node, ast.Assign):
            for each in node.targets:
                names.update(one.id for one in ast.walk(each) if isinstance(one, ast.Name))
    assert [name for name, times in names.items() if times > 1] == []


def test_everything_that_is_said_is_said_in_kazakh_and_russian_with_the_same_places() -> None:
    def places(text: str) -> set[str]:
        return {name for _text, name, _form, _how in string.Formatter().parse(text) if name}

    for english, others in WORDS.items():
        assert [places(each) for each in others] == [places(english)] * 2, english
    said = {
        node.value
        for node in ast.walk(ast.parse(joined()))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.match(r"[A-Z{].* .*\.$", node.value)
    }
    docs = {
        ast.get_docstring(node, clean=False)
        for node in ast.walk(ast.parse(joined()))
        if isinstance(node, DOCUMENTED)
    }
    parser = {each for each in said if each.startswith("Checks a public record")}
    assert said - docs - parser - set(WORDS) == set()
    assert {each for each in spoken() if each not in WORDS} == set()


def spoken() -> set[str]:
    """Every text that is given to a method that tells something, whatever letter it begins with."""
    telling = {"part", "right", "wrong", "note", "either", "words"}
    calls = [node for node in ast.walk(ast.parse(joined())) if isinstance(node, ast.Call)]
    found = {
        one.value
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr in telling
        for argument in call.args
        for one in ast.walk(argument)
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and " " in one.value
    }
    assert len(found) > 100
    return found


LANGUAGES = {"en": "is not there", "kk": "«lines» жоқ", "ru": "в нём нет «lines»"}


@pytest.mark.parametrize(("lang", "due"), LANGUAGES.items(), ids=LANGUAGES)
def test_a_document_that_cannot_be_read_is_told_in_words_and_not_by_the_program(lang: str, due: str) -> None:
    tell = Telling(lang)
    for error in (
        KeyError("lines"),
        TypeError("unhashable type"),
        ValueError(LOOSE),
        IndexError("list index"),
    ):
        assert not any(
            word in tell.trouble(error) for word in ("Error", "unhashable", "index", "canonical JSON")
        )
    assert due in tell.trouble(KeyError("lines"))
    assert told(check_scores, b"{}", lang=lang)[1]


DOCUMENTED = (ast.Module, ast.FunctionDef, ast.ClassDef)


@pytest.mark.django_db
def test_the_one_file_alone_verifies_a_folder_in_a_bare_python(tmp_path: Path) -> None:
    record(3)
    export(tmp_path, NOW)
    asked = [sys.executable, "-I", NAME, ".", "--lang", "kk"]
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Тексерілгеннің бәрі дұрыс." in done.stdout


@pytest.mark.django_db
def test_a_flipped_byte_in_any_file_is_found(tmp_path: Path, capsys: Any) -> None:
    record(2)
    record(258)
    export(tmp_path, NOW)
    key = queries.head().key  # type: ignore[union-attr]
    assert verified(tmp_path, capsys, "--key", key) == (0, [])
    few = {"0.json", "7.tlog-proof", "259.tlog-proof", "checkpoint"}
    files = [path for path in sorted(tmp_path.rglob("*")) if path.is_file()]
    paths = [path for path in files if path.name in few or "tile" in path.parts]
    assert len(paths) > 8
    for path in paths:
        raw = path.read_bytes()
        for at in (len(raw) // 2, len(raw) - 2):
            path.write_bytes(raw[:at] + bytes([raw[at] ^ 4]) + raw[at + 1 :])
            code, wrong = verified(tmp_path, capsys, "--key", key)
            assert code == 1 and wrong, f"{path} {at}"
        path.write_bytes(raw)


def own_key() -> str:
    """A key that never was in this house."""
    return str(note.public_key(settings.RECORD_ORIGIN, Ed25519PrivateKey.generate()))


@pytest.mark.django_db
def test_a_forged_record_that_announces_its_own_key_as_the_next_is_refused(
    tmp_path: Path, capsys: Any
) -> None:
    forger, trusted = record(2).key, own_key()
    change_key(trusted, forger, by=BY)
    published()
    export(tmp_path, NOW)
    assert verified(tmp_path, capsys, "--key", forger) == (0, [])
    code, wrong = verified(tmp_path, capsys, "--key", trusted)
    assert code == 1
    assert "the key before signed no head with it" in wrong[0]
    assert "is not by the key of" in wrong[1]
    # Nor does a head of his own help him, laid where that of the old key would lie.
    assert (tmp_path / "leaf/2.checkpoint").read_bytes() == (tmp_path / "checkpoint").read_bytes()


@pytest.mark.django_db
def test_who_trusts_the_old_key_follows_it_to_the_new_one_by_a_head_that_both_have_signed(
    tmp_path: Path, capsys: Any
) -> None:
    before = record(1).key
    call_command("change_record_key", stdout=io.StringIO())
    record(0)
    export(tmp_path, NOW)
    assert verified(tmp_path, capsys, "--key", before) == (0, [])
    newest, _older = settings.RECORD_KEY.read_text(encoding="ascii").split(keys.END)[:2]
    settings.RECORD_KEY.write_text(f"{newest}{keys.END}\n", encoding="ascii")
    record(2)
    export(tmp_path, NOW)
    there = tmp_path / "leaf/1.checkpoint"
    assert Client().get("/record/leaf/1.checkpoint").content == there.read_bytes()
    assert Client().get("/record/leaf/9.checkpoint").status_code == 404
    assert verified(tmp_path, capsys, "--key", before) == (0, [])
    for wrong in (
        (tmp_path / "checkpoint").read_bytes(),
        there.read_bytes().replace(b"\n2\n", b"\n4\n"),
        b"no",
    ):
        there.write_bytes(wrong)
        assert verified(tmp_path, capsys, "--key", before)[0] == 1
    there.unlink()
    assert verified(tmp_path, capsys, "--key", before)[0] == 1


@pytest.mark.django_db
def test_an_altered_leaf_is_named_by_its_number(tmp_path: Path, capsys: Any) -> None:
    record(20)
    export(tmp_path, NOW)
    bundle = tmp_path / "tile/entries/000.p/20"
    bundle.write_bytes(bundle.read_bytes().replace(b'"version":17', b'"version":71'))
    _code, wrong = verified(tmp_path, capsys)
    assert wrong[0] == "WRONG: Leaf 17 was altered: its hash is not the one in tile/0/000.p/20."


@pytest.mark.django_db
def test_a_fork_and_a_shorter_record_are_told_from_a_saved_checkpoint(tmp_path: Path, capsys: Any) -> None:
    record(3)
    export(tmp_path, NOW)
    saved, other = tmp_path / "saved", tmp_path / "other"
    saved.write_bytes((tmp_path / "checkpoint").read_bytes())
    record(4)
    export(tmp_path, NOW)
    assert verified(tmp_path, capsys, "--saved", str(saved)) == (0, [])
    lines = saved.read_text().split("\n")
    lines[2] = "A" * 43 + "="
    other.write_text("\n".join(lines))
    code, wrong = verified(tmp_path, capsys, "--saved", str(other))
    assert code == 1 and wrong[0].startswith("WRONG: A fork")
    lines[1] = "99"
    other.write_text("\n".join(lines))
    assert "something was taken out" in verified(tmp_path, capsys, "--saved", str(other))[1][0]


@pytest.mark.django_db
def test_key_and_verifier_lie_beside_the_record() -> None:
    head = record(1)
    assert Client().get("/record/key").content.decode().strip() == head.key
    assert Client().get("/record/kinoqor-verify.py").content.decode() == joined()
    assert Client().get("/record/calls/files.json").json() == {"files": []}


def test_a_place_that_holds_no_record_is_said_to_hold_none(tmp_path: Path, capsys: Any) -> None:
    code, wrong = verified(tmp_path, capsys)
    assert code == 1 and "not a public record" in wrong[0]
