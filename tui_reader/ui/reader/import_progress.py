"""Progress of an import: written by the worker thread, read by the UI thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from os.path import basename
from time import monotonic
from typing import TYPE_CHECKING

from tui_reader.locale import _, gettext_noop
from tui_reader.model import Added, AlreadyHere, InTrash, Outcome, Refused
from tui_reader.present.import_status import ImportPace, Working, cancel_status, import_status
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Collection

    from tui_reader.library import ImportChange
    from tui_reader.model import Row


@dataclass(eq=False)
class ImportProgress:
    """Counts of outcomes; `done` of `total` inputs. `ended`: not interrupted; `is_cancelled`: the user asked to stop."""

    doing: str = "Importing"
    new: int = 0
    updated: int = 0
    known: int = 0
    similar: int = 0
    similar_to: Row | None = None
    trashed: int = 0
    refused: list[Refused] = field(default_factory=list)
    done: int = 0
    total: int = 0
    ended: bool = False
    is_cancelled: bool = False
    is_failed: bool = False
    added: list[int] = field(default_factory=list)
    pace: ImportPace = field(default_factory=ImportPace)
    _awaited: tuple[str, float] = ("", 0.0)

    def await_document(self, where: str) -> None:
        """Record that the import of a document begins."""
        self._awaited = (basename(where), monotonic())  # noqa: PTH119 - a name that Path may not take

    def status(self, frame: int) -> str:
        """Text for the status line; `frame` counts calls, for the animation."""
        now, (name, since) = monotonic(), self._awaited
        self.pace.note(now, self.done)
        working = Working(name, now - since)
        if self.is_cancelled:
            return cancel_status(working, frame)
        return import_status(self.done, self.total, self.pace.rate, working, frame, self.doing)

    @property
    def change(self) -> ImportChange:
        """The import as an undoable change."""
        from tui_reader.library import ImportChange  # noqa: PLC0415 - a start imports nothing

        return ImportChange(self.sentence, tuple(self.added))

    def count(self, outcome: Outcome) -> None:
        match outcome:
            case Added(updated=True):
                self.updated += 1
            case Added(row=row):
                self.new += 1
                self.added.append(row.article_id)
                self.similar += outcome.similar is not None
                self.similar_to = outcome.similar or self.similar_to
            case AlreadyHere():
                self.known += 1
            case InTrash():
                self.trashed += 1
            case Refused():
                self.refused.append(outcome)

    @property
    def sentence(self) -> str:
        """Summary of the counts, shown when the import ends."""
        counts = (
            (self.new, gettext_noop("{count} new")),
            (self.updated, gettext_noop("{count} updated")),
            (self.known, gettext_noop("{count} unchanged")),
            (self.trashed, gettext_noop("{count} in the trash")),
            (len(self.refused), gettext_noop("{count} refused")),
        )
        counted = _(", ").join(_(what).format(count=count) for count, what in counts if count) or _("nothing")
        if self.is_cancelled and self.done < self.total:
            text = _("Import cancelled: {counted} kept, {left} not imported")
            return text.format(counted=counted, left=self.total - self.done)
        return _("Imported: {counted}").format(counted=counted) + self._similar_ones()

    def _similar_ones(self) -> str:
        """Text on new articles that are copies of stored ones; a single one is named."""
        if self.similar_to is None:
            return ""
        named = f"{self.similar_to.short_id} {one_line(self.similar_to.title)}" if self.similar == 1 else _("others")
        return _("; {count} similar to {named}").format(count=self.similar, named=named)

    def refusals(self, overridden: Collection[str] = ()) -> list[str]:
        """One line per rejected input with the reason, except for paths in `overridden`."""
        return [
            one_line(f"{refused.where}: {_(refused.reason)}")
            for refused in tuple(self.refused)
            if refused.path not in overridden
        ]

    def complaints(self, overridden: Collection[str] = ()) -> list[str]:
        """The rejected inputs, and whether the import was interrupted."""
        refusals = self.refusals(overridden)
        cut = (
            _("import interrupted after {done} of {total}").format(done=self.done, total=self.total)
            if self.total
            else _("import interrupted before it began")
        )
        return refusals if self.ended and not self.is_failed else [*refusals, cut]

    @property
    def without_article(self) -> tuple[str, ...]:
        """Absolute paths of pages without an article, which can be imported anyway."""
        return tuple(refused.path for refused in tuple(self.refused) if refused.no_article and refused.path is not None)

    def accepted(self, paths: Collection[str]) -> frozenset[str]:
        """Paths that a finished import did not reject."""
        return frozenset(paths) - {refused.path for refused in self.refused} if self.ended else frozenset()
