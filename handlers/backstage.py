"""The surroundings of work that nobody asked for: a booking's news, the sweep."""

from dataclasses import dataclass
from datetime import datetime

from handlers.context import Ports
from providers.bookings import Bookings
from providers.errors import ProviderError, may_pass


@dataclass(frozen=True, slots=True)
class Backstage:
    """`work` names the piece of work and stays the same on a re-run; `zone` is the house's, `now` an aware now.

    `patient`: what does not answer may be waited for, so let it raise; else do what can be done without. `read_only`: no
    calendar is to be changed.
    """

    ports: Ports
    bookings: Bookings
    work: str
    zone: str
    now: datetime
    patient: bool
    admin_room: str | None = None
    read_only: bool = False

    def waits_for(self, error: ProviderError) -> bool:
        """Whether the work is to stop at `error` and begin again later."""
        return self.patient and may_pass(error)
