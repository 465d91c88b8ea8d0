"""The texts a lesson needs are just those its words files have."""

import tomllib

import pytest

from quizapp.lessons.catalogue import bundled_folders
from quizapp.lessons.package import read_package
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.texts import flat, nested, text_keys
from tests.lessons.sample_lesson import FOLDER


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", [FOLDER, *bundled_folders()], ids=lambda folder: folder.name)
def test_keys_are_those_of_the_words_file_and_the_texts_that_may_be_left_out(folder, language) -> None:
    words = flat(tomllib.loads((folder / f"{language}.toml").read_text("utf-8")))
    keys = text_keys(read_package(folder))
    assert len(keys) == len(set(keys))
    assert words.keys() <= set(keys)
    left_out = set(keys) - words.keys()
    assert all(key.startswith("steps.") and key.endswith(".text") and key.count(".") == 2 for key in left_out)


def test_flat_and_nested_are_each_others_way_back() -> None:
    words = tomllib.loads((FOLDER / "mk.toml").read_text("utf-8"))
    assert nested(flat(words)) == words
