"""The app: composes theme, keys, workers and the main screen; exits once everything is written."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import SystemCommand
from textual.message import Message

from tui_reader import locale
from tui_reader.locale import ENGLISH, _
from tui_reader.locale.languages import LANGUAGES
from tui_reader.ui.core.compat import type_keys
from tui_reader.ui.core.configured import ConfiguredApp
from tui_reader.ui.core.preloader import Preloader
from tui_reader.ui.core.probe import UNANSWERED, Answer
from tui_reader.ui.core.widths import PLAIN, settle
from tui_reader.ui.core.workers import Workers
from tui_reader.ui.main_screen import MainScreen
from tui_reader.ui.reader.initial import initial_state
from tui_reader.ui.reader.language import show_in
from tui_reader.ui.registration import FEATURES, declared_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.screen import Screen
    from textual.widget import Widget

    from tui_reader.app.session import Session
    from tui_reader.ui.reader.controller import Feature

FAULT_SAID_FOR = 12.0
"""Seconds: the messages are long and appear while the user looks elsewhere."""

CHECK_AFTER = 0.3
"""Seconds after the first frame until the user glossary is read: loading its modules slows down the first keys. `q` right
after the start took 0.33 s with it, 0.23 s without."""

COPY_AFTER = 30.0
"""Seconds after the start until the library is copied, at most daily: a short look is not made slower by it."""

IGNORED = "config.toml: ignored settings"

LEAVING = "Saving …"

READ_ONLY = "The library is read-only: changes and reading positions are not saved."


@dataclass(eq=False, repr=False)
class Quit(Message):
    """Exit request. It bubbles up from the focused widget and, if `again`, is posted a second time: first it queues behind
    the keys pressed before it, then behind the messages those keys caused.
    """

    sender: Widget
    again: bool = True

    def __post_init__(self) -> None:
        """Textual would not let it bubble if the sender were the widget's own parent."""
        super().__post_init__()
        self.set_sender(self.sender)


class ReaderApp(ConfiguredApp):
    """The reader for one session. `import_paths` are imported once the screen is mounted; `welcome`: a new user."""

    CSS_PATH = "reader.tcss"
    TITLE = "tui-reader"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = True

    def __init__(
        self,
        session: Session,
        *,
        import_paths: Sequence[str] = (),
        own_tags: Sequence[str] = (),
        watch: Sequence[str] = (),
        features: Sequence[Feature] = FEATURES,
        welcome: bool = False,
    ) -> None:
        config = session.preferences.config
        super().__init__(config, session.setting("theme"), declared_keys(features, config))
        self.session = session
        self.terminal = PLAIN
        self.on_first_frame: Callable[[], None] | None = None
        self.jobs = Workers(self)
        initial = initial_state(session, tuple(import_paths), tuple(own_tags), welcome=welcome)
        initial = replace(initial, watch=tuple(watch))
        self.main = MainScreen(session, self.jobs, initial, features, self.keys)
        self.preloader = Preloader(session.warm(("cn", initial.wording.traditional)))

    def get_default_screen(self) -> Screen[None]:
        """Return the main screen, so that Textual does not build an empty one first."""
        return self.main

    def on_mount(self) -> None:
        """Show start-up messages, and replay keys typed before the app had the terminal."""
        self.watch(self, "theme", self._keep_theme, init=False)
        self.call_after_refresh(self._get_ready)
        if self.faults:
            self.call_after_refresh(self._name_faults)
        if self.main.reader.initial.read_only:
            self.call_after_refresh(self.notify, _(READ_ONLY), severity="warning", markup=False)
        if self.terminal.complaint:
            self.call_after_refresh(self.notify, _(self.terminal.complaint), severity="warning", markup=False)
        if self.terminal.typed:
            self.call_after_refresh(type_keys, self, self.terminal.typed)

    async def on_event(self, event: events.Event) -> None:
        """Pause preloading while there is input."""
        if isinstance(event, events.InputEvent):
            self.preloader.wait()
        await super().on_event(event)

    def _get_ready(self) -> None:
        """Work to do after the first frame."""
        if self.on_first_frame is not None:
            self.on_first_frame()
        self.set_timer(CHECK_AFTER, self._check_glossary)
        self.preloader.start()
        self.set_timer(COPY_AFTER, lambda: self.jobs.complete(self.session.save_backups, lambda _: None))

    def _check_glossary(self) -> None:
        self.jobs.read(lambda: self.session.glossary.complaints, self._name_complaints)

    def _name_complaints(self, complaints: Sequence[str]) -> None:
        """Report problems of the user glossary."""
        if complaints:
            more = len(complaints) - 1
            text = _("{first} (and {count} more)") if more else "{first}"
            self.main.reader.say(text.format(first=complaints[0], count=more))

    def _name_faults(self) -> None:
        """Report invalid settings: the first one in the status line, all in a notification."""
        self.main.reader.status_line.say(f"config.toml: {self.faults[0]}", FAULT_SAID_FOR)
        self.main.reader.warn(IGNORED, self.faults)

    @on(Quit)
    def leave(self, event: Quit) -> None:
        """Exit once everything requested before is written."""
        event.stop()
        if event.again:
            last = Quit(event.sender, again=False)
            if not event.sender.post_message(last):
                self.main.post_message(last)
            return
        self.jobs.leaving = True
        self.preloader.stop()
        self.main.reader.status_line.say(_(LEAVING), None)
        self.run_worker(self._leave())

    async def _leave(self) -> None:
        await self.jobs.writer.all_done()
        self.exit()

    async def action_quit(self) -> None:
        """Post the exit request behind keys already pressed."""
        sender = self.focused or self.screen
        sender.post_message(Quit(sender))

    @property
    def complaints(self) -> list[str]:
        """Messages for stderr after the screen is closed: what failed or was rejected."""
        own = [line for controller in self.main.controllers.values() for line in controller.complaints()]
        return own + self.jobs.unkept

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Command palette: the reader's commands, and themes."""
        for command in self.keys.palette() if screen is self.main else ():
            shown = self.keys.shown(command)
            yield SystemCommand(
                _(command.title),
                _("key {keys}").format(keys=shown) if shown else _("no key"),
                lambda action=command.bound: self._act(action),
            )
        yield SystemCommand(_("Light or dark"), _("Paper or night"), self.action_toggle_theme)
        yield SystemCommand(_("Theme …"), _("All themes"), self.action_change_theme)
        for language, name in LANGUAGES.items():
            # The English word, too: a person who cannot read the language in force looks for it.
            title = "Language" if locale.language() == ENGLISH else f"{_('Language')} Language"
            yield SystemCommand(
                f"{title}: {name}", _("Language of the interface"), partial(self.use_language, language)
            )

    def use_language(self, language: str) -> None:
        """Show the interface in this language from now on."""
        self.main.reader.keep_setting("language", language)
        show_in(self.main.reader, language)

    async def _act(self, action: str) -> None:
        await self.run_action(action, self.main)

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """A screenshot in which Chinese characters keep their width."""
        from tui_reader.ui.core.picture import on_grid  # noqa: PLC0415 - few starts take one

        return on_grid(super().export_screenshot(title=title, simplify=simplify))

    def _keep_theme(self, theme: str) -> None:
        self.main.reader.keep_setting("theme", theme)


def run(
    session: Session,
    *,
    answer: Answer = UNANSWERED,
    import_paths: Sequence[str] = (),
    own_tags: Sequence[str] = (),
    watch: Sequence[str] = (),
    on_first_frame: Callable[[], None] | None = None,
) -> int:
    """Run the reader until the user quits. `answer`: the terminal's answer about cell widths. Raises LibraryError.

    Returns 1 if something was rejected, not saved or interrupted, each reported on stderr; else 0.
    """
    for feature in FEATURES:
        feature.prepare(session)
    terminal = settle(session.setting("ambiguous_width"), answer)
    app = ReaderApp(session, import_paths=import_paths, own_tags=own_tags, watch=watch, welcome=True)
    app.terminal = terminal
    app.on_first_frame = on_first_frame
    app.run()
    app.jobs.writer.end()
    if app.return_code:  # it has said why
        return app.return_code
    for line in app.complaints:
        print(f"tui-reader: {line}", file=sys.stderr)  # noqa: T201 - the screen is gone
    _keep_places(app)
    if session.library.was_changed:
        session.save_backups(copy=False)
    return 1 if app.complaints else 0


def _keep_places(app: ReaderApp) -> None:
    for article_id, place in app.main.reading.places_to_keep().items():
        if not app.session.library.read_only:
            app.session.library.remember(article_id, place)
