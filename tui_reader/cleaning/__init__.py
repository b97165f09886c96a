"""Bytes → article: title, metadata and body of a page, and why each line was kept or dropped.

A page becomes a list of blocks, whether it is HTML or a text dump; an HTML block knows its place in the page's tree. Rules
give every block a first label with a reason; a learned model, which sees each block with its neighbours and its place,
decides; the rest of the page is searched for author, date and source. `pipeline` lists the stages in order. Each stage is a
sub-package that imports only those below it. Word patterns shared by several stages are in `patterns`, which knows neither
blocks nor pages.

1. Bytes to text (package `decode`). A page in a MIME message is extracted (`mhtml`). `decoding` trusts a byte order mark,
escape sequences (`escaped`) and valid UTF-8; otherwise it chooses the encoding whose characters are the most common
(`common` lists them), whatever the page declares: declarations are often wrong. `big5` and `euc_tw` contain what Python's
codecs lack; lines of a document in two encodings are decoded separately (`mixed`). Runs of escapes left as text are decoded
(`escapes`). Binary files are rejected here. Control characters are removed (`sanitize`; `harmless` where markup spells
them as entities).

2. Text to blocks (package `markup`, `blocks`). A line of a dump is a block; hard-wrapped lines are joined (`unwrap`). A text
may be a document instead (`documents`): a `mail`, or Markdown with `front_matter`, whose `fields` become declarations.
`markdown`, recognized by its marks (`markdown_signs`), is parsed with markdown-it-py, after notations outside CommonMark
(`dialects`), Org and reStructuredText (`markup_languages`) were rewritten; `inline_markdown` reads the text of a paragraph.
Comments, directives and rows that the parser leaves out are set apart (`omitted`). For HTML, `events` receives the events
of lxml's parser: `block_elements` handles block-level elements, `inline` links, ruby, formulas and `pictures`, `skipped`
scripts and hidden words (`hiding`), `head` declarations; `naming` gives the meaning of an element's names, `collector` holds the text of the current piece. `reading` is the
result, `tree` the elements around it. `programs` finds source code in any highlighter's markup, `tables` separates data from
layout tables, `pieces` splits the rest into lines (`marks` are the markers between), `elements` defines the meaning of tags,
roles and class names, `html` combines them. Navigation, footers, sidebars and hidden text are set apart at once, unless much
of the page's prose is there and is not a copy of visible text (`copies`): some pages hide the story until a script runs.
Declarations in the head (JSON-LD, OpenGraph, meta) are read by `declared`, markup inside their values by `fragments`, values
in scripts by `scripted`. `illustrations` selects the article's images. A `Block` computes and caches what several stages
need of it (its dates, its phrase family, its content as a forum row).

3. Replies (package `comments`). `threads` decides whether the page contains replies, and separates them. Rows of one reply
each (推 nick: text) are `ptt_comments`; posts with author and time rows are `posts`, whose rows `post_headers` finds above
the text and `post_footers` below it, by the words of forum software (`forum_patterns`); answers to a question are `answers`, and the
best of them belongs to the story (`best_answers`).
If none of these matches but the page has a comment section, `sequences` reads name, time and text in either order, `alternating` name
and text alone;
replies as repeated elements, each with a name and a text, are `repeated` (`post_elements` reads them by the
words in their names, `element_names`). The post that opens a
thread is the body, however short (`opening_posts`).

4. Labels by rules (package `body`). `judge` labels each block alone: role, reason, weight (`lines` first tests a pattern on
all rows at once). Phrases come first (`phrases` lists them in families, `cues` finds them in folded text, `calls` finds
calls to follow or subscribe; only phrases of several sites are listed); then form: `captions`, links, addresses, menu rows,
`dates`, regions named by class or id; then punctuation. `runs` considers neighbours and repeated lines (`doubled`), and takes
the run with the greatest sum of weights. Weights and sizes are in `rules`.

5. Decision. The structure of an author's document is its body (`documents`). Elsewhere the model decides. `features`
describes each block in nearly word-independent numbers: length, punctuation (`characters`), links, the rules' label, the
same for neighbours (`columns`), the content of surrounding elements (`surroundings`, by `ancestors`), the distance to the
element with most of the page's sentences and to the `headline`. `model` weighs them: gradient-boosted trees, trained by
`tests.training`, stored as arrays. `stretches` takes the heaviest stretch related to the window's title, and its
continuation after a gap of menu rows or links; `leads` starts it with a dateline, `letters` adds salutation and signature,
and finds the days of a diary; `contents` finds a table of contents, `split_bylines` a byline in several rows; `container`
adds sibling paragraphs across interruptions and short lines of the element that contains it (`continuation`); in a dump the
plain lines below the headline, a list that continues (`numbering`) or has a label above (`listed`), and paragraphs below the
headlines of other articles (`interruptions`). A page of only plain lines under a headline is taken whole. If the model finds nothing, and the rules' run is prose and a large part of the page, that run is taken and marked as
uncertain. `decide` combines these, `worth` decides whether it is an article and whether that is doubtful. If it is a notice
unrelated to the headline, the text `below_headline` is taken in its place if it repeats words of it, and marked as
uncertain. `locate` turns it into labels.

6. Title, `titles`: the block that matches the headline in the window's title (`windows` separates headline and site,
`site_names` collects the names of sites, `title_text` removes labels), is marked up as heading, or is followed by a date (in a
dump `opening_line` replaces the window's title, and no row of `button_rows` is one); the window's headline if no block matches.

7. Repairs (package `repair`): injected title fragments and spam words are cut out (`injection`), endless paragraphs are split
at remaining traces (`paragraphs`), residues of other formats are removed (`residues`), mojibake (`garbled`) and repeated
paragraphs are dropped, quoted posts become quotations (`quotes`),
list items lose their bullets (`bullets`), others are found by number or label (`lists`), lines of one form become headings
(`headings`), stanzas one block each (`verse`). When blocks split or join, `new_index` maps block numbers.

8. Metadata (package `metadata`, `facts`). Each method yields weighted candidates, and `candidates` decides: a value that is
not more likely right than wrong is omitted. Methods: the `rows` near title and end, parsed by one grammar of labels, bylines
and datelines (`credits`, its `credit_forms`, `people`); text `beside` the date; elements with a time or name (`notes`); the
head; the window's title. `authors` (markup: `author_markup`; `author_weights`), `sources` (`source_weights`) and `stamps` define the weights,
`paths` finds category and URL. Names and outlets must pass the validators of `tui_reader.text`.

9. Final labels (`final_labels`): rows used as metadata, decks and captions between title and body, headlines
outside. `assemble` builds the Article, and a verdict for every block with a readable reason (`reasons`). The user's decisions
about lines are applied (`amend`).

A page without an article raises NoArticle with the reason, unless forced. Nothing here is specific to a site.
"""

from tui_reader.cleaning.pipeline import clean

__all__ = ["clean"]
