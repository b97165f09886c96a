"""Asking and answering: every request has a ticket, its answers carry it, and who asks knows which one is awaited."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from textual.message import Message

if TYPE_CHECKING:
    from textual.widget import Widget

_TICKETS = count(1)


class Change(Protocol):
    """What a mark or a tag did, to be handed back for undoing."""

    @property
    def sentence(self) -> str:
        """What was done, for a person."""

    def __bool__(self) -> bool:
        """Whether anything was."""


@dataclass(eq=False, repr=False)
class Request(Message):
    """Something only the session can do. `asker` gets the answers; no other request has the `ticket`."""

    asker: Widget
    ticket: int = field(default_factory=lambda: next(_TICKETS), init=False)

    def __post_init__(self) -> None:
        """It is sent by who asks, whoever made that ask: Textual stops what comes from a widget's own parent there."""
        super().__post_init__()
        self.set_sender(self.asker)


@dataclass(eq=False, repr=False)
class Write(Request):
    """It changes what is kept. Writes are done one after the other, in the order in which they were asked for."""


@dataclass(eq=False, repr=False)
class Deed(Write):
    """A write that can be taken back: `change` is there once it is done. Only writes, in their one thread, read it."""

    change: Change | None = field(default=None, init=False)


@dataclass(eq=False, repr=False)
class Answer(Message):
    """What a worker brings back, with the request's ticket. Handled where it was asked for, or further up."""

    ticket: int = field(default=0, init=False)

    def to(self, request: Request) -> Self:
        """The answer to that request."""
        self.ticket = request.ticket
        return self


@dataclass(eq=False, repr=False)
class Failed(Answer):
    """What was asked could not be done; a sentence that says why."""

    sentence: str
    request: Request


@dataclass(eq=False, repr=False)
class Quit(Message):
    """The person is done. It goes the way requests go, `again` once more: first it stays behind the keys that were
    pressed before, then behind what those asked for.
    """

    asker: Widget
    again: bool = True

    def __post_init__(self) -> None:
        """As a request is."""
        super().__post_init__()
        self.set_sender(self.asker)


AnyRequest = TypeVar("AnyRequest", bound=Request)


class Awaited:
    """What one asker waits for: the answers to its last request of a kind. Those to earlier ones come too late."""

    def __init__(self) -> None:
        self._ticket: int | None = None

    def __bool__(self) -> bool:
        return self._ticket is not None

    def asked(self, request: AnyRequest) -> AnyRequest:
        """From now on this is the last one."""
        self._ticket = request.ticket
        return request

    def is_met_by(self, answer: Answer) -> bool:
        """Whether that is the answer."""
        return answer.ticket == self._ticket

    def over(self) -> None:
        """Nothing is waited for any more."""
        self._ticket = None
