"""What the tests beside it share."""

from hal.world.faults.fault import Fault
from hal.world.faults.vocabulary import VOCABULARY

NAMES = (
    "off", "stuck", "garbage", "offset", "scale", "sign", "axis", "slow", "delayed", "intermittent", "nack", "bitflip",
    "saturate", "jam", "backdrive", "weld_on", "open_load", "slip", "shift_mass", "switch_open", "switch_closed",
    "brake_weak", "overrun", "stall", "exception", "oom", "reset", "brownout", "mains_off", "battery_low", "flash_torn",
    "flash_worn", "clock_jump", "uart_silence", "uart_sleep", "uart_unplug", "uart_noise", "uart_truncate",
    "uart_replay", "uart_flood", "noise", "dead_spot", "sag", "vibration",
)  # fmt: skip


ALL = [Fault(name, target) for target, name in VOCABULARY]


IMU = 0x6A


RTC = 0x68


def accel(rig):
    data = rig.world.bus.read(IMU, 0x28, 6)
    return [int.from_bytes(data[i : i + 2], "little", signed=True) for i in (0, 2, 4)]


IMU_FAULTS = [fault for fault in ALL if fault.target in ("imu", "gyro", "accel", "floor")]
