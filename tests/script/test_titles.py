import pytest

from tui_reader.script import converter
from tui_reader.script.titles import work_titles


def test_the_offsets_within_the_title_of_a_work() -> None:
    text = "读《程序员》和《软件法》"
    assert "程序员" == "".join(text[place] for place in sorted(work_titles(text)))


@pytest.mark.parametrize("title", ["人工智能法案", "网络安全条例（草案）", "軟件協定", "发展规划"])
def test_titles_of_laws_and_plans_are_converted(title: str) -> None:
    assert frozenset() == work_titles(f"《{title}》")


@pytest.mark.parametrize("text", ["", "没有书名", "《没有结束", f"《{'长' * 41}》", "《两\n行》"])
def test_no_title(text: str) -> None:
    assert frozenset() == work_titles(text)


def test_common_words_stay_only_within_titles_of_works() -> None:
    assert "《程序員》的程式設計師" == converter("tw").convert("《程序员》的程序员")
