"""What the tests of this folder are given."""

import pytest

from tests.host.simulator.sim.sim_process import Sim


@pytest.fixture
def sim():
    running = []

    def start(*words, **options):
        running.append(Sim(*words, **options))
        return running[-1]

    yield start
    for one in running:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()
        for stream in (one.process.stdin, one.process.stdout, one.process.stderr):
            if stream is not None:
                stream.close()
