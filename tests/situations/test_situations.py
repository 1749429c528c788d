"""Every situation on CPython, a minute before the clock wraps.

Those that begin alike are played together, some at a time. `make situations` plays each by itself, in both homes; one
and the same run is compared byte for byte in tests/loop.
"""

from itertools import groupby

import pytest

from tests.situations.run import NEAR_WRAP_MS
from tests.situations.situation import all_files, load
from tests.situations.together import alike, play_together

# So many share what they can; a worker that comes to one of them plays them all.
_AT_MOST = 13

SITUATIONS = sorted(
    (load(path) for path in all_files()), key=lambda one: (alike(one), [line for line, *_ in one.script])
)
PARTIES = [
    party[first : first + _AT_MOST]
    for _, group in groupby(SITUATIONS, alike)
    for party in [list(group)]
    for first in range(0, len(party), _AT_MOST)
]
PARTY_OF = {one.name: party for party in PARTIES for one in party}
played: dict[str, list[str]] = {}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", PARTY_OF)
def test_it_holds(name):
    if name not in played:
        played.update(play_together(PARTY_OF[name], NEAR_WRAP_MS))
    assert not played[name], "\n".join(played[name])
