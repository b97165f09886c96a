"""The program as a process: locale, pipes, signals, and what it imports."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.stories import HARBOUR

if TYPE_CHECKING:
    from collections.abc import Mapping

PROJECT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "tui_reader"]

# Prints what a command imported, after it ran.
PROBE = """
import sys
from tui_reader.cli import main
status = main(sys.argv[1:])
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(status)
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    places = {"HOME": str(tmp_path / "home"), "TUI_READER_DATA_DIR": str(tmp_path / "data")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    return kept | places | {"TUI_READER_CONFIG_DIR": str(tmp_path / "config"), "PYTHONPATH": str(PROJECT)}


def run(*words: str, env: Mapping[str, str], stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*PROGRAM, *words], env=env, input=stdin, capture_output=True, timeout=60, check=False)


def imported_by(words: list[str], env: Mapping[str, str]) -> set[str]:
    command = [sys.executable, "-c", PROBE, *words]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)
    return {name.partition(".")[0] if not name.startswith("tui_reader") else name for name in done.stderr.split()}


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_stdout_is_utf_8_in_any_locale(environment: dict[str, str], locale: str, tmp_path: Path) -> None:
    (tmp_path / "港.txt").write_text(HARBOUR, encoding="utf-8")
    done = run("clean", "--json", str(tmp_path), env=environment | {"LC_ALL": locale})
    assert "临江港扩建工程动工 首期投资十二亿元" == json.loads(done.stdout.decode())["title"]


def test_the_version(environment: dict[str, str]) -> None:
    done = run("--version", env=environment)
    assert (0, b"tui-reader 0.1.0", b"") == (done.returncode, done.stdout.strip(), done.stderr)


def test_a_reader_that_goes_away_is_no_fault(environment: dict[str, str]) -> None:
    command = [*PROGRAM, "convert", "--line-buffered", "--to", "hans"]
    with subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Who runs the tests in the background may have it ignored, and a child would inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - no threads here
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.close()
        with suppress(BrokenPipeError):
            process.stdin.write("圖書館\n".encode() * 10_000)
        with suppress(BrokenPipeError):
            process.stdin.close()
        assert process.stderr is not None
        assert b"" == process.stderr.read()
    assert 0 == process.returncode


def test_a_filter_passes_on_each_line_as_it_comes(environment: dict[str, str]) -> None:
    command = [*PROGRAM, "convert", "--line-buffered", "--to", "hans"]
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("圖書館\n".encode())
        process.stdin.flush()
        assert "图书馆\n" == process.stdout.readline().decode()
        process.stdin.close()
    assert 0 == process.returncode


def test_ctrl_c_ends_quietly(environment: dict[str, str]) -> None:
    command = [*PROGRAM, "convert", "--line-buffered", "--to", "hans"]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("圖書館\n".encode())
        process.stdin.flush()
        process.stdout.readline()
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert b"" == process.communicate(timeout=30)[1]
    assert 130 == process.returncode


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [["--version"], ["list", "--help"], ["convert", "--to", "cn"]])
def test_a_full_disk_is_a_sentence(environment: dict[str, str], words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *words], env=environment, input=b"a\n", stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (1, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert done.stderr.startswith(b"tui-reader: the output cannot be written")


def test_a_name_that_is_no_text_works_and_is_shown_harmless(environment: dict[str, str], tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff\xb1\x1b[2J.txt"
    Path(os.fsdecode(name)).write_text(HARBOUR, encoding="utf-8")
    done = subprocess.run([*PROGRAM, "import", name], env=environment, capture_output=True, check=False)
    assert (0, b"1 added\n") == (done.returncode, done.stderr)
    again = subprocess.run([*PROGRAM, "import", name], env=environment, capture_output=True, check=False)
    assert b"1 already here\n" == again.stderr
    done = subprocess.run([*PROGRAM, "clean", name + b"x"], env=environment, capture_output=True, check=False)
    assert (1, True) == (done.returncode, b"\x1b" not in done.stderr)
    listed = json.loads(run("list", "--json", env=environment).stdout)
    assert name == os.fsencode(listed["path"])


def test_without_a_terminal_the_reader_imports_and_says_so(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HARBOUR, encoding="utf-8")
    done = run(str(tmp_path / "a.txt"), env=environment)
    added, needs = done.stderr.decode().splitlines()
    assert (2, b"", "1 added") == (done.returncode, done.stdout, added)
    assert "needs a terminal" in needs
    assert 1 == len(run("list", env=environment).stdout.splitlines())


def test_without_a_terminal_and_without_paths_it_says_so(environment: dict[str, str]) -> None:
    done = run(env=environment)
    assert (2, b"", 1) == (done.returncode, done.stdout, len(done.stderr.splitlines()))


def test_the_reader_takes_no_document_from_standard_input(environment: dict[str, str]) -> None:
    done = run("-", env=environment, stdin=HARBOUR.encode())
    assert (2, 1) == (done.returncode, len(done.stderr.splitlines()))


def test_a_slip_in_a_command_is_answered_with_the_command(environment: dict[str, str]) -> None:
    done = run("lsit", env=environment)
    assert 1 == done.returncode
    assert "tui-reader: lsit: no such file or folder (did you mean list?)\n" == done.stderr.decode()


@pytest.mark.parametrize(
    "words",
    [["list"], ["bookmarks", "--json"], ["clean", "-"], ["convert", "--to", "cn"], ["--version"], ["import", "-"]],
)
def test_commands_without_a_screen_do_not_import_one(environment: dict[str, str], words: list[str]) -> None:
    imported = imported_by(words, environment)
    assert "sys" in imported
    assert set() == imported & {"textual", "rich", "httpx", "feedparser"}


@pytest.mark.parametrize("words", [["list"], ["show", "x"], ["bookmarks"], ["tag", "x", "+y"], ["bookmark", "x"]])
def test_what_only_reads_the_library_does_not_import_the_cleaner(environment: dict[str, str], words: list[str]) -> None:
    heavy = {
        "bs4",
        "lxml",
        "opencc",
        "tui_reader.cleaning",
        "tui_reader.sources",
        "tui_reader.tagging",
        "tui_reader.app.preparing",
    }
    assert set() == imported_by(words, environment) & heavy
