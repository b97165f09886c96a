"""The features of the reader, one line each. Leaving one out removes its keys, panel and help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.ui.core.commands import Keys
from tui_reader.ui.features import (
    comments,
    compare,
    contents,
    desktop,
    display,
    ending,
    exporting,
    feeds,
    filtering,
    find,
    highlights,
    importing,
    managing,
    manual,
    pacing,
    pictures,
    piping,
    removed,
    rewordings,
    ruby,
    selection,
    settings,
    states,
    stories,
    tags,
)
from tui_reader.ui.reader.commands import COMMANDS, EVERYWHERE, LIST, READING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.config import Config
    from tui_reader.ui.reader.controller import Feature

FEATURES: tuple[Feature, ...] = (
    find.FEATURE,
    compare.FEATURE,
    selection.FEATURE,
    rewordings.FEATURE,
    highlights.FEATURE,
    settings.FEATURE,
    contents.FEATURE,
    comments.FEATURE,
    removed.FEATURE,
    tags.FEATURE,
    pacing.FEATURE,
    ending.FEATURE,
    importing.FEATURE,
    feeds.FEATURE,
    exporting.FEATURE,
    piping.FEATURE,
    filtering.FEATURE,
    display.FEATURE,
    ruby.FEATURE,
    pictures.FEATURE,
    states.FEATURE,
    stories.FEATURE,
    managing.FEATURE,
    desktop.FEATURE,
    manual.FEATURE,
)
"""In the order in which Esc closes their panels, and in which help lists their contexts."""


def declared_keys(features: Sequence[Feature] = FEATURES, config: Config | None = None) -> Keys:
    """All commands of the screen and of these features, with their declared keys; with `config`, also those it adds."""
    commands = (*COMMANDS, *(command for feature in features for command in feature.commands))
    if config is not None:
        commands += tuple(command for feature in features for command in feature.configured(config))
    contexts = (LIST, READING, *(context for feature in features for context in feature.contexts), EVERYWHERE)
    return Keys(commands, contexts)
