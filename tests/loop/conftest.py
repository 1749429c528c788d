"""A simulated table with Anna's profile in force, in each home."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from hal.sim.home.table import INTERPRETERS, SimTable
from tests.support.laptop import Laptop, blob


class Run(SimTable):
    """A table with its laptop, and the moves that tests make again and again."""

    laptop: Laptop

    @property
    def inv_deg(self) -> float:
        return self.world.plant.inv_deg

    def status(self) -> dict:
        return self.laptop.ask("status")

    def push(self, **changes: object) -> dict:
        answer = self.laptop.ready(blob(**changes))
        self.run(1.5)
        return answer

    def tap(self, button: str) -> None:
        self.press(button)
        self.run(0.2)
        self.release(button)

    def down_to(self, inv_deg: float) -> None:
        """Hold DOWN until the table is there, and go on holding it."""
        self.press("down")
        self.run_until(lambda: self.inv_deg >= inv_deg, 90)

    def until_upright(self, timeout_s: float = 200) -> float:
        return self.run_until(lambda: self.inv_deg < -68.9 and not self.world.contactor_closed, timeout_s)

    def until_state(self, name: str, timeout_s: float) -> None:
        end_s = self.world.now_s + timeout_s
        while self.status()["st"] != name:
            assert self.world.now_s < end_s, f"{self.status()} is not {name}"
            self.run(0.5)


@pytest.fixture
def home(request: pytest.FixtureRequest) -> str:
    """CPython, the quicker one, for a run is the same to the byte in both (test_same_in_both_homes). What is marked
    both_homes, one test of each kind that leans on the interpreter itself, has its turn on MicroPython too."""
    return getattr(request, "param", "cpython")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if metafunc.definition.get_closest_marker("both_homes"):
        metafunc.parametrize("home", INTERPRETERS, indirect=True)


@pytest.fixture
def start(home: str, tmp_path: Path) -> Iterator[Callable[..., Run]]:
    """start(**options, profile={...}): a table that is READY, unless profile is None."""
    with ExitStack() as running:

        def start(profile: dict | None = None, upright: bool = True, **options: object) -> Run:
            table = Run(home, state_dir=tmp_path, **options)
            running.enter_context(table)
            table.laptop = Laptop(table)
            table.run(3)
            table.laptop.hello()
            if upright:
                table.push(**(profile or {}))
            return table

        yield start


@pytest.fixture
def table(start: Callable[..., Run]) -> Run:
    return start()
