"""`tui-reader convert`: converts text, judged as one article.

Script, region, sense and subject are determined from the first `SAMPLE` characters, as the reader does for an article.
Lists of titles or words have no common context: each line is judged alone. A line clearly in the other script is
converted from that one. Output starts after that many characters or at the end of input. With `--line-buffered` each
line is judged alone and printed immediately.
"""

from __future__ import annotations

import sys
from itertools import chain
from typing import TYPE_CHECKING

from tui_reader.app.converting import context_of_lines, script_of_line
from tui_reader.cli.filtering import lines_of
from tui_reader.script.convert import script_of_target
from tui_reader.script.targets import SAMPLE
from tui_reader.typography import repaired

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from tui_reader.app.session import Session
    from tui_reader.cli.output import Output
    from tui_reader.script import Context

    Line = tuple[str, str]
    """A line and its line end."""


def convert(asked: argparse.Namespace, session: Session, output: Output) -> None:
    """Print the input converted, or what would be reworded in it."""
    lines = lines_of(asked.file, None if sys.stdin is None else sys.stdin.buffer)
    context: Context | None = None
    if not asked.line_buffered:
        lines, context = _judged(lines)
    converter = session.converter(asked.to)
    for number, (line, end) in enumerate(lines, 1):
        if asked.line_buffered:
            converter = session.converter(asked.to)  # the glossary may change while waiting for input
        script = script_of_line(line, context)
        if asked.explain:
            for found in converter.explain(line, source=script, context=context):
                output.raw(f"{number}\t{found.start + 1}\t{found.source}\t{found.target}\t{found.entry}\n")
        else:
            text = converter.convert(line, source=script, context=context)
            output.raw((repaired(text, script_of_target(asked.to)) if asked.punctuation else text) + end)
        if asked.line_buffered:
            output.flush()


def _judged(lines: Iterator[Line]) -> tuple[Iterator[Line], Context | None]:
    """The lines and their common context; None for a single line and for lists, where each line is judged alone."""
    read: list[Line] = []
    length = 0
    for line in lines:
        read.append(line)
        length += len(line[0])
        if length >= SAMPLE:
            break
    return chain(read, lines), context_of_lines([line for line, _end in read])
