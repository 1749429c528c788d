"""What README and the first tutorial have a person type at the simulated table does what they say."""

import re

import pytest

from bascule.simulator.hands import Hands
from hal.sim.home.table import SimTable
from tests.support.laptop import Laptop, blob
from tests.support.source import ROOT

PAGES = {
    "README.md": ("Then type in the first", "lets go"),
    "docs/tutorials/first-session.md": ("Now press in the first terminal", "There it stops"),
}
_READ_S = 2.5  # each page, as README says: two to three seconds
_TAP_S = 0.5


def keys_of(page):
    """The keys of a page's walk, and the seconds that it names to the limit."""
    begin, end = PAGES[page]
    text = (ROOT / page).read_text("utf-8").partition(begin)[2].partition(end)[0]
    typed = "".join(key * (6 if many else 1) for key, many in re.findall(r"`([a-z])`(,? six times)?", text))
    return typed, int(re.search(r"(\d+) seconds", text)[1])


@pytest.mark.long
@pytest.mark.parametrize("page", PAGES)
def test_the_keys_lead_to_the_limit(page, tmp_path):
    typed, seconds = keys_of(page)
    assert re.fullmatch("o{7}n{6}od+", typed)
    with SimTable("cpython", state_dir=tmp_path) as table:
        laptop = Laptop(table)
        hands = Hands(table)
        table.run(3)
        laptop.hello()
        laptop.push(blob(nothing_to_declare=False, conditions=["sciatica"]))
        for key in typed[: typed.index("d") + 1]:
            table.run(_READ_S)
            hands.key(key)
            table.run(_TAP_S)
            hands.let_go()
        table.run(seconds - 2.5)
        assert laptop.ask("status")["st"] == "INVERTING"
        table.run(5)
        now = laptop.ask("status")
        assert (now["st"], now["lim"]) == ("AT_LIMIT", 1500)
        hands.key("d")
        hands.key("u")
        table.run(2)
        assert laptop.ask("status")["st"] == "RETURNING"
