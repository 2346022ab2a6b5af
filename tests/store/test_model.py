"""The store does what a dozen lines of Python do that forget nothing: any sequence of calls gives the same answers."""

import asyncio
from collections import deque
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from providers.keeping import Job, Put
from providers.store.durable import DurableStore
from providers.store.turn import LeasedTurn
from tests.store.servers import Server

LANE = st.sampled_from(["user:taro", "user:hanako", "room:1", "booking:x"])
KEY = st.integers(0, 30).map(str)
PAST = datetime(2020, 1, 1, tzinfo=UTC)


class StoreMachine(RuleBasedStateMachine):
    """Calls the store and a model of it: lanes are queues, a key is accepted once in its partition, the head is leased."""

    url: str
    server: Server

    def __init__(self) -> None:
        super().__init__()
        with self.server.client() as client:
            client.flushall()
        self.loop = asyncio.new_event_loop()
        self.store: DurableStore = self.run(DurableStore.open(self.url, partitions=2))
        self.lanes: dict[str, deque[list[Any]]] = {}  # each job: key, body, attempts, journalled results
        self.shown: set[tuple[int, str]] = set()
        self.out: dict[str, LeasedTurn] = {}
        self.buried: list[tuple[str, list[Any]]] = []
        self.documents: dict[str, bytes] = {}

    def run(self, call: Any) -> Any:
        return self.loop.run_until_complete(call)

    def teardown(self) -> None:
        self.run(self.store.close())
        self.loop.close()

    def show(self, lane: str, key: str, body: bytes) -> bool:
        """The model's accept."""
        mark = (self.store._partitions.of(lane), key)
        if mark in self.shown:
            return False
        self.shown.add(mark)
        self.lanes.setdefault(lane, deque()).append([key, body, 0, {}])
        return True

    def finish(self, lane: str) -> list[Any]:
        """The model's end of a turn."""
        del self.out[lane]
        job: list[Any] = self.lanes[lane].popleft()
        return job

    @rule(lane=LANE, key=KEY, body=st.binary(max_size=8))
    def accept(self, lane: str, key: str, body: bytes) -> None:
        assert self.run(self.store.accept(lane, key, body)) == self.show(lane, key, body)

    @rule()
    def take(self) -> None:
        free = {lane for lane, jobs in self.lanes.items() if jobs and lane not in self.out}
        turn = self.run(self.store.take(2 if free else 0.05))
        if not free:
            assert turn is None
            return
        assert turn.lane in free
        head = self.lanes[turn.lane][0]
        head[2] += 1
        assert [turn.key, turn.body, turn.attempt] == head[:3]
        self.out[turn.lane] = turn

    def pick(self, data: st.DataObject) -> LeasedTurn:
        return self.out[data.draw(st.sampled_from(sorted(self.out)), "lane")]

    @precondition(lambda self: self.out)
    @rule(data=st.data(), step=st.sampled_from(["create", "send"]), result=st.binary(max_size=4))
    def once(self, data: st.DataObject, step: str, result: bytes) -> None:
        turn = self.pick(data)
        known = self.lanes[turn.lane][0][3]

        async def call(again: bool) -> bytes:
            assert not again
            return result

        assert self.run(turn.once(step, call)) == known.setdefault(step, result)

    @precondition(lambda self: self.out)
    @rule(data=st.data(), lane=LANE, key=KEY, value=st.binary(max_size=4))
    def done(self, data: st.DataObject, lane: str, key: str, value: bytes) -> None:
        turn = self.pick(data)
        name = f"{turn.tag}document"
        self.run(turn.done(puts=[Put("doc", name, value)], jobs=[Job(lane, key, value)]))
        self.finish(turn.lane)
        self.documents[name] = value
        self.show(lane, key, value)
        self.settle_outbox()

    def settle_outbox(self) -> None:
        if self.store._outbox._carrier is not None:
            self.run(asyncio.wait([self.store._outbox._carrier]))

    @precondition(lambda self: self.out)
    @rule(data=st.data())
    def later(self, data: st.DataObject) -> None:
        turn = self.pick(data)
        self.run(turn.later(PAST, "again"))
        del self.out[turn.lane]

    @precondition(lambda self: self.out)
    @rule(data=st.data())
    def bury(self, data: st.DataObject) -> None:
        turn = self.pick(data)
        self.run(turn.bury("because"))
        self.buried.append((turn.lane, self.finish(turn.lane)))

    @rule()
    def revive(self) -> None:
        letters = self.run(self.letters())
        assert sorted((letter.lane, letter.body, letter.attempts) for letter in letters) == sorted(
            (lane, job[1], job[2]) for lane, job in self.buried
        )
        for letter in letters[:1]:
            assert self.run(self.store.revive(letter.id))
            match = next(
                (lane, job)
                for lane, job in self.buried
                if (lane, job[1], job[2]) == (letter.lane, letter.body, letter.attempts)
            )
            self.buried.remove(match)
            lane, job = match
            job[2] = 0
            self.lanes.setdefault(lane, deque()).append(job)

    async def letters(self) -> list[Any]:
        return [letter async for letter in self.store.dead()]

    @rule(lane=LANE, key=KEY)
    def cancel(self, lane: str, key: str) -> None:
        waiting = [job for job in self.lanes.get(lane, ()) if job[0] == key and job[2] == 0]
        assert self.run(self.store.cancel(lane, key)) == bool(waiting)
        if waiting:
            self.lanes[lane].remove(waiting[0])

    @invariant()
    def counts_agree(self) -> None:
        stats = self.run(self.store.stats())
        assert (stats.waiting, stats.busy, stats.dead) == (
            sum(map(len, self.lanes.values())),
            len(self.out),
            len(self.buried),
        )

    @invariant()
    def documents_agree(self) -> None:
        for name, value in self.documents.items():
            assert self.run(self.store.get("doc", name)).value == value


@pytest.fixture
def machine(url_server: Server) -> type[StoreMachine]:
    class Machine(StoreMachine):
        url = url_server.url
        server = url_server

    return Machine


def test_the_store_behaves_like_its_model(machine: type[StoreMachine]) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=15,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        ),
    )
