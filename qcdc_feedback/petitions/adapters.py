"""The outside of petitions: codes that a telephone can scan."""

import segno


def scannable(text: str) -> str:
    """Return a QR code of the text as the address of a picture."""
    return segno.make(text, error="m", micro=False).svg_data_uri(scale=4, border=2)
