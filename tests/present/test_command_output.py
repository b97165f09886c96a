"""Output of an external command as lines of a pane."""

from __future__ import annotations

from tui_reader.present.command_output import STDERR, CommandOutput, output_lines


def test_lines_are_wrapped_by_cells_and_keep_their_breaks() -> None:
    lines = output_lines(CommandOutput("一二三四五六\n\n\tx\n", status=0, ending=""), 8)
    assert ["一二三四", "五六", "", "    x"] == [line.text for line in lines]
    assert all(line.is_plain for line in lines)


def test_error_output_and_status_follow() -> None:
    lines = output_lines(CommandOutput("out\n", "wrong\n", 2, ""), 40)
    assert [("out", True), (STDERR, False), ("wrong", False), ("Exit status 2", False)] == list(lines)


def test_endings_are_sentences() -> None:
    assert "Running …" == CommandOutput().note
    assert "No output" == CommandOutput(status=0, ending="").note
    assert "" == CommandOutput("x", status=0, ending="").note
    assert "Ended by signal 9" == CommandOutput("x", status=-9, ending="").note


def test_error_output_is_copied_only_if_it_is_all() -> None:
    assert "out" == CommandOutput("out\n", "wrong\n").copied
    assert "wrong" == CommandOutput("\n", "wrong\n").copied
