import pytest

from tui_reader.cleaning import clean
from tui_reader.cleaning.markup.scripted import account_in, published_in


@pytest.mark.parametrize(
    ("script", "moment"),
    [
        ('var ct = "1740399346";', "2025-02-24T20:15"),
        ("createTime: '2025-02-24 12:30',", "2025-02-24T12:30"),
        ('{"publishTime":1740399346000}', "2025-02-24T20:15"),
        ('"datePublished":"2025-02-24T12:30:00+08:00"', "2025-02-24T12:30:00"),
        ("var act = 1740399346", None),
        ("page.ct = 1740399346", None),
        ('var ct = "123";', None),
    ],
)
def test_the_moment_that_a_script_carries(script: str, moment: str | None) -> None:
    assert moment == published_in([script])


def test_of_a_few_moments_the_first_in_time_is_publication() -> None:
    assert "2025-02-24" == published_in(['publishTime: "2025-02-26"', 'createTime: "2025-02-24"'])


def test_a_list_of_articles_tells_of_none() -> None:
    assert published_in([f'publishTime: "2025-02-{day}"' for day in range(10, 20)]) is None


def test_the_account_that_a_script_names() -> None:
    assert "河岸慢讀" == account_in(['var nickname = "河岸慢讀";', 'var nickname = htmlDecode("河岸慢讀");'])
    assert account_in(["var nick = 3"]) is None


def test_of_several_accounts_none_is_this_one() -> None:
    assert account_in(['{nickname: "早起的人"}', '{nickname: "晚睡的人"}']) is None


PAGE = """<html><head><title>河邊的早市</title></head><body><script>var nickname = "河岸慢讀"; var ct = "1740399346";</script>
<h1>河邊的早市</h1><em id="publish_time">{shown}</em><p>{story}</p><p>{story}</p></body></html>"""
STORY = "早市在河堤下面，天還沒亮就有人來擺攤，賣的多半是自己種的菜，還有清晨才捕到的魚。"


def test_a_page_that_leaves_its_moment_to_a_script_is_dated() -> None:
    article = clean(PAGE.format(shown="昨天", story=STORY).encode()).article
    assert ("2025-02-24T20:15", "河岸慢讀") == (article.published, article.source)


def test_what_a_page_shows_is_believed_before_its_scripts() -> None:
    article = clean(PAGE.format(shown="2025-03-01 08:00", story=STORY).encode()).article
    assert "2025-03-01T08:00" == article.published
