"""A PostgreSQL to test on: one that was named, or a cluster of our own that is gone afterwards."""

import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.steps import PYTHON, ROOT, environment, free_port

# Speed over safety: the cluster lives as long as the tests do. Tables that a test has just filled have no statistics;
# what such a plan seems to cost makes the server compile it, a third of a second each. And whoever tidies meanwhile finds
# the tables empty, since no test commits, and notes it: plans made for no rows take a minute with some thousands.
HASTE = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60 "
    "-c jit=off -c autovacuum=off"
)
QUESTION = "import sys, psycopg; psycopg.connect(sys.argv[1], connect_timeout=3).close()"
USUAL = "postgres://postgres@127.0.0.1:5432/postgres"


@dataclass(frozen=True)
class Found:
    url: str = ""
    why_not: str = ""


@contextmanager
def database() -> Iterator[Found]:
    """The address of a server that may be used for tests, or why there is none."""
    named = os.environ.get("KINOQOR_TEST_POSTGRES", "")
    if named:
        yield (
            Found(named)
            if answers(named)
            else Found(why_not="the server of KINOQOR_TEST_POSTGRES does not answer")
        )
        return
    programs = find_programs()
    if programs is not None:
        with cluster(programs) as found:
            yield found
    elif answers(USUAL):
        yield Found(USUAL)
    else:
        yield Found(why_not="there is no PostgreSQL here (Debian: sudo apt-get install postgresql)")


def answers(url: str) -> bool:
    command = [str(PYTHON), "-c", QUESTION, url]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, check=False)
    return done.returncode == 0


def find_programs() -> Path | None:
    """The folder of initdb and pg_ctl; Debian keeps it off the PATH."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    folders += sorted(debian, key=lambda path: float(path.parent.name), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def owner() -> str | None:
    """Whom the cluster belongs to: PostgreSQL refuses root. None means the caller."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in known), None)


def run(command: Sequence[str | Path], user: str | None, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        user=user,
        group=pwd.getpwnam(user).pw_gid if user else None,
        extra_groups=[] if user else None,
    )


@contextmanager
def cluster(programs: Path) -> Iterator[Found]:
    """A cluster on a free port with a password of its own; stopped and removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="kinoqor-postgres-"))
    data, secret, user = folder / "data", folder / "password", owner()
    password = secrets.token_hex(16)
    try:
        secret.write_text(password, encoding="ascii")
        if user:
            for path in (folder, secret):
                shutil.chown(path, user)
        port = free_port()
        options = ["--username=kinoqor", f"--pwfile={secret}", "--auth=scram-sha-256", "--no-sync"]
        options += ["--encoding=UTF8", "--locale=C.UTF-8"]
        made = run([programs / "initdb", "-D", data, *options], user, folder)
        server = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} {HASTE}"
        control = [str(programs / "pg_ctl"), "-D", str(data), "-w"]
        if made.returncode == 0:
            made = run([*control, "-l", str(folder / "log"), "-o", server, "start"], user, folder)
        if made.returncode == 0:
            yield Found(f"postgres://kinoqor:{password}@127.0.0.1:{port}/postgres")
        else:
            lines = [line for line in made.stdout.splitlines() if line.strip()] or ["it said nothing"]
            yield Found(why_not=f"a temporary cluster could not be started ({lines[-1].strip()})")
    finally:
        if (data / "postmaster.pid").exists():
            run([programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], user, folder)
        shutil.rmtree(folder, ignore_errors=True)
