"""Convert text as one document: script, region and subject are judged over all lines if they are prose.

Single lines, and lists of titles or words, have no common subject: there each line is judged alone. A line clearly in
the other script is converted from that script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.script import Context, Converter, script_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.model import Script

SENTENCE_ENDS = tuple("。！？…：；”」』）.!?")
"""Characters at the end of a prose paragraph."""


def context_of_lines(lines: Sequence[str]) -> Context | None:
    """Conversion context of a document; None where each line is to be judged alone."""
    written = [line for line in lines if line.strip()]
    return Converter.context_of("\n".join(written)) if len(written) > 1 and _is_prose(written) else None


def script_of_line(line: str, context: Context | None) -> Script | None:
    """Script of a line that is long enough to detect it; None where the document's script applies."""
    script = script_of(line) if context else "none"
    return None if script == "none" else script


def convert_document(text: str, converter: Converter) -> str:
    """Convert `text` as one document, line by line; line feeds stay."""
    lines = text.split("\n")
    context = context_of_lines(lines)
    return "\n".join(converter.convert(line, source=script_of_line(line, context), context=context) for line in lines)


def _is_prose(lines: Sequence[str]) -> bool:
    """Whether most of the text is in lines that end like sentences."""
    ended = sum(len(line) for line in lines if line.rstrip().endswith(SENTENCE_ENDS))
    return 2 * ended >= sum(map(len, lines))
