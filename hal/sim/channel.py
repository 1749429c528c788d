"""How a child process reaches the world: two pipe ends, one write and one read per trade."""


class PowerOff(BaseException):
    """The board has lost power; nothing of the firmware may survive this."""


class PipeChannel:
    """Requests go out on one file descriptor, replies come in on the other."""

    def __init__(self, read_fd, write_fd):
        self._in = open(read_fd, "rb")
        self._out = open(write_fd, "wb")

    def trade(self, request, n, reply):
        """Send n bytes of request and wait until reply is full; PowerOff when the world has gone."""
        self._out.write(request, n)
        if self._in.readinto(reply) != len(reply):
            raise PowerOff
