"""The installed program on a real pseudo-terminal, from the first start to a start after a crash."""

import os
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

PROGRAM = Path(sys.executable).parent / "tui-reader"
SEEDS = Path(__file__).parents[1] / "seeds"

pytestmark = [
    pytest.mark.pty,
    pytest.mark.skipif(not PROGRAM.exists(), reason="tui-reader is not installed beside this Python"),
]


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    keep = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return keep | {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "TUI_READER_DATA_DIR": str(tmp_path / "data"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONUTF8": "1",
    }


@pytest.mark.slow
def test_bookmark_survives_a_killed_process(env: dict[str, str]) -> None:
    with Terminal([str(PROGRAM), str(SEEDS)], env) as reader:
        reader.wait_for("1/5")
        reader.settle()
        assert "★" not in reader.text()
        reader.type("b")
        reader.wait_for("★")
        reader.kill()
    with Terminal([str(PROGRAM)], env) as reader:
        assert "★" in reader.wait_for("★")
        reader.settle()
        reader.type("q")
        assert reader.exit_status() == 0


def test_script_toggle_is_shown_and_persists(env: dict[str, str]) -> None:
    with Terminal([str(PROGRAM), str(SEEDS)], env) as reader:
        reader.wait_for("華為晶片卡關")
        reader.settle()
        reader.type("t")
        screen = reader.wait_for(lambda text: "华为" in text and "華為" not in text)
        assert "简体" in screen
        reader.type("q")
        assert reader.exit_status() == 0
    with Terminal([str(PROGRAM)], env) as reader:
        reader.wait_for(lambda text: "华为" in text and "華為" not in text)


@pytest.mark.slow
def test_last_command_before_quitting_is_saved(env: dict[str, str]) -> None:
    with Terminal([str(PROGRAM), str(SEEDS)], env) as reader:
        reader.wait_for("1/5")
        reader.settle()
        reader.type("bq")
        assert reader.exit_status() == 0
    for keys in ("tq", "Bq"):
        with Terminal([str(PROGRAM)], env) as reader:
            assert "★" in reader.wait_for("★")
            reader.settle()
            reader.type(keys)
            assert reader.exit_status() == 0
    with Terminal([str(PROGRAM)], env) as reader:
        reader.wait_for(lambda text: "华为" in text and "華為" not in text)
