"""What the law leaves half open, and how this city answers it until somebody decides otherwise."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum


class Intake(StrEnum):
    """On which day something is received that comes after the office has closed."""

    SAME_DAY = "same_day"
    NEXT_WORKING_DAY = "next_working_day"


@dataclass(frozen=True, slots=True)
class Policy:
    """The answers to half-open questions.

    after_hours: no law says when an online petition counts as received; Bộ luật Dân sự 2015, Điều 147 counts
    from the day after the event, and the event is the sending. Between two readings the one that does not
    make the citizen wait longer is the default; `closing` matters only for the other.

    compensates_culture_day: Bộ luật Lao động, Điều 111 khoản 3 compensates the holidays of Điều 112 khoản 1;
    24/11 comes from Nghị quyết 28/2026/QH16 and is not among them, so a 24/11 on a weekend gives no day off
    until a notice says so. The first such day is Saturday 24/11/2029.
    """

    after_hours: Intake = Intake.SAME_DAY
    closing: time = time(17, 0)
    compensates_culture_day: bool = False


POLICY = Policy()
