"""The screen. Only this package imports Textual and Rich.

    app           ReaderApp: theme, keys, workers, main screen; exits once everything is written
    main_screen   list, reading pane, status line; passes keys and events on to controllers
    registration  the features, one line each
    features      one folder for each feature: commands, controller, panel
    reader        the basis of all features: Reader, the two panes, hooks
    widgets       generic widgets
    core          commands and keys, workers, themes, terminal, private APIs

A key runs a command; a feature's command is a method of its controller. A controller passes a plain callable to a
worker thread and gets the result on the screen's thread. Each read runs in a worker of its own; writes run one after
another in a single thread, and exiting waits for all of them. The main screen notifies controllers through the hooks in
`reader`; features do not import each other.
"""
