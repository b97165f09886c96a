"""Files, folders, links, pipes and streams as sources, and the reasons for rejecting them."""

from __future__ import annotations

import io
import os
import socket
from pathlib import Path

import pytest

from tui_reader.model import Refused
from tui_reader.sources import MAX_BYTES, Source, gather, samples
from tui_reader.sources.found import natural
from tui_reader.sources.reading import looks_like_text

SEEDS = Path(__file__).parents[2] / "seeds"


def write(path: Path, data: bytes = b"text") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return str(path)


def names(folder: Path) -> list[str]:
    """What is found under a folder, by its path in it."""
    return [os.path.relpath(item.where, folder) for item in gather([str(folder)]) if item is not None]


def refused(path: str, stdin: io.BytesIO | None = None) -> str:
    (item,) = gather([path], stdin)
    assert isinstance(item, Refused)
    return item.reason


def test_a_file_is_its_bytes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", b"\xff\x00")
    assert [Source(path, path, b"\xff\x00")] == list(gather([path]))


def test_a_relative_name_is_kept_and_its_path_is_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "d" / "a.txt")
    monkeypatch.chdir(tmp_path)
    (source,) = gather(["d"])
    assert isinstance(source, Source)
    assert ("d/a.txt", str(tmp_path / "d" / "a.txt")) == (source.where, source.path)


def test_folder_is_walked_in_natural_order(tmp_path: Path) -> None:
    for name in ("10.txt", "2.txt", "b/1.html", "a3.md", "第10回.txt", "第9回.txt"):
        write(tmp_path / name)
    assert ["2.txt", "10.txt", "a3.md", "b/1.html", "第9回.txt", "第10回.txt"] == names(tmp_path)


def test_only_importable_files_of_a_folder_are_taken(tmp_path: Path) -> None:
    taken = ["A.HTM", "b.xhtml", "c.shtml", "d.md", "e"]
    for name in [*taken, ".hidden.txt", ".git/config", "f.jpg", "g.py", "data.csv"]:
        write(tmp_path / name)
    write(tmp_path / "binary", b"\x7fELF\0\0\0")
    assert taken == names(tmp_path)


def test_parts_of_a_saved_page_are_skipped(tmp_path: Path) -> None:
    for name in ("页.html", "页_files/ad.html", "b.htm", "b.files/ad.html", "other_files/story.html"):
        write(tmp_path / name)
    assert ["b.htm", "other_files/story.html", "页.html"] == names(tmp_path)


def test_file_given_by_name_is_taken_whatever_its_extension(tmp_path: Path) -> None:
    path = write(tmp_path / ".story.dump")
    assert [path] == [source.where for source in gather([path]) if source is not None]


def test_total_is_known_at_once_and_files_are_read_one_at_a_time(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt"):
        write(tmp_path / name)
    gathered = gather([str(tmp_path), "nothing", "-"], io.BytesIO(b"x"))
    assert 4 == gathered.total
    steps = iter(gathered)
    next(steps)
    write(tmp_path / "2.txt", b"later")
    second = next(steps)
    assert isinstance(second, Source)
    assert b"later" == second.data


def test_circular_links_are_not_followed_forever(tmp_path: Path) -> None:
    write(tmp_path / "a" / "1.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "z").symlink_to(tmp_path / "a")
    assert ["a/1.txt"] == names(tmp_path)


def test_links_to_folders_are_not_followed_and_links_to_files_are(tmp_path: Path) -> None:
    write(tmp_path / "there" / "1.txt")
    write(tmp_path / "here" / "2.txt")
    (tmp_path / "here" / "link").symlink_to(tmp_path / "there")
    (tmp_path / "here" / "3.txt").symlink_to(tmp_path / "there" / "1.txt")
    assert ["2.txt", "3.txt"] == names(tmp_path / "here")


def test_folders_nested_deeper_than_the_recursion_limit(tmp_path: Path) -> None:
    here = os.getcwd()  # noqa: PTH109 - the whole path is longer than the system takes at once
    try:
        os.chdir(tmp_path)
        for _ in range(600):
            os.mkdir("d")  # noqa: PTH102
            os.chdir("d")
    finally:
        os.chdir(here)
    write(tmp_path / "a.txt")
    assert "a.txt" in names(tmp_path)


def test_a_missing_file(tmp_path: Path) -> None:
    assert "no such file or folder" == refused(str(tmp_path / "no.txt"))
    assert "no such file or folder" == refused(write(tmp_path / "a") + "/below")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "an empty name"),
        ("a\0b", "not a valid file name"),
        ("\ud800", "not a valid file name"),
        ("x" * 5000, "the name is too long for a file"),
    ],
)
def test_invalid_file_names_are_rejected(name: str, reason: str) -> None:
    assert reason == refused(name)


def test_broken_link(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    assert "a broken link" == refused(str(tmp_path / "a.txt"))
    assert "a broken link" == refused(str(tmp_path))


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    assert "a link that points to itself" == refused(str(tmp_path / "a.txt"))


def test_an_empty_file(tmp_path: Path) -> None:
    assert "empty" == refused(write(tmp_path / "a.txt", b""))


def test_folder_without_importable_files(tmp_path: Path) -> None:
    write(tmp_path / "a.jpg")
    assert refused(str(tmp_path)).startswith("the folder contains no importable files")


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 2**20)
    assert "65 MiB exceeds the 64 MiB limit" == refused(str(path))


def test_file_that_grows_beyond_the_limit_is_rejected() -> None:
    class Endless(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            assert size is not None
            assert 0 < size
            return bytes(size)

    assert "input exceeds the 64 MiB limit" == refused("-", Endless())


def test_named_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refused(str(tmp_path / "pipe.txt")).startswith("a named pipe, not a file")
    write(tmp_path / "a.txt")
    assert ["a.txt"] == names(tmp_path)


def test_a_socket_and_a_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's name must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.txt")
        assert "a socket, not a file" == refused("s.txt")
    assert refused("/dev/null").startswith("a device, not a file")


def test_file_without_read_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt")

    def forbidden(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbidden)
    assert "permission denied" == refused(path)
    monkeypatch.setattr(os, "scandir", forbidden)
    assert "permission denied" == refused(str(tmp_path))


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_permissions_of_the_system(tmp_path: Path) -> None:
    Path(write(tmp_path / "a.txt")).chmod(0)
    assert "permission denied" == refused(str(tmp_path / "a.txt"))


def test_a_file_that_vanishes_before_it_is_read(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt", "3.txt"):
        write(tmp_path / name)
    steps = iter(gather([str(tmp_path)]))
    next(steps)
    (tmp_path / "2.txt").unlink()
    second, third = steps
    assert isinstance(second, Refused)
    assert "no such file or folder" == second.reason
    assert isinstance(third, Source)


def test_file_replaced_by_a_pipe_does_not_block(tmp_path: Path) -> None:
    path = write(tmp_path / "1.txt")
    gathered = gather([path])
    Path(path).unlink()
    os.mkfifo(path)
    (item,) = gathered
    assert isinstance(item, Refused)


def test_names_in_messages_are_sanitized(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b[2J\x07.txt")
    item = next(iter(gather([path])))
    assert item is not None
    assert f"{tmp_path}/\ufffd.txt" == item.where
    write(Path(path))
    source = next(iter(gather([path])))
    assert isinstance(source, Source)
    assert (f"{tmp_path}/\ufffd.txt", path) == (source.where, source.path)


def test_standard_input() -> None:
    assert [Source("-", None, b"x")] == list(gather(["-"], io.BytesIO(b"x")))
    assert "empty" == refused("-", io.BytesIO())
    assert "standard input is closed" == refused("-")


def test_the_samples_are_the_seeds() -> None:
    found = [(sample.where, sample.data) for sample in samples() if isinstance(sample, Source)]
    assert [(f"sample:{path.name}", path.read_bytes()) for path in sorted(SEEDS.iterdir())] == found


def test_digits_are_sorted_by_their_value() -> None:
    assert ["a2", "a10", "b"] == sorted(["b", "a10", "a2"], key=natural)


def test_utf_16_looks_like_text(tmp_path: Path) -> None:
    assert looks_like_text(write(tmp_path / "a", "中a".encode("utf-16")))
    assert looks_like_text(str(tmp_path / "gone"))
    assert not looks_like_text(write(tmp_path / "b", b"a\0b"))
