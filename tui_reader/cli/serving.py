"""`serve`: the reader in a browser, through textual-serve.

textual-serve has no authentication, and any page in a browser may try to open a socket to this machine: see `web_server` for what is
checked before a reader starts.
"""

from __future__ import annotations

import asyncio
import secrets
import shlex
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from tui_reader.errors import UsageError
from tui_reader.locale import _

if TYPE_CHECKING:
    import argparse

    from tui_reader.cli.output import Output
    from tui_reader.cli.web_server import ReaderServer


def serve(asked: argparse.Namespace, _session: object, output: Output) -> int:
    """Serve until ctrl+c. Raises UsageError without the extra, and for an address that cannot be used."""
    try:
        from tui_reader.cli.web_server import ReaderServer, is_loopback  # noqa: PLC0415 - needs the extra
    except ModuleNotFoundError:
        raise UsageError('serve needs an extra: pip install "tui-reader[serve]"') from None
    token = asked.token or (None if is_loopback(asked.host) else secrets.token_urlsafe(24))
    server = ReaderServer(reader_command(asked.data_dir), asked.host, asked.port, token)
    with suppress(KeyboardInterrupt):
        try:
            asyncio.run(_announced(server, output))
        except OSError as error:
            raise UsageError(
                _("{host}:{port} cannot be used ({why})").format(
                    host=asked.host, port=asked.port, why=error.strerror or error
                )
            ) from None
    return 0


async def _announced(server: ReaderServer, output: Output) -> None:
    """Run the server, and print its address once it listens."""
    running = asyncio.ensure_future(server.run())
    listening = asyncio.ensure_future(server.ready.wait())
    await asyncio.wait({running, listening}, return_when=asyncio.FIRST_COMPLETED)
    if listening.done():
        output.text(_("Serving on {address} (ctrl+c stops)").format(address=server.address))
        output.flush()
    else:
        listening.cancel()
    await running


def reader_command(data_dir: str | None) -> str:
    """The shell command that starts a reader on a library."""
    return shlex.join([sys.executable, "-m", "tui_reader", *(["--data-dir", data_dir] if data_dir else [])])
