"""The import rules of the architecture. Each takes the repository's root and returns one line per breach."""

import ast

from hal.boards import BOARDS
from tests.support.source import device_side, python_in, tree, uses, where

# What MicroPython 1.25 has on both the RP2040 and the unix port, as far as the table needs it.
_ON_DEVICE = {
    "array", "binascii", "collections", "errno", "gc", "hashlib", "io", "json", "math", "micropython", "os", "random",
    "select", "struct", "sys", "time",
}  # fmt: skip
_NOT_ON_DEVICE = {
    "abc", "contextlib", "dataclasses", "datetime", "enum", "functools", "itertools", "logging", "typing",
}  # fmt: skip
# What the laptop tool uses as it is.
_SHARED = (
    "firmware.safety", "firmware.screening", "firmware.profile", "firmware.link", "firmware.dates", "firmware.version",
    "firmware.panel.font", "firmware.words", "firmware.texts",
)  # fmt: skip
_OURS = ("firmware", "hal", "bascule", "image", "tests", "docs")
_MACHINE = ("machine", "umachine", "rp2", "uctypes", "vfs")


def _breaches(root, paths, forbidden, rule):
    found = []
    for path in paths:
        for use in uses(root, path):
            if forbidden(path, use):
                found.append(f"{where(root, path, use.line)}: imports {use.name}: {rule}")
    return found


def safety_is_alone(root):
    """firmware.safety imports only firmware.safety."""
    return _breaches(
        root,
        python_in(root, "firmware/safety"),
        lambda _, use: not use.within("firmware.safety"),
        "firmware/safety imports only itself",
    )


def screening_is_alone(root):
    """firmware.screening imports only itself, firmware.dates and firmware.texts."""
    return _breaches(
        root,
        python_in(root, "firmware/screening"),
        lambda _, use: not use.within("firmware.screening", "firmware.dates", "firmware.texts"),
        "firmware/screening imports only itself, firmware/dates.py and firmware/texts.py",
    )


def firmware_knows_no_hal(root):
    """firmware never imports hal: the board is handed to main."""
    return _breaches(root, python_in(root, "firmware"), lambda _, use: use.within("hal"), "firmware never imports hal")


def machine_only_in_hal(root):
    """Only hal mentions the `machine` module, by import or by name."""
    rule = "only hal/ may touch `machine`"
    paths = python_in(root, "firmware", "host")
    found = _breaches(root, paths, lambda _, use: use.within(*_MACHINE), rule)
    for path in paths:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Name) and node.id in _MACHINE:
                found.append(f"{where(root, path, node.lineno)}: names {node.id}: {rule}")
    return found


def outputs_only_in_gate(root):
    """Only firmware/control/gate.py touches outputs.

    Elsewhere they may be handed to the Gate as it is made, and main.py may call board.outputs.inert().
    """
    found = []
    for path in python_in(root, "firmware"):
        if path == root / "firmware" / "control" / "gate.py":
            continue
        module = tree(path)
        allowed = _allowed_outputs(module, may_make_inert=path == root / "firmware" / "main.py")
        for node in ast.walk(module):
            if _names_outputs(node) and node not in allowed:
                found.append(f"{where(root, path, node.lineno)}: touches outputs: only firmware/control/gate.py may")
    return found


def _names_outputs(node):
    return (isinstance(node, ast.Attribute) and node.attr == "outputs") or (
        isinstance(node, ast.Constant) and node.value == "outputs"
    )


def _allowed_outputs(module, may_make_inert):
    allowed = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Gate":
            allowed.update(node.args)
        elif may_make_inert and isinstance(node, ast.Attribute) and node.attr == "inert":
            allowed.add(node.value)
    return allowed


def host_reads_shared_rules_only(root):
    """host imports of firmware only its rules, its link, its font, its words and its version."""
    return _breaches(
        root,
        python_in(root, "host"),
        lambda _, use: use.within("firmware") and not use.within(*_SHARED),
        "host may use firmware.safety, .screening, .profile, .link, .dates, .texts, .words, .version, .panel.font only",
    )


def world_is_alone(root):
    """hal/world imports only itself and hal.contract: the surroundings know no home, and not what the table thinks."""
    return _breaches(
        root,
        python_in(root, "hal/world"),
        lambda _, use: use.within(*_OURS) and not use.within("hal.world", "hal.contract"),
        "hal/world imports only itself and hal.contract",
    )


def device_hal_knows_no_firmware(root):
    """The device side of hal imports no firmware; what starts a board alone starts firmware.main."""
    starts = {root / "hal" / "sim" / "boot.py", *python_in(root, *(f"{board.binding}/start" for board in BOARDS))}
    return _breaches(
        root,
        _hal_only(root),
        lambda path, use: use.within("firmware") and not (path in starts and use.within("firmware.main")),
        "the device side of hal imports no firmware",
    )


def device_side_fits_device(root):
    """Device-side files import nothing that MicroPython lacks.

    hal/sim runs on CPython too: there, and only below the top level, it may import what else it guards.
    """

    def absent(path, use):
        head = use.name.split(".")[0]
        if head in _NOT_ON_DEVICE:
            return True
        if head in ("firmware", "hal") or head in _ON_DEVICE or head in _MACHINE:
            return use.within("hal.world", "hal.sim.home")
        return use.at_top or path.parent != root / "hal" / "sim"

    return _breaches(root, device_side(root), absent, "MicroPython on the table has no such module")


def _hal_only(root):
    return [path for path in device_side(root) if path.is_relative_to(root / "hal")]


RULES = (
    safety_is_alone,
    screening_is_alone,
    firmware_knows_no_hal,
    machine_only_in_hal,
    outputs_only_in_gate,
    host_reads_shared_rules_only,
    world_is_alone,
    device_hal_knows_no_firmware,
    device_side_fits_device,
)
