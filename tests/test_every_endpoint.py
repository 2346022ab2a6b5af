"""Every documented call of the three systems goes through its façade to its own simulator, over real HTTP."""

import json
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from providers.simulation.server import CONTROL, Simulator
from tests.endpoints.backoffice import BACKOFFICE
from tests.endpoints.jicoo import JICOO
from tests.endpoints.lineworks import LINEWORKS
from tests.endpoints.table import Row, Table, method

TABLES: tuple[Table[Any], ...] = (LINEWORKS, JICOO, BACKOFFICE)
ROWS = [pytest.param(table, row, id=f"{table.name}-{row.__name__}") for table in TABLES for row in table.rows]
EACH = pytest.mark.parametrize("table", [pytest.param(table, id=table.name) for table in TABLES])


@pytest.mark.parametrize(("table", "row"), ROWS)
async def test_a_call_does_what_its_page_says(table: Table[Any], row: Row[Any]) -> None:
    async with table.played(row) as (facade, _):
        assert method(row) in facade.used


@EACH
def test_every_method_of_a_facade_has_a_row(table: Table[Any]) -> None:
    assert {method(row) for row in table.rows} == table.methods()


@EACH
async def test_every_route_of_a_simulator_is_reached(table: Table[Any]) -> None:
    known: set[str] = set()
    reached: set[str] = set()
    for row in table.rows:
        async with table.played(row) as (_, simulator):
            known |= {f"{route.method} {_shape(route)}" for route in _api(simulator)}
            reached |= await _calls(simulator)

    assert known - reached == set()


async def _calls(simulator: Simulator) -> set[str]:
    """The routes that the simulator's calls went to."""
    router = web.UrlDispatcher()
    router.add_routes(_api(simulator))
    found = set()
    for call in json.loads(simulator.state())["calls"]:
        match = await router.resolve(make_mocked_request(call["method"], call["path"]))
        assert match.route.resource is not None, f"{call['method']} {call['path']} is no route"
        found.add(f"{call['method']} {match.route.resource.canonical}")
    return found


def _api(simulator: Simulator) -> list[web.RouteDef]:
    return [route for route in simulator.routes() if not route.path.startswith(CONTROL)]


def _shape(route: web.RouteDef) -> str:
    """The path of a route, its parts without their patterns."""
    router = web.UrlDispatcher()
    router.add_routes([route])
    (resource,) = router.resources()
    return resource.canonical
