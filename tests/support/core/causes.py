"""What the tests beside it share."""

from typing import NamedTuple

from firmware.safety import faults
from tests.support.core.bench import TICK_MS, Bench

DOWN = 400


UP = -400


def stands(bench: Bench, name: str) -> bool:
    """The fault of this name stands, whatever stronger one may hide it."""
    return bool(bench.supervisor.checks.active[getattr(faults, name)])


def standing(bench: Bench) -> list[str]:
    """Every fault that stands."""
    return [row[faults.NAME] for code, row in enumerate(faults.FAULTS) if bench.supervisor.checks.active[code]]


def force(bench: Bench, name: str) -> None:
    """Let a fault stand without its cause."""
    code = getattr(faults, name)
    bench.supervisor.checks.active[code] = faults.RESPONSE[code]


def tick_after(bench: Bench, gap_ms: int) -> None:
    """One tick, gap_ms after the one before."""
    bench.now_ms = (bench.now_ms + gap_ms - TICK_MS) & 0x3FFFFFFF
    bench.tick()


def let_pass(bench: Bench, total_ms: int) -> None:
    """Ticks every 20 ms, the last one total_ms after the one before the first."""
    bench.tick(total_ms // TICK_MS)
    if total_ms % TICK_MS:
        tick_after(bench, total_ms % TICK_MS)


def accel(x: int, y: int, z: int) -> dict:
    return {"accel": lambda obs: obs.accel_mg.__setitem__(slice(3), [x, y, z])}


def both(cdeg: int, **others: object) -> dict:
    """Both senses jump to an angle, at a rate that is no overspeed."""
    return {"inv_cdeg": cdeg, "pos_cdeg": cdeg, "rate_cdps": 0, "pos_rate_cdps": 0, **others}


class Cause(NamedTuple):
    """What breaks, on a table at pose_cdeg that is driven (or stands for a quarter of a second)."""

    hazard: str
    name: str
    hold_ms: int
    response: str
    change: dict
    pose_cdeg: int = 1000
    permille: int = 0

    def ready(self) -> Bench:
        bench = Bench(inv_cdeg=self.pose_cdeg)
        bench.tick()
        bench.drive(self.permille, 0.24)
        assert standing(bench) == []
        return bench


CAUSES = [
    Cause("h07", "IMU_STALE", 100, "CREEP_UP", {"imu_ms": -1}),
    Cause("h08", "IMU_IMPLAUSIBLE", 300, "CREEP_UP", accel(0, 0, 690)),
    Cause("h08", "MISMOUNTED", 300, "CREEP_UP", {"at_level": True}),
    Cause("h10", "SENSES_DISAGREE", 300, "CREEP_UP", {"pos_cdeg": 400}),
    Cause("h10", "POSITION_LOST", 100, "RETURN", {"pos_ok": False}),
    Cause("h12", "UNCOMMANDED", 40, "CUT", {"current_ma": 301}),
    Cause("h12", "CURRENT_SENSE", 40, "REFUSE", {"current_ma": 301}, -7000),
    Cause("h12", "SLIPPING", 40, "HALT", both(1061)),
    Cause("h01", "OVERSPEED", 100, "HALT", {"rate_cdps": 301, "pos_rate_cdps": 301}),
    Cause("h43", "OBSTRUCTED", 150, "RETURN", {"current_ma": 6001}, 1000, DOWN),
    Cause("h43", "BLOCKED", 150, "HALT", {"current_ma": 6001}, 1000, UP),
    Cause("h43", "CURRENT_LOST", 1000, "RETURN", {"current_ma": 299}, 0, DOWN),
    Cause("h43", "CURRENT_LOST", 1000, "RETURN", {"current_ma": 299}, 1000, UP),
    Cause("h46", "TIPPED", 1000, "REFUSE", accel(0, 106, 990), -7000),
    Cause("h12", "CONTACTOR", 200, "CUT", {"contactor_closed": False}),
    Cause("h15", "MAINS_LOST", 100, "RETURN", {"mains": False}),
    Cause("h16", "BATTERY_LOW", 2000, "REFUSE", {"battery_mv": 21_999}),
    Cause("h20", "BUTTON_STUCK", 30_000, "REFUSE", {"down": True}, -7000),
    Cause("h21", "STOP_LOOP", 40, "REFUSE", {"stop_short": True}),
    Cause("h17", "UPRIGHT_SWITCH", 1000, "REFUSE", {"upright_switch": False}, -7000),
]


def named(cause: Cause) -> str:
    return f"{cause.hazard}_{cause.name}"


# name -> response, how it ends, whether its cause must last
TABLE = {
    "IMU_STALE": ("CREEP_UP", "ACK", True),
    "IMU_FROZEN": ("CREEP_UP", "ACK", False),
    "IMU_IMPLAUSIBLE": ("CREEP_UP", "ACK", True),
    "MISMOUNTED": ("CREEP_UP", "ACK", True),
    "SENSES_DISAGREE": ("CREEP_UP", "ACK", True),
    "POSITION_LOST": ("RETURN", "ACK", True),
    "OVER_LIMIT": ("RETURN", "ACK", False),
    "UNCOMMANDED": ("CUT", "POWER", True),
    "WRONG_WAY": ("CUT", "POWER", False),
    "STALL": ("CUT", "POWER", False),
    "ANKLE_OPEN": ("RETURN", "UPRIGHT", False),
    "SESSION_TIME": ("RETURN", "UPRIGHT", False),
    "LIMITS_CORRUPT": ("RETURN", "POWER", False),
    "OVERSPEED": ("HALT", "ACK", True),
    "OBSTRUCTED": ("RETURN", "UPRIGHT", True),
    "BLOCKED": ("HALT", "ACK", True),
    "TIPPED": ("REFUSE", "SELF", True),
    "CONTACTOR": ("CUT", "POWER", True),
    "MAINS_LOST": ("RETURN", "UPRIGHT", True),
    "BATTERY_LOW": ("REFUSE", "SELF", True),
    "RECOVERED": ("RETURN", "UPRIGHT", False),
    "BUTTON_STUCK": ("REFUSE", "SELF", True),
    "STOP_LOOP": ("REFUSE", "SELF", True),
    "OVERRUN": ("RETURN", "UPRIGHT", False),
    "DUTY": ("REFUSE", "UPRIGHT", False),
    "SILENT": ("RETURN", "UPRIGHT", True),
    "INTERNAL": ("RETURN", "UPRIGHT", False),
    "UPRIGHT_SWITCH": ("REFUSE", "SELF", True),
    "SLIPPING": ("HALT", "ACK", True),
    "CURRENT_LOST": ("RETURN", "ACK", True),
    "CURRENT_SENSE": ("REFUSE", "ACK", True),
}


class Edge(NamedTuple):
    """A pose, a drive, and two changes: the first is no fault however long it lasts, the second is one."""

    name: str
    inside: dict
    outside: dict
    pose_cdeg: int = 1000
    permille: int = 0


def senses_at(rate_cdps: int) -> list[tuple[str, dict]]:
    """Each sense of the rate, with both at this one."""
    senses = ("rate_cdps", "pos_rate_cdps")
    return [(sense, dict.fromkeys(senses, rate_cdps)) for sense in senses]


EDGES = [
    ("h02", Edge("OVER_LIMIT", both(2550), both(2551), 2500)),
    ("h02", Edge("OVER_LIMIT", {"pos_cdeg": 2600}, {"pos_cdeg": 2601}, 2500)),
    ("h02", Edge("OVER_LIMIT", {"pos_cdeg": 2601, "pos_ok": False}, {"pos_cdeg": 2601}, 2500)),
    ("h02", Edge("OVER_LIMIT", {"pos_cdeg": 0}, both(2551, pos_cdeg=0), 2500)),
    ("h10", Edge("SENSES_DISAGREE", {"pos_cdeg": 1500}, {"pos_cdeg": 1501})),
    ("h10", Edge("SENSES_DISAGREE", {"pos_cdeg": 500}, {"pos_cdeg": 499})),
    ("h10", Edge("SENSES_DISAGREE", {"pos_cdeg": 499, "pos_ok": False}, {"pos_cdeg": 499})),
    *(
        (
            "h10",
            Edge(
                "SENSES_DISAGREE",
                {"rate_cdps": inv - sign, "pos_rate_cdps": pos},
                {"rate_cdps": inv, "pos_rate_cdps": pos},
            ),
        )
        for inv, pos, sign in ((241, 0, 1), (-241, 0, -1), (141, -100, 1), (-41, 200, -1))
    ),
    (
        "h10",
        Edge(
            "SENSES_DISAGREE",
            {"rate_cdps": 241, "pos_rate_cdps": 0, "pos_ok": False},
            {"rate_cdps": 241, "pos_rate_cdps": 0},
        ),
    ),
    ("h08", Edge("MISMOUNTED", both(500, at_level=True), both(501, at_level=True), 500)),
    ("h08", Edge("MISMOUNTED", both(-500, at_level=True), both(-501, at_level=True), -500)),
    ("h08", Edge("MISMOUNTED", both(-6500, upright_switch=True), both(-6499, upright_switch=True), -6500)),
    ("h08", Edge("MISMOUNTED", both(-7500), both(-7501), -7500)),
    ("h08", Edge("MISMOUNTED", {"at_level": False}, {"at_level": True})),
    ("h08", Edge("MISMOUNTED", {"upright_switch": False}, {"upright_switch": True})),
    ("h08", Edge("MISMOUNTED", {"at_level": True}, {"at_level": True, "upright_switch": True}, 0)),
    *(
        ("h08", Edge("IMU_IMPLAUSIBLE", accel(*inside), accel(*outside)))
        for inside, outside in (
            ((700, 0, 0), (699, 0, 0)),
            ((0, -700, 0), (0, -699, 0)),
            ((0, 0, 700), (0, 0, 699)),
            ((1300, 0, 0), (1301, 0, 0)),
            ((0, 1300, 0), (0, 1301, 0)),
            ((0, 0, -1300), (0, 0, -1301)),
            ((1300, 0, 0), (1300, 1, 0)),
            ((1300, 0, 0), (1300, 0, 1)),
            ((0, 0, 1300), (1, 0, 1300)),
            ((600, 360, 20), (600, 360, 19)),
        )
    ),
    ("h46", Edge("TIPPED", accel(0, 105, 990), accel(0, 106, 990), -7000)),
    ("h46", Edge("TIPPED", accel(0, -105, 990), accel(0, -106, 990), -7000)),
    ("h46", Edge("TIPPED", accel(300, 0, 800), accel(0, 300, 800), -7000)),
    ("h46", Edge("TIPPED", {"at_upright": False, **accel(0, 300, 800)}, accel(0, 300, 800), -7000)),
    ("h12", Edge("UNCOMMANDED", {"current_ma": 300}, {"current_ma": 301})),
    ("h12", Edge("SLIPPING", both(1060), both(1061))),
    ("h12", Edge("SLIPPING", both(940), both(939))),
    ("h12", Edge("SLIPPING", both(1061, inv_cdeg=1060), both(1061))),
    ("h12", Edge("SLIPPING", both(939, inv_cdeg=940), both(939))),
    ("h12", Edge("SLIPPING", both(1200, pos_cdeg=800), both(1200))),
    *(("h01", Edge("OVERSPEED", {**both, sense: 300}, both)) for sense, both in senses_at(301)),
    *(("h41", Edge("OVERSPEED", {**both, sense: -450}, both)) for sense, both in senses_at(-451)),
    ("h43", Edge("OBSTRUCTED", {"current_ma": 6000}, {"current_ma": 6001}, 500, DOWN)),
    ("h43", Edge("BLOCKED", {"current_ma": 6000}, {"current_ma": 6001}, 1000, UP)),
    *(
        (
            "h43",
            Edge(
                "CURRENT_LOST", inside, {"current_ma": 299, "rate_cdps": way * 51, "pos_rate_cdps": way * 51}, 0, drive
            ),
        )
        for way, drive in ((1, DOWN), (-1, UP))
        for inside in (
            {"current_ma": 300, "rate_cdps": way * 51, "pos_rate_cdps": way * 51},
            {"current_ma": 0, "rate_cdps": way * 50, "pos_rate_cdps": way * 51},
            {"current_ma": 0, "rate_cdps": way * 51, "pos_rate_cdps": way * 50},
            {"current_ma": 0, "rate_cdps": way * -51, "pos_rate_cdps": way * -51},
        )
    ),
    ("h16", Edge("BATTERY_LOW", {"battery_mv": 22_000}, {"battery_mv": 21_999})),
    ("h15", Edge("MAINS_LOST", {"mains": True}, {"mains": False})),
    ("h20", Edge("BUTTON_STUCK", {"ok": True}, {"down": True}, -7000)),
    ("h20", Edge("BUTTON_STUCK", {"ok": True}, {"up": True}, -7000)),
    ("h17", Edge("UPRIGHT_SWITCH", {"upright_switch": True}, {"upright_switch": False}, -7000)),
]
