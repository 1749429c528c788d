"""Products of two unknowns, which a solver finds hard: each is looked for once in all that is asked of one core."""

import z3


class Products:
    """Call inside() with one term after another."""

    def __init__(self):
        self._found: list = []
        self._seen: set[int] = set()
        self._terms: list = []  # kept, so that no number of a node is given to another

    def inside(self, term) -> list:
        """Every product of two unknowns in this term and in those before, the whole before its parts."""
        self._terms.append(term)
        waiting = [term]
        while waiting:
            node = waiting.pop()
            if node.get_id() in self._seen:
                continue
            self._seen.add(node.get_id())
            if z3.is_mul(node) and sum(not _number(one) for one in node.children()) > 1:
                self._found.append(node)
            waiting += node.children()
        return self._found


def _number(node) -> bool:
    return z3.is_int_value(node) or z3.is_rational_value(node)
