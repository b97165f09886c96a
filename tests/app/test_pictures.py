"""Pictures that were imported with an article."""

from __future__ import annotations

from base64 import b64encode
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from tui_reader.app.pictures import pictures_of
from tui_reader.app.session import Session
from tui_reader.query import Query

if TYPE_CHECKING:
    from pathlib import Path

PICTURE, OTHER = b"\x89PNG one", b"\x89PNG two"
TEXT = "".join(
    f"<p>第{number}段：码头的软件系统昨日完成升级，信息处理时间缩短一半，工人们正在接受培训，预计下月投入运行。</p>"
    for number in "一二三四五"
)


def page(address: str, more: str = "") -> str:
    figure = f'<figure><img src="{address}" width="600" height="400"><figcaption>图为码头的清晨。</figcaption></figure>'
    head = '<meta charset="utf-8"><title>港口自动化提速</title>'
    return f"<html><head>{head}</head><body><article><h1>港口自动化提速</h1>{TEXT}{figure}{TEXT}{more}</article></body></html>"


def found(folder: Path, name: str, data: bytes) -> list[tuple[bytes, int | None]]:
    """Import a file, and look for its pictures."""
    (folder / name).write_bytes(data)
    session = Session(folder / "data")
    _done = list(session.import_paths([str(folder / name)]))
    (article_id,) = session.library.listing(Query()).article_ids
    return [(picture.data, picture.number) for picture in pictures_of(session, article_id)]


@pytest.mark.parametrize(
    ("name", "parts", "address"),
    [
        ("page.html", "page_files", "./page_files/one.png"),
        ("page.htm", "page.files", "page.files/one.png?width=600"),
        ("港口.html", "港口_files", "./%E6%B8%AF%E5%8F%A3_files/one.png"),
        ("page.html", "page_files", "https://example.org/page_files/one.png"),
        ("page.html", "pictures", "pictures/one.png"),
    ],
)
def test_files_saved_with_a_page(tmp_path: Path, name: str, parts: str, address: str) -> None:
    (tmp_path / parts).mkdir()
    (tmp_path / parts / "one.png").write_bytes(PICTURE)
    assert [(PICTURE, 0)] == found(tmp_path, name, page(address).encode())


def test_no_file_outside_of_the_folder_is_read(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.png").write_bytes(PICTURE)
    (inside / "page_files").symlink_to(tmp_path)
    for address in ("../secret.png", "page_files/secret.png", str(tmp_path / "secret.png"), "x/../../secret.png"):
        assert [] == found(inside, "page.html", page(address).encode())


def test_parts_of_an_mhtml_file(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://example.org/page.html"
    message.set_content(page("https://example.org/one.png"), subtype="html", charset="utf-8")
    message.add_related(PICTURE, "image", "png", headers=["Content-Location: https://example.org/one.png"])
    message.add_related(OTHER, "image", "png", headers=["Content-Location: https://example.org/logo.png"])
    assert [(PICTURE, 0)] == found(tmp_path, "page.mhtml", message.as_bytes())


def test_data_in_the_source(tmp_path: Path) -> None:
    more = f'<p><img class="x" src="data:image/png;base64,{b64encode(OTHER).decode()}"></p>'
    assert [(OTHER, None)] == found(tmp_path, "page.html", page("https://example.org/one.png", more).encode())


def test_broken_data_is_passed_over(tmp_path: Path) -> None:
    more = '<p><img src="data:image/png;base64,A"></p>'
    assert [] == found(tmp_path, "page.html", page("one.png", more).encode())
