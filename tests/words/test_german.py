"""German: every sentence that the panel can say is there, fits its place, and has letters that the panel has."""

import ast
import re

import pytest

from firmware import texts
from firmware.panel import asking, fault_page, font, menu, moving, pages, paper
from firmware.words import german
from tests.words import sentences

GERMAN = dict(german.PAIRS)
GAP = re.compile(r"%0?\d*[sdx]")
# What does not have to be looked up: what stands on a button, and what joins numbers.
ALIKE = {"UP   ", "DOWN ", "n/m", "! ", "%d/%d", "         ", "%d", "   %2d   %s", "-", "=", "\n", " #%d"}
LINE, HEAD_ROOM = paper.WIDTH, paper.WIDTH - 1


def test_nothing_is_missing_and_nothing_is_left_of_what_is_no_longer_said():
    assert list(sentences.ALL - GERMAN.keys()) == [] and list(GERMAN.keys() - sentences.ALL) == []


def test_it_is_sorted_for_the_search_and_has_each_sentence_once():
    keys = [english for english, _ in german.PAIRS]
    assert keys == sorted(set(keys))


def test_it_is_one_literal_so_that_it_stays_in_flash():
    with open(german.__file__, encoding="utf-8") as source:
        assigned = [node for node in ast.parse(source.read()).body if isinstance(node, ast.Assign)]
    assert [ast.literal_eval(node.value) for node in assigned] == [german.PAIRS]


def test_it_has_the_same_gaps_and_letters_that_the_panel_has():
    for sentence in sentences.ALL:
        said = GERMAN[sentence]
        assert GAP.findall(said) == GAP.findall(sentence) and said.count("%") == len(GAP.findall(said)), sentence
        assert [sign for sign in said.replace("\n", "") if font.number(sign) == font.BOX] == []
        assert said.startswith(" ") == sentence.startswith(" ") and said.endswith(" ") == sentence.endswith(" "), (
            sentence
        )
        assert max(map(len, said.split())) <= LINE, "a word is cut only where the source's is"


@pytest.mark.parametrize("module", [pages, moving, fault_page, menu, asking, paper], ids=lambda one: one.__name__)
def test_the_panel_has_no_words_that_are_not_looked_up(module):
    with open(module.__file__, encoding="utf-8") as source:
        tree = ast.parse(source.read())
    looked_up = {id(one) for call in _calls(tree, "say") for one in ast.walk(call)}
    documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in looked_up | documented
    ]
    named = {value for value in vars(module).values() if isinstance(value, str)} | set(moving.STATES)
    assert [one for one in found if re.search("[A-Za-z]", one) and one not in ALIKE | named] == []


def _calls(tree, name):
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and name == getattr(node.func, "attr", getattr(node.func, "id", ""))
    ]


@pytest.mark.parametrize("sentence", sentences.FAULT_NAMES)
def test_the_name_of_a_fault_fits_beside_its_page(sentence):
    assert len("! " + GERMAN[sentence]) <= LINE - len(" 1/2")


@pytest.mark.parametrize("sentence", moving.STATES)
def test_a_state_fits_beside_the_number(sentence):
    assert len(GERMAN[sentence]) <= LINE - moving.PLACES


@pytest.mark.parametrize("sentence", sentences.BESIDE_THE_NUMBER)
def test_what_the_number_counts_fits_beside_it_in_two_lines(sentence):
    lines = GERMAN[sentence].replace("%s", GERMAN[paper.TENTHS] % (90, 5)).split("\n")
    assert len(lines) == 2 and max(map(len, lines)) <= LINE - moving.PLACES


@pytest.mark.parametrize("sentence", sentences.QUESTIONS)
def test_a_question_fits_two_lines(sentence):
    assert len(paper.laid(GERMAN[sentence])) <= 2


def test_what_stands_in_one_line_fits_it():
    heads = {
        "OK:more ",
        "OK:yes ",
        "Mind %d/%d",
        "locked %d/%d ",
        "Today %d/%d",
        "OK: later",
        "Pain now?",
        "OK: take it",
    }
    heads |= {"After it", "Dizzy or unwell?"}
    for sentence in set(sentences.PAGES) - heads:
        assert len(GERMAN[sentence].replace("%s", "90,5").replace("%d", "600")) <= LINE, sentence
    assert len(paper.laid(GERMAN["Dizzy or unwell?"])) <= 2
    beside = {
        "Today %d/%d": "OK: later",
        "After it": "OK: later",
        "Pain now?": "OK: take it",
        "Nobody": "locked %d/%d ",
    }
    for left, right in beside.items():
        said = GERMAN[left].replace("%d", "12") + GERMAN[right].replace("%d", "1")
        assert len(said) + (len("n/m") if "locked" in right else 0) <= HEAD_ROOM, (left, right)
    for goes_on in ("OK:more ", "OK:yes "):
        assert len(GERMAN["Mind %d/%d"].replace("%d", "1") + GERMAN[goes_on] + "n/m") <= HEAD_ROOM


def test_a_condition_is_called_the_same_wherever_it_is_named():
    for sentence in sentences.ALL:
        for named in re.findall(r"'([A-Z][^']+)'", sentence):
            called = [GERMAN[name] for name in sentences.CONDITION_NAMES if name.startswith(named)]
            assert any(f"'{name}'" in GERMAN[sentence] for name in called), sentence


def test_two_conditions_are_never_called_alike():
    assert len({GERMAN[name] for name in sentences.CONDITION_NAMES}) == len(set(sentences.CONDITION_NAMES))


def test_a_text_within_a_text_is_looked_up_and_a_name_is_not():
    text = ("%s: %s", ("Glaucoma",), "Glaucoma")
    assert texts.filled(text, GERMAN.get) == "Grüner Star (Glaukom): Glaucoma"
    assert texts.english(text) == "Glaucoma: Glaucoma"
