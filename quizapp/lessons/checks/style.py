"""What makes a sentence harder than it need be: commas, negations that cancel out, nobody who acts.

Negative concord (никој не знае, askush nuk e di) is how both languages say no, so only a negation of a
negation counts. A passive is told by the agent it names, or by an ending that hardly any adjective has:
reflexive verbs look like the rest, and an alarm that is mostly false would be waved through.
"""

import re
from collections.abc import Iterator

from quizapp.lessons.checks.letters import Finding

MOST_COMMAS = 2
SHOWN = 60
_ARE_MK = "сум|си|е|сме|сте|се|беше|бев|бевме|беа|биде|бидеш|бидам|бидеме|бидете|бидат"
_ARE_SQ = "jam|je|është|jemi|jeni|janë|isha|ishe|ishte|ishim|ishin|jetë|jenë|qe|qenë"
DOUBLE_NEGATIVE = {
    "mk": re.compile(
        r"\bне (?:\w+ ){1,3}да не\b|\bбез да не\b"
        rf"|\bне (?:{_ARE_MK}) не(?:возможн|познат|важн|точн|пријатн|безбедн|јасн|сигурн)\w*",
        re.IGNORECASE,
    ),
    "sq": re.compile(
        r"(?:\bnuk |\bs’)(?:\w+ ){1,3}të mos\b|\bpa mos\b"
        rf"|(?:\bnuk |\bs’)(?:{_ARE_SQ}) (?:i|e|të) "
        r"pa(?:mundur|njohur|rëndësishëm|sigurt|vërtetë|qartë|lejuar)\w*",
        re.IGNORECASE,
    ),
}
PASSIVE = {
    "mk": re.compile(
        rf"\b(?:{_ARE_MK}) (?:\w+ )?\w{{3,}}(?:[ае]н|ет|ат)[аои]? од\b|\bод страна на\b"
        rf"|\b(?:{_ARE_MK}) (?:\w+ )?\w{{2,}}(?:уван|иран)[аои]?\b",
        re.IGNORECASE,
    ),
    "sq": re.compile(
        r"\bu \w{3,}(?: \w+)? nga (?:një |ndonjë )?"
        r"(?:person|njer|i rritur|e rritur|dikush|të |shok|shoq|mësues)\w*"
        rf"|\b(?:{_ARE_SQ}) (?!dashur)\w{{3,}}uar\b",
        re.IGNORECASE,
    ),
}


def findings(sentence: str, language: str) -> Iterator[Finding]:
    """What is hard about one sentence."""
    if sentence.count(",") > MOST_COMMAS:
        yield "many_commas", sentence[:SHOWN]
    if found := DOUBLE_NEGATIVE[language].search(sentence):
        yield "double_negative", found.group()
    if found := PASSIVE[language].search(sentence):
        yield "passive", found.group()
