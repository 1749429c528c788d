"""One session of pytest as this tool needs it: silent, in a given order, ended by the first failure."""

import contextlib
import io
import signal
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

Order = Callable[[list[pytest.Item]], list[pytest.Item]]

# No cache, no report, no other process, nothing that only makes a failure nicer to read.
_OFF = ("cacheprovider", "terminalreporter", "unraisableexception", "xdist")
_OPTIONS = ["--capture=no", "--assert=plain", *(word for name in _OFF for word in ("-p", f"no:{name}"))]
# What a session would load is loaded here, once, before any fork.
_OPTIONS += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
for _plugin in entry_points(group="pytest11"):
    _plugin.load()


def run(root: Path, paths: list[Path], plugin: "Turn") -> None:
    """Load the tests at paths, of the project at root, and let the plugin run them. Raises what the plugin raises.

    A conftest that does not load is a failure like that of a file of tests.
    """
    silence = io.StringIO()
    with contextlib.redirect_stdout(silence), contextlib.redirect_stderr(silence):
        code = pytest.main([*_OPTIONS, "--rootdir", str(root), *map(str, paths)], plugins=[plugin])
    said = silence.getvalue()
    if code == pytest.ExitCode.USAGE_ERROR and "while loading conftest" in said:
        plugin.failed = plugin.failed or said.splitlines()[0]
    elif code in (pytest.ExitCode.INTERNAL_ERROR, pytest.ExitCode.USAGE_ERROR):
        raise RuntimeError(said)


class Turn:
    """The kept tests, in order, until one fails; after it, the name of that one and the seconds each took.

    most_cpu_s says how much processor time a test may use; the process ends when it needs more.
    """

    def __init__(
        self,
        keep: Callable[[pytest.Item], bool],
        order: Order = list,
        most_cpu_s: Callable[[pytest.Item], float] | None = None,
    ):
        self.failed = ""
        self.most_cpu_s = most_cpu_s
        self.seconds: dict[str, float] = {}
        self._keep = keep
        self._order = order

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        # The same examples every time; a failure is believed at once and needs no polish.
        few = {"phases": (Phase.explicit, Phase.generate), "suppress_health_check": list(HealthCheck)}
        settings.register_profile("mutants", derandomize=True, database=None, deadline=None, **few)
        settings.load_profile("mutants")

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = self._order([item for item in items if self._keep(item)])

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.failed = self.failed or f"loading {report.nodeid}"

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration
        if report.failed:
            self.failed = self.failed or report.nodeid

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if not self.failed:
            self.run(session.items)
        return True

    def run(self, items: list[pytest.Item]) -> None:
        """Each test with its fixtures, the next one only if it passes."""
        for at, item in enumerate(items):
            following = items[at + 1] if at + 1 < len(items) else None
            if self.most_cpu_s:
                signal.setitimer(signal.ITIMER_PROF, self.most_cpu_s(item))
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.failed:
                return


class Loaded(Turn):
    """A session that stays open: once all tests have passed, `use` is called and may run them again in children.

    With passed they are known to pass, and are only loaded.
    """

    def __init__(self, keep: Callable[[pytest.Item], bool], use: Callable[["Loaded"], None], passed: bool = False):
        super().__init__(keep)
        self._use = use
        self._passed = passed
        self._items: list[pytest.Item] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._items = session.items
        if not self._passed:
            super().pytest_runtestloop(session)
        if not self.failed and self._items:
            self._use(self)
        return True

    def again(self, order: Order) -> str:
        """Run the tests in this order until one fails; its name, or nothing."""
        self.run(order(self._items))
        return self.failed
