"""Does a text hold a phone number? Numbers are data with an expiry, never a part of a lesson."""

import re
from collections.abc import Iterator

from quizapp.lessons.checks.letters import Finding

# Six digits or more, however they are grouped; or the short numbers everybody knows.
PHONE = re.compile(r"\+?\d(?:[ /.\-–]{0,2}\d){5,}|(?<!\d)(?:112|19[2-5])(?!\d)")


def findings(text: str) -> Iterator[Finding]:
    if phone := PHONE.search(text):
        yield "phone_number", phone.group()
