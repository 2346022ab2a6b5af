"""Talks: the rooms the bot is in, and what it says there. No I/O.

Sources: https://developers.worksmobile.com/en/docs/bot-user-message-send, .../bot-channel-message-send,
.../bot-channel-create, .../bot-channel-get, .../bot-channel-leave, .../bot-channel-members-list
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from aiohttp import web

from providers.lineworks.simulator.bots import Bots
from providers.lineworks.simulator.exchange import Asked, forbidden, member_of, not_found, page, refused
from providers.lineworks.simulator.mentions import Audience
from providers.lineworks.simulator.messages import check_message
from providers.lineworks.simulator.tenant import Tenant
from providers.simulation.fields import Fields, bad
from providers.simulation.wire import Clock, Refusal, answer, array, instant, to_json

# Sends events in order, and says of each what the bot's server answered to it.
Tell = Callable[[Sequence[Mapping[str, object]], Callable[[Mapping[str, object], int], None]], None]

SAID_KEPT = 10_000  # the newest sentences of people; what the bot says is kept whole


@dataclass(slots=True)
class Room:
    """A talk: its members by user id, in order of arrival, and whether the bot is still in it."""

    channel_id: str
    title: str
    members: list[str]
    kind: str = "MULTI_USERS"
    has_bot: bool = True


class Talks:
    """All rooms, and everything said in them."""

    def __init__(self, tenant: Tenant, bots: Bots, clock: Clock, changed: Callable[[], None], *, tell: Tell) -> None:
        """The bot has long been in all rooms of the cast, and in a talk with everybody.

        `tell` sends the callbacks that follow from a call.
        """
        self._tell = tell
        self._tenant = tenant
        self._bots = bots
        self._clock = clock
        self._changed = changed
        # Kept as JSON: thousands of messages are shown without being written anew, and cost a third of the memory.
        self._messages: list[bytes] = []
        self._said: deque[bytes] = deque(maxlen=SAID_KEPT)
        alone = [
            Room(tenant.talk(one), one.display_name, [one.user_id], kind="SINGLE_USER") for one in tenant.cast.people
        ]
        rooms = [Room(one.channel_id, one.title, list(one.members)) for one in tenant.cast.channels]
        self._rooms = {room.channel_id: room for room in [*rooms, *alone]}

    def holdings(self) -> Mapping[str, bytes]:
        """What the bot said, and what people said through the control surface, each in order of arrival."""
        return {"messages": array(self._messages), "said": array(list(self._said))}

    # --- sending --------------------------------------------------------------------------------------------------

    def send_to_user(self, asked: Asked) -> web.Response:
        """POST /bots/{botId}/users/{userId}/messages. An unknown member is a bad request, not a missing thing."""
        self._bots.check(asked)
        try:
            member = member_of(self._tenant, asked, asked.path["userId"])
        except Refusal as refusal:
            if refusal.status == 404:
                raise refused(400, "INVALID_PARAMETER", "User does not exist") from None
            raise
        audience = Audience(self._tenant, frozenset({member.user_id}), is_channel=False)
        return self._send(asked, audience, {"userId": member.user_id})

    def send_to_channel(self, asked: Asked) -> web.Response:
        """POST /bots/{botId}/channels/{channelId}/messages."""
        self._bots.check(asked)
        room = self._room(asked)
        audience = Audience(self._tenant, frozenset(room.members), is_channel=room.kind != "SINGLE_USER")
        return self._send(asked, audience, {"channelId": room.channel_id})

    def _send(self, asked: Asked, audience: Audience, to: Mapping[str, str]) -> web.Response:
        """201 without a body: that is all the page promises."""
        content = check_message(asked.fields(), audience)
        self._messages.append(to_json({"to": to, "content": content, "at": instant(self._clock())}))
        self._changed()
        return answer(201)

    # --- rooms ----------------------------------------------------------------------------------------------------

    def create_channel(self, asked: Asked) -> web.Response:
        """POST /bots/{botId}/channels: a room of the bot and its members. Callbacks: `join`, then `joined`."""
        self._bots.check(asked)
        fields = asked.fields()
        title = fields.text("title", 1_000) or ""
        members = [self._invited(fields, key) for key in fields.words("members", 100, least=1, required=True)]
        room = Room(str(uuid4()), title, list(dict.fromkeys(members)))
        self._rooms[room.channel_id] = room
        self._changed()
        self._happened(room, ("join", {}), ("joined", {"members": list(room.members)}))
        return answer(201, {"channelId": room.channel_id, "title": title})

    def leave_channel(self, asked: Asked) -> web.Response:
        """DELETE /bots/{botId}/channels/{channelId}: the bot leaves. Callback: `leave`."""
        self._bots.check(asked)
        room = self._room(asked)
        room.has_bot = False
        self._changed()
        self._happened(room, ("leave", {}))
        return answer(204)

    def _invited(self, fields: Fields, key: str) -> str:
        member = self._tenant.member(key)
        if member is None:
            bad(fields.at("members"), "must be members of the domain")
        return member.user_id

    def _happened(self, room: Room, *events: tuple[str, Mapping[str, object]]) -> None:
        source = {"channelId": room.channel_id, "domainId": self._tenant.domain_id}
        self._tell([{"type": kind, "source": source, **more} for kind, more in events], self.note)

    def show_channel(self, asked: Asked) -> web.Response:
        """GET /bots/{botId}/channels/{channelId}."""
        self._bots.check(asked)
        room = self._room(asked)
        body = {
            "domainId": self._tenant.domain_id,
            "channelId": room.channel_id,
            "title": room.title,
            "channelType": {"type": room.kind},
        }
        return answer(200, body)

    def show_members(self, asked: Asked) -> web.Response:
        """GET /bots/{botId}/channels/{channelId}/members: user ids, by pages of at most 100."""
        self._bots.check(asked)
        members, meta = page(asked, list(self._room(asked).members), 100)
        return answer(200, {"members": members, "responseMetaData": meta})

    def _room(self, asked: Asked) -> Room:
        room = self._rooms.get(asked.path["channelId"])
        if room is None:
            raise not_found("Channel")
        if not room.has_bot:
            raise forbidden("The bot is not a member of the channel", "ACCESS_DENIED")
        return room

    # --- what people do -------------------------------------------------------------------------------------------

    def note(self, event: Mapping[str, object], status: int) -> None:
        """Remember an event that people caused, and what the bot's server answered to it."""
        self._said.append(to_json({"event": event, "status": status, "at": instant(self._clock())}))
        self._changed()

    def happen(self, kind: str, channel_id: str, members: Iterable[str]) -> None:
        """Let the bot or members come and go. A room nobody knew comes into being when the bot joins it."""
        room = self._rooms.get(channel_id)
        if room is None and kind == "join":
            room = self._rooms.setdefault(channel_id, Room(channel_id, "", []))
        if room is None:
            return
        match kind:
            case "join" | "begin":
                room.has_bot = True
            case "leave" | "end":
                room.has_bot = False
            case "joined":
                room.members.extend(one for one in members if one not in room.members)
            case "left":
                gone = set(members)
                room.members[:] = [one for one in room.members if one not in gone]
