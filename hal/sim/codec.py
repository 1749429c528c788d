"""The bytes between the simulated board and the world; both sides take every number from here.

Request, device to world, one write each. Posted calls gather in it; the last entry is always an awaited call.

    0   u16  length of the whole request
    2   u8   bytes of the received uart window that the firmware has read
    3   u8   1 if the prefetched I2C answer was used
    4   u32  microseconds that the calls since the last reply have cost
    8   ...  entries: u8 code, u16 value, then what the table below says

    code         value                        then
    DRIVE        permille + 1000
    CONTACTOR    0 or 1
    KICK         0
    BUZZER       0 or 1
    INERT        0
    FEED         0
    WD_START     timeout in ms
    UART         n                            n bytes
    WAIT         deadline, low 16 bits        u16 deadline, high bits
    I2C_READ     address                      u8 register, u8 n
    I2C_WRITE    address                      u8 register, u8 n, n bytes
    SYNC         0
    HELLO        codec version
    RESET        0
    CRASH        n                            n bytes of text

Reply, world to device, always REPLY_SIZE bytes and always the newest sample of every input:

    0   u8   0, or the HalError kind of the awaited call; to WAIT, which cannot fail, the UPSET code of a call that
             from now on raises what its contract does not know
    1   u8   reset cause
    2   u16  input bits
    4   u32  now_ms
    8   u16  microseconds past now_ms, 0..999
    10  u16  x 4 ADC values
    18  u16  bytes the uart will accept until the next reply
    20  u8   n bytes in the received uart window
    21  u8   n bytes of I2C answer, 0 = none
    22  u8   address, 23 u8 register the answer belongs to
    24  ...  I2C answer: what I2C_READ asked for, or with WAIT a prefetch of the last read that was asked for
    64  ...  received uart window

A prefetch spares the second exchange of an ordinary tick. A read that would fail is not prefetched, so the
firmware meets the failure in the exchange of its own; reading's effects on a chip happen only when it was used.
"""

VERSION = 1

HEAD_SIZE = 8
REQUEST_SIZE = 1024
REPLY_SIZE = 128

DRIVE = 1
CONTACTOR = 2
KICK = 3
BUZZER = 4
INERT = 5
FEED = 6
WD_START = 7
UART = 8
WAIT = 16
I2C_READ = 17
I2C_WRITE = 18
SYNC = 19
HELLO = 20
RESET = 21
CRASH = 22

# What may be upset: one call of the board, and UPSET_OOM when it raises MemoryError.
UPSET_I2C = 1
UPSET_ADC = 2
UPSET_INPUTS = 3
UPSET_OUTPUTS = 4
UPSET_WATCHDOG = 5
UPSET_UART = 6
UPSET_CLOCK = 7
UPSET_OOM = 16

AT_STATUS = 0
AT_CAUSE = 1
AT_BITS = 2
AT_NOW = 4
AT_MICROS = 8
AT_ADC = 10
AT_TX_SPACE = 18
AT_RX_COUNT = 20
AT_I2C_COUNT = 21
AT_I2C_ADDR = 22
AT_I2C_REG = 23
AT_I2C_DATA = 24
AT_RX_DATA = 64
RX_WINDOW = REPLY_SIZE - AT_RX_DATA
TX_WINDOW = 256
