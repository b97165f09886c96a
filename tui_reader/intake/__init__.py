"""Documents → articles in the library, and articles cleaned once more.

preparing   bytes → cleaned and tagged; touches nothing outside, so other processes can do it
workers     the same for many, by several processes at once, in order
taking      sources → prepared → stored, with an outcome for each
again       articles of the library → prepared by today's rules and the person's word → stored
"""

from tui_reader.intake.preparing import prepare
from tui_reader.intake.taking import take

__all__ = ["prepare", "take"]
