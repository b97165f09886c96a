"""The public API: documentation, types, and cost of importing it."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent

import pytest

import tui_reader
from tests.cli.stories import HARBOUR
from tui_reader import api

ROOT = Path(__file__).parents[1]
SAMPLE = """
    from datetime import datetime
    import tui_reader

    article: tui_reader.Article = tui_reader.clean(b"...", url="https://news.example/1", as_of=datetime.now())
    title: str | None = article.title
    kinds: list[str] = [passage.kind for passage in article.body]
    text: str = tui_reader.convert("...", to="tw")
    with tui_reader.Library.open(...) as library:  # EXPECT arg-type
        article_ids: tuple[int, ...] = library.listing(tui_reader.Query.parse("...")).article_ids
    tui_reader.convert("...", to="sg")  # EXPECT arg-type
    tui_reader.clean(3)  # EXPECT arg-type
    tui_reader.nothing  # EXPECT attr-defined
"""


def test_the_readme_section_runs(tmp_path: Path) -> None:
    shown = re.search(r"<!-- api -->\n```pycon\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert shown
    examples = doctest.DocTestParser().get_doctest(shown[1], {"folder": tmp_path}, "README.md", None, 0)
    assert 7 <= len(examples.examples)
    assert 0 == doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF).run(examples).failed


def test_the_docstrings_run() -> None:
    assert (0, 2) == doctest.testmod(api)


def test_package_exports_every_name() -> None:
    assert {*api.__all__, "__version__"} == set(tui_reader.__all__)
    assert [] == [name for name in api.__all__ if getattr(tui_reader, name) is not getattr(api, name)]
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        tui_reader.nothing  # type: ignore[attr-defined] # noqa: B018 - it is the access that raises


def test_a_program_that_uses_it_is_checked(tmp_path: Path) -> None:
    (tmp_path / "sample.py").write_text(dedent(SAMPLE), "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={tmp_path}", "sample.py"]
    command += ["--follow-imports=silent", "--ignore-missing-imports", "--no-error-summary"]
    done = subprocess.run(
        command, cwd=tmp_path, env={"MYPYPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    lines = dedent(SAMPLE).splitlines()
    expected = [(at, line.split("EXPECT ")[1]) for at, line in enumerate(lines, 1) if "EXPECT" in line]
    found = re.findall(r"sample\.py:(\d+): error: .*\[([a-z-]+)\]", done.stdout)
    assert expected == [(int(line), code) for line, code in found], done.stdout + done.stderr


def test_import_loads_no_heavy_modules() -> None:
    script = "import sys; before = {*sys.modules}; import tui_reader; print(*sorted({*sys.modules} - before))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "tui_reader" == done.stdout.strip()


def test_cleaning_and_converting_load_neither_screen_nor_network() -> None:
    script = "import sys, tui_reader; tui_reader.clean(sys.stdin.read()); tui_reader.convert('软件', 'tw'); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, input=HARBOUR, capture_output=True, text=True, check=True
    )
    assert set() == {"textual", "rich", "urllib.request", "http.client", "argparse"} & set(done.stdout.split())


def test_text_and_bytes_are_cleaned_alike() -> None:
    article = api.clean(HARBOUR)
    assert api.clean(HARBOUR.encode()) == article
    assert ("临江港扩建工程动工 首期投资十二亿元", "临江日报") == (article.title, article.source)
    assert article.tags


def test_given_url_becomes_the_articles() -> None:
    assert "https://news.example/1" == api.clean(HARBOUR, url="https://news.example/1").url


def test_relative_times_count_from_as_of() -> None:
    page = HARBOUR.replace("2024-03-18 09:30", "3小时前")
    assert api.clean(page).published is None
    assert "2024-03-18T09:00" == api.clean(page, as_of=datetime(2024, 3, 18, 12, tzinfo=UTC)).published


def test_a_document_is_converted_as_a_whole_and_a_list_line_by_line() -> None:
    assert "軟體好用。\n\n滑鼠也好用。" == api.convert("软件好用。\n\n鼠标也好用。", "tw")
    assert "软件\n鼠标" == api.convert("軟體\n滑鼠", "cn")
