import pytest

from tui_reader.cleaning.scripted import account_in, published_in


@pytest.mark.parametrize(
    ("script", "moment"),
    [
        ('var ct = "1740399346";', "2025-02-24T20:15"),
        ("createTime: '2025-02-24 12:30',", "2025-02-24T12:30"),
        ('{"publishTime":1740399346000}', "2025-02-24T20:15"),
        ('"datePublished":"2025-02-24T12:30:00+08:00"', "2025-02-24T12:30:00"),
        ("var act = 1740399346", None),
        ('var ct = "123";', None),
    ],
)
def test_the_moment_that_a_script_carries(script: str, moment: str | None) -> None:
    assert moment == published_in(script)


def test_the_account_that_a_script_names() -> None:
    assert account_in('var nickname = "河岸慢讀";') == "河岸慢讀"
    assert account_in("var nick = 3") is None
