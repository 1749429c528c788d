"""The simulated board as the firmware sees it: every call of hal/README.md, answered by the world."""

import os

from hal import contract
from hal.sim import codec
from hal.sim.exchange import Exchange, error
from hal.sim.upset import Upset

_ENOSPC = 28
_TICKS_MASK = contract.TICKS_PERIOD - 1


class Clock:
    """Virtual time: what the world last said plus what the calls since then have cost."""

    def __init__(self, exchange, upset):
        self._exchange = exchange
        self._upset = upset

    def now_ms(self):
        exchange = self._exchange
        exchange.cost_us += contract.COST_NOW_US
        reply = exchange.reply
        micros = (reply[8] | reply[9] << 8) + exchange.cost_us
        return ((reply[4] | reply[5] << 8 | reply[6] << 16 | reply[7] << 24) + micros // 1000) & _TICKS_MASK

    def wait_until(self, deadline_ms):
        exchange = self._exchange
        exchange.free_heap()
        exchange.cost_us += contract.COST_WAIT_US
        exchange.put(codec.WAIT, deadline_ms & 65535)
        exchange.put_byte((deadline_ms >> 16) & 255)
        exchange.put_byte((deadline_ms >> 24) & 63)
        upset = exchange.trade()
        if upset != exchange.upset:
            exchange.upset = upset
            self._upset.set(upset)
        exchange.guard_heap()


class I2C:
    """The sensor bus."""

    def __init__(self, exchange):
        self._exchange = exchange

    def read_into(self, addr, reg, buf):
        exchange = self._exchange
        reply = exchange.reply
        n = len(buf)
        exchange.cost_us += contract.COST_I2C_US + contract.COST_I2C_BYTE_US * (n + 3)
        if n and reply[21] == n and reply[23] == reg and reply[22] == addr:
            exchange.i2c_used = 1
        else:
            self._head(codec.I2C_READ, addr, reg, n)
            self._trade()
        reply[21] = 0
        at = codec.AT_I2C_DATA
        for i in range(n):
            buf[i] = reply[at + i]

    def write(self, addr, reg, buf):
        exchange = self._exchange
        n = len(buf)
        exchange.cost_us += contract.COST_I2C_US + contract.COST_I2C_BYTE_US * (n + 2) + contract.COST_I2C_COPY_US * n
        self._head(codec.I2C_WRITE, addr, reg, n)
        for i in range(n):
            exchange.put_byte(buf[i])
        self._trade()

    def _trade(self):
        kind = self._exchange.trade()
        if kind == contract.TIMEOUT:
            self._exchange.cost_us += contract.COST_I2C_HELD_US
        if kind:
            raise error(kind)

    def _head(self, code, addr, reg, n):
        if not (0 <= addr <= 127 and 0 <= reg <= 255 and 1 <= n <= contract.I2C_MAX_BYTES):
            raise error(contract.RANGE)
        exchange = self._exchange
        exchange.put(code, addr)
        exchange.put_byte(reg)
        exchange.put_byte(n)


class Outputs:
    """Motor bridge, contactor, dead-man and buzzer."""

    def __init__(self, exchange):
        self._exchange = exchange

    def inert(self):
        self._exchange.free_heap()
        self._exchange.post(codec.INERT, 0, contract.COST_INERT_US)

    def drive(self, permille):
        if not -contract.DRIVE_MAX <= permille <= contract.DRIVE_MAX:
            raise error(contract.RANGE)
        self._exchange.post(codec.DRIVE, permille + contract.DRIVE_MAX, contract.COST_DRIVE_US)

    def contactor(self, on):
        self._exchange.post(codec.CONTACTOR, 1 if on else 0, contract.COST_OUTPUT_US)

    def kick(self):
        self._exchange.post(codec.KICK, 0, contract.COST_OUTPUT_US)

    def buzzer(self, on):
        self._exchange.post(codec.BUZZER, 1 if on else 0, contract.COST_OUTPUT_US)


class Inputs:
    """Buttons, switches and loops as one bit field."""

    def __init__(self, exchange):
        self._exchange = exchange

    def bits(self):
        exchange = self._exchange
        exchange.cost_us += contract.COST_INPUTS_US
        reply = exchange.reply
        return reply[2] | reply[3] << 8


class Adc:
    """The four analogue inputs."""

    def __init__(self, exchange):
        self._exchange = exchange

    def read_into(self, buf):
        exchange = self._exchange
        exchange.cost_us += contract.COST_ADC_US
        reply = exchange.reply
        buf[0] = reply[10] | reply[11] << 8
        buf[1] = reply[12] | reply[13] << 8
        buf[2] = reply[14] | reply[15] << 8
        buf[3] = reply[16] | reply[17] << 8


class Uart:
    """The cable to the laptop."""

    def __init__(self, exchange):
        self._exchange = exchange

    def read_into(self, buf):
        exchange = self._exchange
        exchange.cost_us += contract.COST_UART_US
        reply = exchange.reply
        used = exchange.rx_used
        n = reply[20] - used
        if n == 0:
            return 0
        if n > len(buf):
            n = len(buf)
        if n > contract.UART_MOST:
            n = contract.UART_MOST
        at = codec.AT_RX_DATA + used
        for i in range(n):
            buf[i] = reply[at + i]
        exchange.rx_used = used + n
        exchange.cost_us += contract.COST_UART_BYTE_US * n
        return n

    def write(self, buf, n):
        exchange = self._exchange
        if n > contract.UART_MOST:
            n = contract.UART_MOST
        if n > exchange.tx_space:
            n = exchange.tx_space
        if n <= 0:
            exchange.cost_us += contract.COST_UART_US
            return 0
        exchange.post(codec.UART, n, contract.COST_UART_US + contract.COST_UART_BYTE_US * n)
        exchange.tx_space -= n
        request = exchange.request
        at = exchange.n
        for i in range(n):
            request[at + i] = buf[i]
        exchange.n = at + n
        return n


class Watchdog:
    """Resets the board unless it is fed in time."""

    def __init__(self, exchange):
        self._exchange = exchange

    def start(self, timeout_ms):
        if not 1 <= timeout_ms <= contract.WATCHDOG_MAX_MS:
            raise error(contract.RANGE)
        self._exchange.guarded = True
        self._exchange.post(codec.WD_START, timeout_ms, contract.COST_WATCHDOG_US)

    def feed(self):
        self._exchange.post(codec.FEED, 0, contract.COST_WATCHDOG_US)
        self._exchange.free_heap()


class Board:
    """Everything the firmware is given."""

    image = ""

    def __init__(self, channel, root, serial):
        exchange = Exchange(channel)
        exchange.put(codec.HELLO, codec.VERSION)
        exchange.trade()
        self._exchange = exchange
        self._cause = exchange.reply[codec.AT_CAUSE]
        self.root = root
        self.serial = serial
        self.clock = Clock(exchange, Upset(self))
        self.i2c = I2C(exchange)
        self.outputs = Outputs(exchange)
        self.inputs = Inputs(exchange)
        self.adc = Adc(exchange)
        self.uart = Uart(exchange)
        self.watchdog = Watchdog(exchange)

    def reset_cause(self):
        return self._cause

    def reset(self):
        exchange = self._exchange
        exchange.free_heap()
        while True:
            exchange.put(codec.RESET, 0)
            exchange.trade()

    def selftest(self):
        """Names of the bindings that do not work; () when all do."""
        failures = []
        exchange = self._exchange
        exchange.cost_us += contract.COST_SELFTEST_US
        before_ms = self.clock.now_ms()
        exchange.put(codec.SYNC, 0)
        exchange.trade()
        if (self.clock.now_ms() - before_ms) & _TICKS_MASK > 1000:
            failures.append("clock")
        failures.extend(self._flash_fails())
        return tuple(failures)

    def crash(self, text):
        """Tell the world that the firmware's main ended, and with what words."""
        data = text.encode()[-(codec.REQUEST_SIZE - 64) :]
        exchange = self._exchange
        exchange.free_heap()
        exchange.n = codec.HEAD_SIZE
        exchange.put(codec.CRASH, len(data))
        for byte in data:
            exchange.put_byte(byte)
        exchange.trade()

    def _flash_fails(self):
        path = self.root + "/selftest.tmp"
        mark = b"selftest %d" % self.clock.now_ms()
        try:
            with open(path, "wb") as f:
                f.write(mark)
            with open(path, "rb") as f:
                same = f.read() == mark
            os.remove(path)
        except OSError as failure:
            return ("flash_full",) if failure.args[0] == _ENOSPC else ("flash",)
        return () if same else ("flash",)
