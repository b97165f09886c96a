"""Conversion plan of one text. Priority: user glossary, word packs, rewriter; protected spans stay.

Simplified text may use Taiwan's or Hong Kong's wording. Its first conversion then yields the other traditional region's
wording, which is converted once more, so that conversion is idempotent.
"""

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from tui_reader.script.candidates import Candidate
from tui_reader.script.context import TextContext
from tui_reader.script.protected import protected_spans
from tui_reader.script.rewriting import Hit, Rewriter
from tui_reader.script.tables import TableRewriter

Spans = Sequence[tuple[int, int]]
"""Spans `(start, end)` left unchanged, in order."""


class ConversionPlan(NamedTuple):
    """The rewriters for one text and their context."""

    rewriter: Rewriter
    own: Sequence[TableRewriter]
    """Tables with priority over the rewriter, highest first."""
    text_context: TextContext
    second_pass: "Callable[[str], ConversionPlan | None]"
    """Plan for the output of the first pass; None if no second pass is needed."""

    def convert(self, text: str, kept: Spans = ()) -> str:
        """Convert `text`, leaving the `kept` spans unchanged."""
        settled = self._settled(text, kept)
        outcome = self.rewriter.rewrite(text, self.text_context, settled).text
        second = self.second_pass(outcome)
        if second is None:
            return outcome
        return second.convert(*self.rewriter.rewrite(text, self.text_context, self._replaced(text, settled)))

    def hits(self, text: str, kept: Spans = ()) -> list[Hit]:
        """The replacements in order, each with its final answer."""
        settled = self._replaced(text, self._settled(text, kept))
        hits = [hit for hit in settled if hit[2].entry]
        outcome = self.rewriter.rewrite(text, self.text_context, settled)
        second = self.second_pass(outcome.text)
        return merge_passes(hits, second.hits(*outcome), outcome.text) if second else hits

    def _replaced(self, text: str, settled: Sequence[Hit]) -> list[Hit]:
        """Fixed spans plus first-pass replacements: the second pass must not reinterpret their answers."""
        return sorted([*settled, *self.rewriter.hits(text, self.text_context, settled)], key=itemgetter(0))

    def _settled(self, text: str, kept: Spans) -> list[Hit]:
        """Spans that the rewriter skips: table matches, protected and kept spans."""
        places = [*kept, *protected_spans(text)]
        hits = [(start, end, Candidate(text[start:end], None, None)) for start, end in _without_overlaps(places)]
        if self.own:
            edges = self.rewriter.edges(text)
            for table in self.own:
                hits += list(table.hits(text, self.text_context, edges, [hit[:2] for hit in hits]))
        return sorted(hits, key=itemgetter(0))


def _without_overlaps(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, without those that overlap an earlier one."""
    done = 0
    for start, end in sorted(places):
        if start >= done and end > start:
            yield start, end
            done = end


def merge_passes(first: Sequence[Hit], second: Sequence[Hit], between: str) -> list[Hit]:
    """Merge replacements of two passes; offsets of the second refer to `between`, the output of the first."""
    joined: list[Hit] = []
    rest = [*reversed(first)]
    shift = reached = 0  # offset from `between` to the text; end of the merged part of `between`
    for start, last, candidate in second:
        end, answer = last, candidate.answer
        while rest and (hit := rest[-1])[0] - shift + len(hit[2].answer) <= start:
            shift += _length_loss(hit)
            joined.append(rest.pop())
        begin = start + shift
        if start < reached:  # both touch one word of the first pass
            begin, _end, before = joined.pop()
            answer = before.answer[: start - reached] + answer + between[end:reached]
            end = max(end, reached)
        while rest and (hit := rest[-1])[0] - shift < end:
            here = hit[0] - shift
            there = here + len(hit[2].answer)
            begin, answer = min(begin, hit[0]), between[here:start] + answer + between[end:there]
            end, shift = max(end, there), shift + _length_loss(hit)
            rest.pop()
        joined.append((begin, end + shift, candidate._replace(answer=answer)))
        reached = end
    return [*joined, *reversed(rest)]


def _length_loss(hit: Hit) -> int:
    start, end, candidate = hit
    return end - start - len(candidate.answer)
