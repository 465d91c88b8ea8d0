"""Put in order."""

from quizapp.lessons.questions.kind import Kind
from quizapp.lessons.questions.order.document import Order, OrderWords
from quizapp.lessons.questions.order.editing import EDITING
from quizapp.lessons.questions.order.marking import mark, normalise, read_form
from quizapp.lessons.questions.order.summary import summary

KIND = Kind("order", Order, OrderWords, normalise, mark, read_form, summary, EDITING)
