"""The heap between wait_until and feed: locked once the watchdog runs, so that no tick allocates and none collects."""

from micropython import heap_lock, heap_unlock


class Heap:
    """A call that needs more room than a locked heap gives takes it from the stack, which is also quicker."""

    def __init__(self):
        self.guarded = False
        self._locked = False

    def guard(self):
        if self.guarded and not self._locked:
            self._locked = True
            heap_lock()

    def free(self):
        if self._locked:
            self._locked = False
            heap_unlock()
