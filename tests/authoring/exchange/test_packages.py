"""Packages: out and in again the same, and what is refused with a clear sentence."""

import io
import stat
import struct
import zipfile

import pytest
from PIL import Image

from quizapp.authoring.exchange import package_zip
from quizapp.authoring.exchange.packed_pictures import credits_file
from quizapp.authoring.exchange.refused import FileRefused
from quizapp.authoring.exchange.source import of_lesson
from quizapp.lessons.catalogue import bundled_folders
from quizapp.lessons.package import read_package as read_folder
from quizapp.lessons.pictures import drawing
from tests.authoring.exchange.files import a_package, files_of, read_package, respelt, zipped
from tests.lessons.sample_lesson import sample_lesson

CREDIT = {"ours": {"title": "Топка", "made_by": "Ана", "licence": "own"}}


def codes(data: bytes) -> set[str]:
    with pytest.raises(FileRefused) as refused:
        read_package(data)
    return {problem.code for problem in refused.value.problems}


def a_picture(kind: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 64), "teal").save(buffer, kind)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["sample", *(folder.name for folder in bundled_folders())])
def test_a_lesson_comes_back_as_it_went(name: str) -> None:
    lessons = {folder.name: folder for folder in bundled_folders()}
    lesson = read_folder(lessons[name]) if name in lessons else sample_lesson()
    source = of_lesson(lesson)
    data = package_zip.written(source.structure, source.texts, {})
    parcel = read_package(data)
    assert parcel.structure == source.structure
    assert parcel.left == ()
    assert package_zip.written(parcel.structure, parcel.texts, {}) == data


def test_one_text_stands_on_a_line() -> None:
    lines = files_of(a_package())["mk.toml"].decode().splitlines()
    assert 'text = "Денес играме.\\n\\nСите заедно."' in lines


def test_an_unfinished_draft_comes_back_with_what_is_left_to_do() -> None:
    source = of_lesson(sample_lesson())
    texts = {"mk": dict(source.texts["mk"]) | {"steps.hello.text": ""}, "sq": {}}
    parcel = read_package(package_zip.written(source.structure, texts, {}))
    assert {problem.code for problem in parcel.left} >= {"empty_text", "missing_alt"}
    assert parcel.structure == source.structure


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../mk.toml", "unsafe_path"),
        ("/etc/passwd", "unsafe_path"),
        ("media\\..\\x.png", "unsafe_path"),
        ("C:evil.toml", "unsafe_path"),
        ("media/more.zip", "nested_archive"),
        ("lesson/lesson.toml", "unexpected_file"),
        ("media/deep/x.png", "unexpected_file"),
        ("media/x.exe", "unexpected_file"),
        ("MK.toml", "name_twice"),
        ("media/ѕлика.png", "unexpected_file"),
    ],
)
def test_a_name_that_has_no_place(name: str, code: str) -> None:
    assert code in codes(zipped(files_of(a_package()) | {name: b"x"}))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO])
def test_links_and_devices(kind: int) -> None:
    assert codes(zipped(files_of(a_package()), kind | 0o777)) == {"not_a_plain_file"}


def test_a_bomb_is_not_unpacked() -> None:
    assert "packed_too_tight" in codes(zipped({"lesson.toml": bytes(4_000_000)}))
    assert "file_too_large" in codes(zipped({"lesson.toml": bytes(30_000_000)}))
    assert codes(zipped({f"media/p{n}.png": b"" for n in range(200)})) == {"too_many_files"}


def test_a_size_that_is_a_lie_is_found_out_while_unpacking() -> None:
    data = bytearray(zipped({"lesson.toml": b"a = 1\n" * 1000}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)  # the size that the directory declares
    assert codes(bytes(data)) & {"broken_archive", "missing_file"}


def test_a_wrong_sum_and_a_locked_file() -> None:
    data = bytearray(a_package())
    at = data.rindex(b"PK\x01\x02")
    data[at + 16] ^= 0xFF  # the checksum
    assert codes(bytes(data)) == {"broken_archive"}
    data = bytearray(a_package())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1  # the flag of encryption
    assert codes(bytes(data)) == {"encrypted"}


def test_two_files_of_one_name() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mk.toml", b"")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("mk.toml", b"")
    assert codes(buffer.getvalue()) == {"name_twice"}


def test_an_archive_in_the_clothes_of_a_picture() -> None:
    assert "nested_archive" in codes(zipped({"media/x.png": zipped({"a": b""})}))


@pytest.mark.parametrize(
    "toml",
    [
        b"a = " + b"[" * 50_000,
        b".".join([b"abc%d" % n for n in range(20_000)]) + b" = 1",
        b"a = " + b"{a=" * 20 + b"1" + b"}" * 20,
        b"a = " + b"9" * 10_000,
        b"\xff\xfe",
        b"a = 1\na = 2",
        b'a = "\\ud800"',
    ],
)
def test_toml_that_nobody_would_write(toml: bytes) -> None:
    assert codes(zipped(files_of(a_package()) | {"mk.toml": toml})) & {"bad_toml", "unreadable_file"}


def test_every_problem_is_told_at_once_with_its_place() -> None:
    spoilt = respelt(
        a_package(), "lesson.toml", lambda toml: toml.replace(b'kind = "talk"', b'kind = "dance"')
    )
    spoilt = respelt(spoilt, "sq.toml", lambda toml: toml.replace(b"[objectives]", b"[objectifs]"))
    spoilt = respelt(spoilt, "mk.toml", lambda toml: toml.replace(b"b1 =", b"b9 ="))
    with pytest.raises(FileRefused) as refused:
        read_package(spoilt)
    places = {(problem.file, problem.key) for problem in refused.value.problems}
    assert places >= {
        ("lesson.toml", "steps.talk"),
        ("sq.toml", "objectifs"),
        ("mk.toml", "steps.story.bubbles.b9"),
    }


def test_an_invisible_sign_is_no_text() -> None:
    spoilt = respelt(a_package(), "mk.toml", lambda toml: toml.replace("Училница".encode(), b"\\u0000"))
    assert "control_character" in codes(spoilt)


def test_a_picture_is_rebuilt_and_renamed_by_its_bytes() -> None:
    media = {"ours.png": a_picture(), "credits.toml": credits_file(CREDIT)}
    spoilt = respelt(a_package(media), "lesson.toml", lambda toml: toml.replace(b'"park"', b'"ours"'))
    parcel = read_package(spoilt)
    assert [picture.named for picture in parcel.pictures] == ["ours"]
    assert parcel.pictures[0].id.startswith("u-")
    assert parcel.pictures[0].id in parcel.structure.model_dump_json()
    assert '"ours"' not in parcel.structure.model_dump_json()
    assert parcel.pictures[0].picture.data[8:12] == b"WEBP"


def test_the_very_picture_we_have_is_left_alone() -> None:
    media = {"ours.png": a_picture()}
    parcel = package_zip.read(
        a_package(media), lambda one: bool(drawing(one)), lambda _one: media["ours.png"]
    )
    assert parcel.pictures == ()


def test_a_picture_without_its_maker_and_one_that_is_none() -> None:
    assert codes(a_package({"ours.png": a_picture()})) == {"no_credit"}
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    credits = credits_file(CREDIT)
    assert codes(a_package({"ours.svg": svg, "credits.toml": credits})) == {"picture_kind"}
    assert codes(a_package({"ours.png": b"", "credits.toml": credits})) == {"picture_empty"}
