"""A lesson as a package: a zip of lesson.toml, a words file for each language, and its pictures in media."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quizapp.authoring.checking import plain_tables
from quizapp.authoring.exchange import toml_files
from quizapp.authoring.exchange.archive import Bounds, packed, read_archive
from quizapp.authoring.exchange.packed_pictures import CREDITS, PICTURE_FILE, NewPicture, read_pictures
from quizapp.authoring.exchange.refused import FileRefused, text_problems
from quizapp.lessons.checking import read_parts
from quizapp.lessons.checks.candidate import STRUCTURE, words_file
from quizapp.lessons.document import Structure
from quizapp.lessons.problems import Problem
from quizapp.lessons.rebuilding import MOST_BYTES as MOST_PICTURE_BYTES
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.texts import flat, nested, text_keys

PACKAGE = "package.zip"
MOST_BYTES = 8_000_000
WORDS_FILES = {language: words_file(language) for language in LANGUAGES}
EXPECTED = {STRUCTURE, *WORDS_FILES.values(), CREDITS, "media/"}
BOUNDS = Bounds(
    expected=lambda name: name in EXPECTED or bool(PICTURE_FILE.fullmatch(name)),
    most=MOST_PICTURE_BYTES,
    total=2 * MOST_BYTES,
    entries=100,
)
# What a draft may lack and its editor will ask for; everything else keeps a package out.
LEFT_TO_DO = re.compile(
    "missing_feedback|empty_text|missing_alt|missing_picture|no_right_answer|too_few|exits_not_second"
    "|dangling_branch|unreachable_step|cyclic_branch|scored_on_branch|timing_not_40|not_nfc|mixed_script"
    "|wrong_quotes|unpaired_quotes|phone_number|bare_trafik|word_too_early"
)


@dataclass(frozen=True)
class Parcel:
    """What a package holds; left: what its author still has to do.

    pictures: those to be kept, under the ids by which the structure calls them.
    """

    structure: Structure
    texts: Mapping[str, Mapping[str, str]]
    pictures: tuple[NewPicture, ...]
    left: tuple[Problem, ...]


def written(
    structure: Structure, texts: Mapping[str, Mapping[str, str]], media: Mapping[str, bytes]
) -> bytes:
    """The package of a lesson; the same lesson gives the same bytes. media: files below media/ by name."""
    files = {
        STRUCTURE: toml_files.written(plain_tables(structure.model_dump(mode="json", exclude_none=True)))
    }
    for language, file in WORDS_FILES.items():
        words = {key: texts.get(language, {}).get(key, "") for key in text_keys(structure)}
        files[file] = toml_files.written(nested(words))
    return packed(files | {f"media/{name}": media[name] for name in sorted(media)})


def read(data: bytes, has_picture: Callable[[str], bool], kept: Callable[[str], bytes | None]) -> Parcel:
    """What a package says. Raises FileRefused with everything that is wrong with it.

    has_picture: whether there is a picture of that id already; kept: the bytes of an uploaded one.
    """
    files = read_archive(data, PACKAGE, BOUNDS)
    parts, problems = _tables(files)
    pictures, found = read_pictures(files, kept)
    problems += found
    raw, words = (
        parts.get(STRUCTURE),
        {one: parts[file] for one, file in WORDS_FILES.items() if file in parts},
    )
    for language, said in words.items():
        problems += _unfit_texts(WORDS_FILES[language], said)
    known = {picture.named for picture in pictures}
    name = str(raw.get("id")) if raw is not None else ""
    _lesson, flaws = read_parts(name, raw, words, lambda one: one in known or has_picture(one))
    problems += [flaw for flaw in flaws if not _left_to_do(flaw)]
    if problems or raw is None:
        raise FileRefused(problems)
    return _parcel(Structure.model_validate(raw), words, pictures, flaws)


def _parcel(
    structure: Structure,
    words: Mapping[str, Mapping[str, Any]],
    pictures: list[NewPicture],
    flaws: list[Problem],
) -> Parcel:
    renamed = {picture.named: picture.id for picture in pictures if picture.named != picture.id}
    keys = set(text_keys(structure))
    texts = {
        language: {key: text for key, text in flat(said).items() if key in keys and text}
        for language, said in words.items()
    }
    return Parcel(with_pictures(structure, renamed), texts, tuple(pictures), tuple(flaws))


def with_pictures(structure: Structure, renamed: Mapping[str, str]) -> Structure:
    """The same lesson with other names for its pictures."""
    return Structure.model_validate(_renamed(structure.model_dump(mode="json", exclude_none=True), renamed))


PICTURE_FIELDS = ("picture", "cover")
PICTURE_TABLES = ("item_pictures", "bucket_pictures")


def _renamed(part: Any, names: Mapping[str, str]) -> Any:
    if isinstance(part, dict):
        return {key: _renamed_field(key, value, names) for key, value in part.items()}
    return [_renamed(one, names) for one in part] if isinstance(part, list | tuple) else part


def _renamed_field(key: str, value: Any, names: Mapping[str, str]) -> Any:
    if key in PICTURE_FIELDS:
        return names.get(value, value)
    if key in PICTURE_TABLES:
        return {thing: names.get(picture, picture) for thing, picture in value.items()}
    return _renamed(value, names)


def _tables(files: Mapping[str, bytes]) -> tuple[dict[str, dict[str, Any]], list[Problem]]:
    """The TOML files as far as they can be read."""
    read_files: dict[str, dict[str, Any]] = {}
    problems: list[Problem] = []
    for file in (STRUCTURE, *WORDS_FILES.values()):
        try:
            if file not in files:
                problems.append(Problem("missing_file", file))
            elif len(files[file]) > toml_files.MOST_BYTES:
                problems.append(
                    Problem("file_too_large", file, parameters={"most": toml_files.MOST_BYTES // 1000})
                )
            else:
                read_files[file] = toml_files.read(files[file], file)
        except FileRefused as refused:
            problems += refused.problems
    return read_files, problems


def _unfit_texts(file: str, words: Mapping[str, Any]) -> Iterator[Problem]:
    for key, text in flat(words).items():
        yield from text_problems(
            text,
            lambda code, key=key, **parameters: Problem(code, file, key, parameters),
        )


def _left_to_do(flaw: Problem) -> bool:
    """A text that is missing is a text still to be written, if the lesson otherwise has its shape."""
    return bool(LEFT_TO_DO.fullmatch(flaw.code)) or (flaw.code == "missing_key" and flaw.file != STRUCTURE)
