"""What the program remembers: fields of its objects, places of its lists, and the names of one function."""

from tests.proof.translator.values import NotUnderstood, Thing, choose, unknown


class State:
    """heap: {(number of a thing, field or place): value}; names: the local names. Changed in place."""

    def __init__(self, heap: dict, names: dict):
        self.heap = heap
        self.names = names

    def copy(self) -> "State":
        return State(dict(self.heap), dict(self.names))

    def get(self, thing: Thing, place):
        """A field or a place. NotUnderstood when there is none."""
        if (thing.number, place) not in self.heap:
            raise NotUnderstood(f"{thing.of.__name__} has no {place!r} here")
        return self.heap[thing.number, place]

    def set(self, thing: Thing, place, value) -> None:
        self.heap[thing.number, place] = value

    def has(self, thing: Thing, place) -> bool:
        return (thing.number, place) in self.heap

    def new_list(self, of: type, values) -> Thing:
        """A list or bytearray of these values."""
        thing = Thing(of)
        self.set(thing, "len", len(values))
        for place, value in enumerate(values):
            self.set(thing, place, value)
        return thing

    def values(self, thing: Thing) -> list:
        """All of a list."""
        return [self.get(thing, place) for place in range(self.get(thing, "len"))]


def merge(condition, yes: State, no: State) -> State:
    """The state that is `yes` where the condition holds. What only one of them has is gone from both."""
    if not unknown(condition):
        return yes if condition else no
    return State(_merged(condition, yes.heap, no.heap), _merged(condition, yes.names, no.names))


def _merged(condition, yes: dict, no: dict) -> dict:
    return {key: choose(condition, value, no[key]) for key, value in yes.items() if key in no}
