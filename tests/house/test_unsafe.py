"""What the code of the house never does, and what it insists on once it stands behind TLS."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import HOUSE, ROOT, name, parsed, python

# Calls that run text as code, start programs by a shell, read objects from bytes, or hash too weakly to prove anything.
NEVER = {
    "eval", "exec", "compile", "__import__", "os.system", "os.popen", "pickle.loads", "pickle.load", "marshal.loads",
    "shelve.open", "yaml.load", "hashlib.md5", "hashlib.sha1", "random.random", "random.choice",
    "random.randint", "random.getrandbits", "tempfile.mktemp",
}  # fmt: skip
SETTINGS = """
import json, django
from django.conf import settings
django.setup()
names = [name for name in dir(settings) if name.isupper()]
print(json.dumps({name: repr(getattr(settings, name)) for name in names}))
"""


def called(node: ast.Call) -> str:
    """The name of what is called, with its module ("hashlib.md5")."""
    parts: list[str] = []
    function: ast.expr = node.func
    while isinstance(function, ast.Attribute):
        parts.append(function.attr)
        function = function.value
    return ".".join([*([function.id] if isinstance(function, ast.Name) else []), *reversed(parts)])


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            yield called(node), node


def test_nothing_runs_text_as_code_or_hashes_weakly() -> None:
    found = [(path, said, node) for path in python("kinoqor") for said, node in calls(path)]
    assert len(found) > 3000
    assert [f"{name(path)}:{node.lineno}: {said}" for path, said, node in found if said in NEVER] == []


# Files that start a program -> which, with nothing in its words that came in: readers of workbooks and of the words of
# papers that may be killed.
STARTS = {
    "kinoqor/kit/sheet/workbook.py": {"subprocess.Popen"},
    "kinoqor/kit/wording/reading.py": {"subprocess.Popen"},
    "kinoqor/ledger/file/adapters/leaves.py": {"subprocess.run"},
}


# What anyone runs apart from the house has no database and nothing of Django; what it reads as it stands it calls raw.
APART = "kinoqor/portal/record/verifier/"


def test_what_runs_apart_from_the_house_has_no_database() -> None:
    files = [path for path in python("kinoqor") if name(path).startswith(APART)]
    assert len(files) > 3
    assert [name(path) for path in files if "django" in path.read_text(encoding="utf-8")] == []


def test_no_program_is_started_and_no_statement_is_put_together_from_text() -> None:
    wrong = [
        f"{name(path)}:{node.lineno}: {said}"
        for path in python("kinoqor")
        for said, node in calls(path)
        if (said.startswith("subprocess.") and said not in STARTS.get(name(path), ()))
        or any(each.arg == "shell" for each in node.keywords)
        or (not name(path).startswith(APART) and said.rpartition(".")[2] in ("raw", "extra", "RawSQL"))
    ]
    assert wrong == []


def under(tmp_path: Path, **environment: str) -> dict[str, str]:
    """The settings of a house in this environment, as they are written."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("KINOQOR_", "DATABASE_"))
    }
    own = kept | {"KINOQOR_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "kinoqor.settings", **environment}
    done = subprocess.run(
        [sys.executable, "-c", SETTINGS], env=own, cwd=ROOT, capture_output=True, text=True, check=True
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_a_house_behind_tls_insists_on_it_in_every_cookie_and_header(tmp_path: Path) -> None:
    found = under(tmp_path, KINOQOR_HTTPS="1", KINOQOR_HOSTS="kino.example")
    said = {
        "SESSION_COOKIE_SECURE": "True", "CSRF_COOKIE_SECURE": "True", "SECURE_SSL_REDIRECT": "True",
        "SESSION_COOKIE_HTTPONLY": "True", "SESSION_COOKIE_SAMESITE": "'Lax'", "CSRF_COOKIE_SAMESITE": "'Lax'",
        "SESSION_COOKIE_NAME": "'__Host-sessionid'", "CSRF_COOKIE_NAME": "'__Host-csrftoken'",
        "SECURE_HSTS_SECONDS": "31536000", "SECURE_HSTS_INCLUDE_SUBDOMAINS": "True", "DEBUG": "False", "DEMO": "False",
        "SESSION_COOKIE_DOMAIN": "None", "SECURE_PROXY_SSL_HEADER": "None",
    }  # fmt: skip
    assert {name: found[name] for name in said} == said


def test_a_new_house_has_a_key_of_its_own_that_only_its_owner_reads_and_no_debugging(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    keys = [under(folder)["SECRET_KEY"] for folder in (one, one, other)]
    assert keys[0] == keys[1] != keys[2] and len(keys[0]) > 60
    assert (one / "secret").stat().st_mode & 0o077 == 0
    assert under(one)["DEBUG"] == "False"


# Scripts -> what they do that has to be known: the keys of lists remember that somebody has turned them off, an upload
# remembers its signed word, which only its own sender can use, until the file is whole; a review that the house does not
# have yet stays in its reader's browser until it does, and the number of the page where a reader stopped; and a
# checkpoint of the public record stays with whoever asks for it, to compare later ones with. The saving of a part reads
# the token of forms from its cookie: who signed in anew in another window has a new one, and what they typed here would
# otherwise be refused. Nothing is written there.
KEPT_IN_BROWSER = {
    "kinoqor/ui/static/ui/js/autosave.js": {"document.cookie"},
    "kinoqor/ui/static/ui/js/draft.js": {"localStorage"},
    "kinoqor/ui/static/ui/js/leaves.js": {"localStorage"},
    "kinoqor/ui/static/ui/js/keys.js": {"localStorage"},
    "kinoqor/ui/static/ui/js/upload.js": {"localStorage"},
    "kinoqor/ui/static/ui/js/record/check.js": {"localStorage"},
}
IN_SCRIPTS = re.compile(
    r"\b(localStorage|sessionStorage|indexedDB|document\.cookie|innerHTML|outerHTML|insertAdjacentHTML|eval|postMessage"
    r"|document\.write|new Function|__proto__)\b"
)


def test_scripts_put_in_no_markup_and_keep_nothing_of_anyone_in_the_browser() -> None:
    found = {
        name(path): set(IN_SCRIPTS.findall(path.read_text(encoding="utf-8"))) for path in HOUSE.rglob("*.js")
    }
    assert len(found) > 3
    assert {path: used for path, used in found.items() if used} == KEPT_IN_BROWSER


def test_no_script_writes_a_cookie() -> None:
    scripts = {name(path): path.read_text(encoding="utf-8") for path in HOUSE.rglob("*.js")}
    assert any("document.cookie" in text for text in scripts.values())
    assert [
        path for path, text in scripts.items() if re.search(r"cookie\s*\+?=(?!=)|cookieStore", text)
    ] == []
