"""Typographic repair, for display only: what is stored stays as it was written. Pure.

Scraped text often has its full-width marks flattened (`科技業?Meta祖克柏:評斷`) and quotes of the other script. Each line
goes through these stages; what one has settled, the next reads in the line's `guide`:

    shields    addresses, paths, code, smileys: they are no punctuation
    quotes     pairs, in the marks of the script shown, nested as they should be; ASCII ones around Chinese
    brackets   pairs of parentheses that stand in Chinese or hold it
    strokes    ... and single … to ……, -- to ——, a full stop where a Chinese sentence certainly ends
    marks      ，：；？！ where their neighbours are Chinese

Paired marks are repaired as pairs or not at all. What is in doubt stays: a false repair is worse than a missing one.
Repaired text is not repaired any further.

    rules      the characters and thresholds judged by
    line       one line on its way through the stages
    repairs    what was replaced, and offsets there and back
"""

from tui_reader.typography.mending import repaired, repairs
from tui_reader.typography.repairs import Repair, applied, offset_back, offset_in

__all__ = ["Repair", "applied", "offset_back", "offset_in", "repaired", "repairs"]
