"""Every sentence that the panel can say, by where it stands in the source."""

import ast

from firmware import fault_words
from firmware.panel import moving, pages, paper
from firmware.person import outlook
from firmware.safety import faults
from firmware.screening import advice, conditions, dose, programme, questions

FAULT_NAMES = [row[faults.NAME] for row in faults.FAULTS[1:]]
FAULT_SENTENCES = [row[at] for row in faults.FAULTS[1:] for at in (faults.SENTENCE, faults.REMEDY)]
CONDITION_NAMES = [row[conditions.NAME] for row in conditions.CONDITIONS]
CONDITION_REASONS = [row[conditions.REASON] for row in conditions.CONDITIONS]
GATES = [gate[at] for gate in conditions.GATES for at in (conditions.GATE_NAME, conditions.GATE_REASON)]
QUESTIONS = [questions.text(number) for number in range(questions.RENEWED + 1)]
ANSWERED_YES = [row[2] for row in (*conditions.TODAY_QUESTIONS, *questions.NEWS_QUESTIONS)]
SCREENING = [
    *conditions.WORDS.values(),
    *conditions.REFUSED_WORDS.values(),
    *conditions.NO_CLOCK_WORDS.values(),
    *conditions.ROLE_WORDS.values(),
    *dose.WORDS.values(),
    *programme.WORDS.values(),
]
OUTLOOK = [
    *(outlook.NOW, *outlook.WHY.values(), outlook.BY_CONDITION, outlook.RENEW, outlook.LAST, outlook.NEXT),
    *(outlook.AND, outlook.AT_ONCE, outlook.SESSION, outlook.SESSIONS, outlook.DAY, outlook.DAYS),
    *(outlook.DEGREES, outlook.TENTHS, advice.USEFUL, advice.HIP),
]
BESIDE_THE_NUMBER = [moving.PAUSE, moving.ABOVE_LEVEL, moving.BELOW_LEVEL, moving.OF_LIMIT]


def said_in(module):
    """The literals that say() is called with in a module: each a sentence, or a tuple that begins with one."""
    with open(module.__file__, encoding="utf-8") as source:
        calls = [node for node in ast.walk(ast.parse(source.read())) if isinstance(node, ast.Call)]
    found = []
    for call in calls:
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name == "say":
            said = call.args[0].elts[0] if isinstance(call.args[0], ast.Tuple) else call.args[0]
            found += [said.value] if isinstance(said, ast.Constant) and said.value else []
    return found


PAGES = said_in(pages)
ALL = dict.fromkeys(
    [
        *(*FAULT_NAMES, *FAULT_SENTENCES, fault_words.ANSWERED, fault_words.REPLACE),
        *(*CONDITION_NAMES, *CONDITION_REASONS, *GATES, *QUESTIONS, *ANSWERED_YES, *SCREENING, *OUTLOOK),
        *(*moving.STATES, *BESIDE_THE_NUMBER, *PAGES, paper.NOBODY, paper.TENTHS, paper.WHOLE),
    ]
)
