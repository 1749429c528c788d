"""What a script may do: the hands on the buttons, the laptop, the mains switch, and waiting."""

from hal.world.mechanics.movements import MOVEMENTS, movement, rocking
from tests.situations.language.words import Sentences
from tests.support.laptop import as_written

STEPS = Sentences("step of a script")
_BETWEEN_S = 0.2
_LONGEST_S = 120.0


@STEPS("wait {n} s")
def wait(play, seconds):
    play.rig.run(seconds)


@STEPS("wait until above {n}")
def wait_above(play, deg):
    """At most two minutes."""
    play.wait_until(lambda: play.world.plant.inv_deg >= deg, _LONGEST_S, f"above {deg:g}")


@STEPS("wait until below {n}")
def wait_below(play, deg):
    play.wait_until(lambda: play.world.plant.inv_deg <= deg, _LONGEST_S, f"below {deg:g}")


@STEPS("wait until upright")
def wait_upright(play):
    play.wait_until(play.upright, 200.0, "upright")


@STEPS("wait until {state}")
def wait_state(play, state):
    play.wait_until(lambda: play.invariants.listener.state == state, _LONGEST_S, state)


@STEPS("confirm at the panel")
def confirm(play):
    """No to the questions of the day, if they are asked, and the session confirmed."""
    play.laptop.confirm()


@STEPS("hold {button}")
def hold(play, button):
    """Press and keep pressed."""
    play.rig.press(button)


@STEPS("hold {button} until {n}")
def hold_until(play, button, deg):
    """Press and keep pressed until the table is there, and go on holding."""
    below = play.world.plant.inv_deg < deg
    play.rig.press(button)
    (wait_above if below else wait_below)(play, deg)


@STEPS("hold {button} for {n} s")
def hold_for(play, button, seconds):
    """Press, wait so long, and go on holding."""
    play.rig.press(button)
    play.rig.run(seconds)


@STEPS("let go of {button}")
def let_go(play, button):
    play.rig.release(button)


@STEPS("let go of everything")
def let_go_all(play):
    """Of DOWN, UP and OK."""
    for button in ("down", "up", "ok"):
        play.rig.release(button)


@STEPS("press {button}")
def press(play, button):
    """STOP latches; the others are pressed for a moment."""
    if button == "stop":
        play.rig.press(button)
    else:
        play.tap(button)


@STEPS("press {button} {count} times")
def press_times(play, button, count):
    for _ in range(count):
        press(play, button)
        play.rig.run(_BETWEEN_S)


@STEPS("open {side} lock")
def open_lock(play, side):
    play.rig.set_switch(f"lock_{side}", False)


@STEPS("close {side} lock")
def close_lock(play, side):
    play.rig.set_switch(f"lock_{side}", True)


@STEPS("power off")
def power_off(play):
    """All of it: mains and battery."""
    play.rig.power_off()


@STEPS("power on")
def power_on(play):
    play.rig.power_on()


@STEPS("mains off")
def mains_off(play):
    """By a hand on the switch; the battery is there."""
    play.rig.set_switch("mains", False)


@STEPS("mains on")
def mains_on(play):
    play.rig.set_switch("mains", True)


@STEPS("rock {n} g at {n} Hz for {n} s")
def rock(play, size_g, hz, for_s):
    """To and fro along the table; the script goes on meanwhile."""
    shape = rocking(hz, for_s)
    play.world.plant.person.movement = movement(shape, play.world.now_s, 60.0 * size_g / 0.3, size_g, 0.0)


@STEPS("cough")
def cough(play):
    """Five times, hard."""
    _move(play, "cough")


@STEPS("fold arms")
def fold_arms(play):
    """Over the chest for ten seconds, and back."""
    _move(play, "fold arms")


@STEPS("sit up")
def sit_up(play):
    """For ten seconds."""
    _move(play, "sit up")


def _move(play, name):
    shape, torque_nm, along_g, out_g = MOVEMENTS[name]
    play.world.plant.person.movement = movement(shape, play.world.now_s, torque_nm, along_g, out_g)


@STEPS("push a profile of {n} deg")
def push(play, deg):
    """The laptop pushes the usual profile with this maximum."""
    _push(play, {"max_inversion_deg": deg}, deg)


@STEPS("push a profile with {rest}")
def push_condition(play, condition):
    """The laptop pushes the usual profile with this condition, which must be one that locks."""
    _push(play, {"conditions": [condition]}, 0.0)


def _push(play, fields, limit_deg):
    """The invariants follow the push only where the table must take it: upright and idle."""
    may = play.upright()
    play.answers.append(play.laptop.push(as_written(fields)))
    play.rig.run(1.5)
    if may and play.answers[-1].get("ok") == 1:
        play.invariants.limit_deg = limit_deg


@STEPS("the laptop says it is {count}")
def set_day(play, day):
    """As YYYYMMDD."""
    play.answers.append(play.laptop.set_clock(day))
    play.rig.run(1.5)


@STEPS("the laptop goes away")
def go_away(play):
    """It does not find the table again when that restarts, so nobody sets the clock."""
    play.laptop_gone = True


@STEPS("the laptop sends Ctrl-C")
def interrupt(play):
    """Also Ctrl-D and Ctrl-A, as a terminal program does that looks for a prompt."""
    play.rig.serial_in(bytes((3, 3, 4, 1, 13, 10)))


@STEPS("the laptop stops reading")
def stop_reading(play):
    """It takes no more of what the table says."""
    play.world.cable.reading = False


@STEPS("the laptop is answered within {n} s")
def answered(play, seconds):
    """It asks for the table's status."""
    began_s = play.world.now_s
    play.laptop.ask("status")
    took_s = play.world.now_s - began_s
    if took_s > seconds:
        raise TimeoutError(f"answered after {took_s:.1f} s")
