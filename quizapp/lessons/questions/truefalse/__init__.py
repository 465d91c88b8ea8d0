"""True or not true."""

from quizapp.lessons.questions.choosing import mark_one, read_one
from quizapp.lessons.questions.kind import Kind
from quizapp.lessons.questions.truefalse.document import TrueFalse, TrueFalseWords
from quizapp.lessons.questions.truefalse.marking import normalise
from quizapp.lessons.questions.truefalse.summary import summary

KIND = Kind("truefalse", TrueFalse, TrueFalseWords, normalise, mark_one, read_one, summary)
