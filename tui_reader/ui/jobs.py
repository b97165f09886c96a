"""What each request means: calls on the session, answered by messages.

Every function here runs in another thread than the screen, writes one after the other in one, and touches no widget. A
`TuiReaderError` on the way ends it; the app makes a `Failed` of it.
"""

from __future__ import annotations

import gc
from functools import singledispatch
from threading import Event, Lock
from time import monotonic, sleep
from typing import TYPE_CHECKING, cast

from tui_reader.errors import QueryError
from tui_reader.model import Added
from tui_reader.present.article_words import labels, repaired_row, reworded_row, texts_as_shown
from tui_reader.present.lines import layout_of
from tui_reader.present.page import page_of
from tui_reader.present.pieces import pieces_of
from tui_reader.present.place import anchor_of
from tui_reader.present.turning import turned_pages
from tui_reader.present.wording import reworded, turning
from tui_reader.query import Query
from tui_reader.ui import answers as a
from tui_reader.ui import messages as m

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.app.session import Session
    from tui_reader.library import Change as LibraryChange
    from tui_reader.library import LineChange, PassageChange
    from tui_reader.script.own import GlossaryChange
    from tui_reader.ui.asking import Answer, Request

IN_VIEW = 60
"""Lines converted first when it is not known yet what is in view: the tallest usual terminal."""

LONG = 600
"""Lines of a page of which what is in view is set first: setting them takes as long as an eye notices."""

DRAWING = 0.03
"""Seconds that the screen has for drawing what is in view, before setting the rest takes the interpreter from it."""

REPORTED_EVERY, LISTED_EVERY = 0.1, 1.0
"""Seconds between the reports of a long import, and between its listings of what is new."""


@singledispatch
def answers(request: Request, session: Session) -> Iterator[Answer]:
    """The answers to a request, as they become ready."""
    raise NotImplementedError(type(request).__name__)


@answers.register(m.FetchRows)
def _rows(request: m.FetchRows, session: Session) -> Iterator[Answer]:
    rows = session.library.rows(request.keys)
    if request.shown != "source":
        rows = tuple(
            reworded_row(row, session.library.stored(row.key).article, request.shown, session.converter) for row in rows
        )
    yield a.RowsFetched(tuple(repaired_row(row, request.shown) for row in rows) if request.repair else rows)


@answers.register(m.FetchPage)
def _page(request: m.FetchPage, session: Session) -> Iterator[Answer]:
    """A page at hand that is worded so is set again; else the source's text is turned, what is in view first."""
    if request.base is not None and (request.base.shown, request.base.repair) == (request.shown, request.repair):
        if request.base.height > LONG:
            yield a.PageFetched(request.base.measured_in(request.view, request.measure))
            sleep(DRAWING)
        yield a.PageFetched(request.base.measured(request.measure))
        return
    stored = session.library.stored(request.key)
    if request.base is not None:
        page = request.base if request.base.measure == request.measure else request.base.measured(request.measure)
    else:
        page = page_of(
            request.key, pieces_of(stored.article, stored.row.tags), request.measure, layout=layout_of(session.config)
        )
    view = request.view
    if request.base is None:
        top = page.line_of(anchor_of(page.written, stored.position)) if stored.position else 0
        view = page.in_view(top, IN_VIEW)
    for turned in turned_pages(
        page, stored.article, view, session.converter, shown=request.shown, repair=request.repair
    ):
        yield a.PageFetched(turned, stored.position)
        if not turned.whole:
            sleep(DRAWING)


@answers.register(m.FetchRemoved)
def _removed(request: m.FetchRemoved, session: Session) -> Iterator[Answer]:
    from tui_reader.present.removed import view_of  # noqa: PLC0415 - few starts need it

    article, words = session.library.stored(request.key).article, session.library.amendments(request.key)
    turn = turning(article, request.shown, session.converter)
    view = view_of(request.key, article, words, turn, request.measure, request.opened)
    yield a.RemovedFetched(request.number, view)


@answers.register(m.FetchPairs)
def _pairs(request: m.FetchPairs, session: Session) -> Iterator[Answer]:
    from tui_reader.present.pairs import pairs_of, placed  # noqa: PLC0415 - few starts need it

    page = request.page
    found = pairs_of(session.rewordings(page.key, page.shown, page.written))
    yield a.PairsFetched(page, placed(found, page))


@answers.register(m.FetchMarks)
def _marks(request: m.FetchMarks, session: Session) -> Iterator[Answer]:
    yield a.MarksFetched(request.key, session.library.highlights(request.key))


@answers.register(m.FetchMarkRows)
def _mark_rows(request: m.FetchMarkRows, session: Session) -> Iterator[Answer]:
    from tui_reader.present.passages import mark_rows  # noqa: PLC0415 - few starts need it

    rows = {row.key: row for row in session.library.bookmarks()}
    marks = session.library.highlights()
    reword = texts_as_shown(
        lambda key: session.library.stored(key).article, request.shown, session.converter, repair=request.repair
    )
    yield a.MarkRowsFetched(mark_rows(marks, rows, request.first, reword))


@answers.register(m.CheckWords)
def _check_words(request: m.CheckWords, session: Session) -> Iterator[Answer]:
    del request
    if complaints := session.glossary.complaints:
        more = f" (and {len(complaints) - 1} more)" if len(complaints) > 1 else ""
        yield a.Told(complaints[0] + more)


@answers.register(m.FindWords)
def _find(request: m.FindWords, session: Session) -> Iterator[Answer]:  # noqa: ARG001 - it is all in the request
    from tui_reader.present.find import all_forms, find, own_forms, searchable  # noqa: PLC0415 - few starts need it

    within = request.within or searchable(request.pieces)
    typed = own_forms(request.phrases)
    yield a.WordsFound(find(within, typed), last=False)
    _read_lexicon()
    yield a.WordsFound(find(within, all_forms(request.phrases)), last=True)


_LEXICON = Lock()
"""Who comes while the lexicon is read waits for it, and does not read it once more."""


def _read_lexicon() -> None:
    """Read it ahead. It stays, so the collector of garbage, which stops the screen, need not walk over it again."""
    with _LEXICON:
        if not _LEXICON_READ.is_set():
            from tui_reader.present.find import all_forms  # noqa: PLC0415 - few starts need it

            all_forms(())
            gc.freeze()
            _LEXICON_READ.set()


_LEXICON_READ = Event()


@answers.register(m.FetchListing)
def _listing(request: m.FetchListing, session: Session) -> Iterator[Answer]:
    try:
        query = Query.parse(request.text)
    except QueryError as error:
        yield a.ListingRefused(str(error))
    else:
        label = reworded((str(query),), "none", request.shown, session.converter)[0] if not query.is_empty else ""
        yield a.ListingFetched(query, tuple(session.library.listing(query).keys), label)


@answers.register(m.FetchTags)
def _tags(request: m.FetchTags, session: Session) -> Iterator[Answer]:
    from tui_reader.present.tags import tags_for  # noqa: PLC0415 - for the first panel only

    counts = session.library.tag_counts(request.filter)
    article = session.library.stored(request.key) if request.key is not None and request.shown != "source" else None
    label = labels(article, request.shown, session.converter)
    yield a.TagsFetched(tags_for(counts, request.filter, label, session.glossary.equivalents))


@answers.register(m.Bookmark)
def _bookmark(request: m.Bookmark, session: Session) -> Iterator[Answer]:
    yield a.Changed(session.library.set_state(request.keys, bookmarked="toggle"), request.keys)


@answers.register(m.MarkRead)
def _mark_read(request: m.MarkRead, session: Session) -> Iterator[Answer]:
    yield a.Changed(session.library.set_state(request.keys, read="toggle"), request.keys)


@answers.register(m.MarkOpened)
def _mark_opened(request: m.MarkOpened, session: Session) -> Iterator[Answer]:
    yield a.Changed(session.library.set_state((request.key,), read=True), (request.key,), quiet=True)


@answers.register(m.Retag)
def _retag(request: m.Retag, session: Session) -> Iterator[Answer]:
    yield a.Changed(session.library.retag(request.keys, request.add, request.remove), request.keys)


@answers.register(m.Amend)
def _amend(request: m.Amend, session: Session) -> Iterator[Answer]:
    yield a.Changed(session.amend(request.key, request.lines, kept=request.kept), (request.key,))


@answers.register(m.MarkPassage)
def _mark_passage(request: m.MarkPassage, session: Session) -> Iterator[Answer]:
    yield a.Changed(session.library.highlight(request.mark), (request.mark.article,))


@answers.register(m.UnmarkPassage)
def _unmark_passage(request: m.UnmarkPassage, session: Session) -> Iterator[Answer]:
    yield a.Changed(session.library.remove_highlight(request.mark.number), (request.mark.article,))


@answers.register(m.Correct)
def _correct(request: m.Correct, session: Session) -> Iterator[Answer]:
    change = session.glossary.correct(request.source, request.word, request.target, request.answer)
    yield a.Changed(change, (), everywhere=True)


@answers.register(m.Undo)
def _undo(request: m.Undo, session: Session) -> Iterator[Answer]:
    change = request.deed.change
    if change:
        session.undo(cast("LibraryChange | LineChange | PassageChange | GlossaryChange", change))
        yield a.Undone(change, request.keys, everywhere=isinstance(request.deed, m.Correct))
    else:
        yield a.Told("nothing to undo: nothing was changed")


@answers.register(m.Import)
def _import(request: m.Import, session: Session) -> Iterator[Answer]:
    start = listed = monotonic()
    fresh, tally = False, request.tally
    steps = (
        session.import_paths(request.paths, own_tags=request.own_tags, force=request.force)
        if request.paths
        else session.import_samples()
    )
    for outcome, tally.done, tally.total in steps:
        tally.count(outcome)
        fresh = fresh or isinstance(outcome, Added)
        now = monotonic()
        if now - start >= REPORTED_EVERY:
            lists = fresh and now - listed >= LISTED_EVERY
            yield a.ImportAdvanced(tally.done, tally.total, lists)
            start, listed, fresh = now, now if lists else listed, fresh and not lists
    tally.ended = True
    without_article = () if request.force else tally.without_article
    yield a.ImportEnded(tally.sentence, tuple(tally.refusals()), without_article, request.own_tags)


@answers.register(m.Copy)
def _copy(request: m.Copy, session: Session) -> Iterator[Answer]:
    from tui_reader.ui.core.clipboard import give_to_system  # noqa: PLC0415 - it looks for programs

    text = request.text
    if text is None:
        addresses = (session.library.stored(row.key).article.url for row in request.rows)
        text = "\n".join(
            "\n".join(filter(None, (row.title, url))) for row, url in zip(request.rows, addresses, strict=True)
        )
    if text:
        yield a.CopyPrepared(text, give_to_system(text))


@answers.register(m.CopyCard)
def _copy_card(request: m.CopyCard, session: Session) -> Iterator[Answer]:
    from tui_reader.present.choice import worded_card  # noqa: PLC0415 - few starts need it
    from tui_reader.ui.core.clipboard import give_to_system  # noqa: PLC0415 - it looks for programs

    article = session.library.stored(request.key).article
    text = worded_card(request.text, article, request.shown, session.converter, repair=request.repair)
    yield a.CopyPrepared(text, give_to_system(text))


@answers.register(m.Browse)
def _browse(request: m.Browse, session: Session) -> Iterator[Answer]:
    from tui_reader.ui.core.clipboard import browse  # noqa: PLC0415 - it looks for programs

    yield a.Told(browse(session.library.stored(request.key).article.url))


@answers.register(m.KeepPlace)
def _keep_place(request: m.KeepPlace, session: Session) -> Iterator[Answer]:
    if not session.library.read_only:
        session.library.remember(request.key, request.position)
    yield a.PlaceKept(request.key)


@answers.register(m.KeepSetting)
def _keep_setting(request: m.KeepSetting, session: Session) -> Iterator[Answer]:
    if not session.library.read_only:
        session.library.set_setting(request.name, request.value)
    yield from ()
