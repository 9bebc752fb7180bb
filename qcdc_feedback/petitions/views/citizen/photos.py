"""Pictures and documents of a filing under way: added, looked at, taken off."""

from flask.typing import ResponseReturnValue

from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.petitions import services
from qcdc_feedback.petitions.forms.citizen import PhotosForm
from qcdc_feedback.petitions.rules.intake import Question
from qcdc_feedback.petitions.views.citizen.desk import citizen, draft_at, here, onward, page
from qcdc_feedback.petitions.views.sending import sent_file


@citizen.route("/file/photos", methods=["GET", "POST"])
def photos() -> ResponseReturnValue:
    """Take pictures and documents, or none."""
    draft = draft_at(Question.PHOTOS)
    form = PhotosForm()
    if form.accepted(lambda: services.attach_to_draft(draft, form.to_uploads())):
        return here(Question.PHOTOS) if form.more.data else onward(Question.PHOTOS)
    return page("petitions/citizen/photos.html", Question.PHOTOS, form, files=draft.files)


@citizen.get("/file/photos/<int:file_id>")
def photo(file_id: int) -> ResponseReturnValue:
    """Show a file to the one who has just attached it."""
    rows = [row for row in draft_at(Question.PHOTOS).files if row.id == file_id]
    if not rows:
        raise NotFound
    return sent_file(rows[0].file)


@citizen.post("/file/photos/<int:file_id>/remove")
def remove_photo(file_id: int) -> ResponseReturnValue:
    """Take a file off."""
    services.detach_from_draft(draft_at(Question.PHOTOS), file_id)
    return here(Question.PHOTOS)
