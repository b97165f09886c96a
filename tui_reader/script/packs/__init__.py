"""Word packs: tables of words that a person adds, each with its name, source and licence, on or off.

    rules     conversion rules of MediaWiki (`zh-cn:…;zh-tw:…`) → rows
    lua       the rules in a conversion-group module written in Lua
    pairs     tables of two columns, such as OpenCC's dictionaries → rows
    formats   the text of any such file → entries, and the lines that cannot be used
    compiled  entries as a file that finds the rows of a text without reading the others
    packs     the packs of a folder: add, remove, switch, read

An entry is a row of the lexicon (`lexicon.parse_row`) with the number of the line it came from. Packs are read in full
once, when they are added. A conversion then asks a pack for the rows whose words may stand in its text, a few of thousands.
"""
