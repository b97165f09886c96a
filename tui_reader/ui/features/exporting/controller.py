"""Exports the selected articles, or the current one, in the script shown."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from tui_reader.exports.file_names import safe_name
from tui_reader.ui.reader.controller import Controller
from tui_reader.ui.widgets.prompt_line import Purpose

if TYPE_CHECKING:
    from tui_reader.app.export_files import ExportReport
    from tui_reader.app.session import Session

FOLDER = "export_folder"
"""Setting: where the last export went."""

HINT = "FILE.md .epub .html .txt .jsonl, or FOLDER/"


class ExportingController(Controller):
    """Asks where to, and writes the files in a worker."""

    def action_open(self) -> None:
        """Ask for a file or folder; what is proposed is a Markdown file, or a folder for several articles."""
        reader = self.reader
        if not reader.target_ids or reader.row is None:
            reader.say("No article to export")
            return
        several, title = len(reader.target_ids) > 1, reader.row.title
        session = reader.session
        purpose = Purpose("export to:", HINT, partial(self._export, reader.target_ids))
        reader.workers.read(
            lambda: session.setting(FOLDER) or "~/",
            lambda folder: reader.prompt(purpose, folder if several else f"{folder}{safe_name(title)}.md"),
        )

    def _export(self, article_ids: tuple[int, ...], named: str) -> None:
        if named := named.strip():
            job = partial(export_articles, self.reader.session, article_ids, self.reader.display.shown, named)
            self.reader.workers.complete(job, partial(self._exported, named))

    def _exported(self, named: str, report: ExportReport) -> None:
        self.reader.keep_setting(FOLDER, f"{named.rpartition('/')[0]}/" if "/" in named else "./")
        if report.failures:
            self.reader.warn("Not exported", list(report.failures))
        self.reader.say(report.sentence)


def export_articles(session: Session, article_ids: tuple[int, ...], shown: str, named: str) -> ExportReport:
    """Export articles as shown. For a worker. Raises ExportError."""
    from tui_reader.app.export_files import export_to  # noqa: PLC0415 - few starts need them
    from tui_reader.app.exporting import documents  # noqa: PLC0415
    from tui_reader.exports.formats import format_of  # noqa: PLC0415

    found = documents(session, article_ids, shown, format_of(PurePath(named)))
    return export_to(found, named, now=datetime.now(UTC))
