"""The address under which every teacher's page lives."""

from flask import Blueprint

ID = "int(max=2147483647)"

classroom = Blueprint("classroom", __name__, url_prefix="/<staff_language:language>/staff")
