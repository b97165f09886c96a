"""Feeds: RSS, Atom, JSON Feed, and the pages of their items.

`collect` fetches feeds and then the pages of their new items in a thread of its own, several at once, and yields what it has
in the order in which it arrives:

1. A feed is fetched with the validators of its last update (`collecting`); an unchanged one costs one short answer.
2. `parsing` reads it. An item's key is its id; items that were seen before are left out.
3. An item whose own content is the whole article (`content`) becomes a document of that content, with the item's title,
   author and date. Otherwise its page is fetched: `robots` asks robots.txt, `hosts` limits requests to one host.

    collecting  `collect`: thread and tasks
    parsing     bytes → items
    content     the own content of an item: whether it is whole, and the document made of it
    robots      robots.txt of each host, kept for one update
    hosts       how many requests a host gets at once, and how often
    discovery   feeds that a page names; feed, page or OPML
    opml        lists of feeds, read and written
"""
