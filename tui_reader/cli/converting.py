"""`tui-reader convert`: a filter for text, judged as one article.

Script, region, sense and subject are judged over the input up to `SAMPLE` characters, as the reader judges an article (a
list of titles or words has nothing in common: there each line is judged by itself); a
line that is clearly in the other script is converted from that one. So nothing is printed before that much was read, or
the input ended. With `--line-buffered` each line is judged by itself and printed as it comes.
"""

from __future__ import annotations

import sys
from itertools import chain
from typing import TYPE_CHECKING

from tui_reader.cli.filtering import lines_of
from tui_reader.script import Context, Converter, script_of
from tui_reader.script.convert import script_of_target
from tui_reader.script.targets import SAMPLE
from tui_reader.typography import repaired

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from tui_reader.app.session import Session
    from tui_reader.cli.output import Output
    from tui_reader.model import Script

    Line = tuple[str, str]
    """A line and its line end."""


def convert(asked: argparse.Namespace, session: Session, output: Output) -> None:
    """Print the input in another script or wording, or what would be reworded in it."""
    lines = lines_of(asked.file, None if sys.stdin is None else sys.stdin.buffer)
    context: Context | None = None
    if not asked.line_buffered:
        lines, context = _judged(lines)
    converter = session.converter(asked.to)
    for number, (line, end) in enumerate(lines, 1):
        if asked.line_buffered:
            converter = session.converter(asked.to)  # the person's tables may change while it waits
        script = _script_of(line, context)
        if asked.explain:
            for found in converter.explain(line, source=script, context=context):
                output.raw(f"{number}\t{found.start + 1}\t{found.source}\t{found.target}\t{found.entry}\n")
        else:
            text = converter.convert(line, source=script, context=context)
            output.raw((repaired(text, script_of_target(asked.to)) if asked.punctuation else text) + end)
        if asked.line_buffered:
            output.flush()


def _judged(lines: Iterator[Line]) -> tuple[Iterator[Line], Context | None]:
    """The lines, and what they say as a whole; None where each says it itself: for a single line, and for a list."""
    read: list[Line] = []
    length = 0
    for line in lines:
        read.append(line)
        length += len(line[0])
        if length >= SAMPLE:
            break
    told = [line for line, _end in read if line.strip()]
    context = Converter.context_of("\n".join(told)) if len(told) > 1 and _is_prose(told) else None
    return chain(read, lines), context


def _is_prose(lines: list[str]) -> bool:
    """Are the lines paragraphs of one text, and not a list of titles, clauses or words that have nothing to do with each other?"""
    ended = sum(len(line) for line in lines if line.rstrip().endswith(_ENDS))
    return 2 * ended >= sum(map(len, lines))


_ENDS = tuple("。！？…：；”」』）.!?")
"""How a paragraph ends."""


def _script_of(line: str, context: Context | None) -> Script | None:
    """The script of a line that is long enough to tell; else None: that of the whole holds."""
    script = script_of(line) if context else "none"
    return None if script == "none" else script
