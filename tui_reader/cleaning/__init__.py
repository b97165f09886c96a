"""Bytes → article: what the story says, what stands around it, and why each line was kept or dropped.

A page becomes a list of blocks, whether it came as HTML or as a dump without tags; a block of HTML knows its place in the
page's tree. Rules give every block a first opinion with a reason; a learned model, which sees each block with its neighbours
and its place, has the last word; everything else on the page is asked who wrote it, when and where. `pipeline` lists the
stages in order, each a sub-package that imports none above it; what several of them ask of lines by words is in `patterns`,
which knows of no block and no page.

1. From bytes to text (package `decode`). A page inside a MIME message is taken out of it (`mhtml`). `decoding` believes a
byte order mark, escape sequences (`escaped`) and valid UTF-8; else it takes the encoding whose characters are the commonest
(`common` lists them), whatever the page declares: what pages declare is often wrong. `big5` and `euc_tw` hold what Python's
codecs lack; lines of a document in two encodings are decoded one by one (`mixed`). Runs of escapes that stand as text are read
(`escapes`). Files that are no text end here. What a terminal would obey is taken out (`sanitize`; `harmless` where markup
spells it as entities).

2. From text to blocks (package `markup`, `blocks`). A line of a dump is a block; lines cut at a fixed display width are
joined (`unwrap`). Of HTML, `events` takes down the block-level elements as BeautifulSoup's parser passes them, and `inline`
what stands inside a line: readings, formulas, `pictures`, words that nobody sees (`hiding`). `reading` is the outcome,
`tree` the elements around it. `programs` finds the lines of a program in any highlighter's markup, `tables` tells data from
layout, `pieces` makes lines of the rest (`marks` are the signs between), `elements` says what tags, roles and names of
classes mean, `html` puts it together. What stands in navigation, in the footer, beside the story or hidden is set apart at
once, unless much of the page's prose stands there and is no copy of what is shown (`copies`): stories hide until a script
runs. What the head declares (JSON-LD, OpenGraph, meta) is read by `declared`, what only scripts carry by `scripted`.
`illustrations` tells the article's pictures. A `Block` answers for itself what several stages ask of it (its dates, its
family of phrases, what it tells as a row about a post), once.

3. Replies (package `comments`). `threads` asks whether readers speak on this page, and sets what they say apart. Rows of one
reply each (推 nick: text) are `ptt_comments`; posts under rows of who and when are `posts`, whose rows `post_headers` finds above
the text and `post_footers` below it, by the words that boards print (`forum_patterns`); answers to a question are `answers`.
Where none of these is found but the page says that readers speak, `sequences` reads name, moment and text in either order. The
post that opens a thread is the body, however short (`opening_posts`).

4. The rules' opinion (package `body`). `judge` labels each block alone: a role, a reason, a weight (`lines` asks a pattern of
all rows at once first). Phrases come first (`phrases` lists them in families, `cues` finds them in folded text; one is listed
where several sites have it); then form: `captions`, links, addresses, rows of menu words, `dates`, a region named by its maker;
then punctuation. `runs` looks at a block among its neighbours and takes the run with the greatest sum of weights. Weights and
sizes are in `rules`.

5. The model's decision. `features` describes each block in numbers that hardly know a word: length, marks (`characters`),
links, the rules' label, the same of its neighbours (`columns`), the content of the elements around it (`surroundings`, by
`ancestors`), the way to the element that holds most of the page's sentences, and to the `headline`. `model` weighs them:
gradient-boosted trees, trained by `tests.training`, kept as arrays. `stretches` takes the stretch that weighs most and says
something of the window's title, and what goes on behind a harmless gap; `leads` begins it with a line that goes on behind its dateline; `container` adds the short lines of the element that
holds it, in a dump the plain lines between it and the headline. Where the model finds nothing, and the rules' run is prose and
a good part of the page, that is taken and marked as uncertain. `decide` puts it together, `worth` says whether it is an
article at all, and whether that is doubtful; `classify` turns it into labels (`locate`).

6. The title, `titles`: the block that is the headline of the window's title (`windows` tells headline from site), that
markup heads, that a date follows; the window's headline where no block has it.

7. Repairs of the run (package `repair`): pieces of the title and spam words scattered through sentences are cut out
(`injection`), an endless paragraph is split where it still shows its parts (`paragraphs`), spaces and signs that another
form left behind go (`residues`), lines of a wrong encoding (`garbled`) and paragraphs that stood above already are dropped,
what a post quotes is named a quotation (`quotes`). Where blocks part, `places` tells the number that each has from there on.

8. Facts about the story (package `metadata`, `facts`). Every way of finding one yields candidates with a weight, and one
place weighs them (`candidates`): a value that is not more likely right than wrong is left out. The ways: the `rows` about
title and end, read by one grammar of labels, bylines and datelines (`credits`, its `credit_forms`, `people`); what stands
`beside` the date; elements that hold a moment or a name (`notes`); what the head declares; the window's title. `authors`
(what markup says of them: `author_markup`; `author_weights`), `sources` and `stamps` tell how much each way weighs, `paths`
finds category and address. Names and outlets pass the validators of `tui_reader.text`.

9. The last word on every block, `classify` again (`settle`): rows that told a fact are metadata, lines between title
and body are standfirst or captions, headlines outside are no story. `assemble` makes the Article, and a verdict for
every block, its reason told as a person would (`reasons`). Where a person had a word on a line before, it is kept
(`amend`).

A page without an article raises NoArticle with the reason, unless the caller forces it. Nothing here knows a site.
"""

from tui_reader.cleaning.pipeline import clean

__all__ = ["clean"]
