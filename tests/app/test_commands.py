"""External commands: input, output, and every way in which one can end."""

from __future__ import annotations

import shlex
import sys
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from tui_reader.app.commands import OUTPUT_BYTES, Call, arguments_of, run_command
from tui_reader.errors import CommandError

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.present.command_output import CommandOutput


def python(code: str) -> str:
    return shlex.join((sys.executable, "-c", code))


def last(line: str, text: str = "", seconds: int = 20, **variables: str) -> CommandOutput:
    *_, output = run_command(Call(line, text, variables, seconds), lambda: False)
    return output


def test_the_text_is_standard_input_in_utf_8() -> None:
    output = last(
        python("import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1][::-1])"), "银行 $(id) '\n；"
    )
    assert ("银行 $(id) '\n；", "", 0, "") == (output.text, output.errors, output.status, output.ending)


def test_no_shell_sees_the_command_unless_asked_for(tmp_path: Path) -> None:
    output = last(python("import sys; print(sys.argv[1:])") + f" '$HOME' ';' touch {tmp_path / 'made'}")
    assert f"['$HOME', ';', 'touch', '{tmp_path / 'made'}']\n" == output.text
    assert [] == list(tmp_path.iterdir())
    assert "3\n" == last("sh -c 'echo $((1 + 2))'").text


def test_variables_are_added_to_the_environment() -> None:
    output = last(python("import os; print(os.environ['TITLE'], 'PATH' in os.environ)"), TITLE="`id`")
    assert "`id` True\n" == output.text


def test_standard_error_and_exit_status_are_kept() -> None:
    output = last(python("import sys; print('out'); sys.exit('wrong')"))
    assert ("out\n", "wrong\n", 1) == (output.text, output.errors, output.status)


def test_output_cannot_control_the_terminal() -> None:
    output = last(python(r"print('\x1b[31mred\x1b]0;title\x07\x9b2J\u202ethe end'); import sys; sys.stdout.flush()"))
    assert "redthe end\n" == output.text


def test_bytes_that_are_no_utf_8_are_replaced() -> None:
    assert "a\ufffdb" == last(python("import sys; sys.stdout.buffer.write(b'a\\xffb')")).text


def test_a_program_need_not_read_its_input() -> None:
    assert "done\n" == last(python("print('done')"), "字" * 500_000).text


@pytest.mark.parametrize(
    ("line", "words"),
    [("no-such-program-here -x", "no-such-program-here: no such command"), ("say 'x", "no closing quotation"), (" ", "no command")],
)  # fmt: skip
def test_a_command_that_cannot_start_is_a_sentence(line: str, words: str) -> None:
    with pytest.raises(CommandError, match=words):
        last(line)


def test_a_folder_is_no_command(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be started"):
        last(shlex.quote(str(tmp_path)))


def test_arguments_are_split_as_in_a_shell() -> None:
    assert ["a", "b c", "$d", "*"] == arguments_of("a 'b c' $d \"*\"")


def test_output_comes_while_the_command_runs() -> None:
    outputs = run_command(Call(python("print(1, flush=True); import time; time.sleep(60)"), "", {}, 90), lambda: False)
    assert "1\n" == next(output.text for output in outputs if output.text)
    began = monotonic()
    outputs.close()  # type: ignore[attr-defined]
    assert monotonic() - began < 10


def test_a_cancelled_command_ends_with_its_children() -> None:
    line = "sh -c 'echo started; sleep 60 & sleep 60'"
    seen: list[CommandOutput] = []
    seen.extend(run_command(Call(line, "", {}, 90), lambda: any(each.text for each in seen)))
    output = seen[-1]
    assert ("started\n", None, "Cancelled") == (output.text, output.status, output.note)


def test_a_slow_command_is_stopped() -> None:
    output = last(python("import time; print('so far', flush=True); time.sleep(60)"), seconds=1)
    assert ("so far\n", "late", "Stopped after 1 seconds") == (output.text, output.ending, output.note)


def test_endless_output_is_cut() -> None:
    output = last(python("while True: print('x' * 99)"))
    assert (OUTPUT_BYTES, "cut") == (len(output.text), output.ending)
    assert "only the first 200,000 bytes" in output.note


def test_a_process_left_behind_is_not_waited_for() -> None:
    began = monotonic()
    assert "here\n" == last("sh -c 'echo here; sleep 5 &'").text
    assert monotonic() - began < 4
