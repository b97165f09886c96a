"""Basis of all features: list, reading pane, and `Reader`, through which controllers work with them.

hooks          what a controller may be asked or notified of; every hook does nothing by default
controller     Controller, and Feature: what is registered
context        Reader: panes, prompts, status, changes with undo
notices        what an empty list says
commands       commands of the list, the reading pane and the screen
initial        content of the first frame, fetched before the screen starts
listing        the current query and its result
list_pane      the article list
list_entries   the lines of an article in it
list_selection selected articles
list_data      data of the articles in view: rows, progress, excerpts
rows           their rows
progress       how far listed articles were read
excerpts       text around the words of the query, under them
reading_pane   the article
page_supply    its pages: cached, typeset immediately, or requested
page_requests  requests for pages, visible pieces first
places         reading positions
selection      the selected text
changes        writes that can be undone
import_progress  what an import or an update of feeds has done so far
history        the latest changes
clipboard      copying
language       switches the language of the interface
"""
