"""Limits, dates, secrets, copies for the public: the small rules of petitions."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from qcdc_feedback.petitions.rules import (
    codes,
    deadlines,
    intake,
    kinds,
    limits,
    privacy,
    routing,
)
from qcdc_feedback.petitions.rules.deadlines import NoMoreTime, Timeliness
from qcdc_feedback.petitions.rules.intake import FilingIncomplete, Words
from qcdc_feedback.petitions.rules.kinds import Channel, Kind, Variant
from qcdc_feedback.petitions.rules.outcomes import AnswerIncomplete, Outcome, check_answer
from qcdc_feedback.petitions.rules.procedure import Stage
from qcdc_feedback.workdays.rules import DayUnit, WorkCalendar

TODAY = date(2026, 11, 20)
CALENDAR = WorkCalendar(frozenset({date(2026, 11, 24)}), frozenset(), frozenset({2026}))


# ------------------------------------------------------------------ limits


@pytest.mark.parametrize(
    ("kind", "stage", "variant", "days", "unit"),
    [
        (Kind.FEEDBACK, Stage.TRIAGE, Variant.NORMAL, 1, DayUnit.WORKING),
        (Kind.FEEDBACK, Stage.TRIAGE, Variant.URGENT, 1, DayUnit.WORKING),
        (Kind.FEEDBACK, Stage.ANSWER, Variant.NORMAL, 7, DayUnit.WORKING),
        (Kind.FEEDBACK, Stage.ANSWER, Variant.URGENT, 3, DayUnit.WORKING),
        (Kind.FEEDBACK, Stage.ANSWER, Variant.COMPLEX, 15, DayUnit.WORKING),
        (Kind.RECOMMENDATION, Stage.INTAKE_NOTICE, Variant.NORMAL, 10, DayUnit.WORKING),
        (Kind.RECOMMENDATION, Stage.ANSWER, Variant.NORMAL, 15, DayUnit.WORKING),
        (Kind.RECOMMENDATION, Stage.ANSWER, Variant.PROCEDURE, 20, DayUnit.CALENDAR),
        (Kind.RECOMMENDATION, Stage.ANSWER, Variant.LEGAL_DOCUMENT, 15, DayUnit.CALENDAR),
        (Kind.COMPLAINT, Stage.ACCEPTANCE, Variant.NORMAL, 10, DayUnit.CALENDAR),
        (Kind.COMPLAINT, Stage.ANSWER, Variant.NORMAL, 30, DayUnit.CALENDAR),
        (Kind.COMPLAINT, Stage.ANSWER, Variant.COMPLEX, 45, DayUnit.CALENDAR),
    ],
)
def test_each_stage_takes_as_long_as_the_product_says(kind, stage, variant, days, unit):
    limit = limits.find_limit(kind, stage, variant, TODAY)
    assert limit is not None
    assert (limit.days, limit.unit) == (days, unit)


def test_a_stage_that_a_kind_does_not_know_has_no_limit():
    assert limits.find_limit(Kind.FEEDBACK, Stage.INTAKE_NOTICE, Variant.NORMAL, TODAY) is None


def test_every_limit_names_its_source_and_how_sure_it_is():
    for limit in limits.LIMITS:
        assert limit.citation
        assert limit.sure in {"found", "M-high", "M-med", "M-low", "product"}


def test_keys_of_limits_are_unique_and_lead_back_to_them():
    for limit in limits.LIMITS:
        assert limits.limit_by_key(limit.key) is limit


# ------------------------------------------------------------------ dates


def test_a_due_date_steps_over_the_holiday_of_24_november():
    assert deadlines.due_date(TODAY, 2, DayUnit.WORKING, CALENDAR) == date(2026, 11, 25)
    assert deadlines.due_date(date(2026, 10, 25), 30, DayUnit.CALENDAR, CALENDAR) == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("done_on", "today", "verdict"),
    [
        (None, date(2026, 11, 30), Timeliness.RUNNING),
        (None, date(2026, 12, 1), Timeliness.LATE),
        (date(2026, 11, 25), TODAY, Timeliness.ON_TIME),
        (date(2026, 11, 26), TODAY, Timeliness.AFTER_EXTENSION),
        (date(2026, 11, 30), TODAY, Timeliness.AFTER_EXTENSION),
        (date(2026, 12, 1), TODAY, Timeliness.LATE),
    ],
)
def test_late_begins_the_day_after_and_an_extension_is_not_on_time(done_on, today, verdict):
    assert deadlines.timeliness(date(2026, 11, 25), date(2026, 11, 30), done_on, today) == verdict


@pytest.mark.parametrize(("granted", "days"), [(1, 5), (0, 8), (0, 0), (0, -1)])
def test_no_extension_goes_beyond_the_rule(granted, days):
    with pytest.raises(NoMoreTime):
        deadlines.check_extension(limits.limit_by_key("PA.normal"), granted, days)


def test_what_the_law_limits_to_20_days_cannot_be_extended():
    with pytest.raises(NoMoreTime):
        deadlines.check_extension(limits.limit_by_key("GY.procedure"), 0, 1)


@examples(st.dates(date(2026, 1, 1), date(2026, 12, 1)), st.integers(0, 60), st.integers(0, 40))
def test_all_pauses_together_last_30_days_at_most(since, length, used):
    until = deadlines.pause_until(since, since + timedelta(days=length), used)
    assert since <= until <= since + timedelta(days=length)
    assert used + (until - since).days <= max(30, used)


# ------------------------------------------------------------------ secrets


@examples(st.text(min_size=1))
def test_a_secret_has_24_letters_of_the_alphabet_and_is_the_same_for_the_same_form(token):
    secret = codes.secret_for(token, "key")
    letters = secret.replace("-", "")
    assert len(letters) == 24
    assert set(letters) <= set(codes.ALPHABET)
    assert secret == codes.secret_for(token, "key")
    assert secret != codes.secret_for(token, "another key")


@examples(st.text(min_size=1), st.randoms())
def test_a_secret_is_recognised_however_it_is_typed(token, chance):
    secret = codes.secret_for(token, "key")
    alike = {"0": "0oO", "1": "1iIlL"}
    typed = "".join(
        chance.choice(alike.get(c, c + c.lower())) for c in secret.replace("-", chance.choice(["", " ", "-"]))
    )
    assert codes.fingerprint(typed, "key") == codes.fingerprint(secret, "key")


@examples(st.text(), st.text(min_size=1))
def test_any_other_words_open_nothing(typed, token):
    secret = codes.secret_for(token, "key")
    same = codes.canonical(typed) == codes.canonical(secret)
    assert (codes.fingerprint(typed, "key") == codes.fingerprint(secret, "key")) == same


# ------------------------------------------------------------------ copies for the public


@pytest.mark.parametrize(
    "telling",
    [
        "0900 000 123",
        "0234.382.2222",
        "+84 900 000 123",
        "lan.tran@example.com",
        "046088001234",
        "191234567",
        "75A1-234.56",
    ],
)
def test_the_proposed_copy_blacks_out_what_names_a_person(telling):
    copy = privacy.proposed_copy(f"Gọi {telling} nhé")
    assert telling not in copy
    assert copy == f"Gọi {privacy.HIDDEN} nhé"


@pytest.mark.parametrize(
    "harmless", ["năm 2026", "khoảng 1.500.000 đồng", "đường 3/2", "cột đèn số 12", "ngày 24/11/2026"]
)
def test_the_proposed_copy_leaves_other_numbers_alone(harmless):
    assert privacy.proposed_copy(f"Gần {harmless}.") == f"Gần {harmless}."


def test_the_proposed_copy_hides_the_number_of_a_house_but_not_the_street():
    copy = privacy.proposed_copy("Trước số nhà 15/2 Lê Lợi có hố ga hở")
    assert copy == f"Trước số nhà {privacy.HIDDEN} Lê Lợi có hố ga hở"


@pytest.mark.parametrize(
    ("kind", "released", "hidden", "shown"),
    [
        (Kind.FEEDBACK, True, False, True),
        (Kind.FEEDBACK, False, False, False),
        (Kind.FEEDBACK, True, True, False),
        (Kind.COMPLAINT, True, False, False),
    ],
)
def test_words_are_public_only_when_released_not_hidden_and_no_complaint(kind, released, hidden, shown):
    assert privacy.has_public_words(kind, released, hidden) is shown


# ------------------------------------------------------------------ filing and answering

WORDS = {
    "kind": Kind.FEEDBACK,
    "channel": Channel.WEB,
    "title": "Đèn hỏng",
    "body": "Đèn hỏng đã một tuần.",
    "address": "",
}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"kind": Kind.DENUNCIATION}, "denunciation"),
        ({"title": ""}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"body": "ngắn quá"}, "body"),
        ({"body": "x" * 5001}, "body"),
        ({"kind": Kind.RECOMMENDATION}, "contact"),
        ({"kind": Kind.COMPLAINT}, "contact"),
    ],
)
def test_a_filing_that_lacks_something_says_what(change, why):
    with pytest.raises(FilingIncomplete) as refusal:
        intake.check_filing(Words(**{**WORDS, **change}), has_unit=True, has_category=True, has_contact=False)
    assert refusal.value.facts["why"] == why


def test_a_feedback_needs_no_contact():
    intake.check_filing(Words(**WORDS), has_unit=True, has_category=True, has_contact=False)


@pytest.mark.parametrize("outcome", [Outcome.DONE, Outcome.WILL_DO, Outcome.EXPLAINED, Outcome.FORWARDED])
def test_an_outcome_that_is_only_claimed_is_refused(outcome):
    with pytest.raises(AnswerIncomplete):
        check_answer(outcome, has_evidence=False, legal_basis="", forwarded_to="", owner="")


@dataclass
class Rule:
    category_id: int
    unit_id: int | None
    authority_id: int | None
    at_city_desk: bool


def test_the_first_rule_that_fits_category_and_place_decides():
    rules = [Rule(1, 7, 70, False), Rule(1, None, 10, True), Rule(2, None, None, False)]
    assert routing.destination(rules, 1, 7) == routing.Destination(70, at_city_desk=False)
    assert routing.destination(rules, 1, 8) == routing.Destination(10, at_city_desk=True)
    assert routing.destination(rules, 2, 8) == routing.Destination(None, at_city_desk=False)
    assert routing.destination(rules, 3, 8) is None


def test_numbers_tell_register_and_year():
    assert kinds.code_of(kinds.register_of(Kind.RECOMMENDATION, 2026), 12) == "GY-2026-000012"
