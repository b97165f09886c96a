"""Programs keep their lines in the markup of every highlighter, and lose its gutter and its buttons."""

import pytest

from tests.cleaning.test_markup import blocks

LINES = ["def due(days):", "    if days > 30:", "", "        return days - 30", "    return 0"]
WRITTEN = "\n".join(LINES)
HARD = [line.replace(" ", "\xa0").replace(">", "&gt;") for line in LINES]
SOFT = [line.replace(">", "&gt;") for line in LINES]
NUMBERS = range(1, len(LINES) + 1)


def each(form: str, lines: list[str], between: str = "") -> str:
    return between.join(form.format(n=number, line=line) for number, line in enumerate(lines, 1))


FORMS = {
    "a line feed": "<pre><code>" + "\n".join(SOFT) + "</code></pre>",
    "br": "<pre>" + "<br>".join(SOFT) + "</pre>",
    "a code each": "<pre>" + each("<code><span>{line}</span></code>", HARD) + "</pre>",
    "a code each, with a line feed": "<pre>" + each("<code>{line}\n</code>", SOFT) + "</pre>",
    "a div each": "<pre><code>" + each("<div class='line'>{line}</div>", HARD) + "</code></pre>",
    "a div each, with a line feed": "<pre><code>" + each("<div>{line}\n</div>", SOFT) + "</code></pre>",
    "a span each": "<pre>" + each("<span class='line'>{line}</span>", SOFT, "\n") + "</pre>",
    "items": "<pre><ol>" + each("<li class='L{n}'>{line}</li>", HARD) + "</ol></pre>",
    "numbers in the lines": "<pre>" + each("<span class='n'>{n}</span><span>{line}</span>\n", SOFT) + "</pre>",
    "numbers below": "<pre><code>" + "\n".join(SOFT) + "</code><ul>" + each("<li>{n}</li>", LINES) + "</ul></pre>",
    "a button inside": "<pre><div>python<span>复制代码</span></div><code>" + "\n".join(SOFT) + "</code></pre>",
    "a table with a gutter": "<table><tr><td><pre>" + each("{n}\n", LINES) + "</pre></td><td><pre>" + "\n".join(SOFT) + "</pre></td></tr></table>",
    "a table of rows": "<div class='highlight'><table>" + each("<tr><td>{n}</td><td><pre>{line}\n</pre></td></tr>", SOFT[:2] + SOFT[3:]) + "</table></div>",
    "a box of items": "<div class='blockcode'><div><ol>" + each("<li>{line}<br />", HARD[:2] + HARD[3:]) + "</ol></div><em>复制代码</em></div>",
    "a bar above a list": "<div class='dp-highlighter'><div class='bar'>view plain</div><ol>" + each("<li><span>{line}</span></li>", HARD[:2] + HARD[3:]) + "</ol></div>",
    "numbers by an attribute": "<pre><code><table>" + each("<tr><td><div data-n='{n}'></div></td><td>{line}</td></tr>", SOFT[:2] + SOFT[3:]) + "</table></code></pre>",
    "an editor": "<div class='CodeMirror'>" + each("<div><div><div>{n}</div></div><pre class='CodeMirror-line'><span>{line}</span></pre></div>", SOFT[:2] + SOFT[3:]) + "</div>",
    "a table of cells": "<table class='highlight'>" + each("<tr><td data-n='{n}'></td><td>{line}</td></tr>", SOFT[:2] + SOFT[3:]) + "</table>",
    "a label and a link": "<div class='codebox'><p>代码: <a>全选</a></p><pre><code>" + "\n".join(SOFT) + "</code></pre></div>",
    "two columns": "<div class='syntaxhighlighter'><table><tr><td>" + each("<div>{n}</div>", HARD[1:]) + "</td><td>" + each("<div>{line}</div>", HARD[:2] + HARD[3:]) + "</td></tr></table></div>",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_lines_are_kept_and_nothing_besides(form: str) -> None:
    codes = [block for block in blocks(f"<p>上文。</p>{FORMS[form]}<p>下文。</p>") if block.tag != "p"]
    assert ["code"] * len(codes) == [block.kind for block in codes]
    assert WRITTEN.replace("\n\n", "\n") == "\n".join(block.text for block in codes).replace("\n\n", "\n")


@pytest.mark.parametrize(
    "form", ["a line feed", "br", "a code each", "a div each", "a span each", "items", "a button inside"]
)
def test_blank_lines_are_kept_where_markup_tells_them(form: str) -> None:
    assert WRITTEN in [block.text for block in blocks(FORMS[form])]


@pytest.mark.parametrize("form", FORMS)
def test_a_program_is_one_block(form: str) -> None:
    assert 1 == sum(block.kind == "code" for block in blocks(FORMS[form]))


def test_numbers_of_a_program_are_no_gutter() -> None:
    assert ["1\n2\n4"] == [block.text for block in blocks("<pre><code>1\n2\n4</code></pre>")]
    assert ["10 PRINT\n20 GOTO 10"] == [block.text for block in blocks("<pre>10 PRINT\n20 GOTO 10</pre>")]


def test_a_box_with_prose_in_it_is_no_program() -> None:
    prose = "<div class='highlight'><p>江水漲了三天。</p><p>堤上的人一夜沒睡。</p></div>"
    assert [None, None] == [block.kind for block in blocks(prose)]
