"""Nothing half added: what can be asked has somebody who does it."""

from typing import get_args

import pytest

from handlers import ROUTER
from handlers.commands import AnyCommand, ShowHelp
from handlers.context import Context
from handlers.replies import Left, Reply
from handlers.router import Router


@pytest.mark.parametrize("command", get_args(AnyCommand))
def test_every_command_has_a_handler(command: type) -> None:
    assert ROUTER.knows(command)


def test_two_handlers_for_one_command_are_refused() -> None:
    router = Router()

    @router.on(ShowHelp)
    async def first(_command: ShowHelp, _ctx: Context) -> Reply:
        return Left()

    with pytest.raises(ValueError, match="ShowHelp"):
        router.on(ShowHelp)(first)
