import re

import pytest

from tui_reader.text import known_outlets
from tui_reader.text.fold import fold
from tui_reader.text.known_outlets import is_known, leading_outlet, site_at
from tui_reader.text.outlets import is_outlet, is_source


@pytest.mark.parametrize(
    ("address", "name", "crowded"),
    [
        ("https://news.ltn.com.tw/news/life/1", "自由時報", False),
        ("http://www.zaobao.com.sg/news", "联合早报", False),
        ("https://www.bbc.com/zhongwen/trad/1", "BBC中文", False),
        ("https://money.udn.com/money/story/1", "經濟日報", False),
        ("https://udn.com/news/story/1", "聯合新聞網", False),
        ("https://zhuanlan.zhihu.com/p/1", "知乎", True),
    ],
)
def test_publisher_of_a_url(address: str, name: str, crowded: bool) -> None:
    assert site_at(address) == (name, crowded)


@pytest.mark.parametrize(
    "address", ["https://www.bbc.com/news/1", "https://notudn.com/1", "udn.com", "", "http://[", "https://com.tw/"]
)
def test_urls_without_a_known_publisher(address: str) -> None:
    assert site_at(address) is None


def test_outlets_not_recognizable_by_form() -> None:
    assert is_known(fold("報導者"))
    assert is_source(fold("21世紀經濟報道"))
    assert is_outlet(fold("The News Lens 關鍵評論網"))
    assert not is_known(fold("財經"))
    assert leading_outlet(fold("聯合新聞網記者")) == 5
    assert leading_outlet(fold("記者")) == 0


def test_the_table_is_well_formed() -> None:
    rows = list(known_outlets._rows())
    assert len(rows) > 400
    for printed, domains, spellings in rows:
        names = spellings.split("|")
        assert fold(printed) in {name.rstrip("?") for name in names}
        assert all(name == fold(name) for name in names)
        assert all(
            re.fullmatch(r"[a-z\d.-]+\.[a-z]{2,}(?:/[\w-]+)?~?", domain) for domain in filter(None, domains.split("|"))
        )
    every = [domain.rstrip("~") for _, domains, _ in rows for domain in filter(None, domains.split("|"))]
    assert len(every) == len(set(every))


def test_a_host_of_many_labels_is_looked_up_by_its_end() -> None:
    assert site_at("http://" + "a." * 100_000 + "people.com.cn/") == site_at("http://people.com.cn/")
