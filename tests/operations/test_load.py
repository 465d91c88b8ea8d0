"""Two workers under a class at work: everybody gets in, and what was acknowledged survives a power cut."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from itertools import cycle
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts.models import Pupil
from quizapp.config import Config
from quizapp.db import db
from quizapp.learning.models import Answer
from tests.cast import SECRET
from tests.learning.stage import PAGE, RIGHT, Stage
from tests.served import Device, served

pytestmark = pytest.mark.server
PUPILS = 30
ENOUGH = 60  # acknowledged answers before the power cut


@pytest.fixture
def stage(app: Flask) -> Stage:
    stage = Stage(app)
    db.session.commit()
    return stage


def test_thirty_pupils_join_in_the_same_second_from_one_address(stage: Stage, config: Config) -> None:
    class_id, code = stage.cast.ana_class.id, stage.cast.ana_class.join_code
    db.session.commit()
    before = pupils_of(class_id)
    with served(config) as server:
        together = threading.Barrier(PUPILS)

        def join(device: Device) -> int:
            together.wait()
            return device.join(code, SECRET).status

        devices = [Device(server.port) for _ in range(PUPILS)]
        assert all_at_once(join, devices) == [303] * PUPILS
        assert len({device.cookies["pupil"] for device in devices}) == PUPILS
    joined = pupils_of(class_id)
    assert len(joined) == len(before) + PUPILS
    assert len(set(joined)) == len(joined)


def test_a_killed_server_loses_no_acknowledged_answer(stage: Stage, config: Config) -> None:
    code = stage.cast.ana_class.join_code
    db.session.commit()
    acknowledged: dict[str, dict[str, Any]] = {}
    unsure: list[tuple[Device, dict[str, Any]]] = []
    with served(config) as server:
        devices = [Device(server.port) for _ in range(PUPILS)]
        all_at_once(lambda device: device.join(code, SECRET).status, devices)
        stop = threading.Event()
        ready = threading.Barrier(PUPILS)  # the quick ones could bring the power cut before the slow begin

        def work(device: Device) -> None:
            attempt = device.get(f"{PAGE}/state").json["attempt"]
            ready.wait()
            for question in cycle(RIGHT):
                if question == next(iter(RIGHT)) and stop.is_set():
                    return
                body = said_by(attempt, question)
                try:
                    reply = device.say(f"{PAGE}/answer", body)
                except (OSError, HTTPException):  # cut off before or in the middle of the reply
                    unsure.append((device, body))
                    return
                if reply.status == 200:
                    acknowledged[body["uuid"]] = body
                if len(acknowledged) >= ENOUGH and not stop.is_set():
                    stop.set()
                    server.kill()
                if question == list(RIGHT)[-1]:
                    return

        all_at_once(work, devices)
    assert len(acknowledged) >= ENOUGH
    assert acknowledged.keys() <= kept_uuids()
    with served(config, server.port) as server:
        for device, body in unsure:
            again = Device(server.port, device.cookies).say(f"{PAGE}/answer", body)
            assert (again.status, again.json["saved"]) == (200, True)
    assert {body["uuid"] for _, body in unsure} <= kept_uuids()


def said_by(attempt: str, question: str) -> dict[str, Any]:
    return {"attempt": attempt, "uuid": str(uuid4()), "question": question, "choice": RIGHT[question]}


def all_at_once(do: Callable[[Device], Any], devices: list[Device]) -> list[Any]:
    with ThreadPoolExecutor(len(devices)) as pool:
        return list(pool.map(do, devices))


def pupils_of(class_id: int) -> list[Any]:
    with db.engine.connect() as connection:
        return list(connection.execute(select(Pupil.animal, Pupil.thing).where(Pupil.class_id == class_id)))


def kept_uuids() -> set[str]:
    with db.engine.connect() as connection:
        return set(connection.scalars(select(Answer.uuid)))
