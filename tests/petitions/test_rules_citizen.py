"""The rules of filing: which page comes next, how a number may be typed, what sounds like a denunciation."""

from dataclasses import dataclass

import pytest

from qcdc_feedback.petitions.rules import codes, intake
from qcdc_feedback.petitions.rules.intake import QUESTIONS, Question
from qcdc_feedback.petitions.rules.kinds import Kind


@dataclass
class Filing:
    kind: Kind | None = Kind.FEEDBACK
    unit_id: int | None = 1
    category_id: int | None = 1
    title: str = "Đèn hỏng"
    body: str = "Đèn hỏng đã lâu"
    contact_id: int | None = None
    is_contact_settled: bool = True


@pytest.mark.parametrize(
    ("missing", "gap"),
    [
        ({}, Question.CHECK),
        ({"kind": None}, Question.KIND),
        ({"kind": None, "title": ""}, Question.KIND),
        ({"unit_id": None, "category_id": None}, Question.PLACE),
        ({"category_id": None}, Question.CATEGORY),
        ({"title": ""}, Question.WORDS),
        ({"body": ""}, Question.WORDS),
        ({"is_contact_settled": False}, Question.CONTACT),
        ({"kind": Kind.RECOMMENDATION}, Question.CONTACT),
        ({"kind": Kind.COMPLAINT}, Question.CONTACT),
        ({"kind": Kind.COMPLAINT, "contact_id": 1}, Question.CHECK),
    ],
)
def test_the_first_page_that_is_missing_bounds_how_far_one_may_go(missing, gap):
    filing = Filing(**missing)
    assert intake.first_gap(filing) is gap
    reached = [question for question in QUESTIONS if intake.is_reached(question, filing)]
    assert reached == list(QUESTIONS[: QUESTIONS.index(gap) + 1])


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("PA-2026-000123", "PA-2026-000123"),
        ("pa-2026-000123", "PA-2026-000123"),
        (" pa 2026 123 ", "PA-2026-000123"),
        ("PA2026000123", "PA-2026-000123"),
        ("GY – 2026 – 7", "GY-2026-000007"),
        ("KN-2026-1000000", "KN-2026-1000000"),
        ("", ""),
        ("2026-000123", ""),
        ("PA-٢٠٢٦-000123", ""),
        ("PA-2026-" + "9" * 400, ""),
        ("PA-2026-000123; --", ""),
    ],
)
def test_a_number_is_read_however_it_is_typed(typed, number):
    assert codes.canonical_number(typed) == number


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Tôi tố cáo ông A.", True),
        ("TO CAO can bo", True),
        ("cán bộ nhận tiền của dân", True),
        ("có dấu hiệu tham nhũng", True),
        ("Đèn đường hỏng, đề nghị sửa.", False),
        ("Báo cáo tình hình ngập úng", False),
        ("Chưa nhận tiền hỗ trợ bão lũ", True),  # only advice: nothing is refused for it
    ],
)
def test_words_that_accuse_are_recognised_with_and_without_marks(text, is_one):
    assert intake.sounds_like_denunciation(text) is is_one
