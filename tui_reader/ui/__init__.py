"""The screen. Only here are Textual and Rich imported.

    app           ReaderApp: theme, keys, workers, main screen; leaving once everything is written
    main_screen   the list, the reading pane, the status line; passes keys and events on to controllers
    registration  the features, one line each
    features      one folder a feature: its commands, its controller, its panel
    reader        what every feature stands on: Reader, the two panes, hooks
    widgets       generic widgets
    core          commands and keys, workers, themes, the terminal, private APIs

A key runs a command; a command of a feature is a method of its controller. The controller asks for work with a plain
callable, which runs in a thread, and is called with the result on the screen's thread. Reads run in a worker each, writes
one after the other in one thread; leaving waits for all writes. The main screen tells every controller what happens by
the hooks of `reader`; features do not know each other.
"""
