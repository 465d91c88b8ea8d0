"""Choose one picture."""

from quizapp.lessons.questions.choosing import mark_one, read_one
from quizapp.lessons.questions.kind import Kind
from quizapp.lessons.questions.picture.document import Picture, PictureWords
from quizapp.lessons.questions.picture.editing import EDITING
from quizapp.lessons.questions.picture.marking import normalise
from quizapp.lessons.questions.picture.summary import summary

KIND = Kind("picture", Picture, PictureWords, normalise, mark_one, read_one, summary, EDITING)
