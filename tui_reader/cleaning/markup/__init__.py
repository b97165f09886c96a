"""Text to blocks: HTML, Markdown (`markdown`) and text dumps. `tui_reader.cleaning` describes the order."""
