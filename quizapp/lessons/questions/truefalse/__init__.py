"""True or not true."""

from flask_babel import lazy_gettext as _l

from quizapp.lessons.questions.choosing import mark_one, read_one
from quizapp.lessons.questions.kind import Kind
from quizapp.lessons.questions.truefalse.document import TrueFalse, TrueFalseWords
from quizapp.lessons.questions.truefalse.editing import EDITING
from quizapp.lessons.questions.truefalse.marking import normalise
from quizapp.lessons.questions.truefalse.summary import summary

LABELS = {
    # Translators: for children: a button below a statement; it agrees with nothing in particular.
    "true": _l("True"),
    # Translators: for children: a button below a statement.
    "false": _l("Not true"),
}
KIND = Kind("truefalse", TrueFalse, TrueFalseWords, normalise, mark_one, read_one, summary, EDITING, LABELS)
