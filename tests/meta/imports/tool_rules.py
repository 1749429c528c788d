"""The import rules between the packages of the laptop tool. Each takes the repository's root: one line per breach."""

import ast
import re

from tests.support.source import files, python_in, tree, uses, where

_TOOL = "host/bascule"
_PACKAGES = (
    "cli",
    "commands",
    "profile",
    "conditions",
    "interview",
    "sheet",
    "table",
    "doctor",
    "deploy",
    "broker",
    "ui",
    "simulator",
    "terminal",
    "speech",
)
# What it says, everybody may say in the language that is asked for.
_FOR_ALL = "speech"


def _package(root, path):
    """The package that a file of the tool belongs to; empty for the modules at its root."""
    parts = path.relative_to(root / _TOOL).parts
    return parts[0] if len(parts) > 1 else ""


def _beyond(root, package, allowed, rule):
    """Each import in `package` of one of the tool's packages that is neither itself nor among `allowed`."""
    found = []
    for path in python_in(root, f"{_TOOL}/{package}"):
        for use in uses(root, path):
            other = [one for one in _PACKAGES if use.within(f"bascule.{one}")]
            if other and other[0] not in (package, _FOR_ALL, *allowed):
                found.append(f"{where(root, path, use.line)}: imports {use.name}: {rule}")
    return found


def cli_imports_commands(root):
    """cli imports commands, and no other package."""
    return _beyond(root, "cli", ["commands"], "cli imports commands only")


def commands_import_the_rest(root):
    """commands import every package but cli."""
    rest = [one for one in _PACKAGES if one != "cli"]
    return _beyond(root, "commands", rest, "commands import everything but cli")


def profile_imports_conditions(root):
    """profile imports conditions, and no other package."""
    return _beyond(root, "profile", ["conditions"], "profile imports conditions only")


def conditions_stand_alone(root):
    """conditions imports no other package."""
    return _beyond(root, "conditions", [], "conditions imports no other package")


def table_knows_no_profile(root):
    """table imports neither profile nor conditions, nor any other package."""
    return _beyond(root, "table", [], "table imports no other package")


def sheet_imports_profile_and_conditions(root):
    """sheet imports profile and conditions, and no other package."""
    return _beyond(root, "sheet", ["profile", "conditions"], "sheet imports profile and conditions only")


def interview_imports_profile_and_conditions(root):
    """interview imports profile and conditions, and no other package."""
    return _beyond(root, "interview", ["profile", "conditions"], "interview imports profile and conditions only")


def doctor_imports_table(root):
    """doctor imports table, and no other package."""
    return _beyond(root, "doctor", ["table"], "doctor imports table only")


def deploy_imports_table(root):
    """deploy imports table, and no other package."""
    return _beyond(root, "deploy", ["table"], "deploy imports table only")


def broker_imports_table(root):
    """broker imports table, and no other package."""
    return _beyond(root, "broker", ["table"], "broker imports table only")


def ui_imports_table(root):
    """ui imports table, and no other package: the page knows nothing of a simulated table."""
    return _beyond(root, "ui", ["table"], "ui imports table only")


def terminal_imports_table(root):
    """terminal imports table, and no other package."""
    return _beyond(root, "terminal", ["table"], "terminal imports table only")


def simulator_imports_what_shares_a_table(root):
    """simulator imports table, and what shares and shows one."""
    shows = ["table", "broker", "ui", "terminal"]
    return _beyond(root, "simulator", shows, "simulator imports table, broker, ui and terminal only")


def speech_stands_alone(root):
    """speech imports no other package, and no module of the root."""
    found = _beyond(root, "speech", [], "speech imports no other package")
    for path in python_in(root, f"{_TOOL}/speech"):
        for use in uses(root, path):
            if use.within("bascule") and not use.within("bascule.speech"):
                found.append(f"{where(root, path, use.line)}: imports {use.name}: speech imports nothing of the root")
    return found


def root_imports_no_package(root):
    """The modules at the tool's root are for all of its packages, and import none but speech; `python -m bascule`
    starts cli."""
    found = []
    for path in files(root / _TOOL, ".py"):
        if _package(root, path) or path.name == "__main__.py":
            continue
        for use in uses(root, path):
            if any(use.within(f"bascule.{one}") for one in _PACKAGES if one != _FOR_ALL):
                found.append(f"{where(root, path, use.line)}: imports {use.name}: a module of the root imports none")
    return found


def private_names_stay_inside(root):
    """Nothing outside a package uses a name of it that begins with an underscore."""
    found = []
    for path in python_in(root, _TOOL):
        used = [(use.line, use.name) for use in uses(root, path)]
        imported = _imported(path)
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in imported:
                used.append((node.lineno, f"{imported[node.value.id]}.{node.attr}"))
        for line, name in used:
            other, private = name.split(".")[1:2], [part for part in name.split(".") if _is_private(part)]
            if name.startswith("bascule.") and other != [_package(root, path)] and private:
                found.append(f"{where(root, path, line)}: uses {name}: it is private to its package")
    return found


def _imported(path):
    """By name in the file: what it stands for."""
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


def _is_private(part):
    return part.startswith("_") and not part.startswith("__")


def surfaces_are_told(root):
    """The `__init__` of a package names, in `backticks`, exactly those of its modules that others import."""
    used = {}
    for path in [*python_in(root, _TOOL)]:
        for use in uses(root, path):
            parts = use.name.split(".")
            if parts[0] == "bascule" and len(parts) > 2 and parts[1] in _PACKAGES and parts[1] != _package(root, path):
                used.setdefault(parts[1], {}).setdefault(parts[2], where(root, path, use.line))
    found = []
    for package in _PACKAGES:
        place = root / _TOOL / package / "__init__.py"
        told = re.findall(r"`(\w+)`", ast.get_docstring(tree(place)) or "") if place.exists() else []
        for name, at in used.get(package, {}).items():
            if name not in told:
                found.append(f"{at}: imports {package}.{name}: its __init__ does not name it")
        for name in told:
            if name not in used.get(package, {}):
                found.append(f"{where(root, place, 1)}: names {name}: no other package imports it")
    return found


RULES = (
    cli_imports_commands,
    commands_import_the_rest,
    profile_imports_conditions,
    conditions_stand_alone,
    table_knows_no_profile,
    interview_imports_profile_and_conditions,
    sheet_imports_profile_and_conditions,
    doctor_imports_table,
    deploy_imports_table,
    broker_imports_table,
    ui_imports_table,
    terminal_imports_table,
    simulator_imports_what_shares_a_table,
    speech_stands_alone,
    root_imports_no_package,
    private_names_stay_inside,
    surfaces_are_told,
)
