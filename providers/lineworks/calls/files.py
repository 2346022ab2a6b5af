"""Calls about files: they are asked for at the API and lie at another host, which wants the token too."""

import httpx

from providers.errors import Moved, Unreadable
from providers.lineworks import urls
from providers.lineworks.calls.api import BOT, Api, written
from providers.lineworks.models import Attachment, AttachmentPlace, NewAttachment

LARGEST_FILE = 1_000_000
"""Bytes of a file that we send: enough for a menu's picture, and little enough to be written in one piece."""


class FileCalls(Api):
    """Files that the bot sends and gets."""

    async def create_attachment(self, file_name: str) -> AttachmentPlace:
        """A place for a file, good for one upload within a day. Scope: bot.message.

        Source: https://developers.worksmobile.com/en/docs/bot-attachment-create
        """
        body = written(NewAttachment(file_name=file_name))
        path = urls.attachments(self._bot_id)
        answer = await self._transport.call("create_attachment", "POST", path, body=body, repeatable=True, family=BOT)
        return answer.read(AttachmentPlace)

    async def upload_attachment(self, place: AttachmentPlace, file_name: str, content: bytes) -> Attachment:
        """The file as it lies at `place`, which is used up; `content` has at most LARGEST_FILE bytes.

        Raises Unreadable for a place that is not theirs. Source: https://developers.worksmobile.com/en/docs/file-upload
        """
        if len(content) > LARGEST_FILE:
            raise ValueError("a file has at most a million bytes")
        origin, path = self._storage("upload_attachment", place.upload_url)
        body, content_type = _form(file_name, content)
        answer = await self._transport.call(
            "upload_attachment", "POST", path, origin=origin, body=body, content_type=content_type, family=BOT
        )
        return answer.read(Attachment)

    async def download_attachment(self, file_id: str) -> bytes:
        """A file that somebody sent or we uploaded, as long as it is there: about a day. Raises NotFound.

        What is longer than the transport's largest answer is Unreadable. Scope: bot.message.
        Source: https://developers.worksmobile.com/en/docs/bot-attachment-get
        """
        call = "download_attachment"
        try:
            answer = await self._transport.call(call, "GET", urls.attachment(self._bot_id, file_id), family=BOT)
        except Moved as elsewhere:
            origin, path = self._storage(call, elsewhere.location)
            answer = await self._transport.call(call, "GET", path, origin=origin, family=BOT)
        return answer.body

    def _storage(self, call: str, address: str) -> tuple[str, str]:
        try:
            return urls.storage(address, self._transport.origin)
        except ValueError:
            raise Unreadable(self._transport.provider, call, "an address that is not theirs") from None


def _form(file_name: str, content: bytes) -> tuple[bytes, str]:
    """The parts that the page names, and the content type with their boundary."""
    request = httpx.Request(
        "POST", "https://unused", data={"resourceName": file_name}, files={"FileData": (file_name, content)}
    )
    return request.read(), request.headers["content-type"]
