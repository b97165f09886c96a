"""How one text is converted: a person's own words first, then their packs, then everything else; addresses and Japanese stay.

Simplified text may speak as Taiwan or Hong Kong does. What it then becomes is text of the other traditional region, and
goes the rest of the way: converting it once more would do that, and converting twice shall change nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from tui_reader.script.judging import Candidate
from tui_reader.script.rewriting import Hit, Places, Rewriter
from tui_reader.script.scene import Circumstances
from tui_reader.script.untouched import untouched


class Way(NamedTuple):
    """The rewriters for one text, and what is known of it."""

    rewriter: Rewriter
    own: tuple[Rewriter, ...]
    """Those of a person's own words and of their packs: what one replaces, the next leaves alone."""
    about: Circumstances
    onward: "Callable[[str], Way | None]"
    """What is left to be done with the outcome; None where it is as it should be."""

    def convert(self, text: str, kept: Places = ()) -> str:
        """`text` as it should be; the places that are `kept` are so already."""
        outcome, settled = self._converted(text, kept)
        onward = self.onward(outcome)
        return onward.convert(outcome, settled) if onward else outcome

    def hits(self, text: str, kept: Places = ()) -> list[Hit]:
        """The words that are replaced, in order, each with what it is in the end."""
        hits = [hit for hit in self._hits(text, kept) if hit[:2] not in kept]
        outcome, settled = self._converted(text, kept)
        onward = self.onward(outcome)
        return _joined(hits, onward.hits(outcome, settled), outcome) if onward else hits

    def _converted(self, text: str, kept: Places) -> tuple[str, Places]:
        """What one pass makes of a text, and the places in it that are settled: a person's own word wins over all."""
        pieces: list[str] = []
        settled: list[tuple[int, int]] = []
        done = length = 0
        for start, end, candidate in self._settled(text, kept):
            pieces += self._piece(text[done:start]), candidate.answer
            length += len(pieces[-2]) + len(pieces[-1])
            settled.append((length - len(candidate.answer), length))
            done = end
        return "".join([*pieces, self._piece(text[done:])]), settled

    def _hits(self, text: str, kept: Places) -> Iterator[Hit]:
        done = 0
        for settled in [*self._settled(text, kept), None]:
            piece = text[done : settled[0] if settled else len(text)]
            for start, end, candidate in self.rewriter.hits(piece, self.about, list(untouched(piece))):
                yield start + done, end + done, candidate
            if settled:
                yield settled
                done = settled[1]

    def _piece(self, text: str) -> str:
        return self.rewriter.convert(text, self.about, list(untouched(text)))

    def _settled(self, text: str, kept: Places) -> list[Hit]:
        """A person's own words, and the places that are kept: as they are."""
        settled = [(start, end, Candidate(text[start:end], None, None)) for start, end in kept]
        for rewriter in self.own:
            places = sorted([*(hit[:2] for hit in settled), *untouched(text)])
            settled = sorted([*settled, *rewriter.hits(text, self.about, places)], key=itemgetter(0))
        return settled


def _joined(first: Sequence[Hit], second: Sequence[Hit], between: str) -> list[Hit]:
    """The hits of two passes as if of one; the second's are in what the first made (`between`)."""
    joined: list[Hit] = []
    rest = [*reversed(first)]
    shift = reached = 0  # from a place in `between` to one in the text; to where in `between` all is told
    for start, last, candidate in second:
        end, answer = last, candidate.answer
        while rest and (hit := rest[-1])[0] - shift + len(hit[2].answer) <= start:
            shift += _shrunk(hit)
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
            end, shift = max(end, there), shift + _shrunk(hit)
            rest.pop()
        joined.append((begin, end + shift, candidate._replace(answer=answer)))
        reached = end
    return [*joined, *reversed(rest)]


def _shrunk(hit: Hit) -> int:
    start, end, candidate = hit
    return end - start - len(candidate.answer)
