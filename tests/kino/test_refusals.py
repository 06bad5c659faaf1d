"""./kino says in one plain sentence what it lacks."""

import ast
import errno
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from tools import commands, environment, serving, steps
from tools.steps import Refusal

ROOT = Path(__file__).resolve().parent.parent.parent
KINO = ROOT / "kino"


def kino(*arguments: str, data: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Runs the real ./kino with a data folder of its own."""
    return subprocess.run(
        [sys.executable, KINO, *arguments],
        env=os.environ | {"KINOQOR_DATA": str(data), "DATABASE_URL": ""} | env,
        capture_output=True,
        text=True,
        check=False,
    )


def sentence(done: subprocess.CompletedProcess[str]) -> str:
    assert "Traceback" not in done.stdout + done.stderr
    return done.stderr.strip()


def test_without_a_command_it_tells_what_it_can_do(tmp_path: Path) -> None:
    done = kino(data=tmp_path)
    assert done.returncode == 0
    assert "./kino start" in done.stdout and "./kino test" in done.stdout


def test_an_unknown_command_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    done = kino("sing", data=tmp_path)
    assert done.returncode == 2
    assert "There is no command “sing”" in sentence(done) and "start" in done.stderr


def test_a_taken_port_is_said_before_anything_is_set_up(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = kino("start", "--port", str(port), data=tmp_path / "never-made")
    assert done.returncode == 1
    assert f"Port {port} is taken by another program" in sentence(done)
    assert not (tmp_path / "never-made").exists()


@pytest.mark.parametrize("port", ["0", "-1", "70000"])
def test_a_port_that_cannot_be_is_refused(port: str, tmp_path: Path) -> None:
    done = kino("start", f"--port={port}", data=tmp_path)
    assert done.returncode == 1
    assert "is not a port" in sentence(done)


def test_an_unknown_benchmark_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    done = kino("bench", "luck", data=tmp_path)
    assert done.returncode == 1
    assert "pages" in sentence(done) and "intake" in done.stderr


def test_an_unknown_database_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    done = kino("test", "--database=abacus", data=tmp_path)
    assert done.returncode == 1
    assert "sqlite, postgresql, both" in sentence(done)


def test_the_head_of_the_script_is_readable_by_an_old_python() -> None:
    ast.parse(KINO.read_text(encoding="utf-8"), feature_version=(3, 4))


def test_an_old_python_without_a_newer_one_beside_it_is_told_which_it_needs(tmp_path: Path) -> None:
    """The head is run as an old Python would run it: by its version, with nothing newer on the PATH."""
    disguise = (
        f"import sys; sys.version_info = (3, 6, 9); __file__ = {str(KINO)!r}; "
        "exec(compile(open(__file__, encoding='utf-8').read(), __file__, 'exec'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", disguise],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Kinoqor needs Python 3.11 or newer; this one is 3.6." in sentence(done)


def test_a_python_without_venv_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KINOQOR_DATA", str(tmp_path))
    monkeypatch.setattr(environment, "has", lambda module: False)
    with pytest.raises(Refusal, match="sudo apt-get install python3-venv"):
        environment.make()


def test_a_python_without_ensurepip_uses_the_pip_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(environment, "has", lambda module: module != "ensurepip")
    monkeypatch.setattr(
        environment, "run", lambda name, command, **more: asked.append([str(part) for part in command])
    )
    environment.make()
    assert "--without-pip" in asked[0]


def test_a_disk_that_is_nearly_full_is_said_with_its_figures(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KINOQOR_DATA", str(tmp_path))
    monkeypatch.setattr(
        environment.shutil, "disk_usage", lambda place: SimpleNamespace(free=3 * environment.MEGABYTE)
    )
    with pytest.raises(Refusal, match=r"700 MB are needed on the disk of .*, 3 MB are free"):
        environment.check_room(700)


@pytest.mark.parametrize(
    "words",
    [
        "OSError: [Errno 28] No space left on device",
        "django.db.utils.OperationalError: database or disk is full",
        "error: failed to write: No space left on device (os error 28)",
    ],
)
def test_a_program_that_fills_the_disk_is_told_as_a_full_disk(words: str) -> None:
    assert steps.explain("packages", words, needs_network=True).startswith("The disk is full.")


def test_a_system_error_of_a_full_disk_is_told_as_a_full_disk(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(arguments: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", "/somewhere")

    monkeypatch.setitem(commands.COMMANDS, "start", full)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    assert commands.main(["start"], "") == 1
    assert capsys.readouterr().err.strip().startswith("The disk is full.")


def test_a_folder_that_may_not_be_written_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    said = steps.explain_system(PermissionError(errno.EACCES, "Permission denied", "/locked"))
    assert "/locked" in said and "may not write" in said


def test_a_machine_without_a_network_is_told_so() -> None:
    words = "error: Failed to fetch: dns error: failed to lookup address information"
    assert "the package index does not answer" in steps.explain("packages", words, needs_network=True)


def test_any_other_failure_gives_its_last_words_and_its_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KINOQOR_DATA", str(tmp_path))
    with pytest.raises(Refusal) as refused:
        steps.run("thing", [sys.executable, "-c", "import sys; sys.exit('it broke on purpose')"])
    assert "it broke on purpose" in str(refused.value)
    assert str(tmp_path / "log" / "thing.log") in str(refused.value)
    assert "it broke on purpose" in (tmp_path / "log" / "thing.log").read_text(encoding="utf-8")


def test_a_server_that_dies_at_once_is_explained(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KINOQOR_DATA", str(tmp_path))
    monkeypatch.setattr(serving, "PYTHON", Path("/bin/false"))
    with pytest.raises(Refusal, match="The step “server” failed"):
        serving.serve(serving.free_port())


def test_an_interruption_is_one_sentence_and_ends_the_child(tmp_path: Path) -> None:
    """SIGTERM while a step runs: the step's program ends with ./kino, and nothing is left behind."""
    mark = tmp_path / "child"
    child = f"import os, time; open({str(mark)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from tools import commands, steps\n"
        f"commands.COMMANDS['wait'] = lambda _: steps.call([sys.executable, '-c', {child!r}])\n"
        "sys.exit(commands.main(['wait'], ''))\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True) as process:
        while not (mark.exists() and mark.read_text()):
            assert process.poll() is None, "it ended before its child began"
            time.sleep(0.02)
        number = int(mark.read_text())
        process.send_signal(signal.SIGTERM)
        _out, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert said.strip() == "Stopped before the end. Nothing is lost: run ./kino again and it goes on."
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
