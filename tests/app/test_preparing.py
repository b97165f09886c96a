"""Sources → clean → tag → store."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from tests.cli.stories import HARBOUR
from tui_reader.app import preparing
from tui_reader.model import Cleaned, Refused
from tui_reader.sources import Source

if TYPE_CHECKING:
    from datetime import datetime


def test_a_document_is_cleaned_and_tagged() -> None:
    prepared = preparing.prepare(Source("harbour.txt", None, HARBOUR.encode()))
    assert isinstance(prepared, Cleaned)
    assert "建设" in prepared.article.tags


def test_what_is_no_article_is_refused_under_its_name() -> None:
    refused = preparing.prepare(Source("menu.txt", None, "首页\n登录\n".encode()))
    assert isinstance(refused, Refused)
    assert "menu.txt" == refused.where


def test_the_work_can_be_given_to_another_process() -> None:
    source = Source("-", None, HARBOUR.encode())
    work = pickle.loads(pickle.dumps(preparing.prepare))  # noqa: S301 - our own
    assert preparing.prepare(source) == pickle.loads(pickle.dumps(work(source)))  # noqa: S301


@pytest.mark.parametrize(("error", "reason"), [(RecursionError, "nested too deeply"), (MemoryError, "more memory")])
def test_a_document_beyond_all_measure_stops_only_itself(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception], reason: str
) -> None:
    def beyond(data: bytes, *, name: str | None, as_of: datetime | None, **_: object) -> Cleaned:
        raise error(data, name, as_of)

    monkeypatch.setattr(preparing, "clean", beyond)
    refused = preparing.prepare(Source("x.txt", None, b"x"))
    assert isinstance(refused, Refused)
    assert reason in refused.reason
