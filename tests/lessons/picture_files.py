"""Pictures as files, good ones and hostile ones."""

from io import BytesIO
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

SECRET = b"42.0041N 21.4095E"


def picture(
    kind: str = "PNG", size: tuple[int, int] = (640, 480), colour: str = "teal", **more: Any
) -> bytes:
    """A plain picture."""
    return saved(Image.new("RGB", size, colour), kind, **more)


def saved(image: Image.Image, kind: str, **more: Any) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **more)
    return buffer.getvalue()


def telling(kind: str) -> bytes:
    """A picture with a place, a name and a comment wherever its kind has room, and a file behind it."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825)[2] = (42.0, 0.0, 14.0)
    more: dict[str, Any] = {"exif": exif, "icc_profile": b"profile" + SECRET}
    if kind == "PNG":
        notes = PngInfo()
        notes.add_text("Comment", SECRET.decode())
        more["pnginfo"] = notes
    else:
        more["xmp"] = b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    if kind == "JPEG":
        more["comment"] = SECRET
    return picture(kind, **more) + b"PK\x03\x04<script>alert(1)</script>" + SECRET


def turned() -> bytes:
    """A photo taken with the phone upright: stored lying, with a note that says so; its top is red."""
    image = Image.new("RGB", (400, 300), "white")
    image.paste("red", (0, 0, 100, 300))
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(image, "JPEG", exif=exif)


def moving(kind: str) -> bytes:
    """Red first, then blue."""
    frames = [Image.new("RGB", (200, 150), colour) for colour in ("red", "blue")]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:])


def many_scans(scans: int = 5000) -> bytes:
    """A small JPEG that takes minutes to decode: each scan goes over all of a large picture."""
    data = saved(Image.new("L", (4000, 3000), 128), "JPEG", progressive=True, quality=5)
    last = data[data.rfind(b"\xff\xda") : -2]
    return data[:-2] + last * scans + data[-2:]


def bomb(side: int = 20_000) -> bytes:
    """A few kilobytes that become hundreds of megabytes."""
    return saved(Image.new("1", (side, side)), "PNG")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
