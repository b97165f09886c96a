"""The frame of the screen: commands and keys, workers, themes, the terminal. Knows no feature and no pane."""
