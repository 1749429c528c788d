"""When a fault comes: each moment gives a question that is asked after every step."""

from tests.situations.language.words import Sentences

MOMENTS = Sentences("moment of a fault")
_MOVING_DPS = 0.1


@MOMENTS("from the start")
def from_the_start(play):
    """Before the power comes on."""


@MOMENTS("at once")
def at_once(play):
    """When the script begins."""
    return lambda: True


@MOMENTS("after {n} s")
def after(play, seconds):
    """From the beginning of the script."""
    return lambda: play.world.now_s - play.began_s >= seconds


@MOMENTS("when above {n} going down")
def above_going_down(play, deg):
    plant = play.world.plant
    return lambda: plant.inv_deg > deg and plant.rate_dps > _MOVING_DPS


@MOMENTS("when below {n} coming up")
def below_coming_up(play, deg):
    plant = play.world.plant
    return lambda: plant.inv_deg < deg and plant.rate_dps < -_MOVING_DPS


@MOMENTS("when above {n}")
def above(play, deg):
    return lambda: play.world.plant.inv_deg > deg


@MOMENTS("when {state}")
def in_state(play, state):
    """As the table reports it."""
    return lambda: play.invariants.listener.state == state


@MOMENTS("when STOP is pressed")
def stop_pressed(play):
    return lambda: not play.world.switches.held & 1
