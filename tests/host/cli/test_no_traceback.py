"""No moment shows a traceback: full devices, closed streams, readers that leave, Ctrl-C from the first line on."""

import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from tests.support.host.people_table import PeopleTable, served
from tests.support.host.persons import ANNA

COMMAND = [sys.executable, "-m", "bascule"]
SEVERAL = (
    ["--version"], ["--debug", "--version"], ["--help"], ["profile", "--help"], ["profile", "new", "-h"], ["devices"],
    ["devices", "--json"], ["profile", "explain", "--all"], ["profile", "explain", "--all", "--json"],
)  # fmt: skip


@pytest.fixture
def environment(tmp_path):
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TMPDIR": str(tmp_path)}


@pytest.fixture
def shell(environment):
    """shell(words, streams): exit code and stderr of `bascule WORDS STREAMS` as a shell starts it."""

    def run(words, streams):
        line = f'exec "$@" {streams}'
        asked = ["bash", "-c", line, "bash", *COMMAND, *words]
        ran = subprocess.run(asked, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        assert b"Traceback" not in ran.stderr + ran.stdout
        return ran.returncode, ran.stderr.decode()

    return run


@pytest.mark.parametrize("words", SEVERAL, ids=" ".join)
def test_a_full_device_is_told(shell, words):
    code, said = shell(words, ">/dev/full")
    assert (code, said) == (
        1,
        "error NOT_PRINTED: the answer could not be printed: No space left on device\n"
        "hint: Send it to where there is room.\n",
    )


@pytest.mark.long
def test_an_error_that_cannot_be_printed_keeps_its_exit_code(shell):
    code, said = shell(["status", "--json"], ">/dev/full")
    assert code == 4 and said.startswith("error NO_TABLE: ")
    assert shell(["status", "--json"], ">/dev/full 2>/dev/full") == (4, "")
    assert shell(["--debug", "status"], "2>/dev/full") == (4, "")


@pytest.mark.long
def test_facts_of_a_table_on_a_full_device(shell):
    with served(PeopleTable(ANNA)) as table:
        for words in (["profile", "list"], ["profile", "show", "--json"], ["panel"]):
            code, said = shell([*words, "-p", table.port], ">/dev/full")
            assert code == 1 and said.startswith("error NOT_PRINTED: ")


# Each set of closed streams with some of the commands: a start takes 60 ms.
CLOSED = (">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-")
WITH_CLOSED = [(CLOSED[at % 4], words) for at, words in enumerate(SEVERAL)]


@pytest.mark.parametrize(("streams", "words"), WITH_CLOSED, ids=str)
def test_a_closed_stream_takes_nothing_and_is_no_failure(shell, words, streams):
    assert shell(words, streams) == (0, "")


def test_a_closed_stream_gives_its_number_to_nothing_else(environment, tmp_path):
    """With 2 free the port would get it, and what the interpreter itself has to say would go to the table."""
    asked = """
import os, sys
import bascule.cli.main
bascule.cli.main.cli = lambda: open(sys.argv[1], "w").write(str(os.open(os.devnull, os.O_RDONLY)))
from bascule.__main__ import main
main()
"""
    line = 'exec "$@" <&- >&- 2>&-'
    words = ["bash", "-c", line, "bash", sys.executable, "-c", asked, str(tmp_path / "number")]
    assert subprocess.run(words, env=environment, check=False).returncode == 0
    assert int((tmp_path / "number").read_text()) > 2


def test_without_stdin_nobody_is_asked(shell):
    code, said = shell(["profile", "new"], "<&-")
    assert code == 2 and "error MISSING_OPTIONS" in said


@pytest.mark.parametrize("words", SEVERAL, ids=" ".join)
def test_a_reader_that_has_left_is_no_failure(environment, words):
    for stream in ("stdout", "stderr"):
        reading, writing = os.pipe()
        os.close(reading)
        streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, stream: writing}
        ran = subprocess.run([*COMMAND, *words], env=environment, check=False, **streams)
        os.close(writing)
        assert (ran.returncode, ran.stderr or b"") == (0, b"")


def test_a_failure_whose_reader_has_left_keeps_its_exit_code(environment):
    reading, writing = os.pipe()
    os.close(reading)
    words = [*COMMAND, "status", "--json"]
    ran = subprocess.run(words, env=environment, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert ran.returncode == 4 and ran.stderr.startswith(b"error NO_TABLE")


# Sends itself Ctrl-C as the module of a certain number begins to be loaded, and tells how many were when it does not.
AT_IMPORT = """
import os, signal, sys
at, seen = int(sys.argv[1]), 0
def loads(event, _):
    global seen
    if event == "import":
        seen += 1
        if seen == at:
            os.kill(os.getpid(), signal.SIGINT)
del sys.argv[1]
from bascule.__main__ import main
sys.addaudithook(loads)
try:
    main()
finally:
    print(seen)
"""


@pytest.mark.long
def test_ctrl_c_while_anything_is_loaded_is_exit_code_130(environment):
    def run(at):
        words = [sys.executable, "-c", AT_IMPORT, str(at), "status", "-p", "/dev/none"]
        ran = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
        assert "Traceback" not in ran.stderr
        return ran

    whole = run(0)
    modules = int(whole.stdout)
    assert whole.returncode == 4 and modules > 60
    for at in range(1, modules + 1, 8):
        assert run(at).returncode == 130, at


# What Python and the launcher that pip writes do before the first line of the package runs is theirs.
OURS = re.compile(r'File "[^"]*/bascule/(?!__init__|table_files)\w+')


@pytest.mark.long
def test_ctrl_c_at_any_time_shows_nothing_of_ours(environment):
    """At moments spread over what a whole run takes here and now; whichever they hit, it must be one of the three."""
    words = [*COMMAND, "status", "-p", "/dev/none"]
    began = time.monotonic()
    subprocess.run(words, env=environment, capture_output=True, check=False)
    whole_s = time.monotonic() - began
    codes = set()
    for shot in range(15):
        process = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(shot / 15 * whole_s)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
        assert not OURS.search(said.decode()), said.decode()
        codes.add(process.returncode)
    # Python's own start; ours; too late.
    assert codes <= {-signal.SIGINT, 1, 130, 4} and 130 in codes


def test_ctrl_c_that_is_ignored_stays_ignored(environment):
    """As in `bascule ... &` of a script."""
    words = [sys.executable, "-c", "import signal, sys; signal.signal(2, signal.SIG_IGN); from bascule.__main__ import "
             "main; signal.raise_signal(2); main()", "--version"]  # fmt: skip
    ran = subprocess.run(words, env=environment, capture_output=True, check=False)
    assert ran.returncode == 0


def test_ctrl_c_in_a_destructor_ends_it_without_a_word(environment):
    asked = """
import bascule.cli.main, signal, sys
class Held:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)
def cli():
    Held()
bascule.cli.main.cli = cli
from bascule.__main__ import main
main()
"""
    ran = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (130, b"")


def test_ctrl_c_after_the_command_shows_nothing(environment):
    asked = """
import atexit, signal, sys
atexit.register(lambda: signal.raise_signal(signal.SIGINT))
from bascule.__main__ import main
sys.argv = ["bascule", "devices"]
main()
"""
    ran = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (130, b"")


@pytest.mark.parametrize("number", [28, 27, 30])
def test_a_disk_without_room_is_no_defect(mocker, number):
    mocker.patch("bascule.table.ports.found", side_effect=OSError(number, "no room", "/tmp/x"))
    ran = CliRunner().invoke(cli, ["devices", "--json"])
    error = json.loads(ran.stdout)["error"]
    assert (ran.exit_code, error["code"], error["text"]) == (1, "NO_ROOM", "/tmp/x cannot be written: no room")
