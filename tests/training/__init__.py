"""Trains the models of `tui_reader/cleaning/body`: `python -m tests.training --corpus FOLDER [--wcxb FOLDER]`."""
