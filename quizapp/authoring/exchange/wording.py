"""Problems of files as sentences, with their place in words; beside those that every lesson can have."""

from collections.abc import Iterable

from flask_babel import gettext, lazy_gettext

from quizapp.authoring.exchange import gift_reading
from quizapp.authoring.exchange.recognised import FILE
from quizapp.lessons import wording
from quizapp.lessons.problems import Problem

_l = lazy_gettext


def sentence(problem: Problem) -> str:
    """What is wrong, and what to do about it. Raises KeyError for an unknown code."""
    own = SENTENCES.get(problem.code)
    return str(own) % problem.parameters if own is not None else wording.sentence(problem)


def told(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """Place and sentence of each, for a list on a page."""
    return [(place(problem), sentence(problem)) for problem in problems]


def place(problem: Problem) -> str:
    """Where: a file, and in it a line, a cell or a key; empty for the file as a whole."""
    if problem.file == gift_reading.FILE:
        return gettext("Line %(line)s", line=problem.key) if problem.key else ""
    if problem.file.endswith(".xlsx") or problem.file == FILE:
        return gettext("Cell %(cell)s", cell=problem.key) if problem.key else ""
    return f"{problem.file}: {problem.key}" if problem.key else problem.file


# Placeholders are filled in by sentence().
SENTENCES: dict[str, object] = {
    # Translators: all of these are for trainers who bring a file; its line, cell or key stands in front.
    "empty_file": _l("This file is empty."),
    "upload_gone": _l("The file isn't kept any more: it is kept for an hour only. Please choose it again."),
    "nothing_new": _l("This file says just what the lesson says already. There is nothing to change."),
    "unknown_file": _l("This kind of file can't be used here."),
    "old_office": _l("This is an old or locked office file. Save it as XLSX without a password."),
    "unknown_sheet": _l("This spreadsheet isn't one of ours. Download the sheet and fill that one in."),
    "package_wanted": _l("A new lesson begins with a package: a zip with lesson.toml, mk.toml and sq.toml."),
    "file_too_large": _l("This file is too large: %(most)s kB at most."),
    "too_many_files": _l("There are too many files in it: %(most)s at most."),
    "broken_archive": _l("This zip is damaged. Pack it again."),
    "unpacks_too_large": _l("Unpacked this is far too large."),
    "packed_too_tight": _l("This unpacks to far more than a text or a picture would."),
    "name_twice": _l("Two files have the same name: %(name)s"),
    "unsafe_path": _l("This name leads out of the package."),
    "not_a_plain_file": _l("This is a link or a device, not a plain file."),
    "encrypted": _l("This is locked with a password. Pack it without one."),
    "unknown_compression": _l("This is packed in a way that isn't known here. Pack it as an ordinary zip."),
    "nested_archive": _l("There is a zip inside the zip."),
    "unexpected_file": _l(
        "This file doesn't belong here. A package has lesson.toml, mk.toml, sq.toml and pictures in media, "
        "without a folder around them."
    ),
    "no_credit": _l("Say in media/credits.toml what this picture is called, who made it, and its licence."),
    "text_too_long": _l("This text is too long: %(most)s characters at most."),
    "not_a_sheet": _l("This spreadsheet can't be read. Save it as XLSX once more."),
    "has_dtd": _l("This spreadsheet holds instructions that no spreadsheet needs. It isn't opened."),
    "too_many_cells": _l("The table is too large: %(rows)s rows and %(columns)s columns at most."),
    "formula": _l("There is a formula here. Write the text itself."),
    "columns_changed": _l("The columns aren't as they were. Download the sheet again and fill that one in."),
    "other_lesson": _l("This sheet belongs to the lesson %(id)s, not to %(lesson)s."),
    "no_key": _l("There is a text, but the grey key in front of it is gone."),
    "unknown_key": _l("This lesson has no text called %(name)s."),
    "key_twice": _l("The key %(name)s stands here twice."),
    "no_questions": _l("There are no questions in it."),
    "too_many_questions": _l("These are too many questions at once: %(most)s at most."),
    "not_one_of": _l("Choose one of these: %(allowed)s"),
    "no_question_text": _l("The question itself is missing."),
    "two_choices": _l("At least two choices are needed."),
    "true_or_false": _l("Write true or false here."),
    "right_numbers": _l(
        "Write the number of the right choice here; several with commas where several are right."
    ),
    "right_not_here": _l("Leave this empty: for this kind the choices say themselves what is right."),
    "pair_needs_equals": _l("Write what belongs together with = between them, for example: rain = umbrella"),
    "braces": _l("The braces { and } don't match. Write \\{ where a brace is meant."),
    "no_answers": _l("This is a text without answers. Only questions can be used here."),
    "is_essay": _l("This is a question with a written answer. Children write nothing here; give it choices."),
    "is_numerical": _l("This is a question with a number as its answer. Give it choices to choose from."),
    "is_short_answer": _l(
        "This is a question with a short written answer. Give it wrong choices, too, with ~."
    ),
    "number_of_answers": _l("A question has from 2 to %(most)s answers."),
    "pair_without_arrow": _l("Some answers have an arrow -> and others don't."),
    "half_a_pair": _l("One side of this pair is empty."),
    "empty_answer": _l("One of the answers is empty."),
    "several_right": _l(
        "Several answers are marked with =. Where several are right, write ~%%50%% before each."
    ),
    "partly_right": _l("An answer can't be partly right beside one with =."),
    "too_many_feedbacks": _l("A true or false question has two feedbacks at most."),
    "answer_without_sign": _l("This answer has no = or ~ in front: %(text)s"),
}
