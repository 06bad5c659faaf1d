"""An outside verifier, written in another language over another library, accepts the record and refuses a spoilt one."""

import base64
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from kinoqor.ledger.log.models import Head
from tests.ledger.log.writing import files, record

pytestmark = pytest.mark.django_db
HERE = Path(__file__).resolve().parent / "outside"
LIBRARY = Path("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog")
Verify = Callable[..., tuple[bool, str]]


@pytest.fixture(scope="session")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The verifier as a program."""
    compiler = shutil.which("go")
    if not compiler or not LIBRARY.is_dir():
        pytest.skip("no Go with golang.org/x/mod here (Debian: golang-go, golang-golang-x-mod-dev)")
    made = tmp_path_factory.mktemp("outside") / "verifier"
    own = os.environ | {
        "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": "", "GOCACHE": str(made.with_name("cache")),
    }  # fmt: skip
    subprocess.run(
        [compiler, "build", "-o", str(made), "main.go"], cwd=HERE, env=own, check=True, timeout=240
    )
    return made


def said(verifier: Path, *sizes: int) -> tuple[bool, str]:
    head = Head.objects.latest("size")
    command = [str(verifier), str(settings.RECORD), head.key, *map(str, sizes)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    return done.returncode == 0, done.stdout


def test_an_outside_verifier_accepts_the_record_every_leaf_and_its_whole_past(verifier: Path) -> None:
    for more in (1, 2, 253, 1, 300):
        record(more)
    before = list(Head.objects.exclude(size=557).order_by("size").values_list("size", "root"))
    good, words = said(verifier, *(size for size, _root in before))
    assert good, words
    roots = [f"{size} {base64.b64encode(bytes.fromhex(root)).decode()}" for size, root in before]
    assert words.splitlines() == [*roots, "right: 557"]


def test_an_outside_verifier_refuses_one_flipped_byte_in_any_file(verifier: Path) -> None:
    record(3)
    record(255)
    needed = [
        path for path in files() if ".p/" not in path or path.endswith(".p/2") or path.startswith("tile/1/")
    ]
    assert len(needed) == 6
    for path in needed:
        place, right = settings.RECORD / path, files()[path]
        # Not the last letter of a base64 text: two of its bits say nothing, and Go does not look at them.
        place.write_bytes(right[:-8] + bytes([right[-8] ^ 1]) + right[-7:])
        assert said(verifier, 3)[0] is False, path
        place.write_bytes(right)
    assert said(verifier, 3)[0]
