"""Vietnamese text: tidied when it comes in, folded when it is searched."""

import re
import unicodedata

_D = str.maketrans("đĐ", "dD")
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BLANKS = re.compile(r"[^\S\n]+")
_GAPS = re.compile(r"\n{3,}")


def tidy(text: str) -> str:
    """Return the text in NFC, without invisible characters, spaces at the ends or heaps of empty lines."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _BLANKS.sub(" ", _INVISIBLE.sub("", text))
    return _GAPS.sub("\n\n", text).strip()


def fold(text: str) -> str:
    """Return the text without marks, in small letters, đ as d: 'Đèn đường' and 'den duong' become one."""
    decomposed = unicodedata.normalize("NFD", text.translate(_D))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def excerpt(text: str, length: int) -> str:
    """Return the beginning of the text, cut at a word."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"
