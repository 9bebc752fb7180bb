"""The benchmark of the clock runs on a handful of petitions."""

from benchmarks import lateness
from tests.conftest import MAINTENANCE


def test_a_handful_of_petitions_gives_every_row(capsys):
    assert (
        lateness.main(["--petitions", "20", "--told", "5", "--clocks", "5", "--database", MAINTENANCE]) == 0
    )
    table = capsys.readouterr().out
    for row in ("one due date", "nothing is due", "with notices", "counted anew"):
        assert row in table
