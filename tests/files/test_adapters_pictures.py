"""Pictures drawn anew: nothing hidden survives, and nothing hostile gets through."""

import struct
import warnings
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from qcdc_feedback.files import adapters
from qcdc_feedback.files.rules import FileRefused, MediaType

MARK = b"BI-MAT-0912345678"
_UPRIGHT = 274
_DESCRIPTION = 270
_MAKER_NOTE = 37500
_GPS = 34853


def _drawn(form, size=(40, 20), **extras):
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    out = BytesIO()
    picture.save(out, form, **extras)
    return out.getvalue()


def _exif(orientation=1):
    exif = Image.Exif()
    exif[_UPRIGHT] = orientation
    exif[_DESCRIPTION] = MARK.decode()
    exif[_MAKER_NOTE] = MARK
    exif.get_ifd(_GPS)[1] = "N"
    exif.get_ifd(_GPS)[29] = MARK.decode()
    return exif


def _profile():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile + MARK


def _jpeg_segment(raw, marker, payload):
    segment = b"\xff" + marker + struct.pack(">H", len(payload) + 2) + payload
    return raw[:2] + segment + raw[2:]


def _png_chunk(kind, payload):
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


def _png_with(chunk):
    raw = _drawn("PNG")
    return raw[:33] + chunk + raw[33:]


def _webp_with(kind, payload):
    raw = _drawn("WEBP", exif=_exif())
    grown = raw + kind + struct.pack("<I", len(payload)) + payload + b"\x00" * (len(payload) % 2)
    return grown[:4] + struct.pack("<I", len(grown) - 8) + grown[8:]


def _png_texts():
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", MARK.decode())
    texts.add_text("Comment", MARK.decode(), zip=True)
    texts.add_itxt("XML:com.adobe.xmp", MARK.decode())
    return texts


MARKED = {
    "jpeg exif": (MediaType.JPEG, _drawn("JPEG", exif=_exif())),
    "jpeg comment": (MediaType.JPEG, _drawn("JPEG", comment=MARK)),
    "jpeg profile": (MediaType.JPEG, _drawn("JPEG", icc_profile=_profile())),
    "jpeg xmp": (MediaType.JPEG, _drawn("JPEG", xmp=b"<x>" + MARK + b"</x>")),
    "jpeg iptc": (MediaType.JPEG, _jpeg_segment(_drawn("JPEG"), b"\xed", b"Photoshop 3.0\x00" + MARK)),
    "jpeg app11": (MediaType.JPEG, _jpeg_segment(_drawn("JPEG"), b"\xeb", MARK)),
    "jpeg html comment": (MediaType.JPEG, _drawn("JPEG", comment=b"<script>" + MARK + b"</script>")),
    "jpeg zip behind": (MediaType.JPEG, _drawn("JPEG") + b"PK\x03\x04" + MARK),
    "png texts": (MediaType.PNG, _drawn("PNG", pnginfo=_png_texts())),
    "png exif": (MediaType.PNG, _drawn("PNG", exif=_exif())),
    "png profile": (MediaType.PNG, _drawn("PNG", icc_profile=_profile())),
    "png private chunk": (MediaType.PNG, _png_with(_png_chunk(b"prVt", MARK))),
    "png behind": (MediaType.PNG, _drawn("PNG") + MARK),
    "webp exif": (MediaType.WEBP, _drawn("WEBP", exif=_exif())),
    "webp xmp": (MediaType.WEBP, _drawn("WEBP", xmp=MARK)),
    "webp profile": (MediaType.WEBP, _drawn("WEBP", icc_profile=_profile())),
    "webp unknown chunk": (MediaType.WEBP, _webp_with(b"QQQQ", MARK)),
    "webp behind": (MediaType.WEBP, _drawn("WEBP") + MARK),
}


@pytest.mark.parametrize(("kind", "raw"), MARKED.values(), ids=MARKED.keys())
def test_nothing_hidden_survives(kind, raw):
    packed = any(word in raw for word in (b"zTXt", b"iCCP"))
    assert packed or MARK in raw
    clean = adapters.cleaned("a", kind, raw)
    again = Image.open(BytesIO(clean.raw))
    again.load()
    assert MARK not in clean.raw
    assert again.get_format_mimetype() == kind
    assert again.getexif() == {}
    assert not set(again.info) & {"exif", "xmp", "icc_profile", "comment", "photoshop", "Author", "Comment"}
    assert (clean.width, clean.height) == again.size == (40, 20)


def test_a_picture_taken_sideways_is_turned_upright():
    clean = adapters.cleaned("a.jpg", MediaType.JPEG, _drawn("JPEG", exif=_exif(orientation=6)))
    assert (clean.width, clean.height) == (20, 40)
    red, green, _ = Image.open(BytesIO(clean.raw)).convert("RGB").getpixel((17, 2))
    assert (red > 200, green < 100) == (True, True)  # the red corner is now at the top right


def test_a_see_through_picture_stays_so():
    out = BytesIO()
    Image.new("RGBA", (8, 8), (255, 0, 0, 0)).save(out, "PNG")
    clean = adapters.cleaned("a.png", MediaType.PNG, out.getvalue())
    assert Image.open(BytesIO(clean.raw)).getpixel((0, 0))[3] == 0


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16"])
def test_a_scan_in_few_colours_keeps_its_brightness(mode):
    out = BytesIO()
    grey = Image.new("L", (8, 8), 128)
    grey.paste(255, (0, 0, 4, 8))
    scan = (
        Image.frombytes("I;16", (8, 8), b"\xff\xff" * 4 + b"\x00\x80" * 60)
        if mode == "I;16"
        else grey.convert(mode)
    )
    scan.save(out, "PNG")
    clean = adapters.cleaned("a.png", MediaType.PNG, out.getvalue())
    shown = Image.open(BytesIO(clean.raw)).convert("L")
    assert shown.getpixel((0, 0)) == 255
    assert mode == "1" or abs(shown.getpixel((7, 7)) - 128) <= 2


def _png_header(width, height, body=b""):
    header = _png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + _png_chunk(b"IDAT", body) + _png_chunk(b"IEND", b"")


def _bomb(side):
    return _png_header(side, side, zlib.compress(bytes((side // 8 + 1) * side), 9))


@pytest.mark.parametrize("side", [6_400, 9_000, 13_000, 30_000])
def test_a_bomb_of_pixels_is_refused_by_its_header(side):
    raw = _bomb(side) if side < 10_000 else _png_header(side, side)
    assert len(raw) < 100_000
    with pytest.raises(FileRefused) as refused:
        adapters.cleaned("a.png", MediaType.PNG, raw)
    assert refused.value.facts["why"] in ("too_many_pixels", "broken")


BROKEN = {
    "cut off": (MediaType.JPEG, _drawn("JPEG", (400, 400))[:-300]),
    "only a header": (MediaType.PNG, _drawn("PNG")[:40]),
    "rubbish": (MediaType.JPEG, b"\xff\xd8\xff\xe0" + b"x" * 300),
    "wrong checksum": (MediaType.PNG, _drawn("PNG").replace(b"IDAT", b"IDAX")),
    "gif as jpeg": (MediaType.JPEG, _drawn("GIF")),
    "tiff as png": (MediaType.PNG, _drawn("TIFF")),
    "webp half": (MediaType.WEBP, _drawn("WEBP")[:30]),
    "html": (MediaType.WEBP, b"RIFF    WEBP<script>alert(1)</script>"),
    "text bomb": (
        MediaType.PNG,
        _png_with(_png_chunk(b"zTXt", b"k\x00\x00" + zlib.compress(bytes(90_000_000)))),
    ),
}


@pytest.mark.parametrize(("kind", "raw"), BROKEN.values(), ids=BROKEN.keys())
def test_what_cannot_be_drawn_is_refused_and_never_kept(kind, raw):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(FileRefused) as refused:
            adapters.cleaned("a", kind, raw)
    assert refused.value.facts == {"why": "broken", "name": "a"}


def test_a_document_is_kept_as_it_is():
    raw = b"%PDF-1.4\n1 0 obj <<>> endobj\n%%EOF"
    assert adapters.cleaned("a.pdf", MediaType.PDF, raw) == adapters.Cleaned(raw)
