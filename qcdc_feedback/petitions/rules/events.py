"""The names under which the ledger records what was done."""

from qcdc_feedback.petitions.rules.procedure import Action

_NAMES = {
    Action.SUBMIT: "case.received",
    Action.CLASSIFY: "case.classified",
    Action.ROUTE: "case.assigned",
    Action.TAKE: "case.accepted",
    Action.ASSIGN: "case.accepted",
    Action.TRANSFER: "case.transferred",
    Action.REFUSE: "case.returned",
    Action.GRANT_EXTENSION: "case.extended",
    Action.PUBLISH: "case.replied",
    Action.RELEASE: "case.published",
    Action.HIDE: "case.moderated",
    Action.SHOW: "case.moderated",
    Action.RATE: "case.rated",
    Action.REOPEN: "case.reopened",
    Action.CLOSE: "case.closed",
}


def event_name(action: Action) -> str:
    """Return the ledger's name for an action, 'case.received'."""
    return _NAMES.get(action, f"case.{action}")
