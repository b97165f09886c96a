"""Stories by the number, and documents that do harm."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.cli.stories import HARBOUR
from tui_reader.app.preparing import Job

if TYPE_CHECKING:
    from tui_reader.model import Cleaned, Refused


def story(number: int) -> str:
    return HARBOUR.replace("临江港扩建工程动工", f"临江港扩建工程第{number}期动工")


def job(number: int) -> Job:
    return Job(f"{number}.txt", f"{number}.txt", story(number).encode())


def write_stories(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.txt").write_text(story(number), "utf-8")
    return folder


class Killer(Job):
    """A document over which the process dies, as a fault in a parser written in C would have it."""

    __slots__ = ()

    def done(self) -> Cleaned | Refused:
        os._exit(9)


class Sleeper(Job):
    """A document over which the process sits for a minute."""

    __slots__ = ()

    def done(self) -> Cleaned | Refused:
        Path(self.where).touch()
        time.sleep(60)
        return super().done()
