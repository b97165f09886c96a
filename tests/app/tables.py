"""Exports with addresses, made after the services' documented columns: text, tags, read, bookmarked."""

from __future__ import annotations

TABLES = {
    "Pocket": ("title,url,time_added,tags,status\n{title},{url},1709604000,港口|海運,archive\n", ("港口", "海運"), True, False),
    "Instapaper": (
        'URL,Title,Selection,Folder,Timestamp,Tags\n{url},{title},,Starred,1709604000,"[""港口"",""海運""]"\n', ("港口", "海運"), False, True,
    ),
    "Readwise": (
        "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n{title},{url},1,\"['港口', '海運']\",2024-03-05 02:00:00+00:00,1,archive,True\n",
        ("港口", "海運"), True, False,
    ),
    "Matter": (
        ("Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight Count,Last Interaction Date,File Id\n"
        "{title},林書遠,海港日報,{url},港口;海運,9,False,True,True,0,2024-03-05 02:00:00,1\n"), ("港口", "海運"), True, True,
    ),
    "bookmarks": (
        ("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p><DT><H3>港口</H3><DL><p>"
        '<DT><A HREF="{url}" ADD_DATE="1709604000" TAGS="海運">{title}</A></DL></DL>'), ("港口", "海運"), False, False,
    ),
}  # fmt: skip
