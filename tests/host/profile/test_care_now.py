"""Of several reasons for a lock, the one that needs care now is read first."""

from click.testing import CliRunner

from bascule.cli.main import cli
from tests.host.commands.test_check import ANNA


def test_what_needs_care_now_is_told_before_every_other_reason(tmp_path):
    file = tmp_path / "anna.toml"
    file.write_text(ANNA.replace('"sciatica"', '"glaucoma", "bladder_or_bowel_change"'), "utf-8")
    ran = CliRunner().invoke(cli, ["profile", "check", str(file), "--today", "2026-11-23"])
    head, care, first, second = ran.stdout.splitlines()[:4]
    assert (ran.exit_code, head.startswith("locked: ")) == (3, True)
    assert care == "  Seek care now: go to an emergency department today."
    assert "Bladder or bowel change" in first and "Glaucoma" in second
