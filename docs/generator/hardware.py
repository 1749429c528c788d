"""What docs/hardware takes from the board file: the map of the Pico's pins, and the drawing of what hangs on them."""

from typing import NamedTuple

from docs.generator.hazards import ROOT
from hal.rp2 import pins

PAGE = ROOT / "docs" / "hardware" / "wiring.md"
DRAWING = ROOT / "docs" / "pictures" / "wiring.svg"
BEGIN, END = "<!-- Made by `make docs` from hal/rp2/pins.py. Do not edit. -->", "<!-- End of the made part. -->"

# Where each GPIO comes out of a Raspberry Pi Pico (Pico datasheet, figure 4): the others carry power.
_PAD = {
    0: 1, 1: 2, 2: 4, 3: 5, 4: 6, 5: 7, 6: 9, 7: 10, 8: 11, 9: 12, 10: 14, 11: 15, 12: 16, 13: 17, 14: 19, 15: 20,
    16: 21, 17: 22, 18: 24, 19: 25, 20: 26, 21: 27, 22: 29, 26: 31, 27: 32, 28: 34,
}  # fmt: skip

# By name in the board file: to or from the Pico, what is there, and what must hold the line while the chip does not.
_LINES = {
    "I2C_SDA": ("both", "tilt sensor, clock, display: SDA", "2.2 kOhm to 3.3 V, once for the whole bus"),
    "I2C_SCL": ("both", "tilt sensor, clock, display: SCL", "2.2 kOhm to 3.3 V, once for the whole bus"),
    "BRIDGE_ENABLE": ("out", "INH of both half bridges", "**10 kOhm to ground at the bridge**"),
    "CONTACTOR": ("out", "driver of the contactor's coil", "**10 kOhm to ground at the driver**"),
    "BRIDGE_DOWN": ("out", "IN of the head-down half bridge", "**10 kOhm to ground at the bridge**"),
    "BRIDGE_UP": ("out", "IN of the head-up half bridge", "**10 kOhm to ground at the bridge**"),
    "BUZZER": ("out", "driver of the buzzer", "10 kOhm to ground"),
    "WINDOW_KICK": ("out", "input of the window watchdog", "10 kOhm to ground"),
    "ANALOG_SELECT": (
        "out",
        "S of the 74LVC1G3157: low motor supply, high battery",
        "10 kOhm to 3.3 V at the 74LVC1G3157: open reads the battery",
    ),
    "POSITION": ("in", "wiper of the position potentiometer", "1 MOhm to ground: a broken wire reads 0"),
    "CURRENT": ("in", "IS of both half bridges", "the 1.40 kOhm, on the Pico's end of the wire: a broken one reads 0"),
    "VOLTAGES": ("in", "output of the 74LVC1G3157", "the dividers"),
}
# In the order of the contract's bits, which a test compares.
_INPUTS = {
    "STOP_CLOSED": "window comparator: the STOP loop is whole and not pressed",
    "STOP_SHORT": "window comparator: the STOP loop is shorted",
    "DOWN": "button DOWN",
    "UP": "button UP",
    "OK": "button OK",
    "LOCK_LEFT": "left ankle lock closed",
    "LOCK_RIGHT": "right ankle lock closed",
    "AT_UPRIGHT": "pose switch upright",
    "AT_LEVEL": "pose switch level",
    "AT_END": "pose switch end",
    "MAINS": "mains supply is there",
    "CONTACTOR_CLOSED": "mirror contact of the contactor",
}
_HELD = "the chip's pull-down: open reads 0"


class Line(NamedTuple):
    """One pin of the Pico."""

    gpio: int
    name: str
    way: str
    what: str
    held: str


def lines():
    """Every pin that the board file names, by GPIO. KeyError for a name that is not described here."""
    found = [Line(number, name, *_LINES[name]) for name, number in vars(pins).items() if type(number) is int]
    found += [Line(pins.INPUTS[bit], name, "in", what, _HELD) for bit, (name, what) in enumerate(_INPUTS.items())]
    return sorted(found)


def page(text):
    """wiring.md with its pin map made anew."""
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    rows = [
        f"| {one.gpio} | {_PAD[one.gpio]} | `{one.name}` | {one.way} | {one.what} | {one.held} |" for one in lines()
    ]
    table = [
        "| GPIO | pin | name | way | what | held by |",
        "|---|---|---|---|---|---|",
        *rows,
    ]
    return "\n".join([f"{before}{BEGIN}", *table, f"{END}{after}"])


# The drawing: blocks as (title, x, y, names of their pins, lines of text), the Pico in the middle.
_SENSES = [
    ("STOP loop, 4.7 kOhm at its far end\nwindow comparator", ("STOP_CLOSED", "STOP_SHORT")),
    ("handset: DOWN, UP, OK", ("DOWN", "UP", "OK")),
    ("ankle locks", ("LOCK_LEFT", "LOCK_RIGHT")),
    ("pose switches", ("AT_UPRIGHT", "AT_LEVEL", "AT_END")),
    ("mains sensed, mirror contact", ("MAINS", "CONTACTOR_CLOSED")),
    ("potentiometer of the actuator", ("POSITION",)),
    ("IS of the bridge, 1.40 kOhm", ("CURRENT",)),
    ("supply and battery dividers\n74LVC1G3157", ("VOLTAGES", "ANALOG_SELECT")),
]
_ACTS = [
    ("I2C: tilt sensor 0x6A or 0x69,\nDS3231 0x68, SSD1306 0x3C", ("I2C_SDA", "I2C_SCL")),
    ("BTS 7960 bridge, on 24 V behind\nthe contactor", ("BRIDGE_ENABLE", "BRIDGE_DOWN", "BRIDGE_UP")),
    ("coil of the contactor", ("CONTACTOR",)),
    ("window watchdog, in series\nwith the coil", ("WINDOW_KICK",)),
    ("buzzer and light", ("BUZZER",)),
]
_POWER = [
    "24 V supply\nor battery", "fuse", "main switch,\nkey switch", "contactor\n(force-guided)", "bridge",
    "limit switches,\neach with a diode", "actuator",
]  # fmt: skip


def draw():
    """Write the drawing: signals around the Pico, and below them the way of the motor's current."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    by_name = {one.name: one for one in lines()}
    # Text stays text, and two runs give the same file.
    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": "bascule", "font.size": 8}):
        figure, axes = pyplot.subplots(figsize=(11, 7))
        axes.set(xlim=(0, 11), ylim=(0, 7))
        axes.axis("off")
        _box(axes, 4.4, 1.75, 2.2, 5.1, "Raspberry Pi Pico\n(3.3 V only)")
        _side(axes, by_name, _SENSES, 0.1, 4.4)
        _side(axes, by_name, _ACTS, 7.9, 6.6)
        for at, text in enumerate(_POWER):
            left = 0.1 + at * 1.56
            _box(axes, left, 0.35, 1.3, 0.75, text)
            if at:
                axes.annotate("", (left, 0.72), (left - 0.26, 0.72), arrowprops={"arrowstyle": "->"})
        axes.text(0.1, 0.1, "The limit switches and the manual release work without the board.")
        DRAWING.parent.mkdir(exist_ok=True)
        figure.savefig(DRAWING, bbox_inches="tight", metadata={"Date": None, "Creator": None})
        pyplot.close(figure)


def _box(axes, left, low, width, height, text):
    from matplotlib.patches import Rectangle

    axes.add_patch(Rectangle((left, low), width, height, fill=False))
    axes.text(left + width / 2, low + height / 2, text, ha="center", va="center")


def _side(axes, by_name, blocks, left, edge):
    """Blocks one above the other, each joined to the Pico by one line per pin."""
    count = sum(len(names) for _, names in blocks)
    step = 5.1 / (count + len(blocks))
    top = 6.85
    near = left + 3.0 if left < edge else left
    for text, names in blocks:
        height = step * len(names) + step * 0.6
        _box(axes, left, top - height, 3.0, height, text)
        for number, name in enumerate(names):
            y = top - step * (number + 0.8)
            axes.plot([near, edge], [y, y], color="black", linewidth=0.6)
            words = f"GP{by_name[name].gpio} {name}"
            axes.text((near + edge) / 2, y + 0.02, words, ha="center", va="bottom", fontsize=5.5)
            axes.plot([edge], [y], marker=".", color="black", markersize=3)
        top -= height + step * 0.4
