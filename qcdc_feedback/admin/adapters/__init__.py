"""What comes from outside: reviewed data as files, and pictures for a town without photos."""

from qcdc_feedback.admin.adapters.reviewed import demo_people, reviewed

__all__ = ["demo_people", "draw_photo", "reviewed"]


def draw_photo(subject: str, number: int) -> bytes:
    """Return a JPEG of 1280 x 960 of the subject, drawn, so that no real street or person is shown.

    The same subject and number give the same picture.
    """
    # Pillow is heavy, and only the demonstration draws.
    from qcdc_feedback.admin.adapters import scenes

    return scenes.picture(subject, number)
