"""Time of updating feeds, as a multiple of the time that fetching them alone takes.

python -m tests.benchmarks.feeds [--feeds 50] [--items 20] [--seconds 0.2] [--whole]

A server in a process of its own, on as many loopback addresses as there are feeds, answers each request after `--seconds`.
`--whole`: the feeds contain the articles, so that no pages are fetched.
"""

import argparse
import os
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import Queue, get_context
from pathlib import Path

from tests.cli.stories import HARBOUR, LIBRARY
from tests.sources.feeds import Entry, rss
from tests.sources.server import page_of
from tui_reader.app.session import Session
from tui_reader.app.updating import update_feeds
from tui_reader.library.feeds import Feed, Subscription
from tui_reader.model import Added
from tui_reader.sources.feeds.collecting import FollowedFeed, ItemArrived, Known, collect
from tui_reader.sources.web import Limits

FURNITURE = "".join(
    f"<li><a href='/{word}'>{word}</a></li>" for word in ("首页", "要闻", "财经", "体育", "登录", "订阅") * 20
)


def story(number: int) -> str:
    """The sentences of two stories, numbered so that no two are the same."""
    head, *paragraphs = (HARBOUR, LIBRARY)[number % 2].split("\n\n")
    body = [f"{paragraph}这是第{number}次报道。" for paragraph in paragraphs]
    random.Random(number).shuffle(body)  # noqa: S311 - synthetic text
    return "\n\n".join([f"{head}之{number}", *body])


def page(number: int) -> bytes:
    text = page_of(story(number))
    return (
        text.replace("<body>", f"<body><ul class='nav'>{FURNITURE}</ul>")
        .replace("</body>", f"<ul>{FURNITURE}</ul></body>")
        .encode()
    )


def feed(number: int, items: int, *, whole: bool) -> bytes:
    numbers = range(number * items, (number + 1) * items)
    contents = (
        "".join(f"<p>{line}</p>" for line in story(each).split("\n\n")[1:]) * 2 if whole else "" for each in numbers
    )
    entries = [
        Entry(f"第{each}篇", f"/item/{each}", content=text) for each, text in zip(numbers, contents, strict=True)
    ]
    return rss(entries, title=f"第{number}号周报").encode()


def serve(ready: "Queue[int]", items: int, seconds: float, whole: bool) -> None:
    """Answer `/feed/N` and `/item/N`; for a process."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            time.sleep(seconds)
            kind, _, number = self.path[1:].partition("/")
            known = {"feed": lambda: feed(int(number), items, whole=whole), "item": lambda: page(int(number))}
            body = known[kind]() if kind in known else b""
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 256

    server = Server(("0.0.0.0", 0), Handler)  # noqa: S104 - all loopback addresses
    ready.put(server.server_port)
    server.serve_forever()


@contextmanager
def serving(items: int, seconds: float, *, whole: bool) -> Iterator[int]:
    context = get_context("spawn")
    ready: Queue[int] = context.Queue()
    process = context.Process(target=serve, args=(ready, items, seconds, whole), daemon=True)
    process.start()
    try:
        yield ready.get(timeout=30)
    finally:
        process.kill()
        process.join()


def processor() -> float:
    """Seconds of the processor that this process and its ended children have used: unlike time, they do not depend on others."""
    return sum(os.times()[:4])


def fetching_alone(addresses: list[str]) -> tuple[float, int]:
    """Seconds in which the feeds and the pages of their items arrive, and the number of items; nothing is cleaned."""
    known = Known(lambda _feed, keys: {*keys}, lambda _page: None)
    begun = time.perf_counter()
    with closing(
        collect([FollowedFeed(each, "", 50) for each in addresses], known, Limits(allow_private=True))
    ) as events:
        arrived = sum(isinstance(event, ItemArrived) for event in events)
    return time.perf_counter() - begun, arrived


def updating(addresses: list[str], folder: Path) -> tuple[float, int, float]:
    """Seconds of an update into a new library, the number of articles added, and seconds of the next update."""
    with Session(folder, allow_private=True) as session:
        session.library.feeds.add([Subscription(each, each) for each in addresses])
        first, added = timed(session, session.library.feeds.all())
        again, _ = timed(session, session.library.feeds.all())
        return first, added, again


def timed(session: Session, feeds: tuple[Feed, ...]) -> tuple[float, int]:
    begun = time.perf_counter()
    with closing(update_feeds(session, feeds)) as steps:
        added = sum(isinstance(step.outcome, Added) for step in steps)
    return time.perf_counter() - begun, added


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=50)
    parser.add_argument("--items", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=0.2)
    parser.add_argument("--whole", action="store_true")
    asked = parser.parse_args()
    with serving(asked.items, asked.seconds, whole=asked.whole) as port, tempfile.TemporaryDirectory() as folder:
        addresses = [f"http://127.0.1.{number + 1}:{port}/feed/{number}" for number in range(asked.feeds)]
        alone, arrived = fetching_alone(addresses)
        used = processor()
        print(f"fetching alone   {alone:6.1f} s  {arrived} items; processor {used:.1f} s")
        first, added, again = updating(addresses, Path(folder))
        print(
            f"update           {first:6.1f} s  {added} articles added, {first / alone:.2f} times fetching alone; ",
            end="",
        )
        print(f"processor {processor() - used:.1f} s with the next update")
        print(f"next update      {again:6.1f} s  nothing new")


if __name__ == "__main__":
    main()
