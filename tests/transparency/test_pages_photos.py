"""Pictures: who may see which, and that nothing in them can run."""

from qcdc_feedback.authorities import queries as offices
from qcdc_feedback.core.actors import GUEST
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.rules import codes
from qcdc_feedback.petitions.rules.intake import Person
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.outcomes import Outcome
from qcdc_feedback.petitions.rules.procedure import State
from tests import given


def with_photos(kind=Kind.FEEDBACK):
    """File a petition with two photos."""
    token = f"{kind}-with-photos"
    draft = services.begin_draft(codes.token_hash(token))
    place, field = offices.find_unit("19789"), queries.find_category("lighting_trees")
    words = {"title": "Đèn hỏng", "body": "Ba bóng đèn tắt đã một tuần rồi.", "address": "Lê Lợi"}
    services.fill_draft(draft, kind=kind, unit_id=place.id, category_id=field.id, **words)
    services.attach_to_draft(draft, [given.a_photo(), given.a_photo("green")])
    services.settle_contact(draft, Person(name="Trần Thị Lan", email="lan@example.com"))
    return services.submit_draft(draft, GUEST, codes.fingerprint(token, given.KEY))


def ids_of(petition):
    return [attachment.id for attachment in queries.attachments(petition.id)]


def photo(petition, attachment_id):
    return f"/petitions/{petition.code}/photos/{attachment_id}"


def test_only_the_photos_that_were_released_are_seen(play, client, read):
    def scene(town):
        petition = with_photos()
        first, second = ids_of(petition)
        services.release_petition(petition, town.dispatcher, "Đèn hỏng", "Nội dung.", "", [first])
        return photo(petition, first), photo(petition, second), petition.code

    ((released, kept, code),) = play(scene)
    with client.get(released) as answer:
        assert answer.status_code == 200
        assert answer.mimetype == "image/jpeg"
        assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in answer.headers
    with client.get(released, headers={"If-None-Match": answer.headers["ETag"]}) as again:
        assert again.status_code == 304
    read(kept, status=404)
    page = read(f"/petitions/{code}")
    assert released in page
    assert kept not in page


def test_before_release_and_under_another_number_no_photo_is_seen(play, read):
    def scene(town):
        petition, other = with_photos(), given.a_petition(town, State.IN_PROGRESS)
        released = with_photos(Kind.RECOMMENDATION)
        services.release_petition(released, town.dispatcher, "Đèn", "Nội dung.", "", ids_of(released))
        return photo(petition, ids_of(petition)[0]), photo(other, ids_of(released)[0]), photo(petition, 999)

    for address in play(scene)[0]:
        read(address, status=404)


def test_evidence_is_seen_once_the_answer_is_published_and_not_before(play, read, client):
    def scene(town):
        petition = given.a_petition(town, State.AWAITING_APPROVAL, outcome=Outcome.DONE)
        before = photo(petition, ids_of(petition)[0])
        published = given.a_petition(town, State.ANSWERED, outcome=Outcome.DONE)
        return before, photo(published, ids_of(published)[0])

    ((before, after),) = play(scene)
    read(before, status=404)
    with client.get(after) as answer:
        assert answer.mimetype == "image/jpeg"


def test_of_a_hidden_petition_no_picture_is_seen(play, read):
    def scene(town):
        petition = given.a_petition(town, State.ANSWERED, outcome=Outcome.DONE)
        services.hide_petition(petition, town.dispatcher, "Có mặt người.")
        return photo(petition, ids_of(petition)[0])

    read(play(scene)[0], status=404)


def test_of_a_complaint_no_picture_is_seen(play, read):
    def scene(town):
        petition = with_photos(Kind.COMPLAINT)
        return [photo(petition, attachment_id) for attachment_id in ids_of(petition)]

    for address in play(scene)[0]:
        read(address, status=404)
