"""The address under which every trainer's page lives."""

from flask import Blueprint
from werkzeug.wrappers import Response

Page = str | Response | tuple[str, int]

authoring = Blueprint("authoring", __name__, url_prefix="/<staff_language:language>/staff/desk")
