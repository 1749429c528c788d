"""A counterexample about the limit: what the sensors said of one sample, and where a table comes to rest by it."""

from tests.proof.limit.assumptions import furthest
from tests.proof.source import Program
from tests.proof.translator.values import unknown

FIELDS = ("limit_cdeg", "inv_cdeg", "rate_cdps", "pos_cdeg", "pos_rate_cdps")


def described(sample, model) -> dict[str, int]:
    """A sample with the model's values: what is measured, where the table is, how fast, and how far it may come."""
    return {name: model.eval(value, model_completion=True).as_long() if unknown(value) else value
            for name, value in sample.values.items()}  # fmt: skip


def text(values: dict[str, int]) -> list[str]:
    """As lines of TOML."""
    return ["", "[sample]", *(f"{name} = {value}" for name, value in values.items())] if values else []


def said(values: dict[str, int], program: Program) -> str:
    """Whether this program lets the table go on, and if it does, where it comes to rest."""
    obs = program.module("firmware.tick_data").Observation()
    for name in FIELDS[1:]:
        setattr(obs, name, values[name])
    if not program.module("firmware.safety.envelope").room_left(values["limit_cdeg"], obs):
        return "no more drive head-down"
    rest = furthest(values["true_cdeg"], values["true_cdps"], values["rise_cdps2"])
    past = rest - values["limit_cdeg"]
    return f"driven on; it comes to {rest:.0f}, {past:.0f} past its limit, where {values['past_cdeg']} are allowed"
