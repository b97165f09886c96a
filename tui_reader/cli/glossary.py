"""`tui-reader glossary`: user glossary and word packs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui_reader.cli.filtering import STDIN, as_text
from tui_reader.errors import GlossaryError, TuiReaderError, UsageError
from tui_reader.locale import _
from tui_reader.script.packs.packs import PackMetadata
from tui_reader.script.proofreading import doubts
from tui_reader.sources.reading import read_file, read_stream
from tui_reader.text.cells import width

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Sequence

    from tui_reader.app.session import Session
    from tui_reader.cli.output import Output
    from tui_reader.script.lexicon import Problem
    from tui_reader.script.packs.packs import Pack, PackFolder

OK, REFUSED = 0, 1

_NAMED = 10
"""Maximum unusable lines reported when a pack is added; `check` reports all."""

_GAP = "  "


def glossary(asked: argparse.Namespace, session: Session, output: Output) -> int:
    """List, add, remove, switch or check. Raises UsageError, GlossaryError."""
    action, *words = asked.words or ["list"]
    if action not in _ACTIONS:
        raise UsageError(
            _("unknown action {action!r}; use add, remove, on, off or check (see tui-reader glossary --help)").format(
                action=action
            )
        )
    if (action in _NEED_WORDS) != bool(words):
        raise UsageError(
            _("glossary {action} needs {what}").format(action=action, what=_(_NEED_WORDS[action]))
            if not words
            else _("glossary {action} takes no arguments").format(action=action)
        )
    return _ACTIONS[action](words, asked, session, output)


def _list(_words: Sequence[str], asked: argparse.Namespace, session: Session, output: Output) -> int:
    packs, complaints = _folder(session).packs()
    own = len(session.glossary.glossary.rows)
    for sentence in complaints:
        output.complain(sentence)
    if asked.json:
        for pack in packs:
            output.record(_record(pack))
        return REFUSED if complaints else OK
    rows = [("own", "on", str(own), "", str(session.glossary.path))] if own else []
    rows += [(pack.name, "on" if pack.on else "off", str(pack.rows), pack.licence, pack.source) for pack in packs]
    for line in _columns(rows):
        output.text(line)
    return REFUSED if complaints else OK


def _columns(rows: Sequence[tuple[str, ...]]) -> Iterable[str]:
    """Align the cells of rows in columns."""
    widths = [max(map(width, cells)) for cells in zip(*rows, strict=True)]
    for row in rows:
        yield _GAP.join(cell + " " * (most - width(cell)) for cell, most in zip(row, widths, strict=True)).rstrip()


def _record(pack: Pack) -> dict[str, object]:
    names = ("name", "on", "rows", "source", "licence", "form", "added")
    return {name: getattr(pack, name) for name in names}


def _add(files: Sequence[str], asked: argparse.Namespace, session: Session, output: Output) -> int:
    if asked.name_ and len(files) > 1:
        raise UsageError("--name applies to one word pack: give one file")
    status = OK
    for file in files:
        try:
            _add_one(file, asked, session, output)
        except UsageError:
            raise
        except TuiReaderError as error:
            output.complain(str(error))
            status = REFUSED
    return status


def _add_one(file: str, asked: argparse.Namespace, session: Session, output: Output) -> None:
    stdin = None if sys.stdin is None else sys.stdin.buffer
    data = read_stream(file, stdin) if file == STDIN else read_file(file)
    metadata = PackMetadata(asked.name_, asked.source, asked.licence, asked.columns)
    added = _folder(session).add(as_text(data, file), "stdin" if file == STDIN else file, metadata)
    pack = added.pack
    done = _("replaced") if added.replaced else _("added")
    output.note(
        _("{done} {name}: {rows} rows ({form}), source {source}, licence {licence}").format(
            done=done, name=pack.name, rows=pack.rows, form=pack.form, source=pack.source, licence=pack.licence
        )
    )
    for problem in added.problems[:_NAMED]:
        output.complain(_describe_problem(pack.name, problem))
    if (more := len(added.problems) - _NAMED) > 0:
        output.complain(_("… and {more} more lines (tui-reader glossary check)").format(more=more))


def _remove(names: Sequence[str], _asked: argparse.Namespace, session: Session, output: Output) -> int:
    for name in names:
        _folder(session).remove(name)
        output.note(_("removed {name}").format(name=name))
    return OK


def _switch(names: Sequence[str], asked: argparse.Namespace, session: Session, output: Output) -> int:
    on = asked.words[0] == "on"
    for name in names:
        pack = _folder(session).switch(name, on)
        output.note((_("{name} is on") if on else _("{name} is off")).format(name=pack.name))
    return OK


def _check(_words: Sequence[str], _asked: argparse.Namespace, session: Session, output: Output) -> int:
    """Report every unusable line of the user glossary and of all packs, and doubtful characters in the glossary."""
    packs, complaints = _folder(session).packs()
    sentences = [*(sentence for sentence in session.glossary.complaints if sentence not in complaints), *complaints]
    for pack in packs:
        try:
            sentences += (_describe_problem(pack.name, problem) for problem in pack.problems())
        except GlossaryError as error:
            sentences.append(str(error))
    for sentence in sentences:
        output.complain(sentence)
    if not sentences:
        output.note("all lines are valid")
    for line, written, other in doubts(session.glossary.glossary.rows):
        output.note(
            _("glossary line {line}: {written} may be a mistake: OpenCC writes {other}").format(
                line=line, written=written, other=other
            )
        )
    return REFUSED if sentences else OK


def _describe_problem(name: str, problem: Problem) -> str:
    return _("{name} line {line}: {reason}; line skipped").format(
        name=name, line=problem.line, reason=_(problem.reason)
    )


def _folder(session: Session) -> PackFolder:
    if session.glossary.packs is None:
        raise GlossaryError("no folder for word packs")
    return session.glossary.packs


_ACTIONS: dict[str, Callable[[Sequence[str], argparse.Namespace, Session, Output], int]] = {
    "list": _list,
    "add": _add,
    "remove": _remove,
    "on": _switch,
    "off": _switch,
    "check": _check,
}
_NEED_WORDS = {"add": "a FILE", "remove": "a NAME", "on": "a NAME", "off": "a NAME"}
"""Actions that take arguments, and their descriptions."""
