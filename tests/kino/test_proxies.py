"""Who is believed about where a visitor comes from: the proxies that the operator has named, and nobody else."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.steps import ROOT

ASK = """
import io, json, sys
from kinoqor.wsgi import application
from django.core.signals import request_started

def seen(sender, environ, **more):
    print(json.dumps([environ["REMOTE_ADDR"], environ["wsgi.url_scheme"]]), flush=True)

request_started.connect(seen)
environ = {
    "REQUEST_METHOD": "GET", "PATH_INFO": "/robots.txt", "SERVER_NAME": "localhost", "SERVER_PORT": "80",
    "HTTP_HOST": "localhost", "wsgi.input": io.BytesIO(), "wsgi.url_scheme": "http", "REMOTE_ADDR": sys.argv[1],
    "HTTP_X_FORWARDED_FOR": "198.51.100.9, 203.0.113.5", "HTTP_X_FORWARDED_PROTO": "https",
}
b"".join(application(environ, lambda status, headers: None))
"""


def seen_by(house: Path, asker: str, proxies: str) -> list[str]:
    """Where a visitor comes from and how, as a house with these proxies sees it."""
    own = os.environ | {"KINOQOR_DATA": str(house), "KINOQOR_PROXIES": proxies, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", ASK, asker], env=own, capture_output=True, text=True, check=True, cwd=ROOT
    )
    found: list[str] = json.loads(done.stdout.splitlines()[0])
    return found


@pytest.mark.parametrize(
    ("asker", "proxies", "seen"),
    [
        ("192.0.2.1", "", ["192.0.2.1", "http"]),
        ("192.0.2.1", "192.0.2.1", ["203.0.113.5", "https"]),
        ("192.0.2.66", "192.0.2.1", ["192.0.2.66", "http"]),
    ],
)
def test_a_proxy_is_believed_only_where_the_operator_has_named_it(
    tmp_path: Path, asker: str, proxies: str, seen: list[str]
) -> None:
    assert seen_by(tmp_path, asker, proxies) == seen
