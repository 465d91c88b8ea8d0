"""Every kind of question is held to the same rules."""

import json
import re
from collections.abc import Iterator
from itertools import permutations, product
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, render_template
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from quizapp.lessons.kinds import KINDS, NAMES
from quizapp.lessons.questions.question import BadChoice, Choice, Question
from tests.lessons.sample_lesson import sample_lesson

LESSON = sample_lesson()
QUESTIONS = {question.kind: (step_id, question) for step_id, question in LESSON.questions().items()}
every_kind = pytest.mark.parametrize("name", NAMES)

WORDS = st.sampled_from(
    ["ball", "stone", "true", "right", "glad", "wash", "rain", "chess", "\x00", "\ud800", "", "1"]
)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=8,
)


def every_choice(question: Any) -> Iterator[Any]:
    """All choices that can be made."""
    kind = question.kind
    if kind in ("single", "picture", "truefalse"):
        yield from question.word_ids()["choices"]
    elif kind == "multiple":
        for taken in product([False, True], repeat=len(question.choices)):
            if any(taken):
                yield [one for one, take in zip(question.choices, taken, strict=True) if take]
    elif kind == "order":
        yield from (list(items) for items in permutations(question.items))
    elif kind == "match":
        for rights in product(question.rights, repeat=len(question.lefts)):
            yield dict(zip(question.lefts, rights, strict=True))
    else:
        for buckets in product(question.buckets, repeat=len(question.card_ids)):
            yield dict(zip(question.card_ids, buckets, strict=True))


def posted(step_id: str, choice: Choice, kind: str) -> MultiDict[str, str]:
    """What a browser without JavaScript would post for a choice."""
    if isinstance(choice, str):
        return MultiDict({step_id: choice})
    if isinstance(choice, dict):
        return MultiDict({f"{step_id}.{thing}": place for thing, place in choice.items()})
    if kind == "order":
        return MultiDict({f"{step_id}.{item}": str(place) for place, item in enumerate(choice, start=1)})
    return MultiDict([(step_id, one) for one in choice])


def test_the_sample_has_every_kind() -> None:
    assert list(KINDS) == list(NAMES)
    assert set(QUESTIONS) == set(NAMES)


@every_kind
def test_exactly_the_key_is_right(name: str) -> None:
    _, question = QUESTIONS[name]
    kind, key = KINDS[name], question.key()
    marks = []
    for raw in every_choice(question):
        choice = kind.normalise(question, raw)
        assert kind.normalise(question, choice) == choice
        mark = kind.mark(question, choice)
        assert mark.right is (None if key is None else choice == key)
        marks.append(mark.right)
    assert marks.count(True) == (0 if key is None else 1)


@every_kind
def test_a_mark_says_which_parts_are_not_yet_right(name: str) -> None:
    _, question = QUESTIONS[name]
    kind, key = KINDS[name], question.key()
    for raw in every_choice(question):
        choice = kind.normalise(question, raw)
        again = kind.mark(question, choice).again
        assert set(again) == not_right(choice, key, name)
        assert len(set(again)) == len(again)


def not_right(choice: Any, key: Any, name: str) -> set[str]:
    """What differs from the key, as the page's script works it out."""
    if key is None:
        return set()
    if isinstance(choice, str):
        return {choice} - {key}
    if isinstance(choice, dict):
        return {part for part in choice if choice[part] != key[part]}
    if name == "order":
        return {one for one, right in zip(choice, key, strict=True) if one != right}
    return set(choice) - set(key)


@every_kind
def test_every_mark_has_its_feedback_in_every_language(name: str) -> None:
    step_id, question = QUESTIONS[name]
    for language in LESSON.words:
        texts = LESSON.question_words(step_id, language).feedbacks()
        for raw in every_choice(question):
            feedback = KINDS[name].mark(question, KINDS[name].normalise(question, raw)).feedback
            assert feedback
            assert all(texts[one] for one in feedback)


@every_kind
@given(raw=JUNK)
def test_junk_is_refused_or_is_a_choice(name: str, raw: Any) -> None:
    _, question = QUESTIONS[name]
    try:
        choice = KINDS[name].normalise(question, raw)
    except BadChoice:
        return
    assert choice in [KINDS[name].normalise(question, one) for one in every_choice(question)]


@every_kind
def test_deep_and_large_junk_is_refused(name: str) -> None:
    _, question = QUESTIONS[name]
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    for raw in (deep, ["ball"] * 100_000, {str(one): "ball" for one in range(10_000)}, 2**70, b"ball"):
        with pytest.raises(BadChoice):
            KINDS[name].normalise(question, raw)


@every_kind
def test_a_form_says_the_same_as_a_script(name: str) -> None:
    step_id, question = QUESTIONS[name]
    kind = KINDS[name]
    for raw in every_choice(question):
        choice = kind.normalise(question, raw)
        read = kind.read_form(step_id, question, posted(step_id, choice, name))
        assert kind.normalise(question, read) == choice


@every_kind
def test_a_form_left_open_is_no_choice(name: str) -> None:
    step_id, question = QUESTIONS[name]
    kind = KINDS[name]
    assert kind.read_form(step_id, question, MultiDict()) is None
    whole = posted(step_id, kind.normalise(question, next(every_choice(question))), name)
    blank = MultiDict([(field, "") for field in whole])
    if name != "multiple":  # a box that isn't ticked isn't posted at all
        assert kind.read_form(step_id, question, blank) is None
    if len(whole) > 1:
        del whole[next(iter(whole))]
        assert kind.read_form(step_id, question, whole) is None


@every_kind
@pytest.mark.parametrize("value", ["nothing", "\x00", "0", "99999999999999999999", "ѕ"])
def test_a_form_with_junk_is_refused(name: str, value: str) -> None:
    step_id, question = QUESTIONS[name]
    kind = KINDS[name]
    fields = posted(step_id, kind.normalise(question, next(every_choice(question))), name)
    with pytest.raises(BadChoice):
        kind.normalise(
            question, kind.read_form(step_id, question, MultiDict({**fields, next(iter(fields)): value}))
        )


@every_kind
def test_a_field_posted_twice_is_refused(name: str) -> None:
    step_id, question = QUESTIONS[name]
    kind = KINDS[name]
    fields = posted(step_id, kind.normalise(question, next(every_choice(question))), name)
    first = next(iter(fields))
    fields.add(first, fields[first])
    with pytest.raises(BadChoice):
        kind.normalise(question, kind.read_form(step_id, question, fields))


def test_items_to_move_do_not_tell_their_order() -> None:
    _, question = QUESTIONS["order"]
    assert KINDS["order"].mark(question, ["rest", "eat", "wash"]).again == ("rest", "wash")


def test_two_items_with_one_number_are_no_choice() -> None:
    step_id, question = QUESTIONS["order"]
    form = MultiDict({f"{step_id}.wash": "1", f"{step_id}.eat": "1", f"{step_id}.rest": "2"})
    assert KINDS["order"].read_form(step_id, question, form) is None


@every_kind
@pytest.mark.parametrize("language", ["mk", "sq"])
def test_the_summary_counts_every_choice(name: str, language: str) -> None:
    step_id, question = QUESTIONS[name]
    kind, words = KINDS[name], LESSON.question_words(step_id, language)
    choices = [kind.normalise(question, raw) for raw in every_choice(question)]
    summary = kind.summary(question, words, choices * 3)
    assert summary.total == len(choices) * 3
    assert summary.right == (0 if question.key() is None else 3)
    assert sum(row.count for row in summary.rows) == 3 * sum(
        1 if isinstance(one, str) else len(one) for one in choices
    )
    assert all(row.label for row in summary.rows)
    assert len({row.id for row in summary.rows}) == len(summary.rows)
    wrong = {row.label: row.count for row in summary.rows if row.right is False}
    assert (summary.misunderstanding is None) == (not wrong)
    if summary.misunderstanding:
        assert wrong[summary.misunderstanding] == max(wrong.values())


@every_kind
def test_nobody_answered_yet(name: str) -> None:
    step_id, question = QUESTIONS[name]
    summary = KINDS[name].summary(question, LESSON.question_words(step_id, "mk"), [])
    assert (summary.total, summary.right, summary.misunderstanding) == (0, 0, None)
    assert all(row.count == 0 for row in summary.rows)


def played(app: Flask, step_id: str, question: Question, chosen: Choice | None) -> str:
    with app.test_request_context("/mk/"):
        return render_template(
            f"questions/{question.kind}/play.html",
            step=LESSON.step(step_id),
            question=question,
            words=LESSON.question_words(step_id, "mk"),
            labels=KINDS[question.kind].labels,
            chosen=chosen,
            picture=lambda picture_id: f"/{picture_id}.svg",
        )


def fields_of(html: str) -> set[str]:
    return set(re.findall(r'<(?:input|select)[^>]* name="([^"]*)"', html))


@every_kind
def test_the_form_has_the_fields_that_are_read(rendering: Flask, name: str) -> None:
    step_id, question = QUESTIONS[name]
    choice = KINDS[name].normalise(question, next(every_choice(question)))
    html = played(rendering, step_id, question, None)
    assert fields_of(html) == set(posted(step_id, choice, name))
    assert " checked" not in html
    assert " selected" not in html


@every_kind
def test_every_part_can_be_marked(rendering: Flask, name: str) -> None:
    step_id, question = QUESTIONS[name]
    html = played(rendering, step_id, question, None)
    parts = re.findall(r'data-part="([^"]*)"', html)
    assert len(set(parts)) == len(parts)
    for raw in every_choice(question):
        assert set([raw] if isinstance(raw, str) else raw) <= set(parts)


@pytest.mark.parametrize(("name", "shown"), [("order", 1), ("buckets", 2)])
def test_parts_may_have_pictures(rendering: Flask, name: str, shown: int) -> None:
    step_id, question = QUESTIONS[name]
    html = played(rendering, step_id, question, None)
    words: Any = LESSON.question_words(step_id, "mk")
    assert html.count('class="part-picture"') == shown * len(words.alts)
    assert all(f'alt="{alt}"' in html for alt in words.alts.values())


def test_true_and_not_true_have_signs(rendering: Flask) -> None:
    html = played(rendering, *QUESTIONS["truefalse"], None)
    assert re.findall(r"icons/(\w+)\.svg", html) == ["check", "close"]


@every_kind
def test_the_form_can_show_a_choice_again(rendering: Flask, name: str) -> None:
    step_id, question = QUESTIONS[name]
    for raw in every_choice(question):
        choice = KINDS[name].normalise(question, raw)
        html = played(rendering, step_id, question, choice)
        shown = html.count(" checked") + html.count(" selected")
        assert shown == len(list(posted(step_id, choice, name).items(multi=True)))


@pytest.mark.parametrize("name", ["order", "match"])
def test_what_is_shown_first_is_not_the_answer(name: str) -> None:
    _, question = QUESTIONS[name]
    given: Any = question
    right = given.items if name == "order" else given.rights
    assert sorted(given.shown()) == sorted(right)
    assert given.shown() != right


@every_kind
def test_a_kind_is_one_folder(name: str) -> None:
    import quizapp.lessons.questions as folder

    files = {file.name for file in (Path(folder.__path__[0]) / name).iterdir()}
    assert {"__init__.py", "document.py", "marking.py", "summary.py", "play.html", "behaviour.js"} <= files
    assert {"editing.py", "edit.html"} <= files


@every_kind
def test_the_key_is_json(name: str) -> None:
    _, question = QUESTIONS[name]
    assert json.loads(json.dumps(question.key())) == question.key()
