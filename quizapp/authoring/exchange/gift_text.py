"""Texts in GIFT: what is escaped, and what is HTML or Markdown, as plain text and back."""

import re
from html import unescape

SPECIAL = "~=#{}:"
# While a file is read, an escaped sign is a sign that no text has: control characters were refused before.
STAND_INS = {f"\\{sign}": chr(1 + at) for at, sign in enumerate((*SPECIAL, "n", "\\"))}
MEANT = {chr(1 + at): sign for at, sign in enumerate((*SPECIAL, "\n", "\\"))}
ESCAPED = re.compile(r"\\[~=#{}:n\\]")
FORMAT = re.compile(r"\[(html|markdown|plain|moodle)\]\s*", re.IGNORECASE)
BREAKS = {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}
SILENT = {"script", "style"}
TOKEN = re.compile(r"(<!--|-->|<[a-z/!?][^<>]*>)", re.IGNORECASE)
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
HUGE_REFERENCE = re.compile(r"&#[0-9]{8,};?")  # no sign has such a number, and Python refuses to read it


def hidden(text: str) -> str:
    """With stand-ins for what is escaped."""
    return ESCAPED.sub(lambda found: STAND_INS[found[0]], text)


def plain(text: str, default_format: str = "moodle") -> str:
    """What is meant, without marks. `text` has stand-ins."""
    kind, text = split_format(text, default_format)
    text = " ".join(line.strip(" \t") for line in text.strip().split("\n"))
    text = "".join(MEANT.get(sign, sign) for sign in text)
    if kind == "html":
        text = _without_tags(text)
    elif kind == "markdown":
        text = re.sub(r"(\*\*|__|`)(.+?)\1", r"\2", text)
    return text.strip()


def split_format(text: str, default_format: str = "moodle") -> tuple[str, str]:
    """The format that a text says it has, and the text."""
    found = FORMAT.match(text.lstrip())
    return (found[1].lower(), text.lstrip()[found.end() :]) if found else (default_format, text)


def escaped(text: str) -> str:
    """The other way round: nothing in the text means anything in GIFT."""
    text = "".join(f"\\{sign}" if sign in f"{SPECIAL}\\" else sign for sign in text.replace("->", "→"))
    text = text.replace("\n", "\\n")
    # What looks like a format or a weight in front is text after a format of our own.
    return f"[plain]{text}" if text.startswith(("[", "%")) else text


def _without_tags(text: str) -> str:
    """In one go over the text: the library's parser takes time by the square of what never ends."""
    parts, silent, comment = list[str](), 0, False
    for part in TOKEN.split(HUGE_REFERENCE.sub("", text)):
        if comment or part == "<!--":
            comment = part != "-->"
        elif tag := TAG.match(part):
            name = tag[2].lower()
            if name in SILENT:
                silent = 0 if tag[1] else 1
            parts.append("\n" if name in BREAKS else "")
        elif not silent and not part.startswith(("<!", "<?")):
            parts.append(unescape(part))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
