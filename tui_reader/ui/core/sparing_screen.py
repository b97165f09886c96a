"""A screen that computes styles anew only where its classes have some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

READING = "-reading"
"""Class of the screen while the article is read. It has styles on a narrow screen (class `-narrow`) only."""


class SparingScreen(Screen[None]):
    """Computing all styles takes longer than drawing the screen, and Textual does it for every change of a class."""

    def add_class(self, *class_names: str, update: bool = True) -> Self:
        return super().add_class(*class_names, update=update and self._restyles({*class_names} - self.classes))

    def remove_class(self, *class_names: str, update: bool = True) -> Self:
        removed = self.classes.intersection(class_names)
        return super().remove_class(*class_names, update=update and self._restyles(removed))

    def _restyles(self, changed: AbstractSet[str]) -> bool:
        """Whether any of the classes has styles now."""
        return bool(changed if self.has_class("-narrow") else changed - {READING})
