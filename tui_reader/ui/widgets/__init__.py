"""The pieces of a screen. Content is drawn line by line; nothing here reads files or the library."""
