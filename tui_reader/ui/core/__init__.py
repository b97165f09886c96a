"""The frame of the screen: commands and keys, workers, themes, the terminal. Knows no feature and no pane.

commands    Command, Context, Keys: bindings, hints, help, palette from one row a command
keys        names of keys, and what an input method sends in their place
remapping   the `[keys]` of config.toml
configured  an app by a person's settings
themes      the reader's own themes
workers     reads in workers, writes in one thread; the latest request
preloader   tables read ahead
widths      how wide the terminal draws ambiguous characters
probe       asking the terminal for that
picture     screenshots with Chinese characters in their cells
compat      private APIs of Textual and Rich
"""
