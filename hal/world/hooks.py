"""How a fault gets between a part of the world and who calls it, and out again; without a fault it costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Call = Callable[..., Any]
Wrapper = Callable[[Call], Call]
Undo = Callable[[], None]


class Hooks:
    """Shadows methods on single objects; several on one method nest, and any of them may leave first."""

    def __init__(self) -> None:
        self._chains: dict[tuple[int, str], list[Wrapper]] = {}

    def wrap(self, owner: object, method: str, wrapper: Wrapper) -> Undo:
        """From now on owner.method is wrapper(what it was); the returned call takes this wrapper out again."""
        chain = self._chains.setdefault((id(owner), method), [])
        chain.append(wrapper)
        _rebuild(owner, method, chain)

        def undo() -> None:
            chain.remove(wrapper)
            _rebuild(owner, method, chain)

        return undo


def _rebuild(owner: object, method: str, chain: list[Wrapper]) -> None:
    if method in vars(owner):
        delattr(owner, method)
    call: Call = getattr(owner, method)
    for wrapper in chain:
        call = wrapper(call)
    if chain:
        setattr(owner, method, call)
