"""What has come of an import so far. The import's thread counts; others look."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui_reader.model import Added, AlreadyHere, Outcome, Refused
from tui_reader.sanitise import one_line


@dataclass(eq=False)
class Tally:
    """`done` of `total` inputs; `ended` when it came to its own end."""

    new: int = 0
    known: int = 0
    refused: list[Refused] = field(default_factory=list)
    done: int = 0
    total: int = 0
    ended: bool = False

    def count(self, outcome: Outcome) -> None:
        """One more."""
        match outcome:
            case Added():
                self.new += 1
            case AlreadyHere():
                self.known += 1
            case Refused():
                self.refused.append(outcome)

    @property
    def sentence(self) -> str:
        """For a person, at the end."""
        known = f"{self.known} known before" if self.known else ""
        refused = f"{len(self.refused)} refused" if self.refused else ""
        return f"imported: {', '.join(filter(None, (f'{self.new} new', known, refused)))}"

    @property
    def refusals(self) -> list[str]:
        """A line for each input that was not taken: what and why."""
        return [one_line(f"{refused.where}: {refused.reason}") for refused in tuple(self.refused)]

    @property
    def complaints(self) -> list[str]:
        """The refusals, and whether it had to stop."""
        cut = f"import cut short: {self.done} of {self.total}" if self.total else "import cut short before it began"
        return self.refusals if self.ended else [*self.refusals, cut]
