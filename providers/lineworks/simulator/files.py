"""Files: asked for at the API, and kept by a storage of its own address, which wants the token too.

The real storage is another host; here it is another path. What the pages leave open: a second upload to one address is
refused, and so is what has more than 10 MiB.
Sources: https://developers.worksmobile.com/en/docs/bot-attachment-create, .../file-upload, .../bot-attachment-get
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from urllib.parse import quote

from aiohttp import web

from providers.lineworks.simulator.bots import Bots
from providers.lineworks.simulator.exchange import CODES, Asked, forbidden, not_found, refused
from providers.simulation.wire import Clock, answer, to_json

STORAGE = "/storage/{fileId}/{fileName:.*}"
LIFETIME = timedelta(days=1)
LARGEST = 10 * 1024 * 1024  # bytes of an upload, its form included


@dataclass(slots=True)
class File:
    """A file, or the place for one: `content` is None until it was uploaded."""

    file_id: str
    name: str
    ends: datetime
    content: bytes | None = None


class Files:
    """All files of the bot."""

    def __init__(self, bots: Bots, clock: Clock, changed: Callable[[], None]) -> None:
        """There are none."""
        self._bots = bots
        self._clock = clock
        self._changed = changed
        self._files: dict[str, File] = {}
        self._numbers = count(1)
        self.address = ""  # where the storage is

    def held(self) -> bytes:
        """What was uploaded, for `/_sim/state`."""
        uploaded = [one for one in self._files.values() if one.content is not None]
        return to_json([{"fileId": one.file_id, "name": one.name, "size": len(one.content or b"")} for one in uploaded])

    def uploaded(self, file_id: str) -> bytes | None:
        """The content of a file that has arrived and not ended; None when there is no such file."""
        file = self._files.get(file_id)
        return file.content if file is not None and self._clock() < file.ends else None

    def create(self, asked: Asked) -> web.Response:
        """POST /bots/{botId}/attachments: an address for one upload within a day."""
        self._bots.check(asked)
        name = asked.fields().needed("fileName", shortest=1)
        ends = self._clock() + LIFETIME
        file_id = f"jp1.{ends.timestamp() * 1e9:.0f}.{ends.timestamp():.0f}.{next(self._numbers)}.0.0.0"
        self._files[file_id] = File(file_id, name, ends)
        return answer(200, {"fileId": file_id, "uploadUrl": self._where(self._files[file_id])})

    def show(self, asked: Asked) -> web.Response:
        """GET /bots/{botId}/attachments/{fileId}: where it lies."""
        self._bots.check(asked)
        file_id = asked.path["fileId"]
        if self.uploaded(file_id) is None:
            raise not_found("File")
        return web.Response(status=302, headers={"Location": self._where(self._files[file_id])})

    async def take(self, request: web.Request) -> web.Response:
        """An upload: a form with the parts `resourceName` and `FileData`."""
        file = self._at(request)
        if file.content is not None:
            raise forbidden("The address was used already")
        name, content = await _parts(request)
        file.name, file.content = name, content
        self._changed()
        return answer(201, {"fileId": file.file_id, "fileName": name, "fileSize": len(content)})

    async def give(self, request: web.Request) -> web.Response:
        """A download."""
        file = self._at(request)
        if file.content is None:
            raise not_found("File")
        return web.Response(body=file.content, content_type="application/octet-stream")

    def _where(self, file: File) -> str:
        return f"{self.address}/storage/{file.file_id}/{quote(file.name, safe='')}"

    def _at(self, request: web.Request) -> File:
        file = self._files.get(request.match_info["fileId"])
        if file is None or self._clock() >= file.ends:
            raise not_found("File")
        return file


async def _parts(request: web.Request) -> tuple[str, bytes]:
    """The file's name and its content."""
    if request.content_type != "multipart/form-data":
        raise refused(415, CODES[415], "Content-Type must be multipart/form-data")
    if (request.content_length or 0) > LARGEST:
        raise refused(413, CODES[413], "The file is too large")
    try:
        form = await request.clone(client_max_size=LARGEST).post()
    except ValueError:
        raise refused(400, CODES[400], "The body is not a form") from None
    files = {name: _content(part) for name, part in form.items() if isinstance(part, web.FileField)}
    name = form.get("resourceName")
    if not (isinstance(name, str) and name and "FileData" in files):
        raise refused(400, "INVALID_PARAMETER", "resourceName and FileData are required")
    return name, files["FileData"]


def _content(part: web.FileField) -> bytes:
    with part.file as opened:
        return opened.read()
