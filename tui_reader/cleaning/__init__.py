"""Bytes → article: what the story says, what stands around it, and why each line was kept or dropped.

Who knows jusText will find its two passes here, blocks first by themselves and then among their neighbours; who knows
trafilatura or Readability will miss the scoring of a tree. There is no tree. A page becomes a list of blocks, whether
it came as HTML or as a dump without tags; one classifier gives every block a label with a reason; the labels'
weights, in characters of prose, say where the story stands; everything else on the page is asked who wrote it, when
and where.

1. From bytes to text (package `decode`). A page inside a MIME message is taken out of it (`mhtml`). `decoding` believes a
byte order mark, escape sequences (`escaped`) and valid UTF-8; else it takes the encoding whose characters are the commonest
(`common` lists them), whatever the page declares: what pages declare is often wrong. `big5` and `euc_tw` hold what Python's
codecs lack; lines of a document in two encodings are decoded one by one (`mixed`). Runs of escapes that stand as text are read
(`escapes`). Files that are no text end here. What a terminal would obey is taken out (`sanitise`; `harmless` where markup
spells it as entities).

2. From text to blocks (package `markup`, `blocks`). A line of a dump is a block; lines cut at a fixed display width are joined
(`unwrap`). Of HTML, `events` takes down the block-level elements as BeautifulSoup's parser passes them, and `inline` what stands
inside a line: readings, formulas, `pictures`, words that nobody sees (`hiding`). `reading` is the outcome, `tree` the elements
around it. `programs` finds the lines of a program in any highlighter's markup, `tables` tells data from layout, `pieces` makes
lines of the rest (`marks` are the signs between), `elements` says what tags, roles and names of classes mean, `html` puts it
together. What stands in navigation, in the footer, beside the story or hidden is set apart at once, unless much of the page's
prose stands there and is no copy of what is shown (`copies`): stories hide until a script runs. What the head declares (JSON-LD,
OpenGraph, meta) is read by `declared`, what only scripts carry by `scripted`. `illustrations` tells the article's pictures.

3. Replies (package `comments`). `threads` asks whether readers speak on this page, and sets what they say apart. Rows of one
reply each (推 nick: text) are `ptt_comments`; posts under rows of who and when are `posts`, whose rows `post_headers` finds above
the text and `post_footers` below it, by the words that boards print (`forum_patterns`); answers to a question are `answers`.
Where none of these is found but the page says that readers speak, `sequences` reads name, moment and text in either order. The
post that opens a thread is the body, however short (`opening_posts`).

4. First pass, `judge`: each block alone gets a label: a role, a reason, a weight (`lines` asks a pattern of all rows
at once first). Phrases come first (`phrases` lists them in families such as legal notes, promotion or pointers to
other articles; `cues` finds them in folded text). Then form: `captions`, links, addresses, rows of menu words,
`dates`, a region named by its maker. Then punctuation: a full stop makes prose, a long line with commas nearly so; a
short line without any mark weighs against. Some families part the page: a soft stop weighs as much as two paragraphs,
over a hard one no story goes on. Weights and sizes are in `rules`.

5. Second pass, `runs`: a block among its neighbours (a line twice, a caption over its credit, the line under a
picture); then the best run: the stretch with the greatest sum of weights. An earlier run of half that weight is
preferred, for what is appended below a story may be longer than the story. `classify` holds both passes together
(`locate`).

6. The title, `titles`: the block that is the headline of the window's title (`windows` tells headline from site), that
markup heads, that a date follows; the window's headline where no block has it.

7. Repairs of the run, `repair`: pieces of the title and spam words scattered through sentences are cut out
(`injection`), an endless paragraph is split where it still shows its parts (`paragraphs`), spaces and signs that
another form left behind go (`residues`), lines of a wrong encoding (`garbled`) and paragraphs that stood above
already are dropped, what a post quotes is named a quotation (`quotes`).

8. Facts about the story, `facts`. Every way of finding one yields candidates with a weight, and one place weighs them
(`candidates`): a value that is not more likely right than wrong is left out. The ways: the `rows` about title and end, read by
one grammar of labels, bylines and datelines (`credits`, `people`); what stands `beside` the date; elements that hold a moment
or a name (`notes`); what the head declares; the window's title. `authors`, `sources` and `stamps` hold the weights, `paths`
finds category and address. Names and outlets pass the validators of `tui_reader.text`.

9. The last word on every block, `classify` again (`settle`): rows that told a fact are metadata, lines between title
and body are standfirst or captions, headlines outside are no story. `assemble` makes the Article, and a verdict for
every block, its reason told as a person would (`reasons`). Where a person had a word on a line before, it is kept
(`amend`).

A page on which no run holds ENOUGH_BODY characters of sentences has no article, and says so. Nothing here knows a
site.
"""

from tui_reader.cleaning.pipeline import clean

__all__ = ["clean"]
