"""Situation files are read strictly, judged honestly, and documented by the page that is made from the words."""

import tomllib

import pytest

from tests.situations.language import page
from tests.situations.language.expectations import EXPECTATIONS
from tests.situations.language.moments import MOMENTS
from tests.situations.language.steps import STEPS
from tests.situations.run import play
from tests.situations.situation import SituationError, all_files, load

GOOD = {
    "title": "Nothing happens",
    "hazards": [1],
    "script": ["wait 1 s"],
    "expect": ["no fault"],
}


def written(folder, **changes):
    """A file of one line each; None leaves a field out."""
    path = folder / "h01_planted.toml"
    fields = {**GOOD, **changes}
    lines = [
        f"{name} = {value if isinstance(value, str) and value[:1] in '{[' else repr(value)}"
        for name, value in fields.items()
        if value is not None
    ]
    path.write_text("\n".join(lines).replace("True", "true"), "utf-8")
    return path


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"script": ["hold DWON until 20"]}, "'hold DWON until 20' is no step of a script. Known:\n"),
        ({"script": ["wait 5"]}, "'wait 5' is no step"),
        ({"script": ["wait 5 s now"]}, "'wait 5 s now' is no step"),
        ({"expect": ["fault IMU_FORZEN"]}, "'fault IMU_FORZEN' is no expectation"),
        ({"expect": ["never above high"]}, "'never above high' is no expectation"),
        ({"expect": []}, "shows nothing"),
        ({"expect": None}, "shows nothing"),
        ({"faults": ["imu stuck"]}, "written `moment: fault`"),
        ({"faults": ["whenever: imu stuck"]}, "'whenever' is no moment of a fault"),
        ({"faults": ["at once: imu jam"]}, "imu can be axis"),
        ({"faults": ["at once: moon off"]}, "off is possible on"),
        ({"faults": ["at once: imu stuck for 400"]}, "followed by a number and ms or s"),
        ({"faults": ["at once: imu stuck for a while"]}, "followed by a number and ms or s"),
        ({"hazards": [52]}, "1 to 51"),
        ({"hazards": None}, "needs a title and hazards"),
        ({"title": None}, "needs a title and hazards"),
        ({"weather": "good"}, "unknown in situation: weather"),
        ({"person": "{ shoe_size = 43 }"}, "unknown in person: shoe_size"),
        ({"sensor": "good"}, "typical or worst"),
        ({"profile": '{ conditions = ["glaucoma"] }'}, "needs limit"),
        ({"title": "="}, ""),
    ],
)
def test_what_is_not_understood_is_refused_with_what_would_be(tmp_path, changes, said):
    path = written(tmp_path, **changes)
    if not said:
        path.write_text("title = ", "utf-8")
    with pytest.raises(SituationError, match=r"h01_planted\.toml: ") as refusal:
        load(path)
    assert said in str(refusal.value)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"expect": ["alarm"]}, ["not met: alarm: never a sound"]),
        ({"expect": ["fault STALL within 1 s"]}, ["not met: fault STALL within 1 s: not STALL within 0.5 s"]),
        ({"script": ["wait until below -80"]}, ["script: wait until below -80: not below -80"]),
        ({"faults": ["when above 0: imu stuck"]}, ["not every fault was hung"]),
        ({"script": ["hold DOWN for 5 s"], "limit": 0}, ["invariant locked at"]),
        (
            {"script": ["hold DOWN for 5 s"], "faults": ["from the start: position offset 1"]},
            ["DOWN was held and the table never moved"],
        ),
        ({"script": ["hold DOWN for 5 s"], "expect": ["no motion"]}, ["not met: no motion: it moved"]),
    ],
)
def test_what_does_not_hold_is_said(tmp_path, changes, found):
    problems = play(load(written(tmp_path, **changes)), "cpython")
    assert len(problems) == len(found) and all(text in problem for text, problem in zip(found, problems, strict=True))


def used(sentences, field, part=lambda line: line):
    """The functions of the sentences that the files use."""
    lines = [part(line) for path in all_files() for line in tomllib.loads(path.read_text("utf-8")).get(field, [])]
    return {sentences.read(line)[0] for line in lines}


def test_every_sentence_is_used_by_a_situation():
    assert len(used(STEPS, "script")) >= len(STEPS.forms()) - 1  # press is also a part of press ... times
    assert len(used(EXPECTATIONS, "expect")) == len(EXPECTATIONS.forms())
    assert len(used(MOMENTS, "faults", lambda line: line.partition(":")[0])) == len(MOMENTS.forms())


def test_the_page_has_todays_sentences_and_faults():
    text = page.PAGE.read_text("utf-8")
    assert page.page(text) == text, "run: python -m tests.situations.language.page"


def test_a_new_sentence_makes_the_page_stale(monkeypatch):
    text = page.PAGE.read_text("utf-8")
    monkeypatch.setattr(MOMENTS, "described", lambda: [("when it rains", "Outside.")])
    assert "| `when it rains` | Outside. |" in page.page(text) != text
