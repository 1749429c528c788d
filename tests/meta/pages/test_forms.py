"""What the code host's forms ask for."""

import re

from tests.support.source import ROOT

_TICK = re.compile(r"^- \[ \] (.*)", re.M)


def _ticks(path):
    return _TICK.findall(re.sub(r"\n  (?=\S)", " ", (ROOT / path).read_text("utf-8")))


def test_a_change_is_asked_what_reviewers_look_for():
    wanted = _ticks("CONTRIBUTING.md")
    assert len(wanted) >= 8
    assert _ticks(".github/PULL_REQUEST_TEMPLATE.md") == wanted


def test_a_report_says_who_was_on_the_table_and_what_ran_there():
    text = (ROOT / ".github" / "ISSUE_TEMPLATE" / "fault.yml").read_text("utf-8")
    asked = dict(re.findall(r"id: (\w+)\n(.*?)(?=\n  - type:|\Z)", text, re.S))
    for name in ("person", "happened", "expected", "firmware"):
        assert "required: true" in asked[name]
    assert "bascule status --json" in asked["status"]
    assert "SECURITY.md" in text
