"""`make bench`: every budget with what was measured, on SQLite and on PostgreSQL."""

import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from flask import Flask

from bench import bare, desk, school, shelf, statements
from bench.load import request, requests_a_second
from bench.transfer import first_visit
from quizapp.config import Config
from quizapp.db import db
from quizapp.lessons import catalogue
from quizapp.lessons.models import Revision
from tests.databases import Postgresql, Sqlite, app_over, config_for
from tests.served import Device, Server, free_port, served, started

ROUNDS = 15
PAGES = 300  # in a round
PUPILS = 50  # in a round, each with every question of the lesson
Round = tuple[list[bytes], list[bytes]]  # what we get, and the same for the bare view
GUNICORN = [sys.executable, "-m", "gunicorn", "--config", "python:quizapp.operations.gunicorn_settings"]


def main() -> None:
    """Measure on both databases; the page and the first visit don't depend on it."""
    with tempfile.TemporaryDirectory(prefix="qzb") as folder:
        for kind in (Sqlite(), Postgresql(settings=())):
            name = type(kind).__name__
            here = Path(folder) / name
            here.mkdir()
            with kind.copy(here) as url, kind.empty(here) as bare_url:
                measure(name, config_for(here, url), bare_url, pages=isinstance(kind, Sqlite))
            kind.stop()


def measure(name: str, config: Config, bare_url: str, pages: bool) -> None:
    """All measurements of one database."""
    print(f"\n{name}")
    with app_over(config) as app:
        revision, teacher = school.lesson(), school.a_teacher()
        small, pupils = school.a_class(teacher, 5, revision)
        large, _ = school.a_class(teacher, 35, revision)
        answer = statements.for_an_answer(app, revision, pupils)
        row("an answer: statements", answer["statements"], "4 at most")
        row("an answer: commits", answer["commits"], "1")
        for school_class in (small, large):
            seen = statements.for_participation(app, teacher, school_class)["statements"]
            row(f"participation of {school_class.name} pupils: statements", seen, "the same for 5 and 35")
        classes = [school.a_class(teacher, PUPILS, revision)[1] for _ in range(1 + ROUNDS)]
        rounds = [answer_requests(pupils, revision) for pupils in classes]
        page = f"/mk/l/{school.LESSON}/{revision.number}"
        db.session.rollback()
        work_at_desk(app, revision)
        look_for_words(revision)
    with served(config) as ours, served_bare(config.data_folder, bare_url, ours.port, page) as theirs:
        if pages:
            visit(f"http://127.0.0.1:{ours.port}{page}")
            wanted = [request("GET", page, Accept_Encoding="br")] * PAGES
            plain = [request("GET", "/page", Accept_Encoding="br")] * PAGES
            pairs = [(wanted, plain)] * (1 + ROUNDS)
            compare("lesson page", "0.50 at least", ours.port, theirs.port, pairs)
        pairs = [(sent, [as_bare(one) for one in sent]) for sent in rounds]
        compare("answering", "0.60 at least", ours.port, theirs.port, pairs)


def work_at_desk(app: Flask, revision: Revision) -> None:
    """What trainers wait for: lessons that come in, the editor, its saving."""
    packages, folders = desk.importing()
    row("importing all bundled lessons: ms", f"{packages:.0f}", "depends on the machine")
    row("importing, beside reading their folders: ratio", f"{packages / folders:.2f}", "2.00 at most")
    seen = desk.at_the_desk(app, revision)
    row("opening the editor, new and long lesson: statements", f"{seen.few}, {seen.many}", "the same")
    row(f"opening the editor, {desk.STEPS} steps: ms", f"{seen.opening:.0f}", "300 at most")
    row(
        "opening the editor, beside its templates alone: ratio",
        f"{seen.opening / seen.alone:.2f}",
        "2.00 at most",
    )
    row("saving one text: ms", f"{seen.saving:.0f}", "200 at most")
    row("saving one text, beside opening: ratio", f"{seen.saving / seen.opening:.2f}", "1.00 at most")


def look_for_words(revision: Revision) -> None:
    """A search over a thousand lessons, which trainers make on the shelf."""
    shelf.a_thousand_lessons(catalogue.lesson_of(revision))
    search, plain = shelf.search_and_plain()
    row(f"search over {shelf.LESSONS} lessons: ms", f"{search:.0f}", "50 at most")
    row("search, reading the same rows: ratio", f"{search / plain:.2f}", "1.00 at most")


def answer_requests(pupils: list[school.AtWork], revision: Revision) -> list[bytes]:
    """Every answer of some pupils, ready for the wire."""
    path = f"/mk/l/{school.LESSON}/{revision.number}/answer"
    return [
        request(
            "POST",
            path,
            body,
            Content_Type="application/json",
            Sec_Fetch_Site="same-origin",
            Cookie=f"pupil={pupil.token}",
        )
        for pupil, body in school.answers(pupils, revision)
    ]


def as_bare(sent: bytes) -> bytes:
    """The same answer for the bare view."""
    _, _, rest = sent.partition(b" HTTP/1.1")
    return b"POST /answer HTTP/1.1" + rest


def served_bare(folder: Path, url: str, our_port: int, page: str) -> AbstractContextManager[Server]:
    """The bare views under the same gunicorn, over a database of the same kind."""
    body = Device(our_port).get(page, **{"Accept-Encoding": "br"}).body
    (folder / "page").write_bytes(body)
    port = free_port()
    settings = {"BARE_PAGE": str(folder / "page"), "BARE_DATABASE": bare.address(url)}
    bare.make_table(settings["BARE_DATABASE"])
    command = [*GUNICORN, "--bind", f"127.0.0.1:{port}", "bench.bare:make_app()"]
    return started(command, os.environ | settings, port)


def compare(name: str, budget: str, our_port: int, their_port: int, rounds: Sequence[Round]) -> None:
    """Many short rounds of both, so that whatever else the machine does meets both alike.

    Who goes first changes from round to round, and the first round only warms both up.
    """
    rates = []
    for number, (sent, plain) in enumerate(rounds):
        if number % 2:
            ours = requests_a_second(our_port, sent)
            rates.append((ours, requests_a_second(their_port, plain)))
        else:
            theirs = requests_a_second(their_port, plain)
            rates.append((requests_a_second(our_port, sent), theirs))
    del rates[0]
    our_rate, their_rate = (statistics.median(rate) for rate in zip(*rates, strict=True))
    low, middle, high = statistics.quantiles(ours / theirs for ours, theirs in rates)
    row(f"{name}: {our_rate:.0f}/s, bare {their_rate:.0f}/s: ratio", f"{middle:.2f}", budget)
    print(f"    half of {len(rates)} rounds between {low:.2f} and {high:.2f}", flush=True)


def visit(address: str) -> None:
    """A phone comes for the first time."""
    seen = first_visit(address)
    total = sum(seen.values()) - seen["requests"] - seen["script bodies"]
    row("first visit without pictures: kB", f"{(total - seen['image']) / 1000:.1f}", "60 at most")
    row("first visit with pictures: kB", f"{total / 1000:.1f}", "150 at most")
    row("JavaScript, compressed: kB", f"{seen['script bodies'] / 1000:.1f}", "15 at most")
    row("requests", seen["requests"], "few")
    kinds = sorted(kind for kind in seen if kind not in ("requests", "script bodies"))
    print("    with headers:", ", ".join(f"{kind} {seen[kind] / 1000:.1f} kB" for kind in kinds))


def row(what: str, measured: object, budget: str) -> None:
    """One line of the table."""
    print(f"  {what:<58}{measured!s:>8}   ({budget})", flush=True)


if __name__ == "__main__":
    main()
