"""Judgement as data: phrases and patterns shared by several stages.

Besides those described in `tui_reader.cleaning`: the forms of dates (`date_forms`), `relative` times, `weekdays` next to dates, `numbering` of lines, `crumbs`: breadcrumbs, `markers`:
page numbers and buttons between paragraphs.
"""
