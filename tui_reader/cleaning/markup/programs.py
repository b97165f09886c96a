"""Source code in any highlighter's markup → lines, without line numbers and buttons.

Highlighters only agree on this: each line is an element, or ends in a line feed or `<br>`; line numbers count up by one;
language labels and buttons are outside the lines. So lines are found by element edges, gutters by their numbers, labels
by their place.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui_reader.cleaning.markup.marks import BREAK, CODE_END, CODE_START, LINE_END, LINE_START, NODE, PARTED, Piece
from tui_reader.text.han import HAN

LONGEST_FURNITURE = 40
"""Maximum characters of a label or button row."""
FEWEST_NUMBERED = 3
"""Minimum lines for leading numbers to be a gutter."""
FEWEST_LINES = 2
"""Minimum lines of code without preformatted text."""
CODE_HAN = 0.2
"""Share of Han characters from which preformatted text is a post; code has them in comments."""

_BOX = re.compile(
    r"[^a-z](?:blockcode|bbcode_(?:container|code)|code[-_]?(?:text|content|box|block|snippet\w*|wrap(?:per)?|area|view|container|toolbar|frame|fence)|syntaxhighlighter|syntax[-_]?highlight(?:er)?"
    r"|dp-highlighter|highlight(?:er(?:-\w+)?)?|codehilite|prettyprint|chroma|hljs|codemirror|monaco-editor|shiki|prism|snippet|sourcecode|rouge"
    r"|crayon-\w+|enlighter\w*|expressive-code|code-toolbar|wp-block-code)(?![a-z])"
)
_BUTTON = re.compile(
    r"(?:\[?(?:复制|複製|拷贝|拷貝)(?:代码|代碼|程式碼|程式|成功|到剪贴板)?\]?|copy(?: code| to clipboard)?|copied!?|view plain\w*|print|全选|收起|展开|运行|预览)"
    r"(?:\s|[?？])*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*(\d{1,5})[.:|]?(?=\D|$)")
_TOKEN = re.compile(
    f"[{CODE_START}{CODE_END}{LINE_START}{LINE_END}\n]|[^{CODE_START}{CODE_END}{LINE_START}{LINE_END}\n]+"
)
_HAN = re.compile(f"[{HAN}]")


def is_box(names: str) -> bool:
    """Whether class and id, in lower case behind a space, mark an element as code."""
    return _BOX.search(names) is not None


def is_program(head: str) -> bool:
    """Whether preformatted text is code, by its beginning."""
    return len(_HAN.findall(head)) < CODE_HAN * len(head)


def program_of(text: str) -> str:
    """Code of a `pre`; "" if it is only a gutter."""
    lines = [line.rstrip() for line in _lines(_without_furniture(text))]
    return "\n".join(_without_gutter(_trimmed(lines)))


def joined(rows: Sequence[str]) -> str:
    """Code whose lines are the rows between block-level elements, with markers."""
    lines = [line for row in rows for line in _unmarked(row)]
    return "\n".join(_without_gutter(_trimmed(lines)))


def settle(pieces: list[Piece], first: int, region: int, node: int) -> list[str]:
    """End of a code box: its pieces from `first` on become one block if they are code.

    Returns the label and button rows removed.
    """
    inside = pieces[first:]
    formatted = [piece for piece in inside if piece.tag in {"pre", "code"}]
    if formatted:
        beside = [piece.text for piece in inside if piece.tag not in {"pre", "code"}]
        if any(len(text.strip()) > LONGEST_FURNITURE for text in beside):
            return []
        pieces[first:] = _as_one([piece._replace(tag="code") for piece in formatted])
        return beside
    return _settle_rows(pieces, first, region, node)


def _settle_rows(pieces: list[Piece], first: int, region: int, node: int) -> list[str]:
    """Same as `settle` for a code box without preformatted text: its lines are elements."""
    inside = pieces[first:]
    items = [piece for piece in inside if piece.tag == "li"]
    rows = items or [piece for piece in inside if not is_furniture(piece.text)]
    text = joined([piece.text for piece in rows])
    if text.count("\n") + 1 < FEWEST_LINES or not is_program(text):
        return []
    pieces[first:] = [Piece(text, 0, "code", region, node)]
    return [piece.text for piece in inside if piece not in rows]


def _as_one(pieces: list[Piece]) -> list[Piece]:
    """Preformatted lines in one element each form one code block."""
    if len(pieces) < FEWEST_LINES or any("\n" in piece.text.strip("\n") or BREAK in piece.text for piece in pieces):
        return pieces
    return [pieces[0]._replace(text="\n".join(piece.text.strip("\n") for piece in pieces))]


def is_gutter(rows: Sequence[str]) -> bool:
    """Whether list rows are just the numbers from one on."""
    numbers = [int(row) if row.isdecimal() and len(row) < 6 else None for row in map(str.strip, rows)]
    return len(rows) > 1 and numbers[0] == 1 and _counts(numbers)


def is_furniture(row: str) -> bool:
    """Whether a row in a code box is a button or empty."""
    row = row.strip()
    return not any(map(str.isalnum, row)) or (len(row) <= LONGEST_FURNITURE and _BUTTON.match(row) is not None)


def _unmarked(row: str) -> Iterator[str]:
    """Lines of a row; its line feeds and indents are insignificant, hard spaces are not."""
    for line in row.replace(NODE, "").replace(PARTED, "").split(BREAK):
        indent = line[: len(line) - len(line.lstrip("\n\t "))]
        plain = (line.lstrip("\n\t ") if "\n" in indent else line).replace("\xa0", " ").rstrip()
        if plain:
            yield plain


def _without_furniture(text: str) -> str:
    """The text of `code` elements if nearly all text is there: outside are numbers, labels and buttons."""
    text = text.replace(NODE, "").replace(PARTED, "").replace(BREAK, "\n").replace("\xa0", " ").expandtabs(4)
    if CODE_START not in text:
        return text
    inside = [part.partition(CODE_END)[0] for part in text.split(CODE_START)[1:]]
    outside = [text.partition(CODE_START)[0], *(part.partition(CODE_END)[2] for part in text.split(CODE_START)[1:])]
    size = sum(map(len, inside))
    rows = [row.strip() for part in outside for row in re.split(f"[\n{LINE_START}{LINE_END}]", part)]
    beside = all(len(row) <= LONGEST_FURNITURE for row in rows) and sum(map(len, rows)) < size
    if not beside:
        return text
    if any(not part.strip().isdecimal() and not is_furniture(part) for part in map(_plain, outside[1:-1])):
        return text  # words between several elements of code are part of it
    return f"{LINE_START}{LINE_END}".join(inside) if len(inside) < 2 else (LINE_END + LINE_START).join(inside)


def _plain(part: str) -> str:
    return part.replace(LINE_START, "").replace(LINE_END, "").strip()


def _lines(text: str) -> Iterator[str]:
    """Lines by line feeds and element edges; both at one place count once."""
    line, ended, empty = "", False, False
    for found in _TOKEN.findall(text):
        if found == "\n":
            yield line
            line, ended = "", False
        elif found in {LINE_START, LINE_END}:
            if found == LINE_END and empty:  # an element without text is a blank line
                if ended:
                    yield line
                yield ""
                line, ended = "", False
            ended = ended or bool(line)
        elif found not in {CODE_START, CODE_END}:
            if ended:
                yield line
                line, ended = "", False
            line += found
        empty = found == LINE_START
    yield line


def _trimmed(lines: Sequence[str]) -> list[str]:
    """Without leading and trailing blank lines and buttons, and without blanks left by number elements."""
    for blank in (0, 1):
        if len(lines) >= 2 * FEWEST_NUMBERED and not any(lines[blank::2]) and all(lines[1 - blank :: 2]):
            lines = lines[1 - blank :: 2]
    start, end = 0, len(lines)
    while start < end and is_furniture(lines[start]):
        start += 1
    while start < end and is_furniture(lines[end - 1]):
        end -= 1
    return list(lines[start:end])


def _without_gutter(lines: list[str]) -> list[str]:
    """Without line numbers above, below, between or at the beginning of lines."""
    numbers = [int(line) if line.strip().isdecimal() and len(line.strip()) < 6 else None for line in lines]
    if len(lines) > 1 and all(number is not None for number in numbers) and _counts(numbers):
        return []
    head, tail = _run(numbers, 1), _run(numbers[::-1], -1)
    for count, rest in ((head, lines[head:]), (tail, lines[: len(lines) - tail])):
        if count > 1 and not all(map(str.isdecimal, rest)) and abs(count - len(rest)) <= max(1, len(rest) // 5):
            return _trimmed(rest)
    if len(lines) >= FEWEST_NUMBERED and _counts(numbers[::2]) and not any(n is not None for n in numbers[1::2]):
        return lines[1::2]
    return _without_numbers(lines)


def _run(numbers: Sequence[int | None], step: int) -> int:
    """Length of the initial sequence of numbers that count by `step`."""
    count = 0
    for index, number in enumerate(numbers):
        if number is None or (index and number != (numbers[index - 1] or 0) + step):
            break
        count += 1
    return count


def _counts(numbers: Sequence[int | None]) -> bool:
    return None not in numbers and all(after == (before or 0) + 1 for before, after in pairwise(numbers))


def _without_numbers(lines: list[str]) -> list[str]:
    """Each line without its leading number."""
    found = [_NUMBER.match(line) for line in lines]
    if len(lines) < FEWEST_NUMBERED or not all(found) or not _counts([int(match[1]) for match in found if match]):
        return lines
    rest = [line[match.end() :] for line, match in zip(lines, found, strict=True) if match]
    spaced = all(not line or line[0] == " " for line in rest)
    return [line[1:] if spaced else line for line in rest]
