"""A process's life: start, run until told to stop, drain."""

import asyncio
import signal
import sys
from collections.abc import Coroutine
from typing import Any

import structlog

from bot.settings import BadSettings, Settings
from bot.wiring import Role, running
from providers.errors import ProviderError, StoreDown
from providers.store.refusals import StoreRefused

if sys.platform == "win32":
    from asyncio import new_event_loop
else:
    from uvloop import new_event_loop

log = structlog.get_logger()


def serve(settings: Settings, role: Role) -> str:
    """Run the bot until SIGTERM or SIGINT; "" or why it could not start."""
    if role is not Role.ALL and settings.redis_url is None:
        return "REDIS_URL is missing: --role web and --role worker share a store that is not embedded"
    return run(_serve(settings, role))


def run(main: Coroutine[Any, Any, None]) -> str:
    """Run `main` on the fastest event loop there is; "" or, in words, why it could not go on."""
    # A fresh process's allocator gives every large read buffer back to the system and asks for it again, until it has once
    # freed a block larger than those: 27 µs a read (glibc's dynamic mmap threshold, mallopt(3)).
    block = bytearray(16 * 1024 * 1024)
    del block
    try:
        with asyncio.Runner(loop_factory=new_event_loop) as runner:
            runner.run(main)
    except (BadSettings, StoreRefused) as error:
        return str(error)
    except StoreDown:
        return "The store does not answer."
    except ProviderError as error:
        return f"{error.provider} could not be reached or said no at the start ({error.call}: {error.detail})."
    except OSError as error:
        return f"Cannot listen: {error.strerror or error}"
    return ""


async def until_told() -> None:
    """Returns at the first SIGTERM or SIGINT; a second one ends the process at once."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    await told.wait()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.remove_signal_handler(number)
    log.info("stopping")


async def _serve(settings: Settings, role: Role) -> None:
    async with running(settings, role) as bot:
        log.info("ready", role=role.value, port=bot.port, store_pid=bot.store_pid)
        await until_told()
