"""What is done in the spare time of a tick, in which order, and what it is made of at a start."""

from types import SimpleNamespace

import pytest

from firmware import main as module
from firmware.executive import Executive
from firmware.recovery import BareChosen
from firmware.status import Status

ORDER = ["count", "sweep", "server", "menu", "housekeeping", "display"]


def spare(
    fails: str = "", *, began_ms: int = 0, ends_ms: int = 0, waited: int = 0, swept: bool = False
) -> tuple[list[str], Status]:
    """The calls of one spare time, `fails` being the one that raises; and the status after it.

    swept: whether the heap is collected in it.
    began_ms, ends_ms: into the tick, when it begins and when the display may have its turn; waited: periods without.
    """
    calls: list[str] = []
    times = iter((1000 + began_ms, 1000 + ends_ms))

    def part(name, found=None):
        def call(*_):
            calls.append(name)
            if name == fails:
                raise RuntimeError(name)
            return found

        return call

    loop = object.__new__(Executive)
    loop._board = SimpleNamespace(clock=SimpleNamespace(now_ms=lambda: next(times)))
    loop._status, loop._sensors, loop._waited = Status(), SimpleNamespace(bits=0), waited
    loop._housekeeping = SimpleNamespace(
        count=part("count"), sweep=part("sweep", swept), step=part("housekeeping"), busy=lambda: False
    )
    loop._server = SimpleNamespace(step=part("server"))
    loop._menu, loop._display = SimpleNamespace(step=part("menu")), SimpleNamespace(step=part("display"))
    loop.spare_time(1000)
    return calls, loop._status


def test_no_command_comes_between_a_session_and_its_count():
    """A profile that is pushed there would take the session of somebody else."""
    assert spare()[0] == ORDER and spare()[1].link_errors == 0


def test_a_sweep_of_the_heap_has_a_spare_time_of_its_own():
    assert spare(swept=True)[0] == ["count", "sweep"]


@pytest.mark.parametrize("fails", ORDER)
def test_whatever_fails_there_ends_nothing_and_is_told(fails):
    calls, status = spare(fails)
    assert calls == ORDER[: ORDER.index(fails) + 1] and status.link_errors == 1


@pytest.mark.parametrize(
    ("passed_ms", "waited", "painted"),
    [(8, 0, True), (9, 0, False), (9, 1, True), (16, 1, True), (17, 1, False), (17, 1000, False)],
)
def test_a_tick_that_is_late_is_not_made_later_by_a_display_however_long_it_has_waited(passed_ms, waited, painted):
    """A tick too late brings the person up: the display is never worth that."""
    assert ("display" in spare(ends_ms=passed_ms, waited=waited)[0]) is painted


@pytest.mark.parametrize(("began_ms", "calls"), [(12, ORDER), (13, [])])
def test_a_tick_that_has_no_time_to_spare_begins_nothing(began_ms, calls):
    assert spare(began_ms=began_ms)[0] == calls


def built(monkeypatch, restarts=0, failed=(), language=lambda root: None):
    """The chosen person of a table that starts after so many restarts, these parts having failed."""
    monkeypatch.setattr(module, "Restarts", lambda *_: SimpleNamespace(count=restarts, newer=False))
    monkeypatch.setattr(module, "_stored", lambda board: (SimpleNamespace(forget=None, vouch=None), "stored"))
    monkeypatch.setattr(module, "Language", language)
    for name in ("Menu", "Server"):
        monkeypatch.setattr(module, name, lambda *_: None)
    monkeypatch.setattr(module, "Executive", lambda board, chosen, *_: chosen)
    nothing = SimpleNamespace(bits=lambda: 0, now_ms=lambda: 0)
    return module.build(
        SimpleNamespace(
            selftest=lambda: failed, image="", root="", serial="", uart=None, inputs=nothing, clock=nothing,
            reset_cause=lambda: 2,
        )
    )  # fmt: skip


@pytest.mark.parametrize(("restarts", "stored"), [(0, True), (1, True), (3, True), (4, False), (255, False)])
def test_three_restarts_take_nobodys_profile_away_and_a_fourth_does(monkeypatch, restarts, stored):
    chosen = built(monkeypatch, restarts)
    assert chosen == "stored" if stored else isinstance(chosen, BareChosen)


@pytest.mark.parametrize(
    ("failed", "told"),
    [
        (("rtc",), ["SELFTEST"]),
        (("flash",), ["SELFTEST", "FLASH"]),
        (("flash_full",), ["FLASH_FULL"]),
        (("rtc", "flash_full"), ["FLASH_FULL", "SELFTEST"]),
        (("imu", "rtc", "flash"), ["SELFTEST", "FLASH"]),
    ],
)
def test_every_part_that_failed_at_the_start_is_told_a_full_storage_or_not(monkeypatch, failed, told):
    reasons = built(monkeypatch, failed=failed).screened.reasons
    assert [code for code, *_ in reasons] == told
    assert all(part in " ".join(text for _, text, _ in reasons) for part in failed if part != "flash_full")


@pytest.mark.parametrize(
    ("restarts", "failed", "language"), [(0, (), "de"), (9, (), "de"), (0, ("imu",), "de"), (0, ("flash",), "en")]
)
def test_whoever_has_to_read_what_is_wrong_reads_it_in_their_language(monkeypatch, restarts, failed, language):
    spoken = []
    monkeypatch.setattr(module, "Catalogue", lambda kept=None: spoken.append(kept.language if kept else "en"))
    built(monkeypatch, restarts, failed, lambda root: SimpleNamespace(language="de"))
    assert spoken == [language]
