"""A picture from outside becomes one of ours, or is refused; nothing but its pixels comes along."""

import time
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from quizapp.lessons.rebuilding import KEPT_BYTES, MOST_BYTES, PictureRefused, rebuilt
from tests.lessons.picture_files import (
    SECRET,
    SVG,
    bomb,
    many_scans,
    moving,
    picture,
    saved,
    telling,
    turned,
)

KINDS = ("PNG", "JPEG", "WEBP")


def seen(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data), formats=["WEBP"])


def code(data: bytes) -> str:
    with pytest.raises(PictureRefused) as refused:
        rebuilt(data)
    return refused.value.code


@pytest.mark.parametrize("kind", KINDS)
def test_only_pixels_come_along(kind: str) -> None:
    data = telling(kind)
    assert SECRET in data
    made = rebuilt(data)
    assert SECRET not in made.data
    assert b"PK\x03\x04" not in made.data
    image = seen(made.data)
    assert not image.getexif()
    assert {"exif", "icc_profile", "xmp", "comment", "Comment"}.isdisjoint(image.info)
    assert (made.mime, made.width, made.height) == ("image/webp", 640, 480)
    red, green, _blue = image.convert("RGB").getpixel((320, 240))
    assert red < 20
    assert green > 100


def test_a_photo_stands_upright() -> None:
    image = seen(rebuilt(turned()).data).convert("RGB")
    assert image.size == (300, 400)
    assert image.getpixel((150, 20))[1] < 60, "red above"
    assert image.getpixel((150, 380))[1] > 200, "white below"


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_a_moving_picture_the_first_frame_stays(kind: str) -> None:
    image = seen(rebuilt(moving(kind)).data)
    assert getattr(image, "n_frames", 1) == 1
    assert image.convert("RGB").getpixel((100, 75))[0] > 200


def test_a_large_photo_becomes_fit_for_a_phone() -> None:
    noise = Image.effect_noise((3000, 4000), 40)
    made = rebuilt(saved(noise, "JPEG", quality=60))
    assert max(made.width, made.height) <= 1280
    assert made.width * 4 == made.height * 3
    assert len(made.data) <= KEPT_BYTES


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_colour(mode: str) -> None:
    image = (
        Image.new("I;16", (200, 100), 40_000)
        if mode == "I;16"
        else Image.new("RGB", (200, 100)).convert(mode)
    )
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert rebuilt(saved(image, kind)).width == 200


def test_what_is_seen_through_stays_so() -> None:
    made = rebuilt(saved(Image.new("RGBA", (200, 100), (255, 0, 0, 0)), "PNG"))
    assert seen(made.data).getpixel((5, 5))[3] == 0


def test_the_same_picture_becomes_the_same_bytes() -> None:
    assert rebuilt(telling("PNG")).data == rebuilt(picture("PNG")).data


def test_what_is_refused_is_refused_for_its_reason() -> None:
    assert code(b"") == "picture_empty"
    assert code(SVG) == "picture_kind"
    assert code(saved(Image.new("P", (200, 200)), "GIF")) == "picture_kind"
    assert code(b"\x89PNG\r\n\x1a\n") == "picture_kind"
    assert code(picture("PNG") + bytes(MOST_BYTES)) == "picture_too_heavy"
    assert code(picture("PNG", (4001, 3000))) == "picture_too_large"
    assert code(picture("WEBP", (4001, 3000))) == "picture_too_large"
    assert code(picture("PNG", (20, 20))) == "picture_too_small"
    assert code(picture("PNG", (10_000, 40))) == "picture_too_small"
    assert code(picture("JPEG")[:-900]) == "picture_broken"
    assert code(picture("WEBP")[:-30]) == "picture_broken"


@pytest.mark.parametrize("hostile", [bomb, many_scans])
def test_bombs_cost_nothing(hostile: object) -> None:
    data = hostile()  # type: ignore[operator]
    began = time.perf_counter()
    assert code(data) in ("picture_too_large", "picture_broken")
    assert time.perf_counter() - began < 1


SMALL = [saved(Image.effect_noise((90, 60), 80), kind) for kind in KINDS]


@settings(max_examples=150, deadline=None)
@given(
    data=st.sampled_from(SMALL),
    places=st.lists(st.tuples(st.integers(0, 2**16), st.integers(0, 255)), max_size=8),
    end=st.integers(1, 2**14),
)
def test_damage_is_a_picture_or_a_refusal(data: bytes, places: list[tuple[int, int]], end: int) -> None:
    damaged = bytearray(data)
    for at, value in places:
        damaged[at % len(damaged)] = value
    try:
        made = rebuilt(bytes(damaged[:end]))
    except PictureRefused:
        return
    seen(made.data).load()
