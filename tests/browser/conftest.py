"""The real thing: a house with the country pack behind its server, and a browser that looks at it."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.visits import CHROMIUM, WIDE
from tools.serving import HOST, end, free_port, household, serve
from tools.steps import Steps

# What the caller may have set for a house of his own.
OTHERS = (
    "DATABASE_URL",
    "KINOQOR_ADDRESS",
    "KINOQOR_DEBUG",
    "KINOQOR_HOSTS",
    "KINOQOR_HTTPS",
    "KINOQOR_PACK",
)
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
]


@contextmanager
def at_home_in(folder: Path) -> Iterator[None]:
    """The environment of a house in this folder and of no other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KINOQOR_DATA", str(folder))
        for name in OTHERS:
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of a house that is ready to be served; workers that run side by side share it."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "house"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "ready").exists():
            with at_home_in(folder):
                household(Steps())
            (folder / "ready").touch()
    return folder


@pytest.fixture(scope="session")
def house(folder: Path) -> Iterator[str]:
    """The address of a house with the country pack, made and served as ./kino start does it."""
    port = free_port()
    with at_home_in(folder):
        server = serve(port)
    yield f"http://{HOST}:{port}"
    end(server)


# Not for the whole session: while playwright runs, this thread counts as asynchronous and Django refuses
# the database to every test after it.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=20_000)  # a busy machine is no fault of the page
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, house: str) -> Iterator[Page]:
    """An empty page in a wide window; addresses may be given as paths."""
    context = browser.new_context(base_url=house, viewport=WIDE)
    yield context.new_page()
    context.close()
