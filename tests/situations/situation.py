"""A situation file: read strictly, every line understood before anything runs."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from hal.world.errors import FaultError
from hal.world.faults.fault import Fault, parse
from hal.world.mechanics.person import Person
from hal.world.world import IMUS
from tests.situations.language import expectations, moments, steps
from tests.situations.language.words import UnknownWords
from tests.support.laptop import as_written

FOLDER = Path(__file__).parent
HAZARDS = 51
_FIELDS = {
    "title",
    "hazards",
    "benign",
    "profile",
    "limit",
    "person",
    "sensor",
    "imu",
    "start",
    "script",
    "faults",
    "expect",
}
_PERSON = {"mass_kg", "height_cm", "com_along_m", "com_off_m"}


class SituationError(ValueError):
    """A file that says something nobody understands."""


class Trigger(NamedTuple):
    """A fault and its moment; when None: from before the power comes on."""

    when: Callable[[Any], Callable[[], bool]] | None
    fault: Fault
    for_s: float | None


class Situation:
    """One file. script and expect hold (line, function, arguments)."""

    def __init__(self, name: str, data: dict):
        self.name = name
        self.title: str = data.pop("title", "")
        self.hazards: list[int] = data.pop("hazards", [])
        self.benign: bool = data.pop("benign", False)
        if not self.title or not self.hazards:
            raise SituationError("every situation needs a title and hazards = [...]")
        if not set(self.hazards) <= set(range(1, HAZARDS + 1)):
            raise SituationError(f"hazards = {self.hazards}: they are numbered 1 to {HAZARDS}")
        self._person = data.pop("person", {})
        _known("person", self._person, _PERSON)
        start = data.pop("start", "upright")
        self.start_deg = None if start == "upright" else float(start)
        sensor = data.pop("sensor", "typical")
        if sensor not in ("typical", "worst"):
            raise SituationError(f"sensor = {sensor!r}: it is typical or worst")
        self.worst_sensor = sensor == "worst"
        self.imu = data.pop("imu", "lsm6dsox")
        if self.imu not in IMUS:
            raise SituationError(f"imu = {self.imu!r}: it is {' or '.join(IMUS)}")
        self._take_profile(data.pop("profile", {}), data.pop("limit", None))
        self.script = [(line, *steps.STEPS.read(line)) for line in data.pop("script", [])]
        self.expect = [(line, *expectations.EXPECTATIONS.read(line)) for line in data.pop("expect", [])]
        triggers = [_trigger(line, moments.MOMENTS.read) for line in data.pop("faults", [])]
        self.faults = triggers
        self.early = [trigger for trigger in triggers if trigger.when is None]
        if not self.expect:
            raise SituationError("a situation without expect = [...] shows nothing")
        _known("situation", data, _FIELDS)

    def person(self) -> Person:
        return Person(**self._person)

    def _take_profile(self, given: dict | str, limit: float | None) -> None:
        """The profile as it goes over the cable, and what the table may do with it at most."""
        if given == "none":
            self.profile, self.limit_deg = None, 0.0
            return
        fields = dict(given) if isinstance(given, dict) else {}
        self.profile = as_written(fields)
        if limit is None and fields.get("conditions"):
            raise SituationError("a profile with conditions needs limit = the degrees that it allows, 0 for locked")
        self.limit_deg = float(fields.get("max_inversion_deg", 25) if limit is None else limit)


def load(path: Path) -> Situation:
    """Read one file; SituationError says which file and line is not understood."""
    try:
        return Situation(path.stem, tomllib.loads(path.read_text("utf-8")))
    except (UnknownWords, SituationError, FaultError, tomllib.TOMLDecodeError) as exc:
        raise SituationError(f"{path.name}: {exc}") from exc


def all_files() -> list[Path]:
    return sorted(FOLDER.glob("*.toml"))


def _known(what: str, data: dict, known: set[str]) -> None:
    unknown = sorted(set(data) - known) if what == "person" else sorted(data)
    if unknown:
        raise SituationError(f"unknown in {what}: {', '.join(unknown)}; known are {', '.join(sorted(known))}")


def _trigger(line: str, read: Callable[[str], tuple[Callable[..., Any], list[Any]]]) -> Trigger:
    moment, colon, rest = line.partition(":")
    if not colon:
        raise SituationError(f"{line!r}: a fault is written `moment: fault`")
    words, lasting, time = rest.strip().partition(" for ")
    for_s = None
    if lasting:
        number, _, unit = time.partition(" ")
        if unit not in ("ms", "s") or not number.replace(".", "", 1).isdigit():
            raise SituationError(f"{line!r}: `for` is followed by a number and ms or s")
        for_s = float(number) / (1000 if unit == "ms" else 1)
    function, arguments = read(moment.strip())
    when = None if function.__name__ == "from_the_start" else lambda play: function(play, *arguments)
    return Trigger(when, parse(words), for_s)
