"""A browser and a house of one's own: what a story changes is seen by no other test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import at_home_in, browser, folder  # noqa: F401
from tools.serving import end, free_port, serve, work


@pytest.fixture(scope="module")
def own_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: F811
    """The folder of a house that is ready to be served, copied."""
    mine = tmp_path_factory.mktemp("story") / "house"
    shutil.copytree(folder, mine, ignore=shutil.ignore_patterns("lock"))
    return mine


@pytest.fixture(scope="module")
def own_house(own_folder: Path) -> Iterator[str]:
    """Its address, with the worker beside the server. By name and not by number, since passkeys belong to a name."""
    port = free_port()
    with at_home_in(own_folder):
        server, worker = serve(port), work()
        yield f"http://localhost:{port}"
        end(worker)
        end(server)
