"""What the meter counts, and what it leaves out."""

import pytest

from quizapp.lessons.checks.readability import LIMITS, meters, text_meter
from quizapp.lessons.checks.sentences import sentences, words
from quizapp.lessons.document import BANDS


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Мила оди. Беса стои!", ["Мила оди.", "Беса стои!"]),
        ("„Ајде!“ вели Мила. „Не.“ Беса стои.", ["„Ајде!“ вели Мила.", "„Не.“", "Беса стои."]),
        ("Ajo tha: “Eja!” Ai tha: “Jo.”", ["Ajo tha:", "“Eja!”", "Ai tha:", "“Jo.”"]),
        ("Во 8.30 часот, на стр. 4 пишува\n\nМила", ["Во 8.30 часот, на стр. 4 пишува", "Мила"]),
        ("… — !", []),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_words_with_apostrophe_or_hyphen_are_one() -> None:
    assert words("T’i themi: СОС-телефон!") == ["T’i", "themi", "СОС-телефон"]


def test_terms_and_institutions_do_not_count_as_long() -> None:
    plain = text_meter("Мила оди во Центарот за социјална работа.", "mk", "4-6")
    assert plain.value("longest") == 4
    whole = meters({"steps.a.text": "Трговијата со деца постои. Искористување е."}, "mk", "7-9")[""]
    assert whole.value("long_words") == 0
    assert whole.value("terms") == 2


def test_what_a_meter_of_a_step_counts() -> None:
    texts = {
        "steps.a.heading": "Избери",
        "steps.a.text": "Мила оди во парк.",
        "steps.a.alt": "Многу голем парк со дрвја",
        "steps.a.alts.one": "Клупа во паркот",
        "steps.a.choices.one.text": "Оди",
        "steps.a.choices.one.feedback": "Мила седи мирно.",
        "guide.goal": "Учениците знаат многу нешта.",
    }
    found = meters(texts, "mk", "1-3")
    assert set(found) == {"", "a"}
    assert found["a"].value("screen") == 6
    assert found["a"].value("longest") == 4
    assert found[""].value("mean") == 3.5  # two whole sentences; labels would make it look short


@pytest.mark.parametrize(("length", "level"), [(9, "ok"), (10, "long"), (11, "long"), (12, "too_long")])
def test_levels(length: int, level: str) -> None:
    assert text_meter("оди " * length, "mk", "1-3").level == level


def test_a_band_nobody_knows_has_no_limits() -> None:
    assert {meter.level for meter in meters({"title": "оди " * 99}, "mk", None).values()} == {"ok"}
    assert set(LIMITS) == set(BANDS)
