"""How one text is converted: a person's own words first, then word packs, then everything else. Addresses and
Japanese stay.

Simplified text may speak as Taiwan or Hong Kong does. What it then becomes is text of the other traditional region, and
is converted once more: converting twice shall change nothing.
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
"""Places of a text that stay as they are: where each begins and ends, in order."""


class ConversionPlan(NamedTuple):
    """The rewriters for one text, and what is known of it."""

    rewriter: Rewriter
    own: Sequence[TableRewriter]
    """The tables that win over the rewriter, the strongest first."""
    text_context: TextContext
    second_pass: "Callable[[str], ConversionPlan | None]"
    """The plan for what is left to be done with the outcome; None where it is as it should be."""

    def convert(self, text: str, kept: Spans = ()) -> str:
        """`text` converted; the places that are `kept` are as they should be."""
        settled = self._settled(text, kept)
        outcome = self.rewriter.rewrite(text, self.text_context, settled).text
        second = self.second_pass(outcome)
        if second is None:
            return outcome
        return second.convert(*self.rewriter.rewrite(text, self.text_context, self._replaced(text, settled)))

    def hits(self, text: str, kept: Spans = ()) -> list[Hit]:
        """The words that are replaced, in order, each with what it is in the end."""
        settled = self._replaced(text, self._settled(text, kept))
        hits = [hit for hit in settled if hit[2].entry]
        outcome = self.rewriter.rewrite(text, self.text_context, settled)
        second = self.second_pass(outcome.text)
        return merge_passes(hits, second.hits(*outcome), outcome.text) if second else hits

    def _replaced(self, text: str, settled: Sequence[Hit]) -> list[Hit]:
        """Settled passages, and the words that the first pass replaces: the second must not take its answers for a text's words."""
        return sorted([*settled, *self.rewriter.hits(text, self.text_context, settled)], key=itemgetter(0))

    def _settled(self, text: str, kept: Spans) -> list[Hit]:
        """Passages that the rewriter leaves alone: the words of the tables, what is untouched, and what is kept."""
        places = [*kept, *protected_spans(text)]
        hits = [(start, end, Candidate(text[start:end], None, None)) for start, end in _without_overlaps(places)]
        if self.own:
            edges = self.rewriter.edges(text)
            for table in self.own:
                hits += list(table.hits(text, self.text_context, edges, [hit[:2] for hit in hits]))
        return sorted(hits, key=itemgetter(0))


def _without_overlaps(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places in order, without those that overlap one before them."""
    done = 0
    for start, end in sorted(places):
        if start >= done and end > start:
            yield start, end
            done = end


def merge_passes(first: Sequence[Hit], second: Sequence[Hit], between: str) -> list[Hit]:
    """Merge the replacements of two passes; offsets of the second refer to `between`, the outcome of the first."""
    joined: list[Hit] = []
    rest = [*reversed(first)]
    shift = reached = 0  # from a place in `between` to one in the text; to where in `between` all is told
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
