"""Facts about characters and names that every layer above may ask; nothing here knows a page, a script table or a file."""
