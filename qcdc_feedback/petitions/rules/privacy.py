"""What the public may read: the first proposal of a redacted copy, and whose remarks are shown."""

import re

from qcdc_feedback.petitions.rules.kinds import PUBLISHED, Kind
from qcdc_feedback.petitions.rules.procedure import Action

HIDDEN = "▇▇▇"

_TELLING = (
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),  # e-mail addresses
    re.compile(r"(?<!\d)\d{12}(?!\d)|(?<!\d)\d{9}(?!\d)"),  # identity numbers, new and old
    re.compile(r"(?<!\d)(?:\+?84|0)(?:[ .-]?\d){8,10}(?!\d)"),  # telephone numbers
    re.compile(r"(?<!\w)\d{2}[A-Z]\d?[- ]?\d{3}[.]?\d{2}(?!\d)"),  # number plates
)
_HOUSE = re.compile(r"(?i)\b(số nhà|nhà số|so nha|nha so)\s+\d+[a-z]?(?:/\d+[a-z]?)*")

# These remarks are written for the public: a reason that everyone may weigh.
SHOWN = frozenset(
    {
        Action.REJECT,
        Action.REFUSE,
        Action.TRANSFER,
        Action.GRANT_EXTENSION,
        Action.DECLINE_REOPEN,
        Action.DEMAND_EXPLANATION,
        Action.EXPLAIN,
        Action.KEEP_PROMISE,
        Action.HIDE,
        Action.SHOW,
    }
)

# The submitter reads besides what was said to them about a complaint, and their own words.
SHOWN_TO_SUBMITTER = SHOWN | {
    Action.APPEAL,
    Action.WITHDRAW,
    Action.REOPEN,
    Action.SIGN,
    Action.ACCEPT,
    Action.NOT_ACCEPT,
    Action.SUSPEND,
    Action.RESUME,
    Action.HOLD_DIALOGUE,
    Action.DECIDE,
    Action.PUBLISH_DECISION,
    Action.COMPLAIN_AGAIN,
}

# These lines of history stay inside the house.
INSIDE = frozenset(
    {
        Action.CONSULT,
        Action.ADVISE,
        Action.DRAFT,
        Action.SEND_BACK,
        Action.REASSIGN,
        Action.DENY_EXTENSION,
        Action.WARN,
    }
)


def proposed_copy(text: str) -> str:
    """Return the text with telephone, identity, plate and house numbers and e-mail addresses blacked out.

    Only a proposal: a person reads it before anyone else does.
    """
    for pattern in _TELLING:
        text = pattern.sub(HIDDEN, text)
    return _HOUSE.sub(lambda found: f"{found.group(1)} {HIDDEN}", text)


def has_public_words(kind: Kind, is_released: bool, is_hidden: bool) -> bool:
    """Tell whether the public sees text and photos, or only number, category, commune, dates and state."""
    return kind in PUBLISHED and is_released and not is_hidden
