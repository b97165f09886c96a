"""Basis of the screen: commands and keys, workers, themes, the terminal. Independent of features and panes.

commands    Command, Context, Keys: bindings, hints, help and palette from one declaration for each command
keys        key names, and what input methods send instead
remapping   `[keys]` of config.toml
configured  App base class that applies the configuration
themes      the reader's own themes
workers     reads in workers, writes in one thread; LatestRequest
preloader   loads tables in the background
widths      whether ambiguous characters are one or two cells wide
probe       asks the terminal for that
picture     screenshots with Chinese characters in their cells
sparing_screen  a screen that seldom computes all styles
compat      private APIs of Textual and Rich
"""
