"""What comes in is read with care: addresses, cursors and dates that no database and no calendar takes."""

import base64
import json

import pytest
from sqlalchemy import select

from qcdc_feedback.accounts.models import User
from qcdc_feedback.core.errors import BadAddress
from qcdc_feedback.core.forms import Day, Form
from qcdc_feedback.core.paging import Order, page_of


@pytest.mark.parametrize("address", ["/petitions/%00", "/petitions/PA-2026-000001%00/photos/1", "/track/%00"])
def test_an_address_with_a_nul_leads_nowhere(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("name", ["\ud800", "a\0b"])
def test_a_cursor_with_text_that_no_database_takes_is_refused(inside, name):
    order = Order((User.name, User.id), (str, int), lambda row: (row.name, row.id))
    cursor = base64.urlsafe_b64encode(json.dumps(["a", name, 1]).encode()).decode()
    with pytest.raises(BadAddress):
        page_of(select(User.name, User.id), order, cursor)


@pytest.mark.parametrize(
    ("day", "is_fit"), [("0001-01-01", False), ("9999-12-31", False), ("2026-11-25", True)]
)
def test_a_date_that_nobody_could_count_to_is_refused(app, day, is_fit):
    class Dated(Form):
        day = Day()

    with app.test_request_context("/", method="POST", data={"day": day}):
        assert Dated().validate() is is_fit
