"""Generic widgets.

cursor_list  a list with a cursor
panel        such a list in a frame over the panes
page_view    a page, scrolled line by line
prompt_line  a line to type on
status_line  the line at the bottom
cursor       the terminal's own cursor
strips       the border to the terminal: text becomes what Textual draws
"""
