"""The moments of a session at which the matrix hangs a fault, in the order in which one session passes them."""

from tests.situations.stand import Stand
from tests.support.laptop import blob

LIMIT_DEG = 12.0
PROFILE = blob(max_inversion_cdeg=1200)
BOOT, UPRIGHT, INVERTING, AT_LIMIT, HOLDING, RETURNING, LEVEL_PAUSE = PHASES = (
    "boot", "upright", "inverting", "at the limit", "holding", "returning", "pausing at level",
)  # fmt: skip
_AFTER_S = 4.0  # the person goes on with what they are doing; longer than any check needs to see a fault
_CALM_S = 2.0
_HOME_S = 90.0


def advance(stand: Stand, phase: str) -> None:
    """From the phase before to this one."""
    plant = stand.world.plant
    rig = stand.rig
    if phase == INVERTING:
        rig.press("down")
        stand.wait_until(lambda: plant.inv_deg > 5.0, 60.0, "below level")
    elif phase == AT_LIMIT:
        stand.wait_until(lambda: stand.invariants.listener.state == "AT_LIMIT", 20.0, "at the limit")
        rig.run(0.5)
    elif phase == HOLDING:
        rig.release("down")
        rig.run(1.0)
    elif phase == RETURNING:
        stand.tap("up")
        stand.wait_until(lambda: plant.inv_deg < 8.0, 20.0, "returning")
    elif phase == LEVEL_PAUSE:
        stand.wait_until(lambda: stand.invariants.listener.state == "LEVEL_PAUSE", 20.0, "at level")


def reach(stand: Stand, wanted: str) -> None:
    """From upright and ready to this phase."""
    for phase in PHASES[2 : PHASES.index(wanted) + 1]:
        advance(stand, phase)


def finish(stand: Stand, phase: str) -> None:
    """After the fault: the person goes on, wants home by UP, and must be there 90 s after the fault."""
    rig = stand.rig
    fault_s = stand.world.now_s
    if phase in (BOOT, UPRIGHT):
        # A session is tried all the same.
        rig.run(3.0)
        if phase == BOOT:
            stand.confirm()
        rig.press("down")
        rig.run(_AFTER_S)
    if not stand.level():
        stand.invariants.home_by_s = fault_s + _HOME_S
    rig.run(_AFTER_S)
    rig.release("down")
    rig.run(1.0)
    stand.tap("up")
    until_calm(stand, fault_s + _HOME_S + 1.0)


def until_calm(stand: Stand, end_s: float) -> None:
    """On to the end, or until a person is at level or out of the drive's reach, and the motor has been still."""
    world = stand.world
    calm_s = world.now_s
    while world.now_s < end_s and world.now_s - calm_s < _CALM_S and not stand.invariants.violations:
        stand.rig.run(0.1)
        safe = stand.level() or (world.buzzer and not world.contactor_closed)
        if world.plant.rate_radps or not safe:
            calm_s = world.now_s
