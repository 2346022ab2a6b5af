"""Which times of which hosts are taken by open bookings. No I/O."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

Interval = tuple[datetime, datetime, str]  # start, end, booking

OPENS, CLOSES = time(10), time(18)  # between these guests may book, every day


class Agenda:
    """The taken times of everybody."""

    def __init__(self, zone: ZoneInfo) -> None:
        """All times are free; `zone` is where the days of the hosts are counted."""
        self._zone = zone
        self._taken: defaultdict[str, list[Interval]] = defaultdict(list)
        self._longest = timedelta()

    def take(self, hosts: Iterable[str], start: datetime, end: datetime, uid: str) -> None:
        """A booking takes a time of all its hosts."""
        self._longest = max(self._longest, end - start)
        for host in hosts:
            insort(self._taken[host], (start, end, uid))

    def give_back(self, hosts: Iterable[str], start: datetime, end: datetime, uid: str) -> None:
        """The booking takes that time no longer."""
        for host in hosts:
            taken = self._taken[host]
            place = bisect_left(taken, (start, end, uid))
            if place < len(taken) and taken[place] == (start, end, uid):
                del taken[place]

    def is_free(self, host: str, start: datetime, end: datetime, but_for: str = "") -> bool:
        """Whether nothing overlaps; the booking `but_for` may."""
        taken = self._taken[host]
        first = bisect_right(taken, (start - self._longest, start - self._longest, ""))
        last = bisect_left(taken, (end, end, ""))
        return not any(one[1] > start and one[2] != but_for for one in taken[first:last])

    def slots(self, since: datetime, length: timedelta) -> Iterator[tuple[datetime, datetime]]:
        """The times at which guests may book, taken or not, from `since` on, without end, in UTC."""
        first_day = since.astimezone(self._zone).date()
        for days in count():
            day = first_day + timedelta(days=days)
            start = datetime.combine(day, OPENS, self._zone).astimezone(since.tzinfo)
            closes = datetime.combine(day, CLOSES, self._zone).astimezone(since.tzinfo)
            while start + length <= closes:
                if start >= since:
                    yield start, start + length
                start += length

    def next_free(self, hosts: Iterable[str], since: datetime, length: timedelta) -> datetime:
        """The first time from `since` on at which all of `hosts` are free."""
        everybody = list(hosts)
        for start, end in self.slots(since, length):
            if all(self.is_free(host, start, end) for host in everybody):
                return start
        raise AssertionError("there is always another day")

    def tomorrow(self, now: datetime) -> datetime:
        """When the next day begins where the hosts are."""
        day = now.astimezone(self._zone).date() + timedelta(days=1)
        return datetime.combine(day, time(), self._zone).astimezone(now.tzinfo)
