"""A lesson out of the app: as a package, a sheet for translators, questions for Moodle, and on paper."""

from collections.abc import Sequence

from flask import Response, render_template, request
from flask_babel import force_locale

from quizapp import clock
from quizapp.accounts.access import trainer_only
from quizapp.authoring.blueprint import authoring
from quizapp.authoring.exchange import gift_writing, handout, package_zip, question_sheet, translation_sheet
from quizapp.authoring.exchange.outgoing_pictures import media_of
from quizapp.authoring.exchange.sheet_words import for_questions, for_translators
from quizapp.authoring.exchange.source import Source, source_for
from quizapp.authoring.exchange.wording import told
from quizapp.authoring.exchange_forms import BringForm
from quizapp.helplines import numbers
from quizapp.languages import current_language
from quizapp.lessons.kinds import KINDS
from quizapp.lessons.problems import Problem
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.steps import QuestionStep

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@authoring.get("/<lesson_id>/exchange")
@trainer_only
def exchange(lesson_id: str) -> str:
    """All ways out of a lesson, and into its draft."""
    return exchange_page(_source(lesson_id), BringForm(formdata=None, words=asked_words()))


@authoring.get("/<lesson_id>/package.zip")
@trainer_only
def package(lesson_id: str) -> Response:
    source = _source(lesson_id)
    data = package_zip.written(source.structure, source.texts, media_of(source.structure))
    return _file(data, f"{source.id}.zip", "application/zip")


@authoring.get("/<lesson_id>/texts.xlsx")
@trainer_only
def texts_sheet(lesson_id: str) -> Response:
    source = _source(lesson_id)
    return _file(
        translation_sheet.written(source, for_translators(source, asked_words())),
        f"{source.id}-texts.xlsx",
        XLSX,
    )


@authoring.get("/<lesson_id>/questions.gift")
@trainer_only
def gift(lesson_id: str) -> Response:
    source, words = _source(lesson_id), asked_words()
    return _file(
        gift_writing.written(source, words), f"{source.id}-{words}.gift.txt", "text/plain; charset=utf-8"
    )


@authoring.get("/questions/empty.xlsx")
@trainer_only
def questions_sheet() -> Response:
    """To be filled in."""
    return _file(question_sheet.template(for_questions()), "questions.xlsx", XLSX)


@authoring.get("/<lesson_id>/handout")
@trainer_only
def handout_page(lesson_id: str) -> str:
    source, words = _source(lesson_id), asked_words()
    with force_locale(words):
        return render_template(
            "authoring/exchange/handout.html",
            source=source,
            language=words,
            parts=handout.parts_of(source, words, KINDS["truefalse"].labels),
            take_home=handout.take_home(source, words),
            numbers=numbers.for_pupils(words),
            today=clock.today(),
        )


def exchange_page(source: Source, form: BringForm, problems: Sequence[Problem] = ()) -> str:
    """The page, perhaps with what is wrong with a file."""
    questions = [step.question for step in source.structure.steps if isinstance(step, QuestionStep)]
    return render_template(
        "authoring/exchange/exchange.html",
        source=source,
        title=source.text(asked_words(), "title"),
        words=asked_words(),
        form=form,
        problems=told(problems),
        private=sum(question.mode == "private" for question in questions),
        otherwise=any(one.kind in ("picture", "order", "buckets") for one in questions),
    )


def _source(lesson_id: str) -> Source:
    return source_for(lesson_id, published="published" in request.args)


def asked_words() -> str:
    """The language asked for, else the page's, else the first of the lesson."""
    asked = request.args.get("words", current_language())
    return asked if asked in LANGUAGES else LANGUAGES[0]


def _file(data: bytes, name: str, mimetype: str) -> Response:
    response = Response(data, mimetype=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
