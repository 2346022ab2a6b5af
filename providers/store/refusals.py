"""Why a store cannot be used at all; each says in words what to do.

StoreRefused        it cannot be opened or started as things are
└── WeakStore       it would forget what it was given
"""


class StoreRefused(Exception):
    """The store cannot be used: the message says why, and what to do about it."""


class WeakStore(StoreRefused):
    """The server is set up so that it may lose what it has confirmed."""
