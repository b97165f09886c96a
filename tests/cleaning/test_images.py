"""The addresses of an article's pictures, in reading order."""

import pytest

from tests.cleaning.test_inline import STORY
from tui_reader.cleaning import clean
from tui_reader.cleaning.markup.pictures import address_of


def images(markup: str, head: str = "") -> tuple[str, ...]:
    first, second = STORY.split("</p><p>", 1)
    page = f"<html><head>{head}</head><body><nav><img src='/nav.png'></nav><div class='post'>{first}</p>{markup}<p>{second}</div></body></html>"
    return clean(page.encode()).article.images


def test_pictures_between_paragraphs_in_order() -> None:
    markup = "<img src='https://example.org/1.jpg'><p><img data-src='https://example.org/2.jpg' src='data:image/gif;base64,R0'></p>"
    assert ("https://example.org/1.jpg", "https://example.org/2.jpg") == images(markup)


def test_addresses_are_resolved_against_the_page() -> None:
    head = "<link rel='canonical' href='https://example.org/a/b.html'>"
    assert ("https://example.org/a/1.jpg", "https://cdn.example.org/2.jpg") == images(
        "<img src='1.jpg'><img src='//cdn.example.org/2.jpg'>", head
    )
    assert ("https://example.org/files/1.jpg",) == images("<img src='1.jpg'>", head + "<base href='/files/'>")


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"data-original": "a.jpg", "src": "blank.gif"}, "a.jpg"),
        ({"src": "/images/loading.gif"}, None),
        ({"src": "data:image/png;base64,AA"}, None),
        ({"srcset": "s.jpg 480w, l.jpg 1200w"}, "l.jpg"),
        ({"src": "a.jpg", "width": "16"}, None),
        ({"src": "a.jpg", "class": "avatar"}, None),
        ({"file": "big.jpg", "src": "none.gif"}, "big.jpg"),
    ],
)
def test_the_address_of_one_picture(attributes: dict[str, str], expected: str | None) -> None:
    assert expected == address_of(attributes)


@pytest.mark.parametrize(
    "attributes",
    [
        {"src": "/blank.gif", "data-somewhere": "/a.jpg?w=800"},
        {"src": "none.gif", "zoomfile": "/a.jpg?w=800"},
        {"src": "/a_s.jpg", "data-thumb": "/a_s.jpg", "data-big-src": "/a.jpg?w=800"},
        {"data-id": "12.3", "data-title": "a.jpg b", "src": "/a.jpg?w=800"},
    ],
)
def test_the_address_that_a_script_loads(attributes: dict[str, str]) -> None:
    assert address_of(attributes) == "/a.jpg?w=800"


def test_a_picture_beside_the_story_is_not_the_articles() -> None:
    assert ("https://example.org/1.jpg",) == images(
        "<img src='https://example.org/1.jpg'><div class='share'><img src='https://example.org/qr.png'></div>"
    )


def test_a_picture_and_its_fallback_are_one() -> None:
    late = "<img data-actualsrc='https://example.org/1.jpg' src='data:image/svg+xml,x'>"
    fallback = "<noscript><img src='https://example.org/1_small.jpg'></noscript>"
    assert (
        ("https://example.org/1.jpg",)
        == images(f"<figure>{fallback}{late}</figure>")
        == images(f"<p>{late}{fallback}</p>")
    )
    assert ("https://example.org/1_small.jpg",) == images(f"<p><img src='data:image/gif;base64,R0'>{fallback}</p>")
