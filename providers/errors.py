"""Every way the outside can fail, named after what the caller can do about it.

ProviderError              .provider, .call
├── Unreachable            no answer: worth a retry (.sent tells whether they may have acted on it)
├── Broken                 5xx: worth a retry if asking twice is harmless
├── Refused                4xx: they understood and said no (.status, .code)
│   ├── NotAuthorized      401 or 403: a setting, a scope or a right is missing
│   ├── NotFound           404: it is not there (any more)
│   ├── NoAccount          they know nobody of that account


│   ├── Moved              3xx: it is elsewhere (.location); nobody went there
│   └── Throttled          429 (.retry_after, seconds)
└── Unreadable             2xx, but not the documented shape
Forged                     a webhook nobody we know has signed
StoreDown                  the store did not answer in time: nothing is known to be kept
LostTurn                   another worker owns this turn now: stop, write nothing
"""


class ProviderError(Exception):
    """An outside system failed us; `provider` and `call` say which one and at what."""

    def __init__(self, provider: str, call: str, detail: str = "") -> None:
        """`detail` is for the log: a status or an error code, never a body, a name or a token."""
        super().__init__(f"{provider}: {call}: {detail}" if detail else f"{provider}: {call}")
        self.provider = provider
        self.call = call
        self.detail = detail


class Unreachable(ProviderError):
    """No answer. With `sent` False the request surely did not arrive."""

    def __init__(self, provider: str, call: str, detail: str = "", *, sent: bool = True) -> None:
        """`sent` is True whenever the request may have been acted upon."""
        super().__init__(provider, call, detail)
        self.sent = sent


class Broken(ProviderError):
    """They answered 5xx."""


class Refused(ProviderError):
    """They understood and said no; asking again changes nothing."""

    def __init__(self, provider: str, call: str, status: int, code: str = "") -> None:
        """`code` is the system's own error code, e.g. "INVALID_PARAMETER"."""
        super().__init__(provider, call, f"{status} {code}".strip())
        self.status = status
        self.code = code


class NotAuthorized(Refused):
    """A token, scope or right is missing."""


class NotFound(Refused):
    """What was asked for is not there."""


class NoAccount(Refused):
    """They know nobody of the account that was to own something."""


class Moved(Refused):
    """They point elsewhere. Nothing is followed: whether `location` can be trusted is the caller's to say."""

    def __init__(self, provider: str, call: str, status: int, location: str, code: str = "") -> None:
        """`location` is as they wrote it; it may hold a key to what lies there, so no log names it."""
        super().__init__(provider, call, status, code)
        self.location = location


class Throttled(Refused):
    """Too many requests; `retry_after` is in seconds."""

    def __init__(self, provider: str, call: str, retry_after: float) -> None:
        """`retry_after` is what they asked for, else our own guess."""
        super().__init__(provider, call, 429)
        self.retry_after = retry_after


class Unreadable(ProviderError):
    """They said yes in a shape that no page documents."""


def may_pass(error: ProviderError) -> bool:
    """Whether the same call may succeed later."""
    return isinstance(error, Unreachable | Broken | Throttled)


class Forged(Exception):
    """Nobody we know has signed this; `reason` is counted, never sent back."""

    def __init__(self, reason: str) -> None:
        """`reason` is a constant word such as "missing" or "mismatch"."""
        super().__init__(reason)
        self.reason = reason


class StoreDown(Exception):
    """The store did not answer in time."""


class LostTurn(Exception):
    """The lease of this turn went to another worker."""
