"""./kino check and ./kino fix: every tool that keeps the house in shape, under one roof."""

import subprocess
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.steps import PYTHON, ROOT, environment

BIN = PYTHON.parent
MANAGE = [PYTHON, ROOT / "manage.py"]


@dataclass(frozen=True)
class Finding:
    name: str
    good: bool
    seconds: float
    words: str


def templates() -> list[Path]:
    """Every page of the house."""
    return sorted((ROOT / "kinoqor").rglob("*.html"))


def checks() -> dict[str, Sequence[str | Path]]:
    """What is asked, by name. The slowest first, for two run at a time."""
    return {
        "types (mypy)": [PYTHON, "-m", "mypy"],
        "style (ruff check)": [PYTHON, "-m", "ruff", "check", "."],
        "layout (ruff format)": [PYTHON, "-m", "ruff", "format", "--check", "."],
        "floors and rooms (import-linter)": [BIN / "lint-imports", "--no-logo"],
        "templates (djade)": [BIN / "djade", "--check", "--target-version", "5.2", *templates()],
        "dependencies (deptry)": [PYTHON, "-m", "deptry", "."],
        "framework (check)": [*MANAGE, "check", "--fail-level", "WARNING"],
        "migrations": [*MANAGE, "makemigrations", "--check", "--dry-run"],
        "catalogues of kk and ru": [*MANAGE, "check_catalogues"],
        "reference": [*MANAGE, "write_reference", "--check"],
    }


def look(name: str, command: Sequence[str | Path]) -> Finding:
    """Runs one tool and keeps what it said."""
    began = time.monotonic()
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    finding = Finding(name, done.returncode == 0, time.monotonic() - began, done.stdout)
    print(f"  {name:<36} {finding.seconds:6.1f} s  {'good' if finding.good else 'NOT GOOD'}", flush=True)
    return finding


def check() -> int:
    """Runs every check, two at a time, and shows what the failed ones said."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        findings = list(pool.map(lambda item: look(*item), checks().items()))
    failed = [finding for finding in findings if not finding.good]
    for finding in failed:
        print(f"\n--- {finding.name}\n{finding.words.rstrip()}")
    print(f"\n{len(findings) - len(failed)} of {len(findings)} checks are good.", flush=True)
    return 1 if failed else 0


def fix() -> int:
    """Mends what a program can mend; what is left is said by ./kino check."""
    findings = [
        look("style (ruff check --fix)", [PYTHON, "-m", "ruff", "check", "--fix", "."]),
        look("layout (ruff format)", [PYTHON, "-m", "ruff", "format", "."]),
        look("templates (djade)", [BIN / "djade", "--target-version", "5.2", *templates()]),
        look("catalogues of kk and ru", [*MANAGE, "update_catalogues"]),
        look("reference", [*MANAGE, "write_reference"]),
    ]
    for finding in findings:
        print(f"\n--- {finding.name}\n{finding.words.rstrip()}" if finding.words.strip() else "", end="")
    print("\nRead what changed (git diff), then ./kino check.", flush=True)
    return 0
