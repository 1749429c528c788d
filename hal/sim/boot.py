"""What runs when the simulated board gets power: build the board, hand it to the firmware's main."""

import sys

from hal import contract
from hal.sim.board import Board
from hal.sim.channel import PipeChannel, PowerOff

_TICKS_MASK = contract.TICKS_PERIOD - 1


def _describe(exc):
    if sys.implementation.name == "micropython":
        import io

        text = io.StringIO()
        sys.print_exception(exc, text)
        return text.getvalue()
    import traceback

    return "".join(traceback.format_exception(exc))


def power_on(channel, root, serial, program="firmware.main"):
    """Run the program's main(board) until power goes; an end of main is reported to the world."""
    try:
        board = Board(channel, root, serial)
        try:
            __import__(program)
            sys.modules[program].main(board)
            while True:  # in maintenance: a prompt, on a board that has one
                board.clock.wait_until(board.clock.now_ms() + 1000 & _TICKS_MASK)
        except PowerOff:
            raise
        except BaseException as exc:  # noqa: BLE001 the world must hear of any end of main
            board.outputs.inert()
            board.crash(_describe(exc))
    except PowerOff:
        pass


if __name__ == "__main__":
    power_on(PipeChannel(int(sys.argv[1]), int(sys.argv[2])), sys.argv[3], sys.argv[4], sys.argv[5])
