from dataclasses import dataclass

import pytest

from tui_reader.script.guards import Guard, Region
from tui_reader.script.lexicon import rows


@dataclass
class At:
    """A place written out."""

    before: str = ""
    after: str = ""
    line: str = ""
    subjects: frozenset[str] = frozenset()
    simplified: bool = True
    source: Region | None = "cn"
    target: Region = "tw"
    sure_source: Region | None = None

    @property
    def written(self) -> str:
        return "詞"

    @property
    def text(self) -> str:
        return self.before + "词" + self.after

    def neighbour(self, offset: int) -> str:
        return {-1: self.before, 0: "词", 1: self.after}.get(offset, "")

    @property
    def start(self) -> int:
        return len(self.before)

    @property
    def end(self) -> int:
        return self.start + 1


@pytest.mark.parametrize(
    ("guard", "place", "expected"),
    [
        ("after:手机,系统", At(before="这款手机"), True),
        ("after:手机,系统", At(before="总统"), False),
        ("!after:增", At(before="不增"), False),
        ("!after:增", At(before=""), True),
        ("before:率,者", At(after="者高呼"), True),
        ("!before:率", At(after="率"), False),
        ("near:法院", At(line="法院认定"), True),
        ("!near:法院", At(line="法院认定"), False),
        ("after:$num", At(before="第三"), True),
        ("after:$num", At(before="a"), False),
        ("after:$num", At(), False),
        ("before:$latin", At(after="USB"), True),
        ("before:$latin", At(after="中"), False),
        ("after:$edge", At(before="，"), True),
        ("after:$edge", At(), True),
        ("after:$edge", At(before="的"), False),
        ("before:$han", At(after="中"), True),
        ("before:$title", At(after="先生说"), True),
        ("written:詞", At(), True),
        ("written:词", At(), False),
        ("before:$animal", At(after="熊猫"), True),
        ("near:$watch", At(line="戴表的人"), True),
        ("near:$watch", At(line="填表的人"), False),
        ("subject:it", At(subjects=frozenset({"it"})), True),
        ("subject:it,science", At(subjects=frozenset({"film"})), False),
        ("!subject:film", At(subjects=frozenset({"film"})), False),
        ("from:cn", At(), True),
        ("from:cn", At(simplified=False, source=None), False),
        ("from:tw,hk", At(simplified=False, source=None), True),
        ("from:hk", At(simplified=False, source="tw"), False),
        ("from:hk", At(simplified=False, source=None), True),
        ("to:hk", At(), False),
        ("after:手机 !near:总统", At(before="手机", line="手机与总统"), False),
    ],
)
def test_conditions(guard: str, place: At, expected: bool) -> None:
    assert expected is Guard(guard).holds(place)


@pytest.mark.parametrize(
    "guard", ["after", "after:", "beside:x", "subject:cooking", "from:sg", "after:$vowel", "name:dog"]
)
def test_invalid_condition_raises_value_error(guard: str) -> None:
    with pytest.raises(ValueError, match=r"no value|unknown"):
        _ = Guard(guard).tests


def test_conditions_decided_by_the_direction_are_dropped() -> None:
    guard = Guard("from:cn to:tw after:x")
    assert Guard("after:x") == guard.within(frozenset({"cn"}), "tw")
    assert guard.within(frozenset({"cn"}), "hk") is False
    assert guard.within(frozenset({"tw", "hk"}), "tw") is False
    assert Guard("to:tw").within(frozenset({"cn"}), "tw") is True
    assert Guard("from:tw") == Guard("from:tw").within(frozenset({"tw", "hk"}), "cn")


def test_prefilter_agrees_with_the_tests() -> None:
    guards = {row.guard for row in rows() if row.guard}
    asked = 0
    for guard in guards:
        needed_before, needed_after, doubtful_before, doubtful_after = guard.prefilter
        for before in sorted({"", "，", "a", *(needed_before or ()), *(doubtful_before or ())}):
            for after in sorted({"", "的", "3", *(needed_after or ()), *doubtful_after}):
                fails = (needed_before is not None and before not in needed_before) or (
                    needed_after is not None and after not in needed_after
                )
                sure = doubtful_before is not None and before not in doubtful_before and after not in doubtful_after
                asked += 1
                if fails or sure:
                    assert guard.holds(At(before=before, after=after)) is not fails
    assert asked > len(guards)


def test_surely_requires_a_reliable_region() -> None:
    guard = Guard("surely:tw")
    assert guard.holds(At(source="tw", sure_source="tw"))
    assert not guard.holds(At(source="tw"))
    assert not guard.holds(At(source="hk", sure_source="hk"))
