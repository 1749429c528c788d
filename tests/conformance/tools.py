"""What the checks share: waiting, error kinds, readings."""

from array import array

from hal import contract

IMU = 0x6A
ABSENT = 0x33
MASK = contract.TICKS_PERIOD - 1


def later(now_ms, ms):
    return (now_ms + ms) & MASK


def sleep(board, ms, kick=False):
    """Wait in control periods, feeding the watchdog, and kicking the dead-man if asked."""
    due_ms = board.clock.now_ms()
    for _ in range(ms // 20):
        due_ms = later(due_ms, 20)
        board.clock.wait_until(due_ms)
        if kick:
            board.outputs.kick()
        board.watchdog.feed()


def kind_of(call, *args):
    """The HalError kind a call raises, 0 when it raises none."""
    try:
        call(*args)
    except OSError as exc:
        return exc.args[0]
    return 0


def say(board, text):
    data = (text + "\n").encode()
    sent = 0
    while sent < len(data):
        sent += board.uart.write(data[sent:], len(data) - sent)
        sleep(board, 20)


def read_adc(board):
    raw = array("H", [0] * contract.ADC_CHANNELS)
    board.adc.read_into(raw)
    return raw


def closed(board):
    return board.inputs.bits() >> contract.CONTACTOR_CLOSED & 1


def stop_motor(board):
    board.outputs.inert()
    sleep(board, 300)
