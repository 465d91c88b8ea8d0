"""Questions from a spreadsheet in both languages, and the empty sheet to fill in.

A hidden first row names the columns, so the second may speak to people in their own language.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from xlsxwriter import Workbook

from quizapp.authoring.exchange import new_questions
from quizapp.authoring.exchange.new_questions import MOST_QUESTIONS, NewQuestion, Option, Said, Whole
from quizapp.authoring.exchange.refused import FileRefused, refuse, text_problems
from quizapp.authoring.exchange.workbook import Row, cell
from quizapp.authoring.writing import tidy
from quizapp.lessons.problems import Problem
from quizapp.lessons.shape import LANGUAGES

SHEET, EXAMPLES = "questions", "examples"
FILE = "questions.xlsx"
CHOICES = 6
KINDS = ("single", "multiple", "truefalse", "order", "match", "buckets")
MODES = ("practice", "scored", "private")
PRIVATE_KINDS = ("single", "multiple")
COLUMNS = (
    "kind",
    "mode",
    *(f"question.{language}" for language in LANGUAGES),
    "right",
    *(
        f"{name}{number}.{language}"
        for number in range(1, CHOICES + 1)
        for name in ("choice", "feedback")
        for language in LANGUAGES
    ),
    *(f"{name}.{language}" for name in ("all_right", "again") for language in LANGUAGES),
)
FIRST_ROW = 2  # below the names and the headers
TRUE, FALSE = ("true", "да", "po", "yes", "точно"), ("false", "не", "jo", "no", "неточно")


@dataclass(frozen=True)
class Labels:
    """What people read; kinds and modes are what can be chosen: the id, and after a colon what it means."""

    headers: Sequence[str]
    kinds: Sequence[str]
    modes: Sequence[str]
    instructions_sheet: str
    instructions: Sequence[str]
    examples: Sequence[Mapping[str, str]]


def template(labels: Labels) -> bytes:
    """A sheet to fill in, with examples on a sheet of their own so that nobody takes them in by accident."""
    buffer = BytesIO()
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": True,
    }
    with Workbook(buffer, options) as book:
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        told = book.add_worksheet(labels.instructions_sheet)
        told.set_column(0, 0, 100)
        for row, line in enumerate(labels.instructions):
            told.write_string(row, 0, line, wrapped)
        _write_table(book, SHEET, labels, [])
        _write_table(book, EXAMPLES, labels, labels.examples)
    return buffer.getvalue()


def _write_table(book: Workbook, name: str, labels: Labels, rows: Sequence[Mapping[str, str]]) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DAF0EA"})
    # "@": a text stays what was typed; an answer such as 1.2 would become a date.
    free = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    sheet.set_column(0, len(COLUMNS) - 1, 26, free)
    sheet.set_row(0, None, None, {"hidden": True})
    for column, (mark, header) in enumerate(zip(COLUMNS, labels.headers, strict=True)):
        sheet.write_string(0, column, mark)
        sheet.write_string(1, column, header, head)
    for number, example in enumerate(rows, start=FIRST_ROW):
        for column, mark in enumerate(COLUMNS):
            sheet.write_string(number, column, example.get(mark, ""), free)
    last = FIRST_ROW + MOST_QUESTIONS
    for column, choices in ((0, labels.kinds), (1, labels.modes)):
        sheet.data_validation(FIRST_ROW, column, last, column, {"validate": "list", "source": list(choices)})
    sheet.freeze_panes(FIRST_ROW, 0)


def is_one(sheets: Mapping[str, Sequence[Row]]) -> bool:
    return SHEET in sheets


def read(sheets: Mapping[str, Sequence[Row]]) -> list[NewQuestion]:
    """Every question. Raises FileRefused with each problem at its cell."""
    rows = sheets[SHEET]
    if not rows or tuple(rows[0][: len(COLUMNS)]) != COLUMNS:
        raise refuse("columns_changed", FILE, cell(0, 0))
    filled = [
        _Line(at, row) for at, row in enumerate(rows[FIRST_ROW:], start=FIRST_ROW) if any(map(str.strip, row))
    ]
    if not filled:
        raise refuse("no_questions", FILE)
    if len(filled) > MOST_QUESTIONS:
        raise refuse("too_many_questions", FILE, most=MOST_QUESTIONS)
    problems = [problem for line in filled for problem in line.problems()]
    if problems:
        raise FileRefused(problems)
    return [line.question() for line in filled]


class _Line:
    """One row, asked by the names of the columns."""

    def __init__(self, at: int, row: Row) -> None:
        self.at = at
        self._row = dict(zip(COLUMNS, row, strict=False))
        self.kind = self._word("kind")
        self.mode = self._word("mode") or "practice"
        self.used = [n for n in range(1, CHOICES + 1) if any(self._said(f"choice{n}").values())]
        self.right = self._row.get("right", "").strip().casefold()

    def question(self) -> NewQuestion:
        whole = Whole(
            heading=self._said("question"),
            place=str(self.at + 1),
            mode=self.mode,
            right=self._said("all_right"),
            again=self._said("again"),
        )
        if self.kind == "truefalse":
            on = self._said("feedback1"), self._said("feedback2")
            return new_questions.truefalse(whole, self.right in TRUE, *on)
        if self.kind == "order":
            return new_questions.ordering(whole, [self._said(f"choice{n}") for n in self.used])
        if self.kind in ("match", "buckets"):
            return new_questions.belonging(whole, [self._pair(n) for n in self.used], self.kind == "buckets")
        right = self._right_numbers() or []
        options = [
            Option(self._said(f"choice{n}"), self._said(f"feedback{n}"), n in right) for n in self.used
        ]
        return new_questions.choosing(self.kind, whole, options)

    def problems(self) -> Iterator[Problem]:
        for mark, text in self._row.items():
            yield from text_problems(
                text,
                lambda code, mark=mark, **more: self._problem(code, mark, **more),
            )
        if self.kind not in KINDS:
            yield self._problem("not_one_of", "kind", allowed=", ".join(KINDS))
            return
        modes = MODES if self.kind in PRIVATE_KINDS else MODES[:2]
        if self.mode not in modes:
            yield self._problem("not_one_of", "mode", allowed=", ".join(modes))
        if not any(self._said("question").values()):
            yield self._problem("no_question_text", "question.mk")
        yield from self._right_problems()
        if self.kind != "truefalse" and len(self.used) < 2:
            yield self._problem("two_choices", "choice1.mk")
        if self.kind in ("match", "buckets"):
            yield from self._pair_problems()

    def _right_problems(self) -> Iterator[Problem]:
        if self.kind == "truefalse":
            if self.right not in TRUE + FALSE:
                yield self._problem("true_or_false", "right")
        elif self.kind in PRIVATE_KINDS:
            numbers = self._right_numbers()
            if self.mode == "private":
                if self.right:
                    yield self._problem("right_on_private", "right")
            elif numbers is None or (self.kind == "single" and len(numbers) != 1):
                yield self._problem("right_numbers", "right")
        elif self.right:
            yield self._problem("right_not_here", "right")

    def _pair_problems(self) -> Iterator[Problem]:
        for n in self.used:
            for language, text in self._said(f"choice{n}").items():
                if text and not all(part.strip() for part in self._halves(text)):
                    yield self._problem("pair_needs_equals", f"choice{n}.{language}")

    def _right_numbers(self) -> list[int] | None:
        """The numbers of the right choices; None where it says something else."""
        parts = [part.strip() for part in self.right.replace(";", ",").split(",")]
        if not all(part.isascii() and part.isdigit() and len(part) == 1 for part in parts):
            return None
        numbers = sorted({int(part) for part in parts})
        return numbers if set(numbers) <= set(self.used) else None

    def _pair(self, number: int) -> tuple[Said, Said]:
        halves = {one: self._halves(text) for one, text in self._said(f"choice{number}").items()}
        first, second = ({one: tidy(pair[side]) for one, pair in halves.items()} for side in (0, 1))
        return first, second

    @staticmethod
    def _halves(text: str) -> tuple[str, str]:
        left, _, right = text.partition("=")
        return left, right

    def _said(self, name: str) -> Said:
        """In each language; one that is too long stays as it is, to be told at its cell."""
        texts = {language: self._row.get(f"{name}.{language}", "") for language in LANGUAGES}
        return {language: text.strip() for language, text in texts.items()}

    def _word(self, mark: str) -> str:
        """What was chosen, without what it means."""
        return self._row.get(mark, "").partition(":")[0].strip().casefold()

    def _problem(self, code: str, mark: str, **parameters: object) -> Problem:
        return Problem(code, FILE, cell(self.at, COLUMNS.index(mark)), parameters)
