"""What a test takes for granted, brought about by the use cases themselves.

Everything here wants an app context: the fixture `inside`, or `with app.app_context():` in tests of pages.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import sqlalchemy as sa
from flask.testing import FlaskClient
from PIL import Image

from qcdc_feedback.accounts import queries as people
from qcdc_feedback.accounts import services as accounts
from qcdc_feedback.accounts.models import User
from qcdc_feedback.authorities import queries as offices
from qcdc_feedback.authorities import services as authorities
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import GUEST, SYSTEM, Actor, Role
from qcdc_feedback.core.db import Base, db
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules import codes
from qcdc_feedback.petitions.rules.intake import Person
from qcdc_feedback.petitions.rules.kinds import Kind, Variant
from qcdc_feedback.petitions.rules.outcomes import Outcome, RejectReason
from qcdc_feedback.petitions.rules.procedure import Action, State
from qcdc_feedback.petitions.services import AnswerWords
from qcdc_feedback.workdays import services as workdays

KEY = "a key for tests"
PASSWORD = "mật khẩu của người thử"

_UNITS = [
    {"code": "19789", "name": "Phường Thuận Hóa", "kind": "ward", "lat": 16.4556, "lon": 107.584},
    {"code": "19753", "name": "Phường Phú Xuân", "kind": "ward", "lat": 16.4785, "lon": 107.577},
]
_OFFICES = [
    ("H46", "UBND thành phố Huế", "city", None, None, False),
    ("H46.IOC", "Trung tâm Giám sát, điều hành đô thị thông minh", "agency", "H46", None, True),
    ("H46.SXD", "Sở Xây dựng", "department", "H46", None, False),
    ("H46.MTDT", "Công ty Môi trường và Công trình đô thị", "provider", "H46", None, False),
    ("H46.19789", "UBND phường Thuận Hóa", "commune", "H46", "19789", True),
    ("H46.19753", "UBND phường Phú Xuân", "commune", "H46", "19753", True),
]
_PEOPLE = {
    "dispatcher": ("Hoàng Thị Tiếp Nhận", Role.DISPATCHER, "H46.IOC"),
    "second_dispatcher": ("Phan Văn Tiếp Nhận", Role.DISPATCHER, "H46.IOC"),
    "commune_dispatcher": ("Trần Thị Phường", Role.DISPATCHER, "H46.19789"),
    "officer": ("Lê Văn Cán Bộ", Role.OFFICER, "H46.SXD"),
    "second_officer": ("Đỗ Thị Cán Bộ", Role.OFFICER, "H46.SXD"),
    "head": ("Nguyễn Thị Lãnh Đạo", Role.HEAD, "H46.SXD"),
    "other_officer": ("Võ Văn Môi Trường", Role.OFFICER, "H46.MTDT"),
    "other_head": ("Bùi Thị Môi Trường", Role.HEAD, "H46.MTDT"),
    "city_head": ("Phạm Văn Chủ Tịch", Role.HEAD, "H46"),
    "supervisor": ("Đặng Thị Giám Sát", Role.SUPERVISOR, "H46"),
    "admin": ("Hồ Văn Quản Trị", Role.ADMIN, "H46"),
}
_CATEGORIES = [
    {"code": "lighting_trees", "name": "Chiếu sáng – cây xanh", "name_en": "Lighting and trees", "sort": 10},
    {"code": "environment_waste", "name": "Môi trường – rác thải", "name_en": "Waste", "sort": 20},
    {"code": "urban_order", "name": "Trật tự đô thị", "name_en": "Urban order", "sort": 30},
]
_ROUTING = [
    {"category": "lighting_trees", "unit": None, "authority": "H46.SXD", "desk": "city"},
    {"category": "environment_waste", "unit": None, "authority": "H46.MTDT", "desk": "city"},
    {"category": "urban_order", "unit": None, "authority": "commune", "desk": "commune"},
]
_DAYS_OFF = ["2026-01-01", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-11-24"]

_built: dict[str, list[dict[str, Any]]] = {}


@dataclass(frozen=True)
class Town:
    """A small Huế: two wards, six authorities, eleven officials, three fields."""

    people: dict[str, User]

    def __getattr__(self, name: str) -> Actor:
        """Return the official of that name as one who acts."""
        return self.people[name].actor

    def id_of(self, code: str) -> int:
        """Return the id of an authority."""
        return offices.get_by_code(code).id


def a_town() -> Town:
    """Build the town by its use cases the first time, and from the rows they wrote after that."""
    if _built:
        for table in Base.metadata.sorted_tables:
            if rows := _built.get(table.name):
                with db.engine.begin() as connection:
                    connection.execute(table.insert(), rows)
    else:
        _found()
        with db.engine.connect() as connection:
            for table in Base.metadata.sorted_tables:
                _built[table.name] = [dict(row) for row in connection.execute(sa.select(table)).mappings()]
        db.session.remove()
    return Town({key: _person(key) for key in _PEOPLE})


def _person(key: str) -> User:
    person = people.find_by_email(f"{key}@example.com")
    assert person is not None
    return person


def _count_from_one() -> None:
    """Let ids begin at one on PostgreSQL too, whatever tests ran before."""
    if db.engine.dialect.name == "postgresql":
        names = ", ".join(f'"{table.name}"' for table in Base.metadata.sorted_tables)
        with db.engine.begin() as connection:
            connection.execute(sa.text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))


def _found() -> None:
    _count_from_one()
    units = [{**unit, "area_km2": 10.0, "valid_from": "2025-07-01"} for unit in _UNITS]
    authorities.load_units(SYSTEM, units, [])
    keys = ("code", "name", "level", "parent", "unit", "is_desk")
    authorities.load_authorities(
        SYSTEM, [{**dict(zip(keys, row, strict=True)), "name_en": row[1]} for row in _OFFICES]
    )
    days = [
        {"date": day, "kind": "holiday", "name": "Nghỉ lễ", "legal_basis": "", "sure": "confirmed"}
        for day in _DAYS_OFF
    ]
    workdays.load_days(SYSTEM, days)
    services.load_categories(SYSTEM, _CATEGORIES)
    services.load_routing(SYSTEM, _ROUTING)
    with clock.at(datetime.fromisoformat("2026-01-02T08:00:00+07:00")):
        for key, (name, role, code) in _PEOPLE.items():
            person = accounts.open_account(SYSTEM, f"{key}@example.com", name, PASSWORD)
            accounts.appoint(person, offices.get_by_code(code), SYSTEM, role)


def signed_in(client: FlaskClient, person: User) -> FlaskClient:
    """Let the browser be one in which the person has signed in."""
    with client.session_transaction("/sign-in") as session:
        session["_user_id"] = person.get_id()
        session["_fresh"] = True
    return client


def holding(client: FlaskClient, petition: Petition) -> FlaskClient:
    """Let the browser be one in which the petition was opened by its secret."""
    with client.session_transaction("/sign-in") as session:
        session["held"] = [petition.id]
    return client


def submitter_of(petition: Petition) -> Actor:
    """Return whoever holds the number and secret of the petition."""
    return replace(GUEST, holds=frozenset({petition.id}))


def a_photo(colour: str = "purple") -> tuple[str, bytes]:
    """Return a small real photo."""
    picture = BytesIO()
    Image.new("RGB", (64, 48), colour).save(picture, "JPEG")
    return ("anh.jpg", picture.getvalue())


def a_filing(
    kind: Kind = Kind.FEEDBACK,
    category: str = "lighting_trees",
    unit: str = "19789",
    title: str = "Đèn đường hỏng trên đường Lê Lợi",
    body: str = "Ba bóng đèn trước số nhà 15 đường Lê Lợi tắt đã một tuần, gọi 0900 000 123 để biết thêm.",
    email: str = "lan@example.com",
) -> Petition:
    """File a petition as a citizen does."""
    token = secrets.token_urlsafe(16)
    draft = services.begin_draft(codes.token_hash(token))
    place, field = offices.find_unit(unit), queries.find_category(category)
    assert place is not None
    assert field is not None
    services.fill_draft(draft, kind=kind, unit_id=place.id, category_id=field.id, title=title, body=body)
    services.fill_draft(draft, address="Trước số nhà 15 Lê Lợi")
    services.settle_contact(
        draft, Person(name="Trần Thị Lan", email=email, phone="0900000123") if email else None
    )
    return services.submit_draft(draft, GUEST, codes.fingerprint(codes.secret_for(token, KEY), KEY))


def a_petition(
    town: Town, at: State = State.RECEIVED, outcome: Outcome = Outcome.EXPLAINED, **filing: Any
) -> Petition:
    """Bring a petition to a state by playing the use cases, each by whoever may."""
    petition = a_filing(**filing)
    for deed in _WAYS[at]:
        deed(petition, town, outcome)
    assert petition.state == at
    return petition


def an_answer(outcome: Outcome = Outcome.EXPLAINED) -> AnswerWords:
    """Return an answer that holds for its outcome."""
    return AnswerWords(
        outcome=outcome,
        body="Sở Xây dựng đã kiểm tra. Tuyến cáp ngầm đang chờ thay, dự kiến xong trong tháng.",
        legal_basis="Nghị định 79/2009/NĐ-CP",
        forwarded_to="Công ty Điện lực",
        promised_on=clock.today() + timedelta(days=20),
        owner="Đội quản lý chiếu sáng số 2",
    )


def _release(petition: Petition, town: Town, _outcome: Outcome) -> None:
    services.release_petition(
        petition, town.dispatcher, "Đèn đường hỏng", "Ba bóng đèn tắt đã một tuần.", "Lê Lợi", ()
    )


def _route(petition: Petition, town: Town, _outcome: Outcome) -> None:
    services.route_petition(petition, town.dispatcher, town.id_of("H46.SXD"), Variant.NORMAL)


def _take(petition: Petition, town: Town, _outcome: Outcome) -> None:
    services.take_petition(petition, town.officer)


def _draft(petition: Petition, town: Town, outcome: Outcome) -> None:
    services.draft_answer(
        petition, town.officer, an_answer(outcome), [a_photo()] if outcome == Outcome.DONE else []
    )


def _publish(petition: Petition, town: Town, _outcome: Outcome) -> None:
    services.publish_answer(petition, town.head)


def _ask(petition: Petition, town: Town, _outcome: Outcome) -> None:
    services.ask_submitter(petition, town.dispatcher, "Xin cho biết số cột đèn.")


def _reject(petition: Petition, town: Town, _outcome: Outcome) -> None:
    services.reject_petition(petition, town.dispatcher, RejectReason.NOT_CLEAR, "Không rõ ở đoạn đường nào.")


def _merge(petition: Petition, town: Town, _outcome: Outcome) -> None:
    services.merge_petition(petition, town.dispatcher, a_filing().code)


def _withdraw(petition: Petition, _town: Town, _outcome: Outcome) -> None:
    services.withdraw_petition(petition, submitter_of(petition))


def _ask_reopen(petition: Petition, _town: Town, _outcome: Outcome) -> None:
    services.ask_reopening(petition, submitter_of(petition), "Đèn vẫn chưa sáng.")


def _close(petition: Petition, _town: Town, _outcome: Outcome) -> None:
    services.close_petition(petition, submitter_of(petition))


def _sign(petition: Petition, town: Town, _outcome: Outcome) -> None:
    services.sign_complaint(petition, town.dispatcher, town.id_of("H46.SXD"), "Đã ký tại quầy.")


def _advance(action: Action) -> Any:
    return lambda petition, town, _outcome: services.advance_complaint(
        petition, town.head, action, "Theo quy định."
    )


_HANDLED = (_release, _route, _take)
_ANSWERED = (*_HANDLED, _draft, _publish)
_SIGNED = (_sign, _advance(Action.ACCEPT))
_WAYS: dict[State, tuple[Any, ...]] = {
    State.RECEIVED: (),
    State.AWAITING_SUBMITTER: (_ask,),
    State.REJECTED: (_reject,),
    State.MERGED: (_merge,),
    State.ROUTED: (_release, _route),
    State.IN_PROGRESS: _HANDLED,
    State.AWAITING_APPROVAL: (*_HANDLED, _draft),
    State.ANSWERED: _ANSWERED,
    State.REOPEN_REQUESTED: (*_ANSWERED, _ask_reopen),
    State.CLOSED: (*_ANSWERED, _close),
    State.WITHDRAWN: (_withdraw,),
    State.ACCEPTED: _SIGNED,
    State.VERIFYING: (*_SIGNED, _advance(Action.VERIFY)),
    State.SUSPENDED: (*_SIGNED, _advance(Action.VERIFY), _advance(Action.SUSPEND)),
    State.DIALOGUE: (*_SIGNED, _advance(Action.VERIFY), _advance(Action.HOLD_DIALOGUE)),
    State.DECIDED: (*_SIGNED, _advance(Action.VERIFY), _advance(Action.DECIDE)),
}
