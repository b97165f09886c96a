"""Archives, dumps and watched folders on the command line."""

from __future__ import annotations

import gzip
import json
import signal
import subprocess
import sys
import time
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.app.pages import story
from tests.cli.stories import LIBRARY
from tui_reader.app.session import Session
from tui_reader.model import Added, AlreadyHere, Refused
from tui_reader.sources.archives import limits

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


def dump_of(path: Path, count: int) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps({"text": story(number), "url": f"https://a.example/{number}"}) + "\n")
    return path


def test_documents_of_an_archive_are_imported_and_what_is_refused_is_named(cli: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("pages/1.txt", story(1))
        archive.writestr("pages/short.txt", "首页")
    result = cli("import", str(path), "--tag", "港口")
    assert 1 == result.status
    assert f"{path}/pages/short.txt: no article found" in result.err
    assert "1 added, 1 refused" in result.err
    assert 1 == len(cli.ids("tag:港口"))
    assert 1 == len(cli.ids(f"{story(1).splitlines()[0]}"))


def test_a_refused_document_of_an_archive_can_be_imported_alone(cli: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("short.txt", "首页")
        archive.writestr("1.txt", story(1))
    assert 0 == cli("import", "--force", f"{path}/short.txt").status
    assert ["首页"] == [record["title"] for record in cli("list", "--json").records]


def test_each_limit_is_named_on_the_command_line(
    cli: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "RATIO_FROM", 2**20)
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"text": story(1)}).encode() + (b" " * 2**16 + b"\n") * 64))
    result = cli("import", str(path))
    assert (1, "1 added, 1 refused") == (result.status, result.complaints[-1].removeprefix("tui-reader: "))
    assert f"{path}: {limits.BOMB}" in result.err


def test_cleaning_an_archive_prints_an_object_for_each_document(cli: CommandLine, tmp_path: Path) -> None:
    records = cli("clean", "--json", str(dump_of(tmp_path / "a.jsonl.gz", 3))).records
    assert [f"https://a.example/{number}" for number in range(3)] == [record["url"] for record in records]


def test_a_cancelled_import_keeps_what_is_done_and_goes_on_later(tmp_path: Path) -> None:
    path = dump_of(tmp_path / "a.jsonl.gz", 20)
    with Session(tmp_path / "data") as session:
        steps = session.import_paths([str(path)], cancelled=lambda: session.library.count() >= 4)
        done = list(steps)
        assert 4 <= len(done) < 20
        assert len(done) == session.library.count()
        again = [progress.outcome for progress in session.import_paths([str(path)])]
        assert [AlreadyHere] * len(done) + [Added] * (20 - len(done)) == [type(outcome) for outcome in again]


def test_a_truncated_dump_keeps_what_was_read(tmp_path: Path) -> None:
    path = dump_of(tmp_path / "a.jsonl.gz", 200)
    path.write_bytes(path.read_bytes()[:-200])
    with Session(tmp_path / "data") as session:
        *added, last = [progress.outcome for progress in session.import_paths([str(path)])]
        assert {Added} == {type(outcome) for outcome in added}
        assert isinstance(last, Refused)
        assert f"{len(added)} documents were read before" in last.reason


def _heard() -> None:
    """Who runs the tests in the background may have the signal ignored, and a child would inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_import_needs_something(cli: CommandLine) -> None:
    result = cli("import")
    assert 2 == result.status
    assert "--watch DIR" in result.err


def test_watching_needs_a_folder(cli: CommandLine, tmp_path: Path) -> None:
    assert 2 == cli("import", "--watch", str(tmp_path / "none")).status


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_what_is_saved_in_a_watched_folder_is_imported_until_it_is_interrupted(
    cli: CommandLine, tmp_path: Path
) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "0.txt").write_text(story(0), "utf-8")
    command = [sys.executable, "-m", "tui_reader", "import", "--watch", str(folder), "--tag", "saved"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=_heard) as process:  # noqa: PLW1509 - no threads here
        assert process.stderr is not None
        try:
            lines = [process.stderr.readline(), process.stderr.readline()]
            (folder / "1.txt").write_text(LIBRARY, "utf-8")
            lines.append(process.stderr.readline())
            time.sleep(0.2)
            process.send_signal(signal.SIGINT)
            assert 0 == process.wait(20)
        finally:
            process.kill()
    assert [f"watching {folder}; ctrl+c ends it", "1 added", "1 added"] == [line.strip() for line in lines]
    assert 2 == len(cli.ids("tag:saved"))
