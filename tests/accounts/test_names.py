import pytest
from flask import Flask, g, render_template_string

from quizapp.accounts import names
from quizapp.accounts.delays import not_before
from quizapp.config import PACKAGE

LANGUAGES = {"mk", "sq", "en"}


@pytest.mark.parametrize("kind", ["animals", "things", "secrets"])
def test_every_picture_has_words_and_a_drawing(kind: str) -> None:
    for id, words in names._DATA[kind].items():
        assert set(words) == LANGUAGES
        assert all(words.values())
        assert len(id) <= 20
        assert "-" not in id
        assert (PACKAGE / "static" / "pictures" / kind / f"{id}.svg").is_file()


def test_names_differ_in_every_language() -> None:
    for language in LANGUAGES:
        made = {names.animal_name(a, t, language) for a in names.ANIMALS for t in names.THINGS}
        assert len(made) == len(names.ANIMALS) * len(names.THINGS)


def test_name_is_read_back() -> None:
    name = names.Name("fox", "ice_cream")
    assert names.read_name(name.id) == name


@pytest.mark.parametrize(
    "text", ["", "fox", "fox-", "-scarf", "wolf-scarf", "fox-moon", "fox-scarf-cap", "\ud800"]
)
def test_other_names_are_unknown(text: str) -> None:
    with pytest.raises(names.UnknownPicture):
        names.read_name(text)


@pytest.mark.parametrize(
    "ids", [[], ["moon"], ["moon", "tree"], ["moon", "tree", "fox"], ["moon"] * 4, [""] * 3]
)
def test_other_secrets_are_unknown(ids: list[str]) -> None:
    with pytest.raises(names.UnknownPicture):
        names.read_secret(ids)


def test_templates_name_pictures_in_the_language_of_the_page(app: Flask) -> None:
    template = "{{ animal_name('fox', 'scarf') }}|{{ secret_name('moon') }}"
    for language in ("mk", "sq", "en"):
        with app.test_request_context(f"/{language}/"):
            g.pop("language", None)
            said = render_template_string(template)
            g.pop("language", None)
        words = (names.animal_name("fox", "scarf", language), names.SECRETS["moon"][language])
        assert said == "|".join(words)


def test_few_wrong_tries_are_free_and_waits_end() -> None:
    assert not_before(2) is None
    assert not_before(10**6) is not None
