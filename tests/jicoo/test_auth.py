"""The key: on every call, never shown, and an alarm when it is refused."""

import pytest
from structlog.testing import capture_logs

from providers.errors import NotAuthorized
from providers.jicoo.auth import ApiKey, UnusableKey
from providers.jicoo.client import Jicoo
from providers.transport import Transport
from tests.lineworks.scripted import Server, says


async def test_f26_a_refused_key_alarms_once_until_it_is_accepted_again(server: Server) -> None:
    alarms: list[str] = []
    user = says(200, '{"data":{"userId":"u"}}')
    server.script = [says(401), says(401), user, says(401)]

    transport = Transport("jicoo", server.origin, auth=ApiKey("sk_live_very-secret", alarm=alarms.append))
    with capture_logs() as logs:
        async with Jicoo(transport) as jicoo:
            for _ in range(2):
                with pytest.raises(NotAuthorized):
                    await jicoo.get_me()
            told = list(alarms)
            await jicoo.get_me()
            with pytest.raises(NotAuthorized):
                await jicoo.get_me()

    assert told == ["JICOO_API_KEY"]
    assert alarms == ["JICOO_API_KEY"] * 2
    assert len(server.seen) == 4  # there is no other key to try
    assert {seen.headers["x-jicoo-api-key"] for seen in server.seen} == {"sk_live_very-secret"}
    assert "very-secret" not in repr(logs)


@pytest.mark.parametrize("key", ["", "  ", "sk live", "sk_live_秘密", "sk_live\nx: y"])
def test_what_is_no_key_is_refused_without_repeating_it(key: str) -> None:
    with pytest.raises(UnusableKey) as caught:
        ApiKey(key)

    assert "sk" not in str(caught.value)


async def test_blanks_around_a_key_are_no_part_of_it(server: Server) -> None:
    server.script = [says(200, '{"data":{"userId":"u"}}')]

    async with Jicoo(Transport("jicoo", server.origin, auth=ApiKey(" sk_live_x\n"))) as jicoo:
        await jicoo.get_me()

    assert server.seen[0].headers["x-jicoo-api-key"] == "sk_live_x"
