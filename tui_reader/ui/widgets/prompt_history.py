"""History of a prompt: recalls earlier texts by ↑ and ↓."""

from __future__ import annotations

from dataclasses import dataclass

NOW = -1


@dataclass
class History:
    """A place among earlier texts, the latest first; `NOW` is before them."""

    texts: tuple[str, ...] = ()
    place: int = NOW
    draft: str = ""

    @property
    def is_begun(self) -> bool:
        """Whether an earlier text is on the line."""
        return self.place != NOW

    def earlier(self, shown: str) -> str | None:
        """The next earlier text that differs from the one shown; None if there is none."""
        if not self.is_begun:
            self.draft = shown
        for place in range(self.place + 1, len(self.texts)):
            if self.texts[place].strip() != shown.strip():
                self.place = place
                return self.texts[place]
        return None

    def later(self) -> str:
        """The next later text, at last what was typed first."""
        self.place -= 1
        return self.texts[self.place] if self.is_begun else self.draft
