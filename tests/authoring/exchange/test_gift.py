"""GIFT: what Moodle writes is read, what has no place here is refused at its line, the rest comes back."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.authoring.exchange import gift_reading, gift_writing
from quizapp.authoring.exchange.new_questions import (
    NewQuestion,
    Option,
    Whole,
    belonging,
    choosing,
    truefalse,
)
from quizapp.authoring.exchange.refused import FileRefused
from quizapp.authoring.exchange.source import Source, of_lesson
from quizapp.authoring.writing import tidy
from quizapp.lessons.steps import QuestionStep
from tests.lessons.sample_lesson import sample_lesson


def read(text: str) -> list[NewQuestion]:
    return gift_reading.read(text.encode(), "mk")


def one(text: str) -> NewQuestion:
    (question,) = read(text)
    return question


def problem(text: str) -> tuple[str, str]:
    with pytest.raises(FileRefused) as refused:
        read(text)
    (found,) = refused.value.problems
    return found.code, found.key


def test_one_of_several() -> None:
    new = one("// a comment\n::title::Which?{\n~cat#no\n=dog # yes, that one\n~fox\n}")
    assert (new.question.kind, new.question.key()) == ("single", "c2")
    assert new.texts["mk"] == {
        "heading": "Which?",
        "choices.c1.text": "cat",
        "choices.c1.feedback": "no",
        "choices.c2.text": "dog",
        "choices.c2.feedback": "yes, that one",
        "choices.c3.text": "fox",
    }


def test_some_of_several_by_weight() -> None:
    new = one("Which?{~%50%cat ~%-100%dog ~%50%fox}")
    assert (new.question.kind, new.question.key()) == ("multiple", ["c1", "c3"])


@pytest.mark.parametrize(("answers", "right"), [("T", True), ("TRUE", True), ("F", False), ("false", False)])
def test_true_or_false_with_the_feedback_for_the_wrong_answer_first(answers: str, right: bool) -> None:
    new = one(f"So?{{{answers}#wrong#right}}")
    said = new.texts["mk"]
    assert new.question.key() == ("true" if right else "false")
    assert said[f"choices.{new.question.key()}.feedback"] == "right"


def test_pairs_and_cards() -> None:
    assert one("Join{=rain -> umbrella =cold -> scarf}").question.kind == "match"
    assert one("Sort{=chess -> in =go -> in =ball -> out}").question.kind == "buckets"


def test_escapes_formats_gaps_and_categories() -> None:
    new = one(
        "$CATEGORY: a/b\n\n[html]<p>1 \\= 1 &amp;<br>so <b>on</b></p>{=a\\~b\\{\\}\\:\\#\\nc ~d} is it?"
    )
    assert new.texts["mk"]["heading"] == "1 = 1 &\nso on\n_____ is it?"
    assert new.texts["mk"]["choices.c1.text"] == "a~b{}:#\nc"
    assert one("[markdown]**Now**?{=a ~b}").texts["mk"]["heading"] == "Now?"
    assert one("[html]x<script>alert(1)</script>{=a ~b}").texts["mk"]["heading"] == "x"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Write.{}", "is_essay"),
        ("How many?{#3:1}", "is_numerical"),
        ("Who?{=Ana =Beni}", "is_short_answer"),
        ("Only words.", "no_answers"),
        ("Open{=a ~b", "braces"),
        ("{=a ~b}", "no_question_text"),
        ("x{=a =b ~c}", "several_right"),
        ("x{=a ~%50%b}", "partly_right"),
        ("x{~a ~b}", "no_right_answer"),
        ("x{=a}", "number_of_answers"),
        ("x{=a -> b =c}", "pair_without_arrow"),
        ("x{= -> b =c -> d}", "half_a_pair"),
        ("x{hello =a ~b}", "answer_without_sign"),
        ("x{=a ~}", "empty_answer"),
    ],
)
def test_what_has_no_place_here_is_told_at_its_line(text: str, code: str) -> None:
    assert problem(f"// first\n\nfine?{{T}}\n\n{text}") == (code, "5")


def test_html_becomes_what_it_says() -> None:
    text = "[html]<p>1 < 2<!-- <b>a</b> --> &amp; &#1084;</p><style>b</style><ul><li>c</li></ul>{T}"
    said = one(text).texts["mk"]
    assert said["heading"] == "c"
    assert said["text"] == "1 < 2 & м"


@pytest.mark.parametrize(
    "part", ["<", "<a ", "<!--", "<a/", "<a b='", "</", "<script>", "&", "&#9", " ", "9"]
)
def test_a_large_file_takes_no_time_whatever_it_is_made_of(part: str) -> None:
    start = time.process_time()
    for before in ("[html]", "[html]&#", "[markdown]", "x"):
        with suppress(FileRefused):
            read(before + part * (200_000 // len(part)) + "x{T}")
    assert time.process_time() - start < 4


def test_all_or_nothing_with_every_problem() -> None:
    with pytest.raises(FileRefused) as refused:
        read("a{}\n\nb{T}\n\nc{#1}")
    assert [found.key for found in refused.value.problems] == ["1", "5"]


def test_the_questions_of_a_lesson_go_out() -> None:
    text = gift_writing.written(of_lesson(sample_lesson()), "mk").decode()
    assert "q_picture" not in text  # it is private
    kinds = [new.question.kind for new in gift_reading.read(text.encode(), "mk")]
    assert kinds == ["single", "multiple", "truefalse", "match", "match", "match"]


WORDS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc")) | st.just("\n"), min_size=1, max_size=30
).map(tidy)
TEXTS = WORDS.filter(lambda text: bool(text) and "->" not in text)
HEADINGS = TEXTS.filter(lambda text: "\n\n" not in text)
QUIETLY = settings(deadline=None)
FEEDBACK = st.just("") | TEXTS


@st.composite
def questions(draw: st.DrawFn) -> NewQuestion:
    said = lambda texts: {"mk": draw(texts)}  # noqa: E731
    whole = Whole(
        said(HEADINGS),
        "1",
        draw(st.sampled_from(["practice", "scored"])),
        None,
        said(FEEDBACK),
        said(FEEDBACK),
    )
    kind = draw(st.sampled_from(["single", "multiple", "truefalse", "match"]))
    if kind == "truefalse":
        return truefalse(whole, draw(st.booleans()), said(FEEDBACK), said(FEEDBACK))
    count = draw(st.integers(2, 5))
    if kind == "match":
        texts = draw(st.lists(TEXTS, min_size=2 * count, max_size=2 * count, unique=True))
        return belonging(
            whole, [({"mk": a}, {"mk": b}) for a, b in zip(texts[::2], texts[1::2], strict=True)]
        )
    right = draw(st.sets(st.integers(0, count - 1), min_size=1, max_size=1 if kind == "single" else count))
    return choosing(kind, whole, [Option(said(TEXTS), said(FEEDBACK), at in right) for at in range(count)])


@QUIETLY
@given(questions())
def test_what_goes_out_comes_back_the_same(new: NewQuestion) -> None:
    step = QuestionStep(id="q", kind="question", question=new.question)
    structure = sample_lesson().model_copy(update={"steps": (step,)})
    texts = {"mk": {f"steps.q.{key}": text for key, text in new.texts.get("mk", {}).items()}}
    written = gift_writing.written(Source(structure, texts, {}), "mk")
    (back,) = gift_reading.read(written, "mk")
    assert (back.question, back.texts) == (new.question, new.texts)


@QUIETLY
@given(st.text(st.sampled_from("ab \n~=#{}:\\%->/[]$html5T")) | st.text())
def test_any_text_is_questions_or_a_list_of_problems(text: str) -> None:
    with suppress(FileRefused):
        assert gift_reading.read(text.encode("utf-8", "replace"), "mk")
