"""Forked children: what they say comes back, and none of them takes the parent along."""

import os
import tempfile

import pytest

from tests.mutants import forks


def test_every_job_has_its_own_child_and_its_own_answer():
    told = dict(forks.each(range(5), lambda job: f"{job} {os.getpid()}", 10.0))
    assert [told[job].said.split()[0] for job in range(5)] == list("01234")
    assert len({end.said for end in told.values()}) == 5
    assert all(end.said.split()[1] != str(os.getpid()) for end in told.values())


def test_what_a_child_breaks_is_its_own():
    kept = []
    assert [end.said for _, end in forks.each([1], lambda job: str(kept.append(job)), 10.0)] == ["None"]
    assert kept == []


def test_a_child_that_never_ends_is_stopped():
    def spin(_: int) -> str:
        while True:
            pass

    ((_, end),) = forks.each([1], spin, 0.2)
    assert end == forks.Ended("", True, "")


@pytest.mark.parametrize(
    ("body", "words"), [(lambda _: 1 // 0, "ZeroDivisionError"), (lambda _: os._exit(7), "with 7")]
)
def test_a_child_that_breaks_says_how(body: object, words: str):
    ((_, end),) = forks.each([1], body, 10.0)
    assert words in end.trouble and not end.timed_out


def test_a_child_leaves_no_files_behind():
    ((_, end),) = forks.each([1], lambda _: tempfile.mkdtemp(), 10.0)
    assert end.said and not os.path.exists(os.path.dirname(end.said))
