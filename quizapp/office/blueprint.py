"""The address under which every page of the administrators lives."""

from flask import Blueprint
from werkzeug.wrappers import Response

Page = str | Response | tuple[str, int]

office = Blueprint("office", __name__, url_prefix="/<staff_language:language>/staff/office")
