"""The person's word on lines, above everything the cleaner thinks."""

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.cleaning import clean
from tui_reader.cleaning.amend import DROPPED, PUT_BACK, LineDecisions, apply_decisions
from tui_reader.cleaning.repair.repairs import INJECTED
from tui_reader.model import Article, Cleaned, Passage, Removed, Verdict

STORY = "市政府昨天宣布，明年起將分三期整修老街的排水系統，並由沿線住戶代表參與驗收。"
MORE = "住戶代表說，工程期間的噪音和灰塵都要量測，數字每週公布一次，人人可查。"
PAGE = f"老街排水明年整修\n\n{STORY}\n\n加入粉絲團\n\n{MORE}\n\n延伸閱讀\n\n老街的十個秘密\n"


def passages(cleaned: Cleaned) -> list[str]:
    return [passage.text for passage in cleaned.article.body]


def removed(cleaned: Cleaned) -> dict[str, str]:
    return {line.text: line.reason for line in cleaned.article.removed}


def made(
    *body: str, removed: tuple[Removed, ...] = (), verdicts: tuple[Verdict, ...] = (), **fields: object
) -> Cleaned:
    article = Article("題", tuple(Passage("paragraph", text) for text in body), "none", "utf-8", removed=removed)
    for name, value in fields.items():
        object.__setattr__(article, name, value)
    return Cleaned(article, verdicts)


def test_without_a_word_nothing_changes() -> None:
    cleaned = clean(PAGE.encode())
    assert cleaned == clean(PAGE.encode(), kept=("nowhere on the page",), dropped=(" ",))
    assert ["加入粉絲團", "延伸閱讀", "老街的十個秘密"] == list(removed(cleaned))


def test_a_line_put_back_stands_at_its_place_even_outside_the_story() -> None:
    cleaned = clean(PAGE.encode(), kept=("加入粉絲團", "老街的十個秘密"))
    assert [STORY, "加入粉絲團", MORE, "老街的十個秘密"] == passages(cleaned)
    assert [("延伸閱讀", 3)] == [(line.text, line.before) for line in cleaned.article.removed]
    assert ("body", PUT_BACK) == next((v.role, v.reason) for v in cleaned.verdicts if v.text == "加入粉絲團")


def test_a_dropped_passage_stands_among_the_removed() -> None:
    cleaned = clean(PAGE.encode(), dropped=(STORY,))
    assert [MORE] == passages(cleaned)
    assert DROPPED == removed(cleaned)[STORY]
    assert [(STORY, 0), ("加入粉絲團", 0)] == [(line.text, line.before) for line in cleaned.article.removed][:2]
    assert ("dropped", DROPPED) == next((v.role, v.reason) for v in cleaned.verdicts if v.text == STORY)


def test_a_line_is_known_in_either_script_and_whatever_its_spaces() -> None:
    assert "加入粉絲團" in passages(clean(PAGE.encode(), kept=("加入 粉丝团",)))


def test_a_text_that_is_kept_and_dropped_is_kept() -> None:
    assert STORY in passages(clean(PAGE.encode(), kept=(STORY,), dropped=(STORY,)))


def test_all_may_be_dropped() -> None:
    cleaned = clean(PAGE.encode(), dropped=(STORY, MORE))
    assert [] == passages(cleaned)
    assert "none" == cleaned.article.script


def test_standfirsts_and_captions_can_be_dropped() -> None:
    cleaned = apply_decisions(
        made("正文。", deck=("導言",), captions=("圖一", "圖二")), LineDecisions.of((), ("導言", "圖一"))
    )
    assert ((), ("圖二",)) == (cleaned.article.deck, cleaned.article.captions)
    assert [("導言", 0), ("圖一", 1)] == [(line.text, line.before) for line in cleaned.article.removed]


def test_a_line_put_back_comes_with_its_kind() -> None:
    table = Removed("甲\t乙\n丙\t丁", "a table", 1, "table")
    assert (Passage("paragraph", "一"), Passage("table", table.text)) == apply_decisions(
        made("一", removed=(table,)), LineDecisions.of((table.text,), ())
    ).article.body


def test_a_line_put_back_that_tells_of_the_article_by_now_is_in_the_text_all_the_same() -> None:
    verdicts = (
        Verdict("一", "body", "prose"),
        Verdict("發布單位：某處", "metadata", "x"),
        Verdict("二", "body", "prose"),
    )
    cleaned = apply_decisions(made("一", "二", verdicts=verdicts), LineDecisions.of(("發布單位：某處",), ()))
    assert ["一", "發布單位：某處", "二"] == passages(cleaned)
    assert ("body", PUT_BACK) == (cleaned.verdicts[1].role, cleaned.verdicts[1].reason)


def test_a_piece_cut_out_of_sentences_is_left_in_them() -> None:
    title = "老街排水明年整修"
    pieces = ("老街", "排水", "明年", "整修")
    sentence = "市政府昨天說工程{}會分三期進行，由沿線住戶{}代表參與驗收，噪音{}和灰塵都要量測，數字{}每週公布一次。"
    page = f"{title}\n\n" + "\n\n".join(f"第{n}點，{sentence.format(*pieces)}" for n in range(4))
    cut = clean(page.encode())
    assert {INJECTED} == {line.reason for line in cut.article.removed}
    assert not any("明年" in text for text in passages(cut))
    spared = clean(page.encode(), kept=("明年",))
    assert all("噪音明年和灰塵" in text for text in passages(spared))
    assert "明年" not in removed(spared)


@given(
    st.lists(st.tuples(st.booleans(), st.sampled_from("甲乙丙丁戊己")), max_size=12),
    st.sets(st.sampled_from("甲乙丙丁")),
)
def test_no_line_is_lost_and_none_moves(page: list[tuple[bool, str]], asked: set[str]) -> None:
    body = [text for out, text in page if not out]
    before = [sum(not out for out, _ in page[:place]) for place in range(len(page))]
    out = tuple(Removed(text, "x", at) for (away, text), at in zip(page, before, strict=True) if away)
    for word in (LineDecisions.of(asked, ()), LineDecisions.of((), asked)):
        article = apply_decisions(made(*body, removed=out), word).article
        assert [text for _, text in page] == [line.text for line in article.in_place()]
        assert not {line.text for line in article.removed} & word.kept
        assert not {line.text for line in article.body} & word.dropped
