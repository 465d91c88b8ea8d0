"""A picture from outside, made anew from its pixels: whatever else was in the file stays behind.

Places, names, comments, colour profiles, hidden files, further frames: none of it is copied.
"""

from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from warnings import simplefilter

from PIL import Image, UnidentifiedImageError

FORMATS = ("PNG", "JPEG", "WEBP")
MOST_BYTES = 5_000_000
MOST_PIXELS = 12_000_000
MOST_SCANS = 64  # of a JPEG: each goes over the whole picture, and a small file may hold thousands
KEPT_BYTES = 300_000
SHORTEST = 32  # pixels; less shows nothing
EDGES = (1280, 960, 640)  # twice what a phone shows; less only where the file stays too heavy
QUALITIES = (82, 70, 58)
START_OF_SCAN = b"\xff\xda"
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# Pillow looks at this before it reserves anything; the exact bound is checked below.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
simplefilter("ignore", Image.DecompressionBombWarning)
# A large picture takes up to 250 MB for a moment: one at a time in a process.
_at_work = Lock()


class PictureRefused(Exception):
    """A file that becomes no picture; the room's wording has a sentence for each code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Rebuilt:
    """A picture made anew."""

    data: bytes
    mime: str
    width: int
    height: int


def rebuilt(data: bytes) -> Rebuilt:
    """The picture in a file as a WebP of its own. Raises PictureRefused."""
    if not data:
        raise PictureRefused("picture_empty")
    if len(data) > MOST_BYTES:
        raise PictureRefused("picture_too_heavy")
    with _at_work:
        return _small_enough(_fresh(_decoded(data)))


def _decoded(data: bytes) -> Image.Image:
    """The first frame, the right way up."""
    try:
        with _opened(data) as image:
            # The decoder of JPEG itself leaves out what isn't needed.
            image.draft(None, (2 * EDGES[0], 2 * EDGES[0]))
            image.load()
            return _upright(image)
    except PictureRefused:
        raise
    except Exception as error:  # decoders meet a damaged file with whatever they like
        raise PictureRefused("picture_broken") from error


def _opened(data: bytes) -> Image.Image:
    """What the head of the file says, before anything is decoded."""
    try:
        image = Image.open(BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise PictureRefused("picture_too_large") from error
    except UnidentifiedImageError as error:
        raise PictureRefused("picture_kind") from error
    if image.width * image.height > MOST_PIXELS:
        raise PictureRefused("picture_too_large")
    if image.format == "JPEG" and data.count(START_OF_SCAN) > MOST_SCANS:
        raise PictureRefused("picture_broken")
    return image


def _upright(image: Image.Image) -> Image.Image:
    try:
        turn = TURNS.get(image.getexif().get(ORIENTATION, 1))
    except Exception:  # notes that make no sense say nothing about the picture
        turn = None
    return image if turn is None else image.transpose(turn)


def _fresh(image: Image.Image) -> Image.Image:
    """Nothing but the pixels, in plain colours."""
    if image.mode.startswith("I"):  # 16 bits of grey
        image = image.convert("I").point(lambda grey: grey / 256).convert("L")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    plain = image if image.mode == mode else image.convert(mode)
    plain.thumbnail((EDGES[0], EDGES[0]), Image.Resampling.LANCZOS)
    if min(plain.size) < SHORTEST:
        raise PictureRefused("picture_too_small")
    fresh = Image.new(mode, plain.size)
    fresh.paste(plain)
    return fresh


def _small_enough(image: Image.Image) -> Rebuilt:
    """As good as its weight allows."""
    for edge in EDGES:
        image.thumbnail((edge, edge), Image.Resampling.LANCZOS)
        for quality in QUALITIES:
            buffer = BytesIO()
            image.save(buffer, "WEBP", quality=quality, method=4)
            if buffer.tell() <= KEPT_BYTES:
                return Rebuilt(buffer.getvalue(), "image/webp", image.width, image.height)
    raise PictureRefused("picture_too_heavy")
