"""Which packages are installed when, and how pip's settings reach uv."""

import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from tools import environment


@pytest.fixture
def venv(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An environment in a folder of its own that works as soon as it is there."""
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(environment, "STAMP", tmp_path / "kinoqor.stamp")
    monkeypatch.setattr(environment, "works", lambda: True)
    return tmp_path


def test_an_environment_without_a_stamp_is_not_ready(venv: Path) -> None:
    assert not environment.is_ready("run")


def test_the_packages_for_tests_are_enough_for_running_but_not_the_other_way_round(venv: Path) -> None:
    environment.STAMP.write_text(environment.digest("test"), encoding="ascii")
    assert environment.is_ready("run") and environment.is_ready("test")
    environment.STAMP.write_text(environment.digest("run"), encoding="ascii")
    assert environment.is_ready("run") and not environment.is_ready("test")


def test_an_old_stamp_is_not_ready(venv: Path) -> None:
    environment.STAMP.write_text("run 0123", encoding="ascii")
    assert not environment.is_ready("run")


def test_a_start_never_takes_the_packages_for_tests_away(venv: Path) -> None:
    assert environment.wanted("run") == "run"
    (venv / "lib" / "python3.11" / "site-packages" / "pytest").mkdir(parents=True)
    assert environment.wanted("run") == "test"


def test_the_index_that_pip_is_given_is_given_to_uv(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    listed = f"global.index-url='https://index.example/simple'\n:env:.find-links='{tmp_path} /never/there'\n"
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(stdout=listed))
    monkeypatch.delenv("UV_DEFAULT_INDEX", raising=False)
    monkeypatch.delenv("UV_FIND_LINKS", raising=False)
    settings = environment.uv_settings()
    assert settings["UV_DEFAULT_INDEX"] == "https://index.example/simple"
    assert settings["UV_FIND_LINKS"] == str(tmp_path)


def test_what_is_set_for_uv_itself_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        subprocess, "run", lambda *_, **__: SimpleNamespace(stdout="global.index-url='https://a'\n")
    )
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://b")
    assert "UV_DEFAULT_INDEX" not in environment.uv_settings()
