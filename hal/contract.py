"""Names and numbers both sides of the HAL rely on: input bits, ADC channels, error kinds, causes, costs."""

# inputs.bits(): bit numbers.
STOP_CLOSED = 0  # the STOP loop reads its end-of-line resistor: not pressed, not cut
STOP_SHORT = 1  # the STOP loop reads less than its resistor: wiring fault
DOWN = 2
UP = 3
OK = 4
LOCK_LEFT = 5  # 1 = ankle lock closed
LOCK_RIGHT = 6
AT_UPRIGHT = 7
AT_LEVEL = 8
AT_END = 9
MAINS = 10
CONTACTOR_CLOSED = 11  # mirror contact, not the coil

# adc.read_into(): index and full scale of each raw value 0..65535.
POSITION = 0
CURRENT = 1
SUPPLY = 2
BATTERY = 3
ADC_CHANNELS = 4
ADC_MAX = 65535
POSITION_ZERO_UM = 330000
POSITION_SPAN_UM = 360000
CURRENT_SPAN_MA = 20000
VOLTAGE_SPAN_MV = 36000

# HalError kinds, in args[0].
NACK = 1
TIMEOUT = 2
RANGE = 3
MISSING = 4
WORN = 5

# reset_cause()
POWER_ON = 1
WATCHDOG = 2
BROWNOUT = 3
SOFT = 4

TICKS_PERIOD = 1 << 30  # now_ms counts 0..TICKS_PERIOD-1 and wraps
DRIVE_MAX = 1000
DEADMAN_MS = 40  # two control periods
WATCHDOG_MAX_MS = 8388  # the RP2040's counter holds no more
I2C_MAX_BYTES = 32

UART_MOST = 32  # bytes of one call: on USB each costs a look at the port

# What each call may take, in microseconds, interpreter overhead on a 125 MHz RP2040 included (docs/emulated.md).
COST_NOW_US = 5
COST_WAIT_US = 20
COST_I2C_US = 90  # plus COST_I2C_BYTE_US for each byte on the wire, address and register included
COST_I2C_BYTE_US = 23  # nine clocks at 400 kHz
COST_I2C_COPY_US = 8  # for each byte of a write, which is laid behind its register first
COST_I2C_HELD_US = 3000  # more, when it fails because a chip holds the data line: the wait, and the clocks that free it
COST_OUTPUT_US = 20
COST_DRIVE_US = 80
COST_INERT_US = 80
COST_INPUTS_US = 30
COST_ADC_US = 90
COST_UART_US = 70
COST_UART_BYTE_US = 60
COST_WATCHDOG_US = 10
COST_SELFTEST_US = 5000


class HalError(OSError):
    """A HAL call that failed; args[0] is one of the kinds above (errno is not set on CPython)."""
