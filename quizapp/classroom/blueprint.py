"""The address under which every teacher's page lives."""

from flask import Blueprint
from werkzeug.wrappers import Response

Page = str | Response | tuple[str, int]

classroom = Blueprint("classroom", __name__, url_prefix="/<staff_language:language>/staff")
