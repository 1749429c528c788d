"""A profile that says it means more than 60 degrees: the whole way, and back within the short time it has there."""

import pytest


@pytest.mark.long
def test_h50_the_table_goes_to_90_degrees_for_whoever_said_so_and_came_so_far(start):
    table = start(upright=False)
    table.laptop.season(step=15)
    assert table.push(max_inversion_cdeg=9000, session_s=300)["e"] == "REFUSED"
    assert table.push(max_inversion_cdeg=9000, session_s=300, beyond_60=True)["verdict"] == "usable"
    assert table.status()["lim"] == 9000
    verdict = table.laptop.ask("profile.verdict", who="")
    assert (verdict["lim"], verdict["by"], verdict["s"]) == (9000, "table_rating", 60)
    table.down_to(89)
    below_s = table.world.now_s
    table.run(2)
    assert 89 < table.inv_deg < 90.5 and table.status()["flt"] == 0
    table.run_until(lambda: table.inv_deg < 80, 60)
    assert table.world.now_s - below_s < 30  # of the 60 s, 45 went on the way down
    table.release("down")
    assert table.until_upright(250) < 250


def test_h50_who_has_come_to_60_degrees_goes_no_further_by_saying_so(start):
    table = start(profile={"max_inversion_cdeg": 9000, "beyond_60": True})
    assert table.status()["lim"] == 6000
    assert table.laptop.ask("profile.verdict", who="")["by"] == "progression"
