"""Choose one text."""

from quizapp.lessons.questions.choosing import mark_one, read_one
from quizapp.lessons.questions.kind import Kind
from quizapp.lessons.questions.single.document import Single, SingleWords
from quizapp.lessons.questions.single.editing import EDITING
from quizapp.lessons.questions.single.marking import normalise
from quizapp.lessons.questions.single.summary import summary

KIND = Kind("single", Single, SingleWords, normalise, mark_one, read_one, summary, EDITING)
