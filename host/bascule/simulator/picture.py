"""Draws a recorded run to a picture file; the only module that needs matplotlib."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

# One tint per state as the table names it on the wire; a state unknown here is drawn grey.
_TINTS = {
    "READY": "#dff0df",
    "LOCKED": "#e7c6c6",
    "CONFIRM": "#eef3dc",
    "INVERTING": "#fbe3c0",
    "AT_LIMIT": "#f6c28b",
    "HOLDING": "#f3e6a8",
    "EASING": "#dbe9f4",
    "RESTING": "#e6e1f3",
    "RETURNING": "#cfe3f5",
    "LEVEL_PAUSE": "#dcd6f0",
    "RAISING": "#bfe0ea",
    "STOPPED": "#d0d0d0",
    "FAULT": "#e58f8f",
}

# Share of the width that a label beside DOWN needs.
_LABEL = 0.08
# Share of the width below which a state's name is turned, and below which it is left out.
_NARROW, _NARROWEST = 0.08, 0.012


@dataclass(frozen=True, slots=True)
class Sample:
    """One moment of a run. `true_deg` is the world's, the rest is what the table says on the wire."""

    time_s: float
    true_deg: float
    inversion_deg: float
    limit_deg: float
    drive_percent: float
    state: str


def bands(samples: list[Sample]) -> list[tuple[float, float, str]]:
    """(start_s, end_s, state) for each stretch of one state, in order and without gaps."""
    found: list[tuple[float, float, str]] = []
    for sample in samples:
        if found and found[-1][2] == sample.state:
            found[-1] = (found[-1][0], sample.time_s, sample.state)
            continue
        if found:
            found[-1] = (found[-1][0], sample.time_s, found[-1][2])
        found.append((sample.time_s, sample.time_s, sample.state))
    return found


def draw(samples: list[Sample], held: list[tuple[float, float]], title: str, path: Path) -> None:
    """Write the picture of a run to `path`; the ending of the name chooses the kind of file.

    `held` are the stretches, as (start_s, end_s), in which somebody held DOWN.
    """
    from matplotlib.figure import Figure

    times = [sample.time_s for sample in samples]
    figure = Figure(figsize=(10, 5.2), layout="constrained")
    angle, drive = figure.subplots(2, 1, sharex=True, height_ratios=(4, 1))

    for start, end, state in bands(samples):
        for axes in (angle, drive):
            axes.axvspan(start, end, color=_TINTS.get(state, "#eeeeee"), lw=0)
        share = (end - start) / (times[-1] - times[0])
        if share > _NARROWEST:
            turned = 0 if share > _NARROW else 90
            angle.text((start + end) / 2, 52, state, ha="center", va="top", fontsize=7, rotation=turned)
    for start, end in held:
        angle.plot([start, end], [-77, -77], color="#202020", lw=4, solid_capstyle="butt")
        fits = times[-1] - start > _LABEL * (times[-1] - times[0])
        at, side = (start, "left") if fits else (times[-1], "right")
        angle.text(at, -75.5, " DOWN held ", fontsize=7, va="bottom", ha=side)
    angle.plot(times, [s.true_deg for s in samples], color="#1f4e79", lw=2.2, label="inversion angle, true")
    angle.plot(times, [s.inversion_deg for s in samples], color="#e07b00", lw=1, label="inversion angle, measured")
    angle.step(times, [s.limit_deg for s in samples], where="post", color="#b02020", ls="--", lw=1.2, label="limit")
    angle.axhline(0, color="black", lw=0.6)
    angle.set_ylim(-80, 55)
    angle.set_yticks(range(-75, 51, 25))
    angle.set_ylabel("degrees past horizontal\n(+ = head down)")
    angle.set_title(title, fontsize=10)
    angle.legend(loc="lower center", fontsize=8)

    drive.step(times, [s.drive_percent for s in samples], where="post", color="#404040", lw=1)
    drive.set_ylim(-110, 110)
    drive.set_ylabel("drive, %")
    drive.set_xlabel("time, s")
    drive.set_xlim(times[0], times[-1])
    figure.savefig(path, dpi=110)
