"""Generic widgets.

cursor_list  a list with a cursor
panel        a list in a frame over the panes
page_view    a page, scrolled line by line
prompt_line  a prompt
prompt_bar   its place on the screen
prompt_notes  completions and faults above it
prompt_history  its earlier texts
status_line  the status line
cursor       the terminal's own cursor
strips       text → what Textual draws, sanitized
"""
