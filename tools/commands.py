"""The commands of ./kino: which words choose which, and how every failure ends in one sentence."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from types import FrameType

from tools import quality, serving, trials
from tools.environment import prepare
from tools.steps import PYTHON, ROOT, Refusal, Steps, call, environment, explain_system, say

Command = Callable[[Sequence[str]], int]


class Interrupted(KeyboardInterrupt):
    """Asked to stop by a signal other than Ctrl-C."""


def main(arguments: Sequence[str], help_text: str) -> int:
    """Does one command. Exit codes: 0 done, 1 refused or failed, 2 not understood, 130 interrupted."""
    signal.signal(signal.SIGTERM, interrupt)
    if not arguments or arguments[0] in ("help", "-h", "--help"):
        print(help_text.strip())
        return 0
    command = COMMANDS.get(arguments[0])
    if command is None:
        say(f"There is no command “{arguments[0]}”. The commands are: {', '.join(COMMANDS)}.")
        return 2
    try:
        return command(arguments[1:])
    except Refusal as refusal:
        say(str(refusal))
        return 1
    except OSError as error:
        say(explain_system(error))
        return 1
    except KeyboardInterrupt:
        say("Stopped before the end. Nothing is lost: run ./kino again and it goes on.")
        return 130


def interrupt(_number: int, _frame: FrameType | None) -> None:
    raise Interrupted


def start(arguments: Sequence[str]) -> int:
    return serving.start(serving.read(arguments))


def test(arguments: Sequence[str]) -> int:
    return trials.test(arguments)


def check(_arguments: Sequence[str]) -> int:
    prepare(Steps(), "test")
    return quality.check()


def fix(_arguments: Sequence[str]) -> int:
    prepare(Steps(), "test")
    return quality.fix()


def bench(arguments: Sequence[str]) -> int:
    """Runs benchmarks/NAME.py with the other arguments; --json makes it print one object a line."""
    scripts = (ROOT / "benchmarks").glob("*.py")
    names = sorted(path.stem for path in scripts if "__main__" in path.read_text(encoding="utf-8"))
    if not arguments or arguments[0] not in names:
        raise Refusal(f"Say which: ./kino bench {' | '.join(names)} [--json].")
    ensure()
    return call([PYTHON, "-m", f"benchmarks.{arguments[0]}", *arguments[1:]])


def manage(arguments: Sequence[str]) -> int:
    """Becomes Django's command, so that its questions and answers are the caller's."""
    ensure()
    os.execve(PYTHON, [str(PYTHON), str(ROOT / "manage.py"), *arguments], environment())


def ensure() -> None:
    """The environment without a line of progress, where it is already there."""
    if serving.environment_is_ready():
        return
    sys.stdout.flush()
    prepare(Steps(), "run")


COMMANDS: dict[str, Command] = {
    "start": start,
    "test": test,
    "check": check,
    "fix": fix,
    "bench": bench,
    "manage": manage,
}
