"""Put together what belongs together."""

from quizapp.lessons.questions.kind import Kind
from quizapp.lessons.questions.match.document import Match, MatchWords
from quizapp.lessons.questions.match.editing import EDITING
from quizapp.lessons.questions.match.marking import mark, normalise, read_form
from quizapp.lessons.questions.match.summary import summary

KIND = Kind("match", Match, MatchWords, normalise, mark, read_form, summary, EDITING)
