"""The numbers on docs/safety/proof.md are those of the code and of the proofs' assumptions."""

import re

from docs.generator.hazards import theorems
from docs.generator.numbers import filled
from tests.proof.limit import assumptions
from tests.support.source import ROOT

PAGE = ROOT / "docs" / "safety" / "proof.md"
SAID = (
    "zero for {safety.SETTLE_MS} counts as rest",
    "may come up after {hold.SILENT_MS}, or after {safety.HALT_WAIT_MS} of a response",
    "holds that for no longer than {safety.STOP_HOLD_MS};",
    "ends after {session.PAUSE_MS};",
    "less than {buttons._KNOCK_TICKS}, counts for nothing",
    "- {limit.WELL_CDEG}, with both senses well and the tilt sensor's mount exact",
    "- {limit.MOUNTED_CDEG}, with both senses well and the mount off",
    "- {limit.ONE_WRONG_CDEG}, with the tilt sensor and its mount so",
    "- {limit.ONE_WRONG_CDEG}, with the position sensor within its error",
    "- {limit.NOISY_CDEG}, with the tilt sensor wrong",
    "to the motor | {limit.LATENCY_S} |",
    "coasting after the drive is zero | {limit.COAST_S} of its rate |",
    "senses well | {limit.RISE_CDPS2} |",
    "whatever the gyro says | {limit.WRONG_RISE_CDPS2} |",
    "error of the tilt estimate while driven | {limit.TILT_ERROR_CDEG} |",
    "mount of the tilt sensor | off by {limit.MOUNT_ERROR_CDEG} |",
    "error of its rate | {limit.RATE_ERROR_CDPS} |",
    "position sensor, too low by | {limit.POSITION_ERROR_CDEG} |",
    "its lag | {limit.POSITION_LAG_S} |",
    "its rate, too low by | {limit.POSITION_RATE_LATE_CDPS} |",
    "with {limit.NOISY_PERCENT} of noise | {limit.NOISY_ERROR_CDEG}, {limit.NOISY_RATE_LATE_CDPS} |",
    "noisy too.** {limit.NOISY_CDEG} are proven",
    "**{limit.WELL_CDEG} with a mount that is only calibrated",
    "The {limit.MOUNTED_CDEG} also need the position sensor: by the tilt sensor alone it is {limit.ONE_WRONG_CDEG},",
    "above {safety.CREEP_CDPS} by either sense",
    "by more than {limit.TILT_ERROR_CDEG} for a moment",
    "in {invariants.HOME_S} is shown by situations",
)
# What is no number of the code: names, widths of what buses and a Pico hold, what tests count, the parts' own errors.
OTHERS = ("Z3", "31 bits", "16 bits", "pins of 12", "1,000 lines", "100,000 random steps", "3,000 more",
          "65,536 inputs", "20 ms in the simulated table", "table: 0.25;", "0.1 % of its stroke: 0.27")  # fmt: skip


def astray(page):
    """Sentences whose number is not the code's, and numbers that stand in no sentence that is compared."""
    text = " ".join(re.sub(r"```.*?```|\]\([^)]*\)|`[^`]*`|^\d\.", "", page, flags=re.DOTALL | re.MULTILINE).split())
    found = []
    for sentence in map(filled, SAID):
        found += [f"not there: {sentence}"] * (text.count(sentence) != 1)
        text = text.replace(sentence, "")
    for other in OTHERS:
        text = text.replace(other, "")
    return found + re.findall(r".{0,30}\d.{0,30}", text)


def test_its_numbers_are_those_of_the_code():
    assert astray(PAGE.read_text("utf-8")) == []


def test_the_readme_counts_the_theorems():
    told = re.search(r"(\d+) theorems about", (ROOT / "README.md").read_text("utf-8"))
    assert int(told[1]) == len(theorems())


def test_a_number_that_has_changed_or_is_compared_with_nothing_is_told(monkeypatch):
    page = PAGE.read_text("utf-8")
    assert len(astray(page + "\nAfter 17 s.\n")) == 1
    monkeypatch.setattr(assumptions, "MOUNTED_CDEG", 80)
    assert any("0.8 degrees" in one for one in astray(page))
