# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""Runs an emulated RP2040: the same steps as rp2040py's own loop, in machine code and without its pauses.

rp2040py asks Python for its stop flag and both PIO blocks after every instruction, which takes four fifths of its time.
Here clock and PIO follow in portions: instructions see a clock at most half a microsecond old, PIO two microseconds.
"""

from rp2040py.native._cortex_m0_core cimport CortexM0Core
from rp2040py.native._rp2040 cimport RP2040
from rp2040py.native._simulation_clock cimport ClockAlarm, SimulationClock

cdef double NANOS_PER_CYCLE = 8.0  # 125 MHz
cdef long CLOCK_CYCLES = 64
cdef long PIO_CYCLES = 256
cdef long PIO_LONGEST = 1024  # a PIO block takes one step a call and counts on from there: far less than a period

cdef double _slept_nanos = 0.0


def slept_nanos():
    """How long chips have slept in this process so far: time that passed without an instruction."""
    return _slept_nanos


def run(RP2040 chip, double until_nanos):
    """Let the chip live until its clock has reached until_nanos; alarms fire in their order on the way."""
    cdef CortexM0Core core = chip.core
    cdef SimulationClock clock = chip.clock
    cdef ClockAlarm alarm
    cdef double limit
    cdef long pending
    cdef long long owed = 0
    cdef list pios = list(chip.pio)
    global _slept_nanos
    while clock._nanos_counter < until_nanos:
        alarm = clock._next_alarm
        limit = until_nanos
        if alarm is not None and alarm.nanos < limit:
            limit = alarm.nanos
        limit -= clock._nanos_counter
        if core.waiting:
            # Asleep: nothing happens before the next alarm.
            if limit < NANOS_PER_CYCLE:
                limit = NANOS_PER_CYCLE
            clock.tick(limit)
            _slept_nanos += limit
            owed += <long long>(limit / NANOS_PER_CYCLE)
        else:
            pending = 0
            while True:
                pending += core.execute_instruction()
                if pending >= CLOCK_CYCLES or core.waiting or pending * NANOS_PER_CYCLE >= limit:
                    break
                if clock._next_alarm is not alarm:
                    break
            clock.tick(pending * NANOS_PER_CYCLE)
            owed += pending
        if owed >= PIO_CYCLES:
            for pio in pios:
                if not pio.stopped:
                    _advance(pio, owed)
            owed = 0


cdef _advance(pio, long long owed):
    cdef long long portion
    while owed > 0:
        portion = owed if owed < PIO_LONGEST else PIO_LONGEST
        pio.advance(portion)
        owed -= portion
