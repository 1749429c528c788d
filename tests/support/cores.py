"""One core for each process that plays on simulated tables."""

import os


def keep_to(number: int) -> None:
    """Run this process, and what it starts, on core `number` of those it may use, counted round.

    A simulated table keeps its two sides on one core, the one they happen to be on: two processes that chance has
    brought together would share a core to the end while another stands idle. Does nothing where the system cannot.
    """
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[number % len(cores)]})
