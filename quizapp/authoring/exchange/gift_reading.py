"""Questions from GIFT, Moodle's plain-text format, in one language. See docs/decisions/015."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quizapp.authoring.exchange import new_questions
from quizapp.authoring.exchange.gift_text import hidden, plain, split_format
from quizapp.authoring.exchange.new_questions import (
    MOST_CHOICES,
    MOST_QUESTIONS,
    NewQuestion,
    Option,
    Said,
    Whole,
)
from quizapp.authoring.exchange.refused import FileRefused, refuse, text_problems
from quizapp.lessons.problems import Problem

FILE = "questions.gift"
MOST_BYTES = 256 * 1024
TITLE = re.compile(r"\s*::.*?::\s*", re.DOTALL)
TRUE_OR_FALSE = re.compile(r"(TRUE|T|FALSE|F)\s*(?:#|$)", re.IGNORECASE)
WEIGHT = re.compile(r"\s*%(-?[0-9]{1,3}(?:[.,][0-9]{1,7})?)%")
# Comments that our own files carry: what GIFT itself has no place for.
OWN = re.compile(r"//\s*(mode|again):\s*(.*)")
GAP = "_____"


@dataclass(frozen=True)
class _Block:
    """What stands between two empty lines; line: of its first word."""

    line: int
    text: str
    said: dict[str, str]


@dataclass(frozen=True)
class _Answer:
    sign: str  # "=" or "~"
    weight: float
    text: str
    feedback: str


class _Wrong(Exception):
    def __init__(self, code: str, **parameters: object) -> None:
        super().__init__(code)
        self.code, self.parameters = code, parameters


def read(data: bytes, language: str) -> list[NewQuestion]:
    """Every question. Raises FileRefused with each problem at its line."""
    if len(data) > MOST_BYTES:
        raise refuse("file_too_large", FILE, most=MOST_BYTES // 1000)
    blocks = list(_blocks(_lines(data)))
    if not blocks:
        raise refuse("no_questions", FILE)
    if len(blocks) > MOST_QUESTIONS:
        raise refuse("too_many_questions", FILE, most=MOST_QUESTIONS)
    questions: list[NewQuestion] = []
    problems: list[Problem] = []
    for block in blocks:
        try:
            question = _question(block, language)
        except _Wrong as wrong:
            problems.append(Problem(wrong.code, FILE, str(block.line), wrong.parameters))
        else:
            problems += _unfit(question)
            questions.append(question)
    if problems:
        raise FileRefused(problems)
    return questions


def _lines(data: bytes) -> list[str]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse("unreadable_file", FILE) from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        hidden_sign = next((sign for sign in line if ord(sign) < 32 and sign != "\t"), None)
        if hidden_sign:
            raise refuse("control_character", FILE, str(number), detail=f"U+{ord(hidden_sign):04X}")
    return lines


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    start, kept, said = 0, list[str](), dict[str, str]()
    for number, line in enumerate([*lines, ""], start=1):
        bare = line.strip()
        if not bare:
            if any(one.strip() for one in kept):
                yield _Block(start, hidden("\n".join(kept)), said)
            kept, said = [], {}
        elif own := OWN.match(bare):
            said[own[1]] = plain(hidden(own[2]), "plain")
        elif not bare.startswith(("//", "$CATEGORY:")):
            start = start if kept else number
            kept.append(line)


def _question(block: _Block, language: str) -> NewQuestion:
    text = block.text
    if title := TITLE.match(text):
        text = text[title.end() :]
    before, answers, after = _braces(text)
    kind, before = split_format(before)
    heading = plain(f"{before.rstrip()} {GAP} {after.strip()}" if after.strip() else before, kind)
    if not heading:
        raise _Wrong("no_question_text")
    answers, _, general = answers.partition("####")

    def said(part: str) -> Said:
        return {language: plain(part, kind)}

    mode = "scored" if block.said.get("mode") == "scored" else "practice"
    again = {language: block.said.get("again", "")}
    lead, _, heading = heading.rpartition("\n\n")  # the question itself comes last
    whole = Whole({language: heading}, str(block.line), mode, {language: lead}, said(general), again)
    return _of_answers(answers.strip(), whole, said)


def _braces(text: str) -> tuple[str, str, str]:
    if "{" not in text:
        raise _Wrong("no_answers" if "}" not in text else "braces")
    before, _, rest = text.partition("{")
    answers, closing, after = rest.partition("}")
    if not closing or "{" in answers + after or "}" in before + after:
        raise _Wrong("braces")
    return before, answers, after


def _of_answers(answers: str, whole: Whole, said: Callable[[str], Said]) -> NewQuestion:
    if not answers:
        raise _Wrong("is_essay")
    if answers.startswith("#"):
        raise _Wrong("is_numerical")
    if TRUE_OR_FALSE.match(answers):
        return _truefalse(answers, whole, said)
    found = [_answer(sign, text) for sign, text in _signed(answers)]
    if not 2 <= len(found) <= MOST_CHOICES:
        raise _Wrong("number_of_answers", most=MOST_CHOICES)
    if all(one.sign == "=" for one in found):
        return _matching(found, whole, said)
    return _choosing(found, whole, said)


def _truefalse(answers: str, whole: Whole, said: Callable[[str], Said]) -> NewQuestion:
    word, on_wrong, on_right, *more = [*answers.split("#"), "", ""]
    if any(one.strip() for one in more):
        raise _Wrong("too_many_feedbacks")
    right = word.strip().upper().startswith("T")
    on_true, on_false = (on_right, on_wrong) if right else (on_wrong, on_right)
    return new_questions.truefalse(whole, right, said(on_true), said(on_false))


def _matching(answers: Sequence[_Answer], whole: Whole, said: Callable[[str], Said]) -> NewQuestion:
    if not all("->" in one.text for one in answers):
        raise _Wrong(
            "is_short_answer" if not any("->" in one.text for one in answers) else "pair_without_arrow"
        )
    pairs = []
    for one in answers:
        left, _, right = one.text.partition("->")
        pair = said(left), said(right)
        if not all(any(side.values()) for side in pair):
            raise _Wrong("half_a_pair")
        pairs.append(pair)
    return new_questions.belonging(whole, pairs)


def _choosing(answers: Sequence[_Answer], whole: Whole, said: Callable[[str], Said]) -> NewQuestion:
    options = [Option(said(one.text), said(one.feedback), one.weight > 0) for one in answers]
    if not all(any(one.text.values()) for one in options):
        raise _Wrong("empty_answer")
    full = [one for one in answers if one.sign == "="]
    if not any(one.right for one in options):
        raise _Wrong("no_right_answer")
    if len(full) > 1:
        raise _Wrong("several_right")
    if full and sum(one.right for one in options) > 1:
        raise _Wrong("partly_right")
    return new_questions.choosing("single" if full else "multiple", whole, options)


def _signed(answers: str) -> list[tuple[str, str]]:
    """Each answer with the sign before it."""
    start, *parts = re.split("([=~])", answers)
    if start.strip():
        raise _Wrong("answer_without_sign", text=plain(start)[:60])
    return list(zip(parts[::2], parts[1::2], strict=True))


def _answer(sign: str, text: str) -> _Answer:
    weight = 100.0 if sign == "=" else 0.0
    if found := WEIGHT.match(text):
        weight, text = float(found[1].replace(",", ".")), text[found.end() :]
    text, _, feedback = text.partition("#")
    return _Answer(sign, weight, text, feedback)


def _unfit(question: NewQuestion) -> Iterator[Problem]:
    for texts in question.texts.values():
        for text in texts.values():
            yield from text_problems(
                text, lambda code, **parameters: Problem(code, FILE, question.place, parameters)
            )
