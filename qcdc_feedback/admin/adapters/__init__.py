"""Pictures for the demonstration town: drawn, so that no real street or person is shown."""


def draw_photo(subject: str, number: int) -> bytes:
    """Return a JPEG of 1280 x 960 of the subject; the same subject and number give the same picture."""
    # Pillow is heavy, and only the demonstration draws.
    from qcdc_feedback.admin.adapters import scenes

    return scenes.picture(subject, number)
