"""The real ./kino start on an empty data folder: it opens, it stops when asked, and the second time it goes on."""

import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tools.steps import free_port

pytestmark = pytest.mark.long(15)

KINO = Path(__file__).resolve().parent.parent.parent / "kino"


def test_it_opens_tells_how_to_sign_in_stops_when_asked_and_probes_itself(tmp_path: Path) -> None:
    env = os.environ | {"KINOQOR_DATA": str(tmp_path)}
    env.pop("DATABASE_URL", None)
    port = free_port()
    command = [sys.executable, KINO, "start"]
    with subprocess.Popen(
        [*command, "--port", str(port)], env=env, stdout=subprocess.PIPE, text=True
    ) as opened:
        told = ""
        for line in opened.stdout or ():
            told += line
            if "Ctrl-C stops it" in line:
                break
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/kk/", timeout=30) as answer:
            page = answer.read().decode("utf-8")
        opened.send_signal(signal.SIGTERM)
        rest, _ = opened.communicate(timeout=30)
    assert '<html lang="kk"' in page
    assert f"Kinoqor is open: http://127.0.0.1:{port}/" in told
    assert "@example.org" in told
    assert opened.returncode == 0 and "Stopped." in rest
    probed = subprocess.run([*command, "--probe"], env=env, capture_output=True, text=True, check=False)
    assert probed.returncode == 0, probed.stdout + probed.stderr
    assert "Nothing new" in (tmp_path / "log" / "set-up.log").read_text(encoding="utf-8")
    assert probed.stdout.count(" right\n") == 4
