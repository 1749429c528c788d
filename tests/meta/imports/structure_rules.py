"""How the tree may be built: no circle of imports, and nothing too big. Each rule takes the repository's root and
returns one line per breach.
"""

from tests.support.source import python_in, uses, where

PLACES = ("firmware", "hal", "host", "image", "docs", "tests")
# Folders of PLACES that imports begin at, as pyproject.toml tells the tools.
_BEGINS = ("host",)

MOST_LINES = 300
MOST_MODULES = 15  # of one folder, __init__ not counted

# Long because they are data: nobody reads them from top to bottom, and each row stands alone.
DATA = {
    "firmware/screening/conditions.py": "one row for each condition, reviewed row by row against its source",
    "firmware/words/german.py": "one pair for each sentence, held to the source by tests/words",
    "host/bascule/speech/german.py": "one pair for each sentence, held to the source by tests/host/speech",
    "host/bascule/conditions/lay_words.py": "one row for each meaning, tried against a list of words",
}


def no_circles(root):
    """No import leads back to where it stands, wherever in a file it is written and whoever it is for."""
    graph = _imports(root)
    found, seen = [], set()
    for module in sorted(graph):
        circle = _circle(graph, module)
        if circle and not seen & set(circle):
            seen |= set(circle)
            steps = [graph[one][two] for one, two in zip(circle, [*circle[1:], circle[0]], strict=True)]
            found.append(f"{' -> '.join([*circle, circle[0]])}: imports run in a circle ({', '.join(steps)})")
    return found


def _imports(root):
    """{module: {module that it imports: path and line}} of every file."""
    files = {_name(root, path): path for path in python_in(root, *PLACES)}
    graph = {}
    for module, path in files.items():
        to = graph[module] = {}
        for use in uses(root, path):
            name = use.name
            # Of `from a import b` b may be a module or a name in one.
            while name and name not in files:
                name = name.rpartition(".")[0]
            if name and name != module:
                to.setdefault(name, where(root, path, use.line))
    return graph


def _name(root, path):
    parts = path.relative_to(root).with_suffix("").parts
    parts = parts[1:] if parts[0] in _BEGINS else parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _circle(graph, start):
    """The shortest way from a module back to itself, as modules; empty when there is none."""
    came_from, waiting = {}, [start]
    for module in waiting:
        for to in graph[module]:
            if to == start:
                way = [module]
                while way[0] != start:
                    way.insert(0, came_from[way[0]])
                return way
            if to not in came_from:
                came_from[to] = module
                waiting.append(to)
    return []


def nothing_too_big(root):
    """No folder of code with more than 15 modules, and no module over 300 lines; what is only data excepted."""
    found, count = [], {}
    for path in python_in(root, *PLACES):
        name = path.relative_to(root).as_posix()
        lines = len(path.read_text("utf-8").splitlines())
        if lines > MOST_LINES and name not in DATA:
            found.append(f"{name}: {lines} lines, of at most {MOST_LINES}")
        if path.name != "__init__.py":
            folder = name.rpartition("/")[0]
            count[folder] = count.get(folder, 0) + 1
    found += [f"{folder}: {n} modules, of at most {MOST_MODULES}" for folder, n in count.items() if n > MOST_MODULES]
    return found


RULES = (no_circles, nothing_too_big)
