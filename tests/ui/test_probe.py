"""Asking a terminal that stands at the other end of a pseudo-terminal."""

from __future__ import annotations

import os
import pty
import select
import termios
from contextlib import contextmanager
from threading import Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pyte
import pytest

from tests.terminal import Screen
from tui_reader.ui.core.probe import Answer, asking, names_utf8
from tui_reader.ui.core.widths import NOT_UTF8, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.pty

PATIENT = 10.0


def ask_terminal(fd_in: int, fd_out: int, timeout: float) -> Answer:
    with asking(fd_in, fd_out) as question:
        return question.answer(timeout) if question else Answer()


class Emulator:
    """Draws what it is sent; answers as often as it is asked. `cells` is what “ takes, `keys` come before its answer."""

    def __init__(self, *, cells: int = 1, keys: bytes = b"", answers: int = 9) -> None:
        self.mine, self.fd = pty.openpty()
        self.screen = Screen(20, 3, cells)
        self.seen = b""
        self._keys, self._answers = keys, answers
        self._quit, self._told = os.pipe()
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while self.mine in select.select([self.mine, self._quit], [], [])[0]:
            self._take(os.read(self.mine, 1024))

    def _take(self, data: bytes) -> None:
        self.seen += data
        stream = pyte.ByteStream(self.screen)
        parts = data.split(b"\x1b[6n")
        for number, part in enumerate(parts):
            stream.feed(part)
            if number < len(parts) - 1 and self._answers > number:
                cursor = self.screen.cursor
                os.write(self.mine, self._keys + f"\x1b[{cursor.y + 1};{cursor.x + 1}R".encode())
                self._keys = b""

    def type(self, keys: bytes) -> None:
        os.write(self.mine, keys)

    def close(self) -> None:
        os.write(self._told, b"x")
        self._thread.join()
        for fd in (self.mine, self.fd, self._quit, self._told):
            os.close(fd)


@contextmanager
def emulated(*, cells: int = 1, keys: bytes = b"", answers: int = 9) -> Iterator[Emulator]:
    emulator = Emulator(cells=cells, keys=keys, answers=answers)
    try:
        yield emulator
    finally:
        emulator.close()


@pytest.mark.parametrize("cells", [1, 2])
def test_the_terminal_tells(cells: int) -> None:
    with emulated(cells=cells) as terminal:
        assert Answer(cells, b"") == ask_terminal(terminal.fd, terminal.fd, PATIENT)


def test_nothing_is_left_on_the_screen() -> None:
    with emulated(cells=2) as terminal:
        os.write(terminal.fd, b"prompt$ ")
        ask_terminal(terminal.fd, terminal.fd, PATIENT)
    assert "prompt$" == terminal.screen.display[0].rstrip()
    assert (8, 0) == (terminal.screen.cursor.x, terminal.screen.cursor.y)


def test_a_terminal_that_says_nothing_costs_the_patience_and_no_more() -> None:
    with emulated(answers=0) as terminal:
        start = monotonic()
        assert Answer(None, b"") == ask_terminal(terminal.fd, terminal.fd, 0.05)
        assert 0.05 <= monotonic() - start < 5


def test_half_an_answer_is_none() -> None:
    with emulated(answers=1) as terminal:
        assert Answer(None, b"") == ask_terminal(terminal.fd, terminal.fd, 0.05)


def test_an_answer_that_waits_is_read_when_the_time_is_up() -> None:
    with emulated(cells=2) as terminal, asking(terminal.fd, terminal.fd) as question:
        assert question is not None
        select.select([terminal.fd], [], [], PATIENT)
        sleep(0.05)
        assert Answer(2, b"") == question.answer(0.0)


def test_an_error_meanwhile_restores_the_modes() -> None:
    with emulated() as terminal:
        before = termios.tcgetattr(terminal.fd)
        with pytest.raises(KeyError), asking(terminal.fd, terminal.fd):
            raise KeyError
        assert before == termios.tcgetattr(terminal.fd)


def test_keys_typed_meanwhile_are_handed_on() -> None:
    with emulated(keys=b"j\x1b[B") as terminal:
        assert Answer(1, b"j\x1b[B") == ask_terminal(terminal.fd, terminal.fd, PATIENT)


def test_nothing_is_asked_while_keys_wait() -> None:
    with emulated() as terminal:
        terminal.type(b"jj")
        assert select.select([terminal.fd], [], [], 0)[0] == []  # a line that has no end yet
        assert Answer(None, b"") == ask_terminal(terminal.fd, terminal.fd, PATIENT)
        assert b"jj" == os.read(terminal.fd, 99)
        assert b"\x1b" not in terminal.seen


def test_the_terminals_modes_are_as_before() -> None:
    with emulated() as terminal:
        before = termios.tcgetattr(terminal.fd)
        ask_terminal(terminal.fd, terminal.fd, PATIENT)
        assert before == termios.tcgetattr(terminal.fd)


def test_a_pipe_is_not_asked() -> None:
    ours, theirs = os.pipe()
    try:
        assert Answer(None, b"") == ask_terminal(ours, theirs, PATIENT)
        assert select.select([ours], [], [], 0)[0] == []
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_terminal_of_another_encoding_is_recognised_and_told() -> None:
    ours, theirs = pty.openpty()
    try:
        with asking(theirs, theirs) as question:
            assert question is not None
            os.write(ours, b"\x1b[1;1R\x1b[1;4R\n")  # a cell for each byte
            answer = question.answer(PATIENT)
    finally:
        os.close(ours)
        os.close(theirs)
    assert (None, False) == (answer.cells, answer.is_utf8)
    assert NOT_UTF8 == settle("auto", answer).complaint


@pytest.mark.parametrize(
    ("environment", "possible"),
    [
        ({}, True),
        ({"LANG": "C"}, True),
        ({"LANG": "zh_TW.UTF-8"}, True),
        ({"LANG": "zh_CN.utf8@pinyin"}, True),
        ({"LANG": "zh_TW.UTF-8", "LC_ALL": "zh_TW.Big5"}, False),
        ({"LC_ALL": "", "LC_CTYPE": "zh_CN.GB18030", "LANG": "C.UTF-8"}, False),
    ],
)
def test_the_locale_may_name_another_encoding(environment: dict[str, str], possible: bool) -> None:
    assert possible == names_utf8(environment)
