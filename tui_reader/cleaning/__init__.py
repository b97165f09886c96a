"""Bytes → article: what the story says, what stands around it, and why each line was kept or dropped.

A page becomes a list of blocks, whether it came as HTML or as a dump without tags; a block of HTML knows its place in the
page's tree. Rules give every block a first opinion with a reason; a learned model, which sees each block with its neighbours
and its place, has the last word; everything else on the page is asked who wrote it, when and where. `pipeline` lists the
stages in order, each of which is a sub-package:

1. `decode`: bytes to text. A byte order mark and valid UTF-8 are believed; else the encoding whose characters are the
commonest, whatever the page declares. Files that are no text end here.

2. `markup`: text to blocks. A line of a dump is a block; lines cut at a fixed display width are joined. HTML is taken down
while the parser passes: pieces of text with their tag, their links and the element that holds them (`markup.tree`). What
stands in navigation, in the footer, beside the story or hidden is set apart at once, unless much of the prose stands there.

3. `patterns`: what is asked of lines by words: families of cue phrases, dates, rows of forums. A phrase is listed where
several sites have it.

4. `comments`: replies of a thread, rows of one reply each, answers to a question; set apart from the story.

5. `body`: where the story stands. `judge` labels each block alone, `runs` looks at neighbours and finds the rules' own run.
`features` describes each block in numbers that hardly know a word: length, marks, links, what kind of line the rules see,
the same of its neighbours, the content of the elements around it (`ancestors`), the way to the element that holds most of the
page's sentences, and to the headline. `model` weighs them: gradient-boosted trees, trained by `tests.training`, kept as
arrays. `stretches` takes the stretch that weighs most and says something of the window's title, and what goes on behind a
harmless gap; `container` adds the short lines of the element that holds it. `decide` puts it together, `worth` says whether
the page holds an article at all, and whether that is doubtful. `classify` (`locate`, `settle`) turns it into labels.

6. `repair`: injected words and pieces of the title cut out, endless paragraphs split, residues of other forms removed,
mojibake and second copies set aside.

7. `metadata`: title, author, source and date by evidence from the rows around title and end, from what the page declares and
from its scripts.

8. `assemble` makes the Article, and a verdict for every block with a reason (`reasons`). Where a person has decided on a line
before, that decision holds (`amend`).

A page without an article raises NoArticle with the reason, unless the caller forces it. Nothing here knows a site.
"""

from tui_reader.cleaning.pipeline import clean

__all__ = ["clean"]
