"""The emulated table that every case gets: Anna has been here before, and a laptop hangs on its cable."""

from pathlib import Path
from typing import Any

from hal import contract
from hal.emulated.rig import EmulatedRig
from hal.rp2 import pins
from tests.support.laptop import Laptop, blob
from tests.support.seasoned import season

ROOT = Path(__file__).resolve().parents[2]
IMAGE = ROOT / "build" / "image" / "bascule.uf2"
CONFORMANCE = ROOT / "build" / "image" / "conformance.uf2"
LIMIT_DEG = 25.0
HEAD_DOWN_DEG = 12.0
PROMPT = b">>>"
_READ_S = 0.05
_SPIN = 0x20041F00  # in the second core's stack, which nothing uses


class Bench(EmulatedRig):
    """drives keeps every change of what reaches the motor: (time, permille, contactor closed)."""

    def __init__(self, folder: Path, image: Path = IMAGE, **options: Any) -> None:
        root = folder / "flash"
        root.mkdir(parents=True, exist_ok=True)
        season(root)
        super().__init__(image, root, **options)
        self.laptop = Laptop(self)
        self.said = bytearray()

    def serial_out(self) -> bytes:
        data = super().serial_out()
        self.said += data
        return data

    @property
    def now_s(self) -> float:
        return self.world.now_s

    @property
    def inv_deg(self) -> float:
        return self.world.plant.inv_deg

    def status(self) -> dict:
        return self.laptop.ask("status")

    def state(self) -> str:
        return str(self.status()["st"])

    def pad(self, number: int) -> bool:
        """Whether the chip drives this pin high."""
        assert self.chip is not None
        pin = self.chip.mcu.gpio[number]
        return bool(pin.output_enable and pin.output_value)

    def moves_by_motor(self) -> bool:
        """Whether voltage reaches the motor now."""
        world = self.world
        return bool(world.drive_permille and world.contactor_closed)

    def boot(self) -> None:
        self.power_on()
        self.run_until(lambda: self.usb is not None and self.usb.connected, 2.0)
        self.run(0.5)
        self.laptop.hello()

    def confirm(self) -> None:
        """Anna's profile, and her session confirmed at the panel."""
        answer = self.laptop.push(blob())
        assert answer.get("ok") == 1, answer
        self.run(0.2)
        page = self.laptop.confirm()
        assert page == "ARMED", page

    def go_down(self) -> None:
        """Hold DOWN until well past level, and go on holding it."""
        self.laptop.ask("watch", on=1)
        self.press("down")
        self.run_until(lambda: self.inv_deg > HEAD_DOWN_DEG, 60.0)

    def read_for(self, seconds: float) -> None:
        """Let so long pass with a laptop that reads whatever comes, as one does that watches."""
        for _ in range(round(seconds / _READ_S)):
            self.run(_READ_S)
            self.laptop.listen()

    def stays(self, seconds: float) -> bool:
        """Whether DOWN, held from now on, moves nothing for so long."""
        before_deg = self.inv_deg
        self.press("down")
        self.run(seconds)
        return abs(self.inv_deg - before_deg) < 0.05

    def spin(self) -> int:
        """The program hangs: the processor jumps to itself for ever, with everything else as it was; where it was."""
        assert self.chip is not None
        core = self.chip.mcu.core
        was = int(core.pc)
        self.chip.mcu.write_uint16(_SPIN, 0xE7FE)
        core.pc = _SPIN
        return was

    def stall(self, ms: int) -> None:
        """The program stands still for so long, or a little longer where an interrupt is served just then."""
        assert self.chip is not None
        core = self.chip.mcu.core
        was = self.spin()
        self.run(ms / 1000)
        while core.pc != _SPIN:
            self.run(0.0001)
        core.pc = was

    def enabled(self) -> bool:
        return self.pad(pins.BRIDGE_ENABLE)

    def pressed_inputs(self) -> int:
        return self.world.input_bits() & (1 << contract.DOWN | 1 << contract.UP | 1 << contract.OK)
