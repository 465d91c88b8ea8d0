"""Choose all that fit."""

from quizapp.lessons.questions.kind import Kind
from quizapp.lessons.questions.multiple.document import Multiple, MultipleWords
from quizapp.lessons.questions.multiple.editing import EDITING
from quizapp.lessons.questions.multiple.marking import mark, normalise, read_form
from quizapp.lessons.questions.multiple.summary import summary

KIND = Kind("multiple", Multiple, MultipleWords, normalise, mark, read_form, summary, EDITING)
