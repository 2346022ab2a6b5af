"""When to stop asking a system that does not answer. No I/O; the clock is an argument."""

from collections.abc import Callable


class Circuit:
    """Keeps us from asking a system that has stopped answering, but for one call now and then to see."""

    def __init__(self, clock: Callable[[], float], *, failures: int, rest: float) -> None:
        """Open after `failures` in a row, for `rest` seconds at a time."""
        self._clock = clock
        self._failures = failures
        self._rest = rest
        self._missed = 0
        self._closed_until = 0.0
        self._probing = False

    @property
    def open(self) -> bool:
        """Whether calls are being turned away."""
        return self._missed >= self._failures

    def admits(self) -> bool:
        """Whether a call may go out now; each admitted one ends in `heard`, `missed` or `abandoned`."""
        if not self.open:
            return True
        if self._probing or self._clock() < self._closed_until:
            return False
        self._probing = True
        return True

    def heard(self) -> None:
        """They answered, if only to say no."""
        self._missed = 0
        self._probing = False

    def missed(self) -> None:
        """They did not answer, or are broken."""
        self._missed += 1
        self._probing = False
        if self.open:
            self._closed_until = self._clock() + self._rest

    def abandoned(self) -> None:
        """We hung up before they could answer: that says nothing about them."""
        self._probing = False
