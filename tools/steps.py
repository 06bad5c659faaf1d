"""Steps with a line each, programs whose words are kept in a log, and failures told in one plain sentence."""

import errno
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
PYTHON = ROOT / ".venv" / "bin" / "python"

FULL = re.compile(
    r"No space left on device|database or disk is full|Disk quota exceeded|ENOSPC|os error 28\b",
    re.IGNORECASE,
)
OFFLINE = re.compile(
    r"Temporary failure in name resolution|Name or service not known|Failed to establish a new connection"
    r"|Network is unreachable|dns error|failed to lookup address|Connection refused|Connection reset"
    r"|ConnectTimeout|Read timed out|error sending request|Could not connect|Max retries exceeded",
    re.IGNORECASE,
)
LOCKED = re.compile(r"database (table )?is locked", re.IGNORECASE)


class Refusal(Exception):
    """Why ./kino cannot go on: one sentence that says what is wrong and what to do."""


def data_folder() -> Path:
    """Where this installation keeps its database, logs and built files."""
    return Path(os.environ.get("KINOQOR_DATA") or ROOT / "var").expanduser().resolve()


def log_file(name: str) -> Path:
    folder = data_folder() / "log"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.log"


class Steps:
    """Numbers the steps and prints each with the seconds that it took."""

    def __init__(self) -> None:
        self.number = 0
        self.began = 0.0

    def begin(self, name: str) -> None:
        self.number += 1
        self.began = time.monotonic()
        print(f"{self.number:3}  {name:<34}", end="", flush=True)

    def end(self, done: bool = True) -> None:
        print(f"{time.monotonic() - self.began:7.1f} s" if done else "  stopped", flush=True)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self.begin(name)
        try:
            yield
        except BaseException:
            self.end(done=False)
            raise
        self.end()


def run(
    name: str,
    command: Sequence[str | Path],
    env: Mapping[str, str] | None = None,
    needs_network: bool = False,
) -> str:
    """Runs a program of the set-up with its words kept in log/NAME.log and gives them back.

    Raises Refusal with the reason in a sentence and the path of the log when the program fails.
    """
    log = log_file(name)
    with log.open("w", encoding="utf-8") as sink:
        sink.write(" ".join(str(part) for part in command) + "\n")
        sink.flush()
        code = call(command, env=env, stdout=sink)
    words = log.read_text(encoding="utf-8", errors="replace")
    if code != 0:
        raise Refusal(explain(name, words, needs_network) + f" The whole log is in {log}.")
    return words.partition("\n")[2]


def call(
    command: Sequence[str | Path], env: Mapping[str, str] | None = None, stdout: IO[str] | None = None
) -> int:
    """Runs a program from the root of the project and waits for it; it never outlives ./kino."""
    with started(command, env, stdout) as process:
        try:
            return process.wait()
        except BaseException:
            stop(process)
            raise


def started(
    command: Sequence[str | Path], env: Mapping[str, str] | None = None, stdout: IO[str] | int | None = None
) -> "subprocess.Popen[str]":
    """A program begun from the root of the project; where its words are kept, its complaints are kept with them."""
    return subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment(env),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.STDOUT if stdout is not None else None,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def stop(process: "subprocess.Popen[Any]", patience: float = 10.0) -> None:
    """Asks a program to end, and ends it when it does not."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a child: this one, the data folder, and no Python of the caller's between."""
    env = {key: value for key, value in os.environ.items() if key not in ("PYTHONHOME", "VIRTUAL_ENV")}
    env |= {"KINOQOR_DATA": str(data_folder()), "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    return env | dict(more or {})


def explain(name: str, words: str, needs_network: bool = False) -> str:
    """The sentence for a program that failed with these words."""
    if FULL.search(words):
        return full_disk()
    if needs_network and OFFLINE.search(words):
        return (
            "The packages could not be fetched: the package index does not answer. Check the network "
            "(or the index in pip's configuration) and run ./kino again."
        )
    if LOCKED.search(words):
        return "Another program is writing to the database; stop it (perhaps another ./kino) and try again."
    last = next((line.strip() for line in reversed(words.splitlines()) if line.strip()), "it said nothing")
    return f"The step “{name}” failed: {last[:300].rstrip('.')}."


def full_disk() -> str:
    return f"The disk is full. Make room on the disk of {data_folder()} (or of {ROOT}) and run ./kino again."


def explain_system(error: OSError) -> str:
    """The sentence for what the operating system refused."""
    place = f" ({error.filename})" if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return full_disk()
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"This user may not write or run what is needed{place}. Check whose folder it is and try again."
        )
    return f"The system refused{place}: {error.strerror or error}."


def free_port() -> int:
    """A port of this machine on which nobody listens now."""
    with socket.socket() as test:
        test.bind((HOST, 0))
        return int(test.getsockname()[1])


def say(sentence: str) -> None:
    print(f"\n{sentence}", file=sys.stderr, flush=True)
