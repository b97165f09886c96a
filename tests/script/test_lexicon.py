import pytest

from tui_reader.script.guards import Region
from tui_reader.script.lexicon import files, read, rows
from tui_reader.script.spelling import characters

REGIONS: tuple[Region, ...] = ("cn", "tw", "hk")


@pytest.mark.parametrize("name", [file.stem for file in files()])
def test_every_lexicon_line_parses(name: str) -> None:
    (file,) = [file for file in files() if file.stem == name]
    assert () == read(file.read_text(encoding="utf-8"), file.stem).problems


def test_every_lexicon_table_has_enough_rows() -> None:
    assert len(rows()) > 3000
    assert {"people", "places", "companies", "technology", "institutions", "culture", "senses"} <= {
        r.file for r in rows()
    }


def test_no_mainland_form_is_traditional() -> None:
    """Except a chip's name, 著 read zhù, and places of Hong Kong that mainland fonts have no form for."""
    only_traditional = characters("cn").keys() - set("乾於昇鱲輋著")
    wrong = {form for row in rows() for form in row.known("cn") if not only_traditional.isdisjoint(form)}
    assert set() == wrong


def test_every_guard_compiles() -> None:
    assert all(row.guard.tests for row in rows() if row.guard)


def test_a_row_in_all_its_forms() -> None:
    (row,) = read("cn\ttw\thk\tguard\n扎克伯格\t祖克柏|祖克伯\t>朱克伯格|朱伯格*\t!after:小\n", "people").rows
    assert ("祖克柏", "祖克伯") == row.known("tw")
    assert "祖克柏" == row.written("tw")
    assert ("朱伯格",) == row.known("hk")
    assert "朱克伯格" == row.written("hk")
    assert {"朱伯格"} == row.passive
    assert "people:2 扎克伯格 / 祖克柏 / 朱克伯格 [!after:小]" == str(row)


def test_comments_headers_and_blank_lines_are_skipped() -> None:
    assert ((), ()) == read("# x\n\ncn\ttw\thk\tguard\r\n  \n", "x")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("只有一列", "columns"),
        ("a\tb\tc\td\te", "columns"),
        ("\t\t\tafter:x", "no region"),
        ("a\tb|\tc", "empty form"),
        ("a\tb\tc\tafter", "no value"),
    ],
)
def test_invalid_line_is_reported_and_other_rows_kept(line: str, reason: str) -> None:
    table = read(f"甲\t乙\n{line}\n丙\t丁\n", "glossary")
    assert [("甲"), ("丙")] == [row.written("cn") for row in table.rows]
    assert [2] == [problem.line for problem in table.problems]
    assert reason in table.problems[0].reason
