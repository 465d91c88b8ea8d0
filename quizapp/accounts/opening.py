"""Opens this room to the app: its pages, and what its templates need."""

from typing import Any

from flask import Flask, g

from quizapp.accounts import account_views, link_views, names, second_step_views, sign_in_views  # noqa: F401
from quizapp.accounts.blueprint import accounts
from quizapp.forms import ActionForm
from quizapp.languages import current_language


def open_room(app: Flask) -> None:
    """Open this room."""
    app.register_blueprint(accounts)
    app.context_processor(_for_layouts)
    app.add_template_global(_animal_name, "animal_name")
    app.add_template_global(_secret_name, "secret_name")


def _for_layouts() -> dict[str, Any]:
    # Only what the view has found out already: pupil pages and error pages ask no database and no session.
    person = g.get("person")
    return {
        "current_person": person,
        "current_roles": g.get("roles", frozenset()),
        "sign_out_form": ActionForm(formdata=None) if person else None,
    }


def _animal_name(animal: str, thing: str) -> str:
    return names.animal_name(animal, thing, current_language())


def _secret_name(secret: str) -> str:
    return names.SECRETS[secret][current_language()]
