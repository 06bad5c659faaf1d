"""The environment in .venv: made with the standard library, filled from a list of packages with hashes."""

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.steps import PYTHON, ROOT, Refusal, Steps, data_folder, run

VENV = ROOT / ".venv"
STAMP = VENV / "kinoqor.stamp"
MEGABYTE = 1024 * 1024
ROOM = {
    "run": 700,
    "test": 1500,
}  # megabytes that an environment takes, with what the installer needs meanwhile
ROOM_FOR_DATA = 150

# What pip is told, by its configuration or the environment, and what uv calls the same.
PIP_TO_UV = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "trusted-host": "UV_INSECURE_HOST",
    "cert": "SSL_CERT_FILE",
    "default-timeout": "UV_HTTP_TIMEOUT",
    "timeout": "UV_HTTP_TIMEOUT",
}


def prepare(steps: Steps, lock: str) -> None:
    """Brings .venv to the named lock ("run" or "test"); does nothing where it already holds it."""
    with steps.step("Python and disk"):
        ready = is_ready(lock)
        check_room(0 if ready else ROOM[lock])
    if ready:
        return
    with alone(), steps.step(f"Environment and packages ({lock})"):
        if not is_ready(lock):
            if not works():
                make()
            install(wanted(lock))


def digest(lock: str) -> str:
    return lock + " " + hashlib.sha256((ROOT / "requirements" / f"{lock}.txt").read_bytes()).hexdigest()


def works() -> bool:
    """Whether the environment's Python runs at all (a folder that was moved or half made does not)."""
    if not PYTHON.exists():
        return False
    code = "import sys; raise SystemExit(sys.version_info < (3, 11))"
    return subprocess.run([PYTHON, "-c", code], capture_output=True, check=False).returncode == 0


def is_ready(lock: str) -> bool:
    """Whether .venv holds this lock; the packages for tests contain those for running."""
    stamp = STAMP.read_text(encoding="ascii") if STAMP.exists() else ""
    return stamp in {digest(lock), digest("test")} and works()


def wanted(lock: str) -> str:
    """Which lock to install: never the smaller one over an environment that is also used for tests."""
    stamp = STAMP.read_text(encoding="ascii") if STAMP.exists() else ""
    has_tests = stamp.startswith("test ") or any(VENV.glob("lib/python3*/site-packages/pytest"))
    return "test" if has_tests else lock


def check_room(for_packages: int) -> None:
    """Refuses while there is still nothing to clean up: megabytes for packages and for the data folder."""
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    for place, needed in ((ROOT, for_packages), (folder, ROOM_FOR_DATA)):
        free = shutil.disk_usage(place).free // MEGABYTE
        if free < needed:
            raise Refusal(
                f"The disk is nearly full: {needed} MB are needed on the disk of {place}, "
                f"{free} MB are free. Make room and run ./kino again."
            )


@contextmanager
def alone() -> Iterator[None]:
    """Two ./kino at once take turns: the second waits until the first has set up."""
    with (data_folder() / "set-up.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def make() -> None:
    """Makes .venv; without ensurepip (Debian's bare Python) the machine's own pip fills it from outside."""
    if has("venv") and has("ensurepip"):
        run("environment", [sys.executable, "-m", "venv", "--clear", VENV])
    elif has("venv") and has("pip"):
        run("environment", [sys.executable, "-m", "venv", "--clear", "--without-pip", VENV])
    else:
        raise Refusal(
            "This Python cannot make environments: its module venv (or ensurepip) is missing. "
            "On Debian or Ubuntu: sudo apt-get install python3-venv, then run ./kino again."
        )


def pip() -> list[str]:
    """The pip that fills the environment: its own, or the machine's pointed at it."""
    if any(VENV.glob("lib/python3*/site-packages/pip")):
        return [str(PYTHON), "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", str(PYTHON)]


def install(lock: str) -> None:
    """Installs exactly the lock with uv, or pip where uv does not run; hashes are checked by both."""
    STAMP.unlink(missing_ok=True)
    requirements = ROOT / "requirements"
    quiet = ["--disable-pip-version-check", "--no-input", "--require-hashes", "-r"]
    try:
        run("bootstrap", [*pip(), "install", *quiet, requirements / "bootstrap.txt"], needs_network=True)
        options = ["--python", str(PYTHON), "--require-hashes", "--no-progress"]
        uv = [str(VENV / "bin" / "uv"), "pip", "sync"]
        run("packages", [*uv, *options, requirements / f"{lock}.txt"], env=uv_settings(), needs_network=True)
    except Refusal as refusal:
        if "disk is full" in str(refusal):
            raise
        run("packages-by-pip", [*pip(), "install", *quiet, requirements / f"{lock}.txt"], needs_network=True)
    STAMP.write_text(digest(lock), encoding="ascii")


def uv_settings() -> dict[str, str]:
    """What pip is configured with on this machine, in uv's words; what is already set for uv stays."""
    answer = subprocess.run([*pip(), "config", "list"], capture_output=True, text=True, check=False).stdout
    settings: dict[str, str] = {"UV_INDEX_STRATEGY": "unsafe-best-match", "UV_NO_CONFIG": "1"}
    for line in answer.splitlines():
        key, _, value = line.partition("=")
        name = PIP_TO_UV.get(key.rpartition(".")[2])
        values = [part for part in value.strip("'\"").replace("\\n", " ").split() if is_there(part)]
        if name and values:
            settings[name] = ("," if name == "UV_FIND_LINKS" else " ").join(values)
    return {key: value for key, value in settings.items() if key not in os.environ}


def is_there(place: str) -> bool:
    """False for a folder that is configured and absent: pip passes over it, uv would stop."""
    path = place.removeprefix("file://")
    return not path.startswith("/") or Path(path).exists()
