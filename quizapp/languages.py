"""The languages a page can speak, and how an address carries its language."""

import re
import unicodedata
from typing import Any, Literal, get_args
from urllib.parse import urlencode

from flask import Flask, current_app, g, has_request_context, request, url_for
from flask_babel import Babel
from werkzeug.routing import BaseConverter

from quizapp.config import resource_folder, settings

PupilLanguage = Literal["mk", "sq"]
PUPIL_LANGUAGES: tuple[str, ...] = get_args(PupilLanguage)
STAFF_LANGUAGES = (*PUPIL_LANGUAGES, "en")
NAMES = {"mk": "Македонски", "sq": "Shqip", "en": "English"}
ALPHABETS = {
    "mk": "а б в г д ѓ е ж з ѕ и ј к л љ м н њ о п р с т ќ у ф х ц ч џ ш",
    "sq": "a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v x xh y z zh",
    "en": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
}


class PupilLanguageConverter(BaseConverter):
    """The first part of a pupil page's address."""

    regex = "|".join(PUPIL_LANGUAGES)


class StaffLanguageConverter(BaseConverter):
    """The first part of a staff page's address."""

    regex = "|".join(STAFF_LANGUAGES)


def init_languages(app: Flask) -> None:
    """Teach the app's addresses and catalogs their languages."""
    app.url_map.converters |= {
        "pupil_language": PupilLanguageConverter,
        "staff_language": StaffLanguageConverter,
    }
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(resource_folder("translations"))
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Skopje"
    babel: Any = Babel  # its constructor is not annotated
    babel(app, locale_selector=lambda: current_language() if has_request_context() else "en")
    app.url_value_preprocessor(_take_language)
    app.url_defaults(_give_language)
    app.add_template_global(switch_language)
    app.add_template_global(language_by_letters)
    app.jinja_env.globals["LANGUAGE_NAMES"] = NAMES
    app.context_processor(lambda: {"language": current_language(), "page_languages": page_languages()})


def current_language() -> str:
    """The language of this request: its address, else the visitor's cookie, else the browser's wish."""
    if "language" not in g:
        first = request.path.split("/")[1]
        g.language = first if first in STAFF_LANGUAGES else preferred_language()
    return str(g.language)


def preferred_language() -> str:
    """The pupil language that this browser chose before, else asks for; Macedonian if it asks for neither."""
    kept = request.cookies.get(settings().cookie_name("language"))
    if kept in PUPIL_LANGUAGES:
        return kept
    return request.accept_languages.best_match(PUPIL_LANGUAGES) or PUPIL_LANGUAGES[0]


def page_languages() -> tuple[str, ...]:
    """The languages in which the present page exists."""
    return STAFF_LANGUAGES if "/staff" in request.path[3:9] else PUPIL_LANGUAGES


def alphabetical(text: str, language: str) -> list[tuple[int, str]]:
    """What to sort by in a language's own alphabet, where "gj" may be one letter; other signs go first."""
    letters = ALPHABETS[language].split()
    longest_first = sorted(letters, key=len, reverse=True)
    plain = unicodedata.normalize("NFC", text).casefold()
    found = re.findall(f"{'|'.join(longest_first)}|.", plain, re.DOTALL)
    return [(letters.index(sign) if sign in letters else -1, sign) for sign in found]


def language_by_letters(text: str) -> str | None:
    """The language of a few words that a teacher wrote, which only their letters tell; None for numbers."""
    letters = [one for one in text if one.isalpha()]
    if not letters:
        return None
    return "mk" if any("\u0400" <= one <= "\u04ff" for one in letters) else "sq"


def switch_language(code: str) -> str:
    """The address of this very page in another language."""
    if not request.endpoint or "language" not in (request.url_rule.arguments if request.url_rule else ()):
        return url_for("shell.home", language=code)
    if request.method == "POST" and request.url_rule and "GET" not in (request.url_rule.methods or ()):
        return url_for("shell.home", language=code)
    address = url_for(request.endpoint, **{**(request.view_args or {}), "language": code})
    # Not through url_for: it has meanings of its own for some names, and a visitor may write any.
    return f"{address}?{urlencode(list(request.args.items(multi=True)))}" if request.args else address


def _take_language(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    if values and "language" in values:
        g.language = values.pop("language")


def _give_language(endpoint: str, values: dict[str, Any]) -> None:
    if "language" in values or not current_app.url_map.is_endpoint_expecting(endpoint, "language"):
        return
    language = current_language() if has_request_context() else PUPIL_LANGUAGES[0]
    staff = any("staff_language:" in rule.rule for rule in current_app.url_map.iter_rules(endpoint))
    values["language"] = language if staff or language in PUPIL_LANGUAGES else PUPIL_LANGUAGES[0]
