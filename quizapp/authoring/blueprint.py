"""The address under which every trainer's page lives."""

from flask import Blueprint
from werkzeug.routing import BaseConverter
from werkzeug.wrappers import Response


class LessonName(BaseConverter):
    """Letters and a number: pages such as "pictures" have no number, so that none is taken for a lesson."""

    regex = "[a-z]+[0-9]+"


Page = str | Response | tuple[str, int]

authoring = Blueprint("authoring", __name__, url_prefix="/<staff_language:language>/staff/desk")
