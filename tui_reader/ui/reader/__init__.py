"""What every feature stands on: the list, the reading pane, and `Reader`, through which a controller works with them.

hooks          what a controller may be asked or told; every hook does nothing by default
controller     Controller, and Feature: what is registered
context        Reader: panes, prompts, status, changes with undo
commands       the commands of the list, the reading pane and the screen
initial        the first frame, fetched before the screen starts
listing        the query in force and what it lists
list_pane      the article list
rows           its rows
reading_pane   the article
page_supply    the pages it shows: kept, made on the spot or asked for
page_requests  asking for pages, what is in view first
places         where the reader is in each article
selection      the text that is selected
history        changes that can be undone
changes        changes done, said, shown and undone
clipboard      copying
"""
