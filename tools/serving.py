"""./kino start: from a fresh clone to a page in a browser, and the probe that asks whether it got there."""

import argparse
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress

from tools.environment import is_ready, prepare
from tools.probe import Unanswered, ask, probe
from tools.steps import (
    HOST,
    PYTHON,
    ROOT,
    Refusal,
    Steps,
    environment,
    explain,
    free_port,
    log_file,
    started,
    stop,
)

PATIENCE = 60.0  # seconds until a server that does not answer is given up

# Command of the house: what is shown. Each finds quickly that there is nothing to do the second time.
HOUSEHOLD = {
    "build_font": "Font",
    "compile_catalogues": "Catalogues of kk and ru",
    "migrate --no-input": "Database",
    "intake packs/kz": "Country pack",
    "demo_accounts": "Demonstration accounts",
    "demo_applications": "Played demonstration",
    "demo_decision": "Played decision",
    # A house whose record cannot go on (its key is gone, say) starts all the same: only what is published waits.
    "publish_record --or-wait": "Public record",
    "collectstatic --no-input": "Styles and scripts",
}
MARK = "\x1e"  # begins the line with which the house says which command it does now


def read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./kino start", description="Sets up and serves on this machine.")
    parser.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1 (8000)")
    parser.add_argument("--probe", action="store_true", help="a free port, a few questions, and an end")
    return parser.parse_args(list(arguments))


def environment_is_ready() -> bool:
    return is_ready("run")


def start(options: argparse.Namespace) -> int:
    port = free_port() if options.probe else checked_port(options.port)
    steps = Steps()
    prepare(steps, "run")
    words = household(steps)
    with steps.step("Server"):
        server = serve(port)
    worker = work()
    try:
        if options.probe:
            return probe(f"http://{HOST}:{port}")
        print(greeting(port, words["demo_accounts"]), flush=True)
        return attend(server)
    finally:
        end(server)
        end(worker)


def household(steps: Steps, only: Sequence[str] = ()) -> dict[str, str]:
    """Does the commands that make a house habitable (all, or only the named), in one process; what each said."""
    wanted = list(only) or list(HOUSEHOLD)
    said, current, log = dict.fromkeys(wanted, ""), wanted[0], log_file("set-up")
    command = [str(PYTHON), str(ROOT / "manage.py"), "set_up", *wanted]
    steps.begin(HOUSEHOLD[current])
    with log.open("w", encoding="utf-8") as sink, started(command, stdout=subprocess.PIPE) as process:
        try:
            for line in process.stdout or ():
                sink.write(line)
                told = line[1:].strip() if line.startswith(MARK) else ""
                if told and told != current:
                    steps.end()
                    steps.begin(HOUSEHOLD[told])
                current = told or current
                said[current] += "" if told else line
            code = process.wait()
        except BaseException:
            steps.end(done=False)
            stop(process)
            raise
    steps.end(done=code == 0)
    if code:
        raise Refusal(f"{explain(HOUSEHOLD[current], said[current])} The whole log is in {log}.")
    return said


def checked_port(port: int) -> int:
    """The port, if it can be listened on now; said before anything is set up."""
    if not 0 < port < 65536:
        raise Refusal(
            f"{port} is not a port: choose a number from 1024 to 65535, as in ./kino start --port 8001."
        )
    with socket.socket() as test:
        test.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            test.bind((HOST, port))
        except PermissionError:
            raise Refusal(
                f"Port {port} is kept for the system. Choose one above 1023: ./kino start --port 8001."
            ) from None
        except OSError:
            raise Refusal(
                f"Port {port} is taken by another program (perhaps a Kinoqor that still runs). Stop it, or "
                f"choose another: ./kino start --port {port + 1 if port < 65535 else 8001}."
            ) from None
    return port


def serve(port: int, workers: int = 2) -> "subprocess.Popen[bytes]":
    """Starts the server and waits until it answers; its words go to log/server.log."""
    checked_port(port)  # the set-up took its time, and two servers can share a port without a word
    log = log_file("server")
    options = [
        "--interface",
        "wsgi",
        "--host",
        HOST,
        "--port",
        str(port),
        "--workers",
        str(workers),
        "--no-ws",
    ]
    env = environment({"KINOQOR_ADDRESS": os.environ.get("KINOQOR_ADDRESS") or f"http://{HOST}:{port}"})
    with log.open("wb") as sink:
        server = subprocess.Popen(
            [PYTHON, "-m", "granian", *options, "kinoqor.wsgi:application"],
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        until = time.monotonic() + PATIENCE
        while not answers(port):
            if server.poll() is not None or time.monotonic() > until:
                words = log.read_text(encoding="utf-8", errors="replace")
                raise Refusal(explain("server", words) + f" The whole log is in {log}.")
            time.sleep(0.1)
    except BaseException:
        end(server)
        raise
    return server


def work() -> "subprocess.Popen[bytes]":
    """Starts the worker that does the jobs beside the server; its words go to log/worker.log."""
    with log_file("worker").open("wb") as sink:
        return subprocess.Popen(
            [PYTHON, str(ROOT / "manage.py"), "work"],
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def end(server: "subprocess.Popen[bytes]") -> None:
    """Stops the server (or the worker) and whatever it started and did not take with it."""
    stop(server)
    with suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)


def answers(port: int) -> bool:
    try:
        ask(f"http://{HOST}:{port}/en/")
    except Unanswered as reason:
        return reason.status is not None
    return True


def attend(server: "subprocess.Popen[bytes]") -> int:
    """Stays until the server ends or the caller has had enough; a stop that was asked for is no failure."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        code = server.wait()
    except KeyboardInterrupt:
        end(server)
        print("\nStopped. ./kino start brings it back.", flush=True)
        return 0
    raise Refusal(f"The server ended by itself (code {code}). Its log is in {log_file('server')}.")


def greeting(port: int, accounts: str) -> str:
    """The last lines of a start: the address and the sign-ins, one JSON object a line in, plain words out."""
    signs = [json.loads(line) for line in accounts.splitlines() if line.startswith("{")]
    rows = [
        f"    {sign['email']:<28} {sign['password']:<14} {sign.get('code', ''):<8} {sign['role']}"
        for sign in signs
    ]
    address = f"http://{HOST}:{port}/"
    return "\n".join(
        [
            "",
            f"Kinoqor is open: {address}",
            "",
            "To sign in (the code changes: ./kino manage demo_accounts shows it anew):",
            *rows,
            "",
            "Ctrl-C stops it.",
        ]
    )
