"""What the firmware's files do not do, or must not do unseen: each is refused, wherever it stands."""

REFUSED = {
    "while": "while a > 0:\n    a -= 1\nreturn a",
    "break": "for i in range(3):\n    break\nreturn a",
    "loop over a list": "x = 0\nfor i in box.list:\n    x += i\nreturn x",
    "unknown range": "for i in range(a):\n    b += 1\nreturn b",
    "try": "try:\n    a += 1\nexcept ValueError:\n    pass\nreturn a",
    "float": "return a + 0.5",
    "true division": "return a / 2",
    "power": "return a ** 2",
    "remainder": "return a % 4",
    "division by zero": "return a // 0",
    "division by a negative": "return a // -3",
    "unknown mask": "return a & b",
    "negative mask": "return a & -2",
    "or of bits": "return a | 4",
    "unknown shift": "return 1 << a",
    "xor as a number": "return (a ^ b) + 1",
    "xor with holes": "return a ^ 5",
    "is": "return a is b",
    "in": "return a in (1, 2)",
    "unknown name": "return nowhere",
    "unknown field": "return box.nowhere",
    "a field of one way only": "if p:\n    box.fresh = 1\nreturn box.fresh",
    "a name of one way only": "if p:\n    x = 1\nreturn x",
    "a place that is not there": "return box.list[3]",
    "an unknown place of a list that changes": "box.list[a & 1] = 2\nreturn box.list[0]",
    "a negative place": "return box.list[-1]",
    "argument by name": "return helper(a=a)",
    "lambda": "f = lambda: a\nreturn f()",
    "another builtin": "return sum(box.list)",
    "one object or another": "other = box if p else Box(b)\nreturn other.first",
    "a number or nothing": "if p:\n    return a\nreturn None",
    "text": "return 'a'",
    "a part of a list": "box.list[1:] = [1, 2]\nreturn a",
    "delete": "del box\nreturn a",
    "assert": "assert a > 0\nreturn a",
    "global": "global TABLE\nreturn a",
    "nested function": "def f():\n    return a\nreturn f()",
    "comprehension": "return [x for x in box.list]",
    "comparison of objects": "return box == box",
    "with": "with box:\n    return a",
    "raise": "raise ValueError",
    "walrus": "return (x := a) + x",
    "a call in the place that is added to": "box.list[touch(box)] += 1\nreturn box.list[1]",
    "a call moves what is added to": "box.list[box.second] += touch(box)\nreturn box.list[0]",
    "a list that is changed in its place": "b = box.list\nb *= 2\nreturn len(box.list)",
    "a field that is a list, changed in its place": "b = box.list\nbox.list *= 2\nreturn len(b)",
    "a name of one way that the module has too": "if p:\n    TABLE = (1, 2, 3, 4)\nreturn TABLE[0]",
    "a name that the module has, before it is given": "b = touch\ntouch = a\nreturn 1",
    "a name of one way that Python has too": "if p:\n    abs = helper\nreturn abs(a)",
    "a name of a loop that never runs": "for BYTES in range(0):\n    b += 1\nreturn len(BYTES)",
    "a name of the handler that the module has too": "try:\n    a += 1\nexcept OSError:\n    BYTES = 1\nreturn BYTES",
    "a call in a chain, behind another name": "return 0 < a < touch(box) + box.second",
    "a list compared with bytes": "box.list[:] = [1, 0, 2]\nreturn box.list == BYTES",
    "a field of a list": "return box.list.len",
    "a field put on a list": "box.list.len = 1\nreturn len(box.list)",
    "a method that becomes a field": "box.grow = a\nreturn box.grow",
    "a name that a class hides": "box.__first = a\nreturn box.__first",
    "the least of one": "return min(a)",
    "arguments in one": "return helper(*(a,))",
    "what is left of a tuple": "x, *y = (a, b)\nreturn x",
    "a list taken apart": "x, y, z = box.list\nreturn x",
    "a list added to a list": "return len(box.list + box.list)",
    "a truth of a list": "return 1 if box.list else 2",
    "bytes that are written": "BYTES[0] = 1\nreturn a",
    "a shift by a negative": "return a << -1",
    "a shift of a known by an unknown": "return -4 >> b",
    "a remainder of negatives": "return (a - 9) % -4",
    "a global in what never runs": "if 0:\n    global TABLE\nTABLE = (1,)\nreturn a",
    "a name that a nested function shares": "if 0:\n    def f():\n        return a\na += 1\nreturn a",
    "a generator": "if 0:\n    yield a\nreturn 3",
}

# Whole modules, as what is wrong stands outside the function that is run.
WHOLE = {
    "a call in what is added to": """\
class Box:
    def __init__(self):
        self.x = self.asked = 0


def same(box):
    box.asked += 1
    return box


def run(a, b, p, q):
    box = Box()
    same(box).x += a
    return box.asked
""",
    "a list of the module, which anybody may change": """\
TABLE = [1, 2]


def run(a, b, p, q):
    return TABLE[0] + a
""",
    "a name of the module that a function changes": """\
count = 0


def more():
    global count
    count += 1


def run(a, b, p, q):
    return count + a
""",
    "a class that says what writing does": """\
class Box:
    def __setattr__(self, name, value):
        pass

    def get(self):
        return 7


def run(a, b, p, q):
    box = Box()
    box.get = a
    box.x = a
    return box.x
""",
    "a property": """\
class Box:
    def __init__(self):
        self.y = 0

    def put(self, value):
        self.y = 2 * value

    x = property(None, put)


def run(a, b, p, q):
    box = Box()
    box.x = a
    return box.y
""",
    "a class that says what it is to be made": """\
class Box:
    def __new__(cls):
        return 5


def run(a, b, p, q):
    box = Box()
    return a
""",
    "arguments for a class that takes none": """\
class Box:
    pass


def run(a, b, p, q):
    box = Box(a)
    return a
""",
    "a class with fields of another": """\
class First:
    def __setattr__(self, name, value):
        pass


class Box(First):
    def put(self, a):
        self.x = a


def run(a, b, p, q):
    box = Box()
    box.put(a)
    return box.x
""",
    "a class whose objects count as lists": """\
class Box:
    def __init__(self):
        self.len = 2


def run(a, b, p, q):
    return len(Box()) + a
""",
    "a default argument": """\
def more(a, by=1):
    return a + by


def run(a, b, p, q):
    return more(a, b)
""",
    "an argument by place alone": """\
def more(a, /, b):
    return b


def run(a, b, p, q):
    return more(a)
""",
    "a decorator": """\
def twice(f):
    return f


@twice
def more(a):
    return a


def run(a, b, p, q):
    return more(a)
""",
    "a function of a function": """\
def made(by):
    def more(a):
        return a + by

    return more


more = made(3)


def run(a, b, p, q):
    return more(a)
""",
    "a field of a class": """\
class Box:
    x = 1


def run(a, b, p, q):
    Box.x = a
    return Box.x
""",
}
