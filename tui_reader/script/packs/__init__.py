"""Word packs: tables that the user installs, each with name, source and licence; can be switched on and off.

    rules     MediaWiki conversion rules (`zh-cn:…;zh-tw:…`) → rows
    lua       rules in MediaWiki conversion-group modules written in Lua
    pairs     two-column tables such as OpenCC's dictionaries → rows
    formats   text of any such file → entries and unusable lines
    compiled  index that returns the rows of a text without reading the others
    packs     packs of a folder: add, remove, switch, read

An entry is a lexicon row (`lexicon.parse_row`) with its source line number. Packs are parsed in full once, when added.
A conversion reads only the rows whose words may occur in its text, a few out of thousands.
"""
