"""Articles of these tests."""

from tui_reader.model import Article, Passage, Script


def an_article(
    title: str | None, *body: str, script: Script = "hans", source: str | None = None, category: str | None = None
) -> Article:
    """An article of these paragraphs."""
    passages = tuple(Passage("paragraph", text) for text in body)
    return Article(title, passages, script, "utf-8", source=source, category=category)
