"""Lights over lines: parts of spans, by offsets into the text as shown."""

from tui_reader.present.decorations import Decoration, lit, merged
from tui_reader.present.lines import Layout
from tui_reader.present.page import Page, page_of
from tui_reader.present.pieces import Piece


def page(text: str, measure: int = 40, look: str = "paragraph") -> Page:
    return page_of(1, (Piece(look, text, 0),), measure, layout=Layout(indent=True))  # type: ignore[arg-type]


def parts(of: Page, number: int, *lights: Decoration) -> list[tuple[str, tuple[str, ...]]]:
    line = of.line(number)
    assert line is not None
    return [(span.text, span.lights) for span in lit(line, lights)]


def test_a_part_of_a_line_is_lit() -> None:
    assert [("　　甲", ()), ("乙丙", ("hit",)), ("丁", ())] == parts(page("甲乙丙丁"), 0, Decoration(1, 3, "hit"))


def test_a_light_goes_on_over_line_ends_and_spares_the_indent() -> None:
    text = "春夏秋冬" * 8
    of = page(text, 40)
    light = Decoration(0, len(text), "chosen")
    assert [("　　", ()), (text[:18], ("chosen",))] == parts(of, 0, light)
    assert [(text[18:], ("chosen",))] == parts(of, 1, light)


def test_lights_upon_each_other_keep_their_order() -> None:
    lights = (Decoration(0, 2, "hit"), Decoration(1, 3, "marked"))
    assert [("　　", ()), ("甲", ("hit",)), ("乙", ("hit", "marked")), ("丙", ("marked",)), ("丁", ())] == parts(
        page("甲乙丙丁"), 0, *lights
    )


def test_what_leads_a_line_is_not_its_text() -> None:
    assert [("▎ ", ()), ("甲", ("hit",)), ("乙", ())] == parts(page("甲乙", look="quote"), 0, Decoration(0, 1, "hit"))


def test_lights_elsewhere_leave_a_line_as_it_is() -> None:
    of = page("春夏秋冬" * 8, 40)
    assert [("　　" + "春夏秋冬" * 4 + "春夏", ())] == parts(of, 0, Decoration(20, 22, "hit"))


def test_layers_lie_in_order() -> None:
    low, high = Decoration(0, 1, "marked"), Decoration(0, 1, "hit")
    assert {3: (low, high), 4: (high,)} == merged({"marks": {3: (low,)}, "find": {3: (high,), 4: (high,)}})
