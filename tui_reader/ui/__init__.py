"""The only Textual.

    app       composition: theme, screen, and who does what is asked for
    asking    requests and answers: what all of them have in common
    writing   one thread for all writes
    jobs      what a request means: calls on the session, answered by messages
    opening   what the first frame shows
    widths    how wide this terminal draws ambiguous characters, told to Rich and Textual (probe asks the terminal)
    screens   main (list, reading pane, status line) and help
    widgets   ListPane, ReadingPane, RemovedPane, TagPanel, PromptLine, StatusLine
    messages  requests go up
    answers   come back to who asked
    commands  every key, declared once

Requests bubble from widgets to the app. Writes are done one after the other in one thread, each other request in one of
its own; answers are posted to the widget that asked. Only message handlers change what is on the screen, and an answer
to what has been asked again since is dropped by the ticket it carries. Leaving waits for all writes.
"""
