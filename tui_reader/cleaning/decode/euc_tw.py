"""EUC-TW codec: planes 1 and 2 of CNS 11643, derived from Python's Big5 (Python has none).

Both planes list Big5's characters in Big5's order, except a few dozen. The mapping is therefore a list of runs: position in
the plane, position in Big5, length. A character has two bytes (plane 1) or four (8E, A0 + plane, two bytes).
"""

import re
from functools import cache

_PLANE_1 = (
    "0:0:21 21:23:2 24:22:1 29:29:44 73:74:1 74:73:1 75:75:52 127:128:1 128:127:1 130:130:18 148:149:1 "
    "149:148:1 150:150:4 155:21:1 156:156:78 282:234:174 470:6101:20 3290:471:17 3307:263:1 3308:489:86 "
    "3394:265:1 3395:576:1307 4702:1884:424 5126:1883:1 5127:2308:1876 7003:4571:1 7004:4184:387 "
    "7391:4572:525 7916:5286:1 7917:5097:189 8106:5287:84 8190:5517:1 8191:5371:54 8245:5426:1 8246:5425:1 "
    "8247:5427:90 8337:5518:354"
)
_PLANE_2 = (
    "0:6280:10 10:6291:33 43:6372:1 44:6324:48 92:6373:46 138:6586:1 139:6419:167 306:6587:1840 2146:9074:1 "
    "2147:8428:108 2255:8537:537 2792:8427:1 2793:9075:100 2893:8536:1 2894:9175:399 3293:9575:1637 "
    "4930:11761:1 4931:11212:146 5077:11899:1 5078:11358:287 5365:12508:1 5366:11645:116 5482:11762:137 "
    "5619:11900:104 5723:12425:1 5724:12004:222 5946:12227:198 6144:12426:82 6226:12509:86 6312:12226:1 "
    "6313:12595:8 6321:12604:153 6474:12758:56 6530:13114:1 6531:12814:113 6644:12603:1 6645:12927:142 "
    "6787:12757:1 6788:13069:45 6833:13115:71 6904:13380:1 6905:13186:194 7099:13381:490 7589:13914:1 "
    "7590:13871:43 7633:13915:1 7634:13917:11 7645:13916:1 7646:13928:4"
)
"""Runs: position in the plane, position in Big5, length. Positions count cells of 94 (plane) and 157 (Big5) columns."""

_COLUMNS = 94
_TRAILS = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
_LEADS = range(0xA1, 0xFA)
_FIRST = 0xA1
_UNIT = re.compile(r"\x8e(?P<plane>[\xa1-\xb0])(?P<four>[\xa1-\xfe]{2})|(?P<two>[\xa1-\xfe]{2})|[\x80-\xff]")
LOST = "\ufffd"


def decode_euc_tw(data: bytes) -> str:
    """Decode `data`; undecodable bytes and characters of higher planes become U+FFFD."""
    first, second = _plane(_PLANE_1), _plane(_PLANE_2)

    def read(unit: re.Match[str]) -> str:
        if unit["two"]:
            return first.get(_position(unit["two"]), LOST)
        if unit["plane"] == "\xa1":
            return first.get(_position(unit["four"]), LOST)
        return second.get(_position(unit["four"]), LOST) if unit["plane"] == "\xa2" else LOST

    return _UNIT.sub(read, data.decode("latin-1"))


def _position(pair: str) -> int:
    return (ord(pair[0]) - _FIRST) * _COLUMNS + ord(pair[1]) - _FIRST


@cache
def _big5() -> tuple[str, ...]:
    """Characters of Big5 in order; LOST for unused codes."""
    codes = (bytes([lead, trail]) for lead in _LEADS for trail in _TRAILS)
    return tuple(code.decode("cp950", "replace")[0] for code in codes)


@cache
def _plane(runs: str) -> dict[int, str]:
    """Characters of a plane by position."""
    known = _big5()
    table: dict[int, str] = {}
    for run in runs.split():
        start, source, length = map(int, run.split(":"))
        table |= {start + step: known[source + step] for step in range(length)}
    return table
