"""The only Textual.

    app       composition: theme, screen, and a thread worker for each request
    jobs      what a request means: calls on the session, answered by messages
    opening   what the first frame shows
    screens   main (list, reading pane, status line) and help
    widgets   ListPane, ReadingPane, RemovedPane, TagPanel, PromptLine, StatusLine
    messages  requests go up, answers come back to who asked
    commands  every key, declared once

Requests bubble from widgets to the app, which starts a worker; the worker posts answers to the widget that asked. Only
message handlers change what is on the screen, and an answer that is no longer wanted is dropped by the id it carries.
"""
