"""Every time limit of the law, written a second time from the law itself, on both sides of 1/7/2026."""

from datetime import date

import pytest

from qcdc_feedback.petitions.rules import limits
from qcdc_feedback.petitions.rules.kinds import Kind, Variant
from qcdc_feedback.petitions.rules.procedure import Stage, Wait

BEFORE, AFTER = date(2026, 6, 30), date(2026, 7, 1)

# kind | stage | variant | instance | days | unit | extensions x days | article | how sure
LAW = """
complaint      | intake_notice    | normal         | 1 | 10 | working  | 0x0  | điều 28 | M-high
complaint      | acceptance       | normal         | 1 | 10 | calendar | 0x0  | điều 27 | found
complaint      | answer           | normal         | 1 | 30 | calendar | 0x0  | điều 28 | found
complaint      | answer           | complex        | 1 | 45 | calendar | 0x0  | điều 28 | found
complaint      | answer           | remote         | 1 | 45 | calendar | 0x0  | điều 28 | found
complaint      | answer           | remote_complex | 1 | 60 | calendar | 0x0  | điều 28 | found
complaint      | notice           | normal         | 1 | 3  | working  | 0x0  | điều 32 | M-high
complaint      | publication      | normal         | 1 | 15 | calendar | 0x0  | điều 41 | found
complaint      | second_complaint | normal         | 1 | 30 | calendar | 0x0  | điều 33 | found
complaint      | second_complaint | remote         | 1 | 45 | calendar | 0x0  | điều 33 | found
complaint      | acceptance       | normal         | 2 | 10 | calendar | 0x0  | điều 36 | M-high
complaint      | answer           | normal         | 2 | 45 | calendar | 0x0  | điều 37 | M-high
complaint      | answer           | complex        | 2 | 60 | calendar | 0x0  | điều 37 | M-high
complaint      | answer           | remote         | 2 | 60 | calendar | 0x0  | điều 37 | M-high
complaint      | answer           | remote_complex | 2 | 70 | calendar | 0x0  | điều 37 | M-high
complaint      | notice           | normal         | 2 | 7  | calendar | 0x0  | điều 40 | M-high
denunciation   | acceptance       | normal         | 1 | 7  | working  | 0x0  | điều 24 | M-high
denunciation   | acceptance       | complex        | 1 | 10 | working  | 0x0  | điều 24 | M-high
denunciation   | transfer         | normal         | 1 | 5  | working  | 0x0  | điều 24 | M-high
denunciation   | intake_notice    | normal         | 1 | 5  | working  | 0x0  | điều 29 | M-high
denunciation   | answer           | normal         | 1 | 30 | calendar | 0x0  | điều 30 | found
denunciation   | answer           | complex        | 1 | 30 | calendar | 1x30 | điều 30 | found
denunciation   | answer           | very_complex   | 1 | 30 | calendar | 2x30 | điều 30 | found
denunciation   | notice           | normal         | 1 | 5  | working  | 0x0  | điều 35 | M-high
denunciation   | enforcement      | normal         | 1 | 7  | working  | 0x0  | điều 36 | M-high
denunciation   | publication      | normal         | 1 | 7  | working  | 0x0  | điều 40 | M-high
denunciation   | explanation      | normal         | 1 | 5  | working  | 0x0  | điều 38 | found
recommendation | intake_notice    | normal         | 1 | 10 | working  | 0x0  | điều 28 | M-high
recommendation | transfer         | normal         | 1 | 5  | working  | 0x0  | 05/2021 | M-med
recommendation | answer           | procedure      | 1 | 20 | calendar | 0x0  | 02/2017 | found
recommendation | answer           | legal_document | 1 | 15 | calendar | 0x0  | 89/CĐ   | found
recommendation | status_update    | procedure      | 1 | 7  | calendar | 0x0  | 02/2017 | found
recommendation | publication      | procedure      | 1 | 2  | working  | 0x0  | 02/2017 | found
recommendation | answer           | normal         | 1 | 15 | working  | 1x15 | mặc định | product
feedback       | triage           | normal         | 1 | 1  | working  | 0x0  | mặc định | product
feedback       | answer           | normal         | 1 | 7  | working  | 1x7  | mặc định | product
feedback       | answer           | urgent         | 1 | 3  | working  | 1x3  | mặc định | product
feedback       | answer           | complex        | 1 | 15 | working  | 1x15 | mặc định | product
feedback       | explanation      | normal         | 1 | 15 | calendar | 0x0  | 159/2016 | M-low
complaint      | data_notice      | normal         | 1 | 2  | working  | 0x0  | 356/2025 | found
complaint      | data_request     | normal         | 1 | 10 | calendar | 1x15 | 356/2025 | found
complaint      | data_request     | complex        | 1 | 20 | calendar | 1x15 | 356/2025 | found
"""
ROWS = [tuple(part.strip() for part in line.split("|")) for line in LAW.strip().splitlines()]


@pytest.mark.parametrize("began", [BEFORE, AFTER], ids=["before", "after"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(row[:4]))
def test_each_limit_is_the_laws(row, began):
    kind, stage, variant, instance, days, unit, extensions, article, sure = row
    limit = limits.find_limit(Kind(kind), Stage(stage), Variant(variant), began, int(instance))
    assert limit is not None
    assert limit.variant == variant
    assert (limit.days, limit.unit) == (int(days), unit)
    assert f"{limit.extensions}x{limit.extension_days}" == extensions
    assert article in limit.citation
    assert limit.sure == sure


def test_no_limit_of_the_program_is_missing_from_the_second_table():
    named = {(row[0], row[1], row[2], row[3]) for row in ROWS}
    written = {
        (kind, limit.stage, limit.variant, str(limit.instance))
        for limit in limits.LIMITS
        for kind in limit.kinds
        if limit.sure != "product"
    }
    generic = {Stage.TRANSFER, Stage.EXPLANATION, Stage.DATA_NOTICE, Stage.DATA_REQUEST}
    assert {row for row in written if row[1] not in generic} <= named


def test_a_suspension_stops_the_clock_of_complaints_begun_since_1_july_2026_and_of_no_older_ones():
    for variant in (Variant.NORMAL, Variant.COMPLEX, Variant.REMOTE, Variant.REMOTE_COMPLEX):
        for instance in (1, 2):
            old = limits.find_limit(Kind.COMPLAINT, Stage.ANSWER, variant, BEFORE, instance)
            new = limits.find_limit(Kind.COMPLAINT, Stage.ANSWER, variant, AFTER, instance)
            assert old is not None
            assert new is not None
            assert Wait.SUSPENSION not in old.waits
            assert Wait.SUSPENSION in new.waits
            assert "136/2025" in new.citation
            assert old.days == new.days


def test_the_periods_of_one_limit_neither_overlap_nor_are_reversed():
    for limit in limits.LIMITS:
        assert limit.until is None or limit.since <= limit.until
        twins = [
            other
            for other in limits.LIMITS
            if other is not limit
            and not other.kinds.isdisjoint(limit.kinds)
            and (other.stage, other.variant, other.instance) == (limit.stage, limit.variant, limit.instance)
        ]
        for other in twins:
            assert (limit.until and limit.until < other.since) or (other.until and other.until < limit.since)
