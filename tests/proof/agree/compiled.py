"""Terms of Z3 as one Python function, so that a translation can be run a hundred thousand times: a node, a line."""

from collections.abc import Callable

import z3

_TEXT = {
    z3.Z3_OP_ADD: " + ", z3.Z3_OP_SUB: " - ", z3.Z3_OP_MUL: " * ", z3.Z3_OP_IDIV: " // ", z3.Z3_OP_MOD: " % ",
    z3.Z3_OP_LE: " <= ", z3.Z3_OP_LT: " < ", z3.Z3_OP_GE: " >= ", z3.Z3_OP_GT: " > ", z3.Z3_OP_EQ: " == ",
    z3.Z3_OP_DISTINCT: " != ", z3.Z3_OP_AND: " and ", z3.Z3_OP_OR: " or ",
}  # fmt: skip


def compiled(terms: list, names: list) -> Callable[[list], list]:
    """From the values of `names`, symbols of Z3 in this order, to the values of all the terms.

    Divisors are above zero wherever the firmware divides, so that rounding down is Z3's own division.
    """
    lines, known = [], {}
    for place, name in enumerate(names):
        known[name.get_id()] = f"given[{place}]"
    results = [_written(term, known, lines) if z3.is_expr(term) else repr(term) for term in terms]
    text = "def run(given):\n" + "".join(f"    {line}\n" for line in lines) + f"    return [{', '.join(results)}]\n"
    place: dict = {}
    exec(compile(text, "translated", "exec"), place)  # noqa: S102 - made of the terms above
    return place["run"]


def _written(term, known: dict, lines: list[str]) -> str:
    waiting = [term]
    while waiting:
        node = waiting[-1]
        if node.get_id() in known:
            waiting.pop()
            continue
        later = [child for child in node.children() if child.get_id() not in known]
        if later:
            waiting += later
            continue
        waiting.pop()
        text = _text(node, [known[child.get_id()] for child in node.children()])
        if node.num_args():
            lines.append(f"t{len(lines)} = {text}")
            text = f"t{len(lines) - 1}"
        known[node.get_id()] = text
    return known[term.get_id()]


def _text(node, parts: list[str]) -> str:
    kind = node.decl().kind()
    if z3.is_int_value(node):
        return f"({node.as_long()})"
    if kind in (z3.Z3_OP_TRUE, z3.Z3_OP_FALSE):
        return str(kind == z3.Z3_OP_TRUE)
    if kind == z3.Z3_OP_ITE:
        return f"{parts[1]} if {parts[0]} else {parts[2]}"
    if kind == z3.Z3_OP_NOT:
        return f"not {parts[0]}"
    if kind == z3.Z3_OP_UMINUS:
        return f"-{parts[0]}"
    return _TEXT[kind].join(parts)
