"""Height and weight in both systems of units."""

from __future__ import annotations

CM_PER_INCH, KG_PER_POUND = 2.54, 0.45359237


def height(cm: int, imperial: bool) -> str:
    """Both, that of the person first."""
    feet, inches = divmod(round(cm / CM_PER_INCH), 12)
    return _both(f"{cm} cm", f"{feet} ft {inches} in", imperial)


def weight(kg: int, imperial: bool) -> str:
    """Both, that of the person first."""
    return _both(f"{kg} kg", f"{round(kg / KG_PER_POUND)} lb", imperial)


def _both(metric: str, other: str, imperial: bool) -> str:
    return f"{other} ({metric})" if imperial else f"{metric} ({other})"
