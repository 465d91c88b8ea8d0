"""Both dictionaries are there, know their language, and take whatever somebody types."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.lessons.checks.spelling import DICTIONARIES, misspelt, suggest
from quizapp.lessons.checks.terms import known_words
from quizapp.lessons.shape import LANGUAGES


@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [
        ("mk", "Сѐ е добро. Учителката ѝ рече: „Оди на училиште!“", []),
        ("mk", "Училшите и училшите", ["Училшите", "училшите"]),
        ("mk", "Порака на Viber, СОС-телефон, SMS, 12-годишник, www.skopje.mk и ana@abc.mk", []),
        ("sq", "Çdo fëmijë ka të drejtë. S’ka gjë, t’i themi mësueses.", []),
        ("sq", "Femije dhe fëmijë", ["Femije"]),
        ("sq", "Milën e pret Dritoni", []),
        ("sq", "Сашо", []),  # the other alphabet is told as such
    ],
)
def test_words(language: str, text: str, wrong: list[str]) -> None:
    assert misspelt(text, language) == wrong


def test_known_words_in_any_capitals() -> None:
    assert misspelt("Чукчук", "mk") == ["Чукчук"]
    assert misspelt("Чукчук и чукчук", "mk", {"ЧУКЧУК"}) == []


def test_suggestions() -> None:
    assert "училиште" in suggest("училшите", "mk")
    assert "fëmijë" in suggest("fmijë", "sq")
    assert len(suggest("ska", "sq")) <= 5
    assert suggest("а" * 500, "mk") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_dictionaries_come_with_their_licence(language: str) -> None:
    licence = (DICTIONARIES / language / "LICENSE").read_text("utf-8")
    assert "GNU General Public License" in licence
    assert "TERMS AND CONDITIONS" in licence


@pytest.mark.parametrize("language", LANGUAGES)
def test_known_words_are_of_their_alphabet(language: str) -> None:
    assert all(("а" <= word[0] <= "џ") is (language == "mk") for word in known_words(language))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_nothing_typed_is_too_odd(text: str, language: str) -> None:
    misspelt(text, language)


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=12), st.sampled_from(LANGUAGES))
def test_nothing_is_too_odd_for_suggestions(text: str, language: str) -> None:
    assert len(suggest(text, language)) <= 5


@pytest.mark.parametrize("text", ["а" * 4000, "a" * 4000 + "@", "а." * 2000, "аa" * 2000])
def test_the_longest_text_takes_no_time_whatever_it_is_made_of(text: str) -> None:
    misspelt("добар ден", "mk")
    start = time.process_time()
    misspelt(text, "mk")
    assert time.process_time() - start < 0.1


def test_threads_share_a_dictionary() -> None:
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda word: misspelt(word, "mk"), ["училиште", "училшите"] * 200))
    assert found == [[], ["училшите"]] * 200
