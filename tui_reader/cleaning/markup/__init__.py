"""Text to blocks: HTML and text dumps."""
