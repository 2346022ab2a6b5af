"""What lives where: the partition of a lane, a document, a name. No I/O.

A partition is a part of the store whose keys share a hash tag, so that one script can change all of them at once.
"""

import re
from dataclasses import dataclass
from zlib import crc32

_DOCUMENT_TAG = re.compile(r"p(\d{1,4})-")


def encode(text: str) -> bytes:
    """`text` as the store keeps it; a lone surrogate out of somebody's JSON is no reason to fail."""
    return text.encode("utf-8", "surrogatepass")


def decode(kept: bytes) -> str:
    """What `encode` was given."""
    return kept.decode("utf-8", "surrogatepass")


def document_key(space: str, name: str) -> bytes:
    """A document's name within its partition."""
    return encode(f"{space}\0{name}")


@dataclass(frozen=True, slots=True)
class Partitions:
    """All partitions of one store; their number never changes once it is in use."""

    count: int

    def key_tag(self, partition: int) -> bytes:
        """What every key of `partition` begins with."""
        return b"{y%d}" % partition

    def document_tag(self, partition: int) -> str:
        """A document whose name begins with this lives in `partition`."""
        return f"p{partition}-"

    def of(self, name: str) -> int:
        """Where a lane, a budget or a hold lives."""
        return crc32(encode(name)) % self.count

    def of_document(self, space: str, name: str) -> int:
        """Where a document lives: in the partition that its name is tagged with, else anywhere, but always there."""
        tagged = _DOCUMENT_TAG.match(name)
        if tagged and int(tagged[1]) < self.count:
            return int(tagged[1])
        return crc32(document_key(space, name)) % self.count
