"""Text converted as one document: script, region and subject are judged over all lines, where these are prose.

A single line, and a list of titles or words, has no common subject: there each line is judged by itself. A line that is
clearly in the other script is converted from that script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.script import Context, Converter, script_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.model import Script

SENTENCE_ENDS = tuple("。！？…：；”」』）.!?")
"""How a paragraph ends."""


def context_of_lines(lines: Sequence[str]) -> Context | None:
    """The context of a document, for the conversion of its lines; None where each line is to be judged by itself."""
    written = [line for line in lines if line.strip()]
    return Converter.context_of("\n".join(written)) if len(written) > 1 and _is_prose(written) else None


def script_of_line(line: str, context: Context | None) -> Script | None:
    """The script of a line that is long enough to tell; None where that of the document holds."""
    script = script_of(line) if context else "none"
    return None if script == "none" else script


def convert_document(text: str, converter: Converter) -> str:
    """`text` converted as one document, line by line; line feeds stay."""
    lines = text.split("\n")
    context = context_of_lines(lines)
    return "\n".join(converter.convert(line, source=script_of_line(line, context), context=context) for line in lines)


def _is_prose(lines: Sequence[str]) -> bool:
    """Whether most of the text stands in lines that end as sentences do."""
    ended = sum(len(line) for line in lines if line.rstrip().endswith(SENTENCE_ENDS))
    return 2 * ended >= sum(map(len, lines))
