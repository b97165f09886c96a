"""What every feature stands on: the list, the reading pane, and `Reader`, through which a controller works with them.

hooks       what a controller may be asked or told; every hook does nothing by default
controller  Controller, and Feature: what is registered
context     Reader: panes, workers, prompts, changes with undo
commands    the commands of the list, the reading pane and the screen
listing     the query in force and what it lists
list_pane, rows; reading_pane, page_requests, places; selection; history; initial; clipboard
"""
