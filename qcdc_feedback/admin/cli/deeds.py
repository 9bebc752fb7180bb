"""The deeds of which the town's stories are made: each plays one use case, by whoever may."""

from datetime import date, timedelta

from qcdc_feedback.admin.cli.town import Case, Town
from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import GUEST
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.intake import Person, Words
from qcdc_feedback.petitions.rules.kinds import Channel, Kind, Purpose, Variant
from qcdc_feedback.petitions.rules.outcomes import Outcome, RejectReason, Satisfaction
from qcdc_feedback.petitions.rules.privacy import proposed_copy
from qcdc_feedback.petitions.services import AnswerWords


def file(case: Case, town: Town) -> None:
    """Let the citizen fill in the form, or the desk for someone who called, wrote or came."""
    filed = _by_citizen(case) if case.row["channel"] == Channel.WEB else _by_desk(case, town)
    case.petition_id = filed.id


def release(case: Case, town: Town) -> None:
    """Let everyone read the copy that the program proposes, and see the photos."""
    petition = case.petition
    if petition.is_released:  # with the first petition that was merged into it
        return
    words = queries.get_submission(petition.id)
    copy = [proposed_copy(text) for text in (words.title, words.body, words.address)]
    photos = [each.id for each in queries.attachments(petition.id) if each.purpose == Purpose.FILED]
    services.release_petition(petition, town.dispatcher(petition), *copy, photos)


def route(case: Case, town: Town) -> None:
    """Send the petition where the routing rules propose."""
    petition = case.petition
    authority_id = queries.proposed_authority(petition) or petition.desk_id
    variant = Variant(case.row["urgency"])
    services.route_petition(petition, town.dispatcher(petition), authority_id, variant)


def take(case: Case, town: Town) -> None:
    """Let an officer take the petition, or the head name one."""
    petition = case.petition
    officer = town.officer(petition)
    if case.parity:
        services.take_petition(petition, officer)
        return
    services.assign_petition(petition, town.head(petition), officer.user_id or 0)


def ask_at_desk(case: Case, town: Town) -> None:
    """Ask the submitter before the petition goes anywhere."""
    services.ask_submitter(case.petition, town.dispatcher(case.petition), case.row["question"])


def ask(case: Case, town: Town) -> None:
    """Ask the submitter while handling."""
    services.ask_submitter(case.petition, town.officer(case.petition), case.row["question"])


def complete(case: Case, _town: Town) -> None:
    """Reply to what was asked."""
    services.complete_petition(case.petition, case.submitter, case.row["completion"])


def reject(case: Case, town: Town) -> None:
    """Do not take the petition up."""
    reason = RejectReason(case.row["reject_reason"])
    petition = case.petition
    services.reject_petition(petition, town.dispatcher(petition), reason, case.row["reject_reason_text"])


def appeal(case: Case, _town: Town) -> None:
    """Ask that somebody else look at it."""
    services.appeal_rejection(case.petition, case.submitter, case.row["appeal_reason"])


def merge(case: Case, town: Town) -> None:
    """Let the petition follow the one about the same matter, which everyone may read from then on."""
    main = town.cases[case.row["merged_into"]]
    release(main, town)
    services.merge_petition(case.petition, town.dispatcher(case.petition), main.petition.code)


def withdraw(case: Case, _town: Town) -> None:
    """Take the petition back."""
    services.withdraw_petition(case.petition, case.submitter, case.row["withdraw_reason"])


def hide(case: Case, town: Town) -> None:
    """Take the petition from public view."""
    services.hide_petition(case.petition, town.dispatcher(case.petition), case.row["hide_reason"])


def sign(case: Case, town: Town) -> None:
    """Note at the counter that the complaint was signed."""
    petition = case.petition
    authority_id = queries.proposed_authority(petition) or petition.desk_id
    services.sign_complaint(petition, town.dispatcher(petition), authority_id, "")


def refuse(case: Case, town: Town) -> None:
    """Send the petition back to the desk, naming the right authority."""
    right = authorities.get_by_code(case.row["refuse_names"])
    services.refuse_petition(case.petition, town.head(case.petition), right.id, case.row["refuse_reason"])


def transfer(case: Case, town: Town) -> None:
    """Give the petition to another authority."""
    right = authorities.get_by_code(case.row["transfer_to"])
    services.transfer_petition(case.petition, town.head(case.petition), right.id, case.row["transfer_reason"])


def consult(case: Case, town: Town) -> None:
    """Ask another authority for its opinion."""
    asked = case.row["consult"]
    authority = authorities.get_by_code(asked["authority"])
    due_on = clock.today() + timedelta(days=asked["days"])
    services.consult_authority(
        case.petition, town.officer(case.petition), authority.id, asked["question"], due_on
    )


def advise(case: Case, town: Town) -> None:
    """Give the opinion that was asked for."""
    asked = case.row["consult"]
    services.advise(case.petition, town.officer_at(asked["authority"]), asked["opinion"])


def ask_for_time(case: Case, town: Town) -> None:
    """Ask the head for more days."""
    wish = case.row["extension"]
    services.ask_extension(case.petition, town.officer(case.petition), wish["days"], wish["reason"])


def give_time(case: Case, town: Town) -> None:
    """Grant the days asked for."""
    services.grant_extension(case.petition, town.head(case.petition))


def demand(case: Case, town: Town) -> None:
    """Demand an explanation, as a supervisor."""
    due_on = clock.today() + timedelta(days=10)
    services.demand_explanation(case.petition, town.supervisor(), case.row["explanation"]["question"], due_on)


def explain(case: Case, town: Town) -> None:
    """Explain, as the head."""
    services.explain(case.petition, town.head(case.petition), case.row["explanation"]["answer"])


def draft(case: Case, town: Town) -> None:
    """Write the answer and show what proves it."""
    row = case.row
    promise = row.get("promise")
    words = AnswerWords(
        outcome=Outcome(row["outcome"]),
        body=row["answer"],
        legal_basis=row.get("legal_basis", ""),
        forwarded_to=row.get("forwarded_to", ""),
        promised_on=_promised_on(case, town) if promise else None,
        owner=promise["owner"] if promise else "",
    )
    _draft(case, town, words, row.get("photo_after"))


def draft_again(case: Case, town: Town) -> None:
    """Write the answer of the second round."""
    words = AnswerWords(outcome=Outcome(case.row["outcome_2"]), body=case.row["answer_2"])
    _draft(case, town, words, case.row.get("photo_after_2"))


def send_back(case: Case, town: Town) -> None:
    """Return the draft with a remark."""
    services.send_back_answer(case.petition, town.head(case.petition), case.row["send_back_remark"])


def publish(case: Case, town: Town) -> None:
    """Publish the answer."""
    services.publish_answer(case.petition, town.head(case.petition))


def report_kept(case: Case, town: Town) -> None:
    """Show the head that what was promised is done."""
    photos = case.photos([case.row["photo_kept"]], "sau-khi-lam")
    petition = case.petition
    services.report_promise_kept(petition, town.officer(petition), case.row["kept"]["evidence"], photos)


def confirm_kept(case: Case, town: Town) -> None:
    """Confirm, as the head, that the promise was kept."""
    services.keep_promise(case.petition, town.head(case.petition))


def rate(case: Case, _town: Town) -> None:
    """Rate the answer."""
    rating = case.row["rating"]
    services.rate_answer(case.petition, case.submitter, Satisfaction(rating["stars"]), rating["comment"])


def close(case: Case, _town: Town) -> None:
    """Confirm that the matter is settled."""
    services.close_petition(case.petition, case.submitter)


def ask_to_reopen(case: Case, _town: Town) -> None:
    """Say why the matter is not settled."""
    services.ask_reopening(case.petition, case.submitter, case.row["reopen_reason"])


def reopen(case: Case, town: Town) -> None:
    """Begin a new round."""
    services.reopen_petition(case.petition, town.dispatcher(case.petition))


def decline(case: Case, town: Town) -> None:
    """Let the answer stand."""
    services.decline_reopening(case.petition, town.dispatcher(case.petition), case.row["decline_reason"])


def _by_citizen(case: Case) -> Petition:
    row = case.row
    draft = queries.find_draft(case.token_hash) or services.begin_draft(case.token_hash)
    services.fill_draft(draft, kind=Kind(row["kind"]))
    unit_id, category_id = _place_and_field(case)
    services.fill_draft(draft, unit_id=unit_id, address=row["address"], lat=row["lat"], lon=row["lon"])
    services.fill_draft(draft, category_id=category_id)
    services.fill_draft(draft, title=row["title"], body=row["text"])
    if row["photos"]:
        services.attach_to_draft(draft, case.photos(row["photos"]))
    services.settle_contact(draft, _person(case) if any(row["submitter"].values()) else None)
    return services.submit_draft(draft, GUEST, case.secret_hash)


def _by_desk(case: Case, town: Town) -> Petition:
    row = case.row
    words = Words(
        Kind(row["kind"]),
        Channel(row["channel"]),
        row["title"],
        row["text"],
        row["address"],
        row["lat"],
        row["lon"],
    )
    unit_id, category_id = _place_and_field(case)
    counter = town.counter_of(unit_id)
    return services.file_on_behalf(
        counter, words, unit_id, category_id, _person(case), case.secret_hash, case.photos(row["photos"])
    )


def _place_and_field(case: Case) -> tuple[int, int]:
    unit = authorities.get_unit_by_code(case.row["unit"])
    category = queries.find_category(case.row["category"])
    if unit is None or category is None:
        raise LookupError(f"place or field is not loaded: {case.key}")
    return unit.id, category.id


def _person(case: Case) -> Person:
    given = case.row["submitter"]
    return Person(given["name"] or "", given["email"] or "", given["phone"] or "")


def _promised_on(case: Case, town: Town) -> date:
    row = case.row
    return town.day(case, row.get("answer_after", row["days_ago"]) + row["promise"]["days_after"])


def _draft(case: Case, town: Town, words: AnswerWords, subject: str | None) -> None:
    photos = case.photos([subject] if subject else [], "sau-khi-lam")
    services.draft_answer(case.petition, town.officer(case.petition), words, photos)
