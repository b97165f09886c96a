"""Third-party table formats parsed to rows: MediaWiki conversion groups, OpenCC dictionaries, the lexicon's own format."""

from __future__ import annotations

import json

import pytest

from tui_reader.script.packs.formats import parse
from tui_reader.script.packs.pairs import columns_named
from tui_reader.script.packs.rules import Rule, entries_of

LUA = """\
local Item = require('Module:CGroup/core').Item
return {
name = 'Games',
description = 'zh-cn:甲;zh-tw:乙;',
content = {
{ type = 'text', text = [=[
-{zh-cn:子;zh-tw:丑}-
]=] },
{ type = 'item', original = 'sword', rule = 'zh-cn:长剑术;' .. "zh-tw:\\u{528d}術", },
Item('shield', [[zh-cn:大盾牌; zh-tw:巨盾牌; zh-hk:護盾牌;]]),
broken = = 1,
-- Item('bow', 'zh-cn:短弓;zh-tw:小弓;'),
Item('ax', 'zh-cn:战斧头;zh-tw:<b>斧</b>;'),
Item('spear', 'zh-cn:长矛头;zh-tw:標槍頭;', 'what zh-tw:x is'),
{ ['type'] = 'item', ['description'] = 'zh-cn:甲;zh-tw:乙', ['rule'] = 'H|zh-cn:皮靴子;zh-tw:長靴子' },
'-{H|zh-cn:铁头盔;zh-tw:鋼頭盔}-',
},
}
"""


def texts(text: str, name: str = "table", columns: str | None = None) -> list[tuple[int, str]]:
    found = parse(text, name, columns_named(columns) if columns else None)
    return [(entry.line, entry.text) for entry in found.entries]


def cells(rule: str) -> list[str]:
    return [entry.text for entry in entries_of(Rule(1, rule))]


def test_lua_module_yields_rules_and_syntax_errors() -> None:
    found = parse(LUA, "Games.lua")
    assert ("Lua", "Games") == (found.form, found.metadata["name"])
    assert [
        (9, "长剑术\t劍術\t劍術\t"),
        (10, "大盾牌\t巨盾牌\t護盾牌\t"),
        (14, "长矛头\t標槍頭\t標槍頭\t"),
        (15, "皮靴子\t長靴子\t長靴子\t"),
        (16, "铁头盔\t鋼頭盔\t鋼頭盔\t"),
    ] == [(entry.line, entry.text) for entry in found.entries]
    assert [(11, "Lua syntax error"), (13, "a form contains '<': <b>斧</b>")] == [tuple(one) for one in found.problems]


def test_json_module_yields_rules_with_line_numbers() -> None:
    items = [{"type": "item", "original": str(n), "rule": f"zh-cn:长剑{n};zh-tw:寶劍{n}"} for n in range(3)]
    items.insert(1, {"type": "text", "text": "-{zh-cn:子;zh-tw:丑}-"})
    text = json.dumps({"name": "Games", "content": items}, indent=1)
    assert [(7, "长剑0\t寶劍0\t寶劍0\t"), (16, "长剑1\t寶劍1\t寶劍1\t"), (21, "长剑2\t寶劍2\t寶劍2\t")] == texts(text)
    assert "Games" == parse(text, "x").metadata["name"]


def test_json_with_one_string_per_group_is_parsed() -> None:
    assert [(2, "长剑\t寶劍\t寶劍\t"), (3, "长矛\t標槍\t標槍\t")] == texts(
        '{"data": {\n"甲": "-{H|zh-cn:长剑;zh-tw:寶劍}-",\n"乙": "-{H|zh-cn:长矛;zh-tw:標槍}-"}}'
    )


def test_wikitext_yields_only_rules_for_text() -> None:
    text = (
        "长剑 -{zh-cn:长剑;zh-tw:寶劍;zh-hk:大劍}- 与 -{A|zh-cn:长矛;zh-tw:標槍}-\n-{T|zh-cn:题;zh-tw:題}- -{长弓}-\n"
        "{{CItem|zh-cn:短刀;zh-tw:匕首|original=dagger}}\nzh-cn:皮靴;zh-tw:長靴\n"
    )
    assert [
        (1, "长剑\t寶劍\t大劍\t"), (1, "长矛\t標槍\t標槍\t"), (3, "短刀\t匕首\t匕首\t"), (4, "皮靴\t長靴\t長靴\t"),
    ] == texts(text)  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("zh-hans:长剑;zh-hant:寶劍", ["长剑\t寶劍\t寶劍\t"]),
        ("zh-cn:长剑;zh-hk:大劍", ["长剑\t大劍\t大劍\t"]),
        ("zh-sg:长刀;zh-cn:长剑;zh-tw:寶劍;zh-mo:大劍", ["长剑|长刀*\t寶劍\t大劍\t"]),
        ("zh-cn:長劍;zh-tw:寶劍&amp;盾", ["长剑\t寶劍&盾\t寶劍&盾\t"]),
        ("長劍=>zh-tw:寶劍", ["长剑\t>寶劍\t長劍\tto:tw"]),
        ("寶劍=>zh-cn:长剑;", [">长剑\t寶劍\t寶劍\tto:cn"]),
    ],
)
def test_variant_fallbacks_follow_mediawiki(rule: str, expected: list[str]) -> None:
    assert expected == cells(rule)


@pytest.mark.parametrize("rule", ["zh-cn:长剑", "长剑", "zh-cn:a|b;zh-tw:c", "=>zh-tw:寶劍"])
def test_rule_without_equivalent_row_is_rejected(rule: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        list(entries_of(Rule(1, rule)))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "STPhrases.txt",
            "长剑鸣\t長劍鳴 長劍明\n一只手\t一隻手\n",
            ["长剑鸣\t長劍鳴\t長劍鳴\t", "一只手\t一隻手\t一隻手\t"],
        ),
        ("TWPhrases.txt", "長劍\t寶劍\n", ["长剑\t寶劍\t\tto:tw"]),
        ("TWPhrasesRev.txt", "寶劍術\t長劍法\n", ["长剑法\t寶劍術\t\tto:cn,tw"]),
        ("HKPhrases.txt", "長劍\t大劍\n", ["长剑\t\t大劍\tto:hk"]),
        ("mine.txt", "寶劍術\t长剑法\n", ["长剑法\t寶劍術\t寶劍術\t"]),
        ("mine.txt", "长剑\t寶劍術\n长刀\t寶劍術\n", ["长剑\t寶劍術\t\tto:tw", "长刀\t寶劍術\t\tto:tw"]),
    ],
)
def test_regions_of_columns_are_detected_by_file_name_or_script(name: str, text: str, expected: list[str]) -> None:
    assert expected == [row for _line, row in texts(text, name)]


def test_regions_of_columns_can_be_given() -> None:
    assert [(1, "\t大劍法\t寶劍術\tto:tw,hk")] == texts("寶劍術\t大劍法\n", columns="hk,tw")
    for wrong in ("cn", "cn,cn", "cn,jp", "cn,tw,hk"):
        with pytest.raises(ValueError, match="column"):
            columns_named(wrong)


def test_own_format_keeps_rows_and_metadata() -> None:
    found = parse("# name: 刀剑\n# Licence: CC0\ncn\ttw\thk\tguard\n长剑\t寶劍\t大劍\tnear:战\n", "x.tsv")
    assert ("table", {"name": "刀剑", "licence": "CC0"}) == (found.form, found.metadata)
    assert [(4, "长剑\t寶劍\t大劍\tnear:战")] == [tuple(entry) for entry in found.entries]


def test_line_that_is_not_a_pair_is_reported() -> None:
    assert [(2, "not two tab-separated columns")] == [
        tuple(one) for one in parse("长剑\t寶劍\n长矛\n", "mine.txt").problems
    ]


def test_deeply_nested_rules_and_long_concatenations_are_parsed() -> None:
    depth = 300
    assert [(1, "长剑\t寶劍\t寶劍\t")] == texts("[" * depth + '"zh-cn:长剑;zh-tw:寶劍"' + "]" * depth)
    parts = " .. ".join(["'zh-cn:长剑;'", *["'zh-tw:寶劍;'"] * 3000])
    assert [(1, "长剑\t寶劍\t寶劍\t")] == texts(f"return {{ {{ type = 'item', rule = {parts} }} }}")


def test_only_concatenated_strings_are_joined() -> None:
    assert [] == texts("return { { type = 'item', rule = 'zh-cn:长剑;' == 'zh-tw:寶劍;' } }")


def test_too_deeply_nested_json_is_rejected() -> None:
    with pytest.raises(ValueError, match="nested too deeply"):
        parse("[" * 100_000, "x.json")


@pytest.mark.parametrize("text", ["只是一段话。", '{ "name": ', "", "\n\t\n", "#\ta\n# b\n"])
def test_text_that_is_not_a_table_is_rejected_with_a_reason(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a table|JSON"):
        parse(text, "x")
