"""What must be true of docs/safety/hazards.toml, the situations and the tests together: one function for each rule."""

import ast
import re

from firmware.safety import faults
from tests.support.source import files, tree

NUMBERS = range(1, 52)
RESPONSES = (*faults.RESPONSE_NAMES, "LOCK")

_TYPED = re.compile(r"(?<![A-Za-z_.])\d")
_NAMED = re.compile(r"(?<![.{])\b[a-z]+(?:_[a-z]+){2,}\b")  # a theorem, as reasons name one
_HAZARD_IN_NAME = re.compile(r"(?:^|_)h(\d\d)_")


def rows_out_of_shape(hazards):
    """Every hazard once, in order; severity and response in their ranges; words where the response says too little."""
    found = [f"hazards {[one.number for one in hazards]} are not 1 to 51"] * (
        [one.number for one in hazards] != list(NUMBERS)
    )
    for one in hazards:
        if not 2 <= one.severity <= 5:
            found.append(f"hazard {one.number}: severity {one.severity} is not 2 to 5")
        if one.response not in RESPONSES:
            found.append(f"hazard {one.number}: no such response: {one.response}")
        if one.response in ("NONE", "LOCK") and not (one.words or one.faults or one.response == "LOCK"):
            found.append(f"hazard {one.number}: response NONE needs words")
        if not one.requirements:
            found.append(f"hazard {one.number}: no requirement")
    return found


def unanswered(hazards):
    """Hazards with neither a situation nor a test nor a reason; reasons that name no hardware."""
    found = []
    for one in hazards:
        if not (one.situations or one.tests or one.reason):
            found.append(f"hazard {one.number} has no situation, no test and no reason why not")
        if one.reason and not one.hardware:
            found.append(f"hazard {one.number} has a reason, but names no hardware that answers it")
    return found


def astray(hazards, situations):
    """Situations that name no hazard or an unknown one, and lists of the two sides that do not agree."""
    found = []
    listed = {(one.number, stem) for one in hazards for stem in one.situations}
    named = {(number, one.stem) for one in situations for number in one.hazards}
    for one in situations:
        if not (one.hazards or one.benign):
            found.append(f"situation {one.stem} names no hazard and is not benign")
    for number, stem in sorted(named - listed, key=str):
        if number in NUMBERS:
            found.append(f"situation {stem} names hazard {number}, whose row does not list it")
        else:
            found.append(f"situation {stem} names hazard {number}, which does not exist")
    stems = {one.stem for one in situations}
    for number, stem in sorted(listed - named):
        there = "does not name it" if stem in stems else "does not exist"
        found.append(f"hazard {number} lists situation {stem}, which {there}")
    return found


def missing_tests(hazards, ids):
    """Tests that a hazard lists and that do not exist; ids: as test_ids() gives them."""
    found = []
    for one in hazards:
        for test in one.tests:
            name, _, case = test.partition("[")
            cases = ids.get(name)
            if cases is None or (case and cases and case.rstrip("]") not in cases):
                found.append(f"hazard {one.number} lists {test}, which does not exist")
    return found


def unlisted_tests(hazards, ids):
    """Tests with a hazard's number in their name, or in a case's, that its row does not list."""
    listed = {(one.number, test) for one in hazards for test in one.tests}
    named = set()
    for name, cases in ids.items():
        for number in _HAZARD_IN_NAME.findall(name.rpartition("::")[2]):
            named.add((int(number), name))
        for case in cases:
            named.update((int(number), f"{name}[{case}]") for number in _HAZARD_IN_NAME.findall(case))
    return [f"{test} is not listed by hazard {number}" for number, test in sorted(named - listed)]


def faults_astray(hazards):
    """Fault codes in no hazard, unknown ones, and responses that are those of none of the hazard's faults."""
    response = {
        faults.FAULTS[code][faults.NAME]: faults.RESPONSE_NAMES[faults.RESPONSE[code]]
        for code in range(1, faults.COUNT)
    }
    used = {code for one in hazards for code in one.faults}
    found = [f"fault {code} is in no hazard" for code in response if code not in used]
    for one in hazards:
        unknown = [code for code in one.faults if code not in response]
        found += [f"hazard {one.number}: no such fault: {code}" for code in unknown]
        if one.faults and not unknown and one.response not in {response[code] for code in one.faults}:
            found.append(f"hazard {one.number}: none of its faults answers with {one.response}")
    return found


def unproven(hazards, theorems):
    """Requirements with neither a theorem nor a reason; theorems and numbers of none."""
    found = []
    for one in hazards:
        for number in range(1, len(one.requirements) + 1):
            if not one.proof.get(str(number)):
                found.append(f"B-H{one.number:02}-{number}: no theorem, and no reason why not")
        for number, proof in one.proof.items():
            if not number.isdigit() or not 1 <= int(number) <= len(one.requirements):
                found.append(f"hazard {one.number}: proof of a requirement {number} that is not there")
            for name in _NAMED.findall(proof) if isinstance(proof, str) else proof:
                if name not in theorems:
                    found.append(f"hazard {one.number}: no such theorem: {name}")
    return found


def typed_numbers(hazards):
    """Sentences with a digit of their own: a number comes from the code, as {source.NAME}."""
    return [
        f"hazard {one.number}: a typed number in: {sentence}"
        for one in hazards
        for sentence in one.texts()
        if _TYPED.search(re.sub(r"\{[^}]*\}", "", sentence))
    ]


def test_ids(root):
    """{path::name: literal ids of its cases} of every test below root/tests; () when there are no literal ones."""
    found = {}
    for path in files(root / "tests", ".py"):
        if path.name.startswith("test_"):
            for node in tree(path).body:
                if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                    found[f"{path.relative_to(root).as_posix()}::{node.name}"] = _cases(node)
    return found


test_ids.__test__ = False


def _cases(function):
    """The ids= lists of literal strings of a function's parametrize marks, together."""
    return tuple(
        one.value
        for mark in function.decorator_list
        if isinstance(mark, ast.Call)
        for keyword in mark.keywords
        if keyword.arg == "ids" and isinstance(keyword.value, ast.List)
        for one in keyword.value.elts
        if isinstance(one, ast.Constant)
    )
